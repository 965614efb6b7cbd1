package compile_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"concordat/dsl/scan"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
	"concordat/engine/value"
)

// What is signed does not depend on how the text is laid out.
func TestLayoutIsNotSigned(t *testing.T) {
	src := read(t, alliance)
	want := mustCompile(t, src).Fingerprint()
	tokens, _ := scan.Tokens("x.agreement", src)
	rapid.Check(t, func(t *rapid.T) {
		again := layOut(t, src, tokens)
		m, found := compiled(again)
		if m == nil {
			t.Fatalf("laid out anew the text has errors: %v\n%s", found, again)
		}
		if m.Fingerprint() != want {
			t.Fatalf("laid out anew it is another machine:\n%s", again)
		}
	})
}

// layOut puts blanks, comments and empty lines where they mean nothing, takes
// comments away, and writes literals in their other forms.
func layOut(t *rapid.T, src []byte, tokens []token.Token) []byte {
	var out bytes.Buffer
	end := 0
	pick := rapid.IntRange(0, 9)
	for _, tok := range tokens {
		gap, text := string(src[end:tok.Start]), tok.Text(src)
		end = tok.End
		if gap != "" && !strings.Contains(gap, "\n") && pick.Draw(t, "gap") == 0 {
			gap = strings.Repeat(" ", rapid.IntRange(1, 5).Draw(t, "blanks"))
		}
		switch {
		case tok.Kind == token.Comment && pick.Draw(t, "comment") < 3:
			text = "# another"
		case tok.Kind == token.Newline && pick.Draw(t, "line") == 0:
			text = rapid.SampledFrom([]string{"  # said at the end\n", "\n\n", "\n   # on a line of its own\n", "   \n"}).Draw(t, "end")
			if strings.Contains(text, "said") && bytes.HasSuffix(bytes.TrimRight(out.Bytes(), " "), []byte("another")) {
				text = "\n"
			}
		case pick.Draw(t, "form") == 0:
			text = otherForm(tok.Kind, text)
		}
		out.WriteString(gap + text)
	}
	return out.Bytes()
}

func otherForm(kind token.Kind, text string) string {
	switch kind {
	case token.Date:
		year, month, day := syntax.DateParts(text)
		return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	case token.Money:
		if millions, ok := strings.CutSuffix(text, "00,000"); ok {
			return "£" + insertPoint(strings.TrimPrefix(strings.ReplaceAll(millions, ",", ""), "£")) + "m"
		}
		return strings.ReplaceAll(text, ",", "")
	case token.Comma:
		return ", "
	}
	return text
}

func insertPoint(tenths string) string {
	for len(tenths) < 2 {
		tenths = "0" + tenths
	}
	return tenths[:len(tenths)-1] + "." + tenths[len(tenths)-1:]
}

// What is signed depends on every value: no literal can change without another
// fingerprint.
func TestEveryValueIsSigned(t *testing.T) {
	src := read(t, alliance)
	want := mustCompile(t, src).Fingerprint()
	tokens, _ := scan.Tokens("x.agreement", src)
	tried, unsound := 0, 0
	for _, tok := range tokens {
		other := changed(tok.Kind, tok.Text(src))
		if other == "" {
			continue
		}
		again := slices.Concat(src[:tok.Start], []byte(other), src[tok.End:])
		m, _ := compiled(again)
		if m == nil {
			unsound++ // shares that make 101%, bands with a gap
			continue
		}
		tried++
		if m.Fingerprint() == want {
			line := 1 + bytes.Count(src[:tok.Start], []byte("\n"))
			t.Errorf("line %d: `%s` in place of `%s` is the same machine", line, other, tok.Text(src))
		}
	}
	t.Logf("%d values changed, %d more would be errors", tried, unsound)
	if tried < 110 {
		t.Errorf("only %d values could be tried", tried)
	}
}

// changed is another value of the same kind.
func changed(kind token.Kind, text string) string {
	switch kind {
	case token.Number:
		return value.MustNum(text).Add(value.Int(1)).String()
	case token.Percent:
		return value.MustNum(strings.TrimSuffix(text, "%")).Add(value.Int(1)).String() + "%"
	case token.Money:
		return text[:len(text)-1] + "1"
	case token.Date:
		year, month, day := syntax.DateParts(text)
		return fmt.Sprintf("%04d-%02d-%02d", year, month, day%28+1)
	case token.String:
		return text[:len(text)-1] + ` too"`
	case token.Prose:
		return text[:len(text)-3] + ` too"""`
	}
	return ""
}
