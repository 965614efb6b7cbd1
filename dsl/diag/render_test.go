package diag

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write the golden files anew; read them afterwards")

// A case has its finding in the text: `<<` and `>>` stand round its range,
// `[[` and `]]` round the related place.
type renderCase struct {
	name, text string
	severity   Severity
	says, help string
	why        string
}

var renderCases = []renderCase{
	{name: "two places", text: "measure waits {\n  [[band low]] 0 to 10\n  <<band mid>> 8 to 20\n}\n",
		says: "band `mid` overlaps band `low`", help: "start `mid` at 11", why: "`low` pays for 8 to 10 already"},
	{name: "one line between", text: "a\n  [[first]]\n  between\n  <<second>>\nb\n", says: "`second` is written twice", why: "here first"},
	{name: "far apart", text: "[[first]]\n2\n3\n4\n5\n6\n7\n8\n9\n<<second>>\n", says: "`second` is written twice", why: "here first"},
	{name: "both on one line", text: "share [[slam 50%]], <<slam 30%>>\n", says: "`slam` has two shares", why: "its first share"},
	{name: "start of a line", text: "a\n<<b>>c\n", says: "start"},
	{name: "end of a line", text: "a\nb<<c>>\nd\n", says: "end"},
	{name: "behind the end of a line", text: "a\nbc<<>>\nd\n", says: "nothing follows `bc`"},
	{name: "only the end of a line", text: "a\nbc<<\n>>d\n", says: "the line ends too soon"},
	{name: "range with its line end", text: "a\n<<bc\n>>d\n", says: "`bc` is not a keyword"},
	{name: "end of the text", text: "measure waits {\n  weight 5%\n<<>>", says: "the block `waits` has no end", help: "write `}`"},
	{name: "end of a text without a line end", text: "weight 5%<<>>", says: "nothing follows"},
	{name: "empty text", text: "<<>>", says: "the file is empty", help: "begin with `agreement`"},
	{name: "empty line", text: "a\n<<>>\nb\n", says: "here"},
	{name: "CRLF", text: "a\r\n  <<band>>\r\nb\r\n", says: "`band` has no value"},
	{name: "CRLF behind the end", text: "a\r\nbc<<\r\n>>d\r\n", says: "the line ends too soon"},
	{name: "tabs", text: "\tband\t<<mid>>\t8\n", says: "`mid` is not known"},
	{name: "two lines", text: "a <<{\n  b\n>>c\n", says: "two lines"},
	{name: "many lines", text: "x\n<<measure waits {\n  weight 1%\n  weight 2%\n\n  weight 3%\n}>>\ny\n", says: "`waits` has no band", severity: Warning},
	{name: "accents and pounds", text: "sum £426,937 to the café <<cafe\u0301s>> now\n", says: "the cafés are not known"},
	{name: "full width", text: "title \"東京都\" <<by>> 東\n", says: "`by` is not known"},
	{name: "turned round", text: "pay <<\u202e001>> £\n", says: "a character turns the order of the others round"},
	{name: "broken bytes", text: "pay <<\xff\xfe>> now\n", says: "not UTF-8"},
	{name: "long line, late", text: "means \"" + strings.Repeat("word ", 60) + "<<wrod>>" + strings.Repeat(" word", 30) + "\"\n", says: "`wrod` is not known"},
	{name: "long line, early", text: "<<means>> \"" + strings.Repeat("word ", 60) + "\"\n", says: "`means` stands alone"},
	{name: "long line, at its end", text: strings.Repeat("word ", 60) + "<<end>>\n", says: "the end"},
	{name: "long line, wide characters", text: strings.Repeat("東", 60) + "<<end>>" + strings.Repeat("京", 60) + "\n", says: "the end"},
	{name: "range wider than the page", text: "text \"<<" + strings.Repeat("word ", 60) + ">>\"\n", says: "too long"},
	{name: "long words", text: "gain <<pool * score>>\n", severity: Hole,
		says: "the sum that is paid to the providers for a year with a score above zero is still to be agreed between all of the parties",
		help: "agree it, and write it in place of `to be agreed`; nobody can sign the agreement while it stays open, because a court could not say what is owed"},
	{name: "long reason", text: "    [[band low]] 0 to 10 <<band mid>>\n", says: "twice",
		why: "`low` pays for every figure up to and including 10 already, and a figure cannot be paid for under two bands at once, whichever is larger"},
}

// finding takes the marks out of a case.
func (c renderCase) finding(path string) (Sources, Diagnostic) {
	d := Diagnostic{Code: "some-code", Severity: c.severity, Text: c.says, Help: c.help, At: Span{Path: path}}
	see := Related{Why: c.why, At: Span{Path: path}}
	var text []byte
	for rest := c.text; rest != ""; {
		taken := 2
		switch {
		case strings.HasPrefix(rest, "<<"):
			d.At.Start = len(text)
		case strings.HasPrefix(rest, ">>"):
			d.At.End = len(text)
		case strings.HasPrefix(rest, "[["):
			see.At.Start = len(text)
		case strings.HasPrefix(rest, "]]"):
			see.At.End = len(text)
		default:
			taken = 1
			text = append(text, rest[0])
		}
		rest = rest[taken:]
	}
	if c.why != "" {
		d.See = []Related{see}
	}
	return Sources{path: text}, d
}

