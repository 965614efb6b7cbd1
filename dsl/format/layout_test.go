package format_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"concordat/dsl/format"
	"concordat/dsl/scan"
	"concordat/dsl/token"
)

// TestAnyLayout lays the worked example out at random: blanks, indents, blank
// lines, breaks behind commas, comments everywhere. The laws hold, and without
// the comments and breaks every layout has one canonical form.
func TestAnyLayout(t *testing.T) {
	src := string(read(t, "../../agreements/ipsa/ipsa.agreement"))
	canonical := string(format1(t, strip(src)))
	rapid.Check(t, func(t *rapid.T) {
		blocks := strings.SplitAfter(src, "\n}\n")
		i := rapid.IntRange(0, len(blocks)-1).Draw(t, "block")
		mangled := mangle(t, blocks[i], true)
		lawsOf(t, mangled)
		plain := mangle(t, strip(blocks[i]), false)
		got, _ := format.Source("x.agreement", []byte(plain))
		if want := strings.TrimSpace(string(got)); !strings.Contains(canonical, want) {
			t.Fatalf("not the canonical form:\n%s", want)
		}
	})
}

func format1(t *testing.T, src string) []byte {
	out, found := format.Source("x.agreement", []byte(src))
	if found.HasErrors() {
		t.Fatalf("%v", found)
	}
	return out
}

func lawsOf(t *rapid.T, src string) {
	once, found := format.Source("x.agreement", []byte(src))
	if found.HasErrors() {
		t.Fatalf("%s\n%s", found[0].Text, src)
	}
	if twice, _ := format.Source("x.agreement", once); string(twice) != string(once) {
		t.Fatalf("twice is not once:\n%s\n---\n%s", once, twice)
	}
	if a, b := strings.Join(comments("x", []byte(src)), "|"), strings.Join(comments("x", once), "|"); a != b {
		t.Fatalf("comments %q became %q", a, b)
	}
}

// strip takes out comments and blank lines.
func strip(src string) string {
	var b strings.Builder
	at := 0
	tokens, _ := scan.Tokens("x", []byte(src))
	for _, t := range tokens {
		if t.Kind == token.Comment {
			b.WriteString(src[at:t.Start])
			at = t.End
		}
	}
	b.WriteString(src[at:])
	lines := strings.Split(b.String(), "\n")
	kept := lines[:0]
	for _, l := range lines {
		if l = strings.TrimRight(l, " "); l != "" {
			kept = append(kept, l)
		}
	}
	return strings.Join(kept, "\n") + "\n"
}

// mangle changes the blanks between tokens, and with more also breaks lines and
// adds comments. Lines that go on stand far to the right.
func mangle(t *rapid.T, src string, more bool) string {
	blanks := func(least, most int) string {
		return strings.Repeat(" ", rapid.IntRange(least, most).Draw(t, "blanks"))
	}
	var b strings.Builder
	tokens, _ := scan.Tokens("x", []byte(src))
	for i, tok := range tokens {
		text := tok.Text([]byte(src))
		last := token.Newline
		if i > 0 {
			last = tokens[i-1].Kind
		}
		switch {
		case last == token.Newline && tok.Kind != token.Newline:
			b.WriteString(blanks(0, 4))
		case i > 0 && tokens[i-1].End < tok.Start:
			b.WriteString(blanks(1, 3))
		}
		if tok.Kind == token.Newline && more && rapid.IntRange(0, 9).Draw(t, "comment") == 0 && last != token.Comment {
			b.WriteString(blanks(0, 5) + "# said")
		}
		b.WriteString(text)
		if !more {
			continue
		}
		switch {
		case tok.Kind == token.Comma && rapid.IntRange(0, 4).Draw(t, "break") == 0:
			b.WriteString(" # why\n" + strings.Repeat(" ", 30))
		case tok.Kind == token.Newline && rapid.IntRange(0, 9).Draw(t, "line") == 0:
			b.WriteString("\n" + blanks(0, 9) + "# alone\n")
		}
	}
	return b.String()
}
