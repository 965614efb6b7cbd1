package check

import (
	"strings"
	"testing"

	"concordat/dsl/diag"
	"concordat/dsl/parse"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
)

// One fault, one finding: a word that is left out or misspelt is found on its
// line, and nothing is found that only follows from it. Every fifth word of the
// alliance is tried in both ways.
func TestOneFaultOneFinding(t *testing.T) {
	file, _ := ipsa(t)
	src := string(file.Src)
	tried, elsewhere, several := 0, 0, 0
	for i, word := range file.Tokens {
		text := word.Text(file.Src)
		if i%5 != 0 || word.Kind == token.Newline || word.Kind == token.Comment || word.Kind == token.EOF || word.Kind == token.Close {
			continue // a closing brace is missed on the line before it
		}
		for _, faulty := range []string{"", text[:1] + "q" + text[1:]} {
			if word.Kind != token.Ident && faulty != "" {
				continue
			}
			changed := src[:word.Start] + faulty + src[word.End:]
			broken, found := parse.Text(file.Path, []byte(changed))
			_, more := Agree(broken)
			found = append(found, more...)
			if len(found) == 0 {
				continue // `working days` and `days` are both lengths, and a name may be any word
			}
			tried++
			if !onLine(found, changed, word.Start) && !declares(src, word) {
				elsewhere++
				t.Logf("%q for %q in line %d is found elsewhere: %s", faulty, text, strings.Count(src[:word.Start], "\n")+1, found[0].Text)
			}
			if len(found) > 1 {
				several++
				t.Logf("%q for %q in line %d has %d findings, the last: %s", faulty, text, strings.Count(src[:word.Start], "\n")+1, len(found), found[len(found)-1].Text)
			}
		}
	}
	if tried < 300 || elsewhere*100 > tried || several*100 > tried {
		t.Errorf("of %d faults %d are found elsewhere and %d more than once; at most 1%% may be", tried, elsewhere, several)
	}
}

func onLine(found diag.List, text string, offset int) bool {
	line := strings.Count(text[:offset], "\n")
	for _, d := range found {
		if strings.Count(text[:d.At.Start], "\n") == line {
			return true
		}
	}
	return false
}

// declares reports whether a word is a name in its declaration: when it is
// misspelt there, the places that use it are found.
func declares(src string, word token.Token) bool {
	line := src[strings.LastIndexByte(src[:word.Start], '\n')+1 : word.Start]
	words := strings.Fields(line)
	return len(words) == 1 && (syntax.LookupBlock(words[0]) != nil || words[0] == "principle" || words[0] == "input")
}
