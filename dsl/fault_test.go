package dsl_test

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"concordat/dsl"
	"concordat/dsl/diag"
	"concordat/dsl/parse"
	"concordat/dsl/scan"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
)

// fault is a way in which one statement can go wrong.
type fault struct {
	name string
	// texts are what the statement may become; a text that is as right as the
	// one that was there is no fault, and is left out later.
	texts func(s statement) []string
	// certain faults have no right reading: one that is not found is missed.
	certain bool
}

// statement is one of the alliance's, as text and as tokens.
type statement struct {
	src      []byte
	at       diag.Span
	keyword  diag.Span
	tokens   []token.Token // keyword and value, no comments and line ends
	may      *syntax.StatementDef
	declares bool // the first word of its value is a name that others use
}

func (s statement) text() string { return string(s.src[s.at.Start:s.at.End]) }

// with is the statement with a token replaced.
func (s statement) with(t token.Token, text string) string {
	return string(s.src[s.at.Start:t.Start]) + text + string(s.src[t.End:s.at.End])
}

// value are the tokens after the keyword.
func (s statement) value() []token.Token {
	i := slices.IndexFunc(s.tokens, func(t token.Token) bool { return t.Start >= s.keyword.End })
	if i < 0 {
		return nil
	}
	return s.tokens[i:]
}

var faults = []fault{
	{"a word or sign left out", func(s statement) (out []string) {
		for _, t := range s.tokens {
			out = append(out, s.with(t, ""))
		}
		return out
	}, false},
	{"the keyword misspelt", func(s statement) []string {
		first := s.tokens[0]
		return []string{s.with(first, misspelt(first.Text(s.src)))}
	}, true},
	{"a name or word misspelt", func(s statement) (out []string) {
		for i, t := range s.value() {
			if t.Kind == token.Ident && !(i == 0 && s.declares) {
				out = append(out, s.with(t, misspelt(t.Text(s.src))))
			}
		}
		return out
	}, true},
	{"the value left out", func(s statement) []string {
		return []string{string(s.src[s.at.Start:s.keyword.End])}
	}, true},
	{"a literal of another kind", func(s statement) (out []string) {
		for _, t := range s.value() {
			for _, other := range otherKinds[t.Kind] {
				out = append(out, s.with(t, other))
			}
		}
		return out
	}, true},
	{"a word too many", func(s statement) []string {
		return []string{s.text() + " elephant", s.text() + " 17"}
	}, true},
	{"the line twice", func(s statement) []string {
		if s.may.Many {
			return nil
		}
		return []string{s.text() + "\n  " + s.text()}
	}, true},
	{"a quote left out", func(s statement) (out []string) {
		for _, t := range s.tokens {
			if t.Kind == token.String {
				out = append(out, s.with(t, t.Text(s.src)[1:]), s.with(t, strings.TrimSuffix(t.Text(s.src), `"`)))
			}
		}
		return out
	}, true},
}

// otherKinds are literals that cannot stand where one of a kind stands.
var otherKinds = map[token.Kind][]string{
	token.Number:  {"£5", "5%", "1 April 2015"},
	token.Money:   {"5", "5%", "2015/16"},
	token.Percent: {"£5", "2015/16"},
	token.Date:    {"5", "2015/16"},
	token.Period:  {"1 April 2015", "£5"},
	token.String:  {"5", "a_name"},
	token.Prose:   {"5", "a_name"},
}

// misspelt exchanges two letters, or where that changes nothing adds one.
func misspelt(word string) string {
	for i := 1; i+1 < len(word); i++ {
		if word[i] != word[i+1] {
			return word[:i] + word[i+1:i+2] + word[i:i+1] + word[i+2:]
		}
	}
	return word + "x"
}