// Each renderer has a golden file with all cases.
func TestRender(t *testing.T) {
	for name, render := range map[string]func(*bytes.Buffer, Sources, List) error{
		"frames": func(b *bytes.Buffer, s Sources, l List) error { return Frames(b, s, l, Style{}) },
		"lines":  func(b *bytes.Buffer, s Sources, l List) error { return Lines(b, s, l) },
		"github": func(b *bytes.Buffer, s Sources, l List) error { return GitHub(b, s, l) },
		"json":   onOneLine(func(b *bytes.Buffer, s Sources, l List) error { return JSON(b, s, l) }),
		"sarif":  onOneLine(func(b *bytes.Buffer, s Sources, l List) error { return SARIF(b, s, l, nil) }),
	} {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			for _, c := range renderCases {
				got.WriteString("== " + c.name + "\n")
				sources, d := c.finding("ipsa.agreement")
				if err := render(&got, sources, List{d}); err != nil {
					t.Fatal(err)
				}
				got.WriteString("\n")
			}
			golden(t, "testdata/"+name+".golden", got.Bytes())
		})
	}
}

// onOneLine keeps a golden file of many cases short; TestRenderMixed has the form
// in full.
func onOneLine(render func(*bytes.Buffer, Sources, List) error) func(*bytes.Buffer, Sources, List) error {
	return func(b *bytes.Buffer, s Sources, l List) error {
		var long bytes.Buffer
		if err := render(&long, s, l); err != nil {
			return err
		}
		return json.Compact(b, long.Bytes())
	}
}

// Findings of one list: two texts, a text that is not known, a code without a
// page, a path that must be escaped.
func mixed() (Sources, List) {
	sources := Sources{"a:b, 100%.agreement": []byte("one\ntwo\n"), "other.agreement": []byte("three\n")}
	one := Span{"a:b, 100%.agreement", 4, 7}
	return sources, List{
		{Code: "in-two-texts", At: one, Text: "`two` stands in two texts", See: []Related{
			{At: Span{"other.agreement", 0, 5}, Why: "the other"},
			{At: Span{"gone.agreement", 3, 4}, Why: "a third, which cannot be shown"},
		}},
		{Code: "no-page", Severity: Warning, At: one, Text: "it is, 100% sure,\nodd", Help: "say: why"},
		{Code: "no-text", Severity: Hole, At: Span{"gone.agreement", 3, 4}, Text: "the text is not known"},
	}
}

func TestRenderMixed(t *testing.T) {
	sources, found := mixed()
	pages := Pages{{Code: "in-two-texts", Says: "One thing stands in two texts.", Wrong: "a", Right: "b"}, {Code: "never-found", Says: "x"}}
	var got bytes.Buffer
	for _, err := range []error{
		Frames(&got, sources, found, Style{}),
		Lines(&got, sources, found),
		GitHub(&got, sources, found),
		JSON(&got, sources, found),
		SARIF(&got, sources, found, pages),
		Frames(&got, sources, nil, Style{}),
		JSON(&got, sources, nil),
		SARIF(&got, sources, nil, nil),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	golden(t, "testdata/mixed.golden", got.Bytes())
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s says something else than\n%s", path, got)
	}
}

// Colour adds sequences and takes nothing away.
func TestColourIsNeverAlone(t *testing.T) {
	for _, c := range renderCases {
		sources, d := c.finding("ipsa.agreement")
		var plain, coloured bytes.Buffer
		if err := Frames(&plain, sources, List{d}, Style{}); err != nil {
			t.Fatal(err)
		}
		if err := Frames(&coloured, sources, List{d}, Colour); err != nil {
			t.Fatal(err)
		}
		bare := coloured.String()
		for _, sequence := range []string{Colour.Error, Colour.Warning, Colour.Hole, Colour.Strong, Colour.Quiet, Colour.Help, Colour.Reset} {
			bare = strings.ReplaceAll(bare, sequence, "")
		}
		if bare != plain.String() {
			t.Errorf("%s: without its sequences, the coloured frame is\n%s\nand the plain one\n%s", c.name, bare, plain.String())
		}
		if !strings.Contains(coloured.String(), Style{}.severity(d.Severity)+"^") {
			t.Errorf("%s: the range is not marked", c.name)
		}
	}
}

func TestFramesFitThePage(t *testing.T) {
	for _, c := range renderCases {
		sources, d := c.finding("ipsa.agreement")
		var b bytes.Buffer
		if err := Frames(&b, sources, List{d}, Style{}); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if width := stringWidth(strings.TrimSuffix(line, "\n")); width > frameWidth {
				t.Errorf("%s: %d columns: %s", c.name, width, line)
			}
		}
	}
}

// No range in any text stops a renderer, and all that they write is well formed.
func FuzzRender(f *testing.F) {
	f.Add([]byte("a\r\n\tb £ 東 e\u0301\n"), 3, 9, 0, 200)
	f.Add([]byte(""), 0, 0, -1, 1)
	f.Fuzz(func(t *testing.T, text []byte, start, end, seeStart, seeEnd int) {
		sources := Sources{"a": text}
		found := List{{Code: "c", At: Span{"a", start, end}, Text: string(text), See: []Related{{Span{"a", seeStart, seeEnd}, "why"}}}}
		var frames, lines, github, asJSON, asSARIF bytes.Buffer
		for _, err := range []error{
			Frames(&frames, sources, found, Style{}), Lines(&lines, sources, found), GitHub(&github, sources, found),
			JSON(&asJSON, sources, found), SARIF(&asSARIF, sources, found, nil),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		if !strings.Contains(frames.String(), "^") {
			t.Errorf("the range is not marked:\n%s", frames.String())
		}
		if utf8.Valid(text) && !utf8.Valid(frames.Bytes()) {
			t.Errorf("the frame is not UTF-8: %q", frames.String())
		}
		if n := strings.Count(github.String(), "\n"); n != 1 {
			t.Errorf("%d lines for one annotation", n)
		}
		if !json.Valid(asJSON.Bytes()) || !json.Valid(asSARIF.Bytes()) {
			t.Error("not JSON")
		}
	})
}