// statements are all of a text, in order, those of blocks in blocks too.
func statements(src []byte) []statement {
	file, _ := parse.Text("ipsa.agreement", src)
	tokens, _ := scan.Tokens("ipsa.agreement", src)
	var out []statement
	var walk func(blocks []*syntax.Block)
	walk = func(blocks []*syntax.Block) {
		for _, b := range blocks {
			for _, st := range b.Statements {
				s := statement{src: src, at: st.At, keyword: st.Keyword.At, may: st.Def}
				switch st.Keyword.Name {
				case "input", "principle", "evidence":
					s.declares = true
				}
				for _, t := range tokens {
					if t.Start >= st.At.Start && t.End <= st.At.End && t.Kind != token.Comment && t.Kind != token.Newline {
						s.tokens = append(s.tokens, t)
					}
				}
				out = append(out, s)
			}
			walk(b.Blocks)
		}
	}
	walk(file.Blocks)
	return out
}

// tally counts how faults were found.
type tally struct{ faults, here, elsewhere, missed, more int }

func (n *tally) add(o tally) {
	n.faults, n.here, n.elsewhere = n.faults+o.faults, n.here+o.here, n.elsewhere+o.elsewhere
	n.missed, n.more = n.missed+o.missed, n.more+o.more
}

func (n tally) String() string {
	return fmt.Sprintf("%4d faults, %4d found on their line, %d elsewhere, %d missed; %d with findings on other lines as well", n.faults, n.here, n.elsewhere, n.missed, n.more)
}

var every = flag.Int("every", 5, "try one fault or hole in so many; 1 is all")

// TestFaults puts faults into every statement of the alliance, one at a time.
// At least 99 in 100 must be found on their own line, at most 1 elsewhere. What
// is missed are words that are the author's own: a unit, on what a text prevails.
func TestFaults(t *testing.T) {
	src := read(t, alliance)
	want, _ := dsl.Compile("ipsa.agreement", src)
	signed := want.Fingerprint()
	all := statements(src)
	if len(all) < 240 {
		t.Fatalf("only %d statements", len(all))
	}
	var sum tally
	pages := dsl.Pages()
	for k, f := range faults {
		var n tally
		for i, s := range all {
			for j, text := range f.texts(s) {
				if text != s.text() && (i+j+k)%*every == 0 {
					n.add(inject(t, f, s, text, signed, pages))
				}
			}
		}
		t.Logf("%-26s %s", f.name+":", n)
		sum.add(n)
	}
	t.Logf("%-26s %s", "all:", sum)
	if sum.here*100 < sum.faults*99 || sum.elsewhere*100 > sum.faults {
		t.Error("too many faults are not found on their own line")
	}
}

// inject compiles the alliance with one statement changed. Whatever is found has
// a page.
func inject(t *testing.T, f fault, s statement, text, signed string, pages diag.Pages, follows ...*settled.Framework) tally {
	changed := string(s.src[:s.at.Start]) + text + string(s.src[s.at.End:])
	m, found := dsl.Compile("ipsa.agreement", []byte(changed), follows...)
	if m != nil && !f.certain && m.Fingerprint() != signed {
		return tally{} // another agreement, and a right one
	}
	first := 1 + strings.Count(changed[:s.at.Start], "\n")
	last := 1 + strings.Count(changed[:s.at.Start+len(text)], "\n")
	n := tally{faults: 1}
	here, other := 0, ""
	for _, d := range found {
		if _, ok := pages.Find(d.Code); !ok {
			t.Errorf("%s has no page", d.Code)
		}
		line := 1 + strings.Count(changed[:d.At.Start], "\n")
		if first <= line && line <= last {
			here++
		} else if other == "" {
			other = fmt.Sprintf("line %d: %s: %s", line, d.Code, d.Text)
		}
	}
	switch {
	case here > 0 && other != "":
		n.here, n.more = 1, 1
	case here > 0:
		n.here = 1
	case other != "":
		n.elsewhere = 1
		t.Logf("%s, line %d `%s`: found elsewhere, %s", f.name, first, text, other)
	default:
		n.missed = 1
		t.Logf("%s, line %d `%s`: not found", f.name, first, text)
	}
	return n
}
