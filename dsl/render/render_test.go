package render

import (
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"concordat/engine/machine"
	"concordat/engine/value"
)

var update = flag.Bool("update", false, "write the golden files anew; then read them")

func alliance(t testing.TB) *machine.Machine {
	t.Helper()
	text, err := os.ReadFile("../../testdata/ipsa.machine.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := machine.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run the test with -update and read it", path)
	}
}

// withoutFingerprint keeps the golden contract the same while the text of the
// agreement changes in ways that a reader cannot see.
func withoutFingerprint(m *machine.Machine, s string) string {
	return strings.ReplaceAll(s, m.Fingerprint(), "FINGERPRINT")
}

func TestContract(t *testing.T) {
	m := alliance(t)
	golden(t, "ipsa.md", withoutFingerprint(m, Markdown(m)))
	golden(t, "ipsa.html", withoutFingerprint(m, HTML(m)))
}

func TestPictures(t *testing.T) {
	m := alliance(t)
	for _, id := range []string{"placements", "settle", "leave", "results/payment"} {
		c := &m.Charts[m.Chart(id)]
		name := strings.ReplaceAll(id, "/", "_")
		golden(t, name+".mmd", Mermaid(c))
		golden(t, name+".dot", DOT(c))
	}
}

// Every chart is drawn whole: each state once, and no label that would break
// the picture.
func TestEveryChartIsDrawn(t *testing.T) {
	m := alliance(t)
	label := regexp.MustCompile(`^    (\[\*\]|s\d+) --> (\[\*\]|s\d+)( : [^:;"]+)?$`)
	for i := range m.Charts {
		c := &m.Charts[i]
		for _, line := range strings.Split(strings.TrimSpace(Mermaid(c)), "\n")[1:] {
			if !strings.HasPrefix(line, "    state ") && !label.MatchString(line) {
				t.Errorf("%s: %s", c.ID, line)
			}
		}
		dot := DOT(c)
		for j := range c.States {
			if n := strings.Count(dot, "\n  "+stateID(c, c.States[j].Name)+" ["); n != 1 {
				t.Errorf("%s: state %q is drawn %d times", c.ID, c.States[j].Name, n)
			}
		}
	}
}

func TestMarkdownKeepsToThePage(t *testing.T) {
	for i, line := range strings.Split(Markdown(alliance(t)), "\n") {
		if n := utf8.RuneCountInString(line); n > page && strings.Contains(line, " ") {
			t.Errorf("line %d has %d columns: %s", i+1, n, line)
		}
	}
}

// Every day that a deadline counts from has words of its own.
func TestEveryDeadlineIsSaid(t *testing.T) {
	m := alliance(t)
	for i := range m.Charts {
		for _, mv := range m.Charts[i].Moves {
			if mv.At != nil && mv.At.Day == nil && anchorWords[mv.At.Anchor] == "" {
				t.Errorf("%s, %s: a day is counted from %q, which has no words", m.Charts[i].ID, mv.ID, mv.At.Anchor)
			}
		}
	}
}

// The page is well formed, its headings go down one step at a time, every link
// has its end, and nothing is fetched.
func TestHTMLIsAccessible(t *testing.T) {
	page := HTML(alliance(t))
	d := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(page, "<!DOCTYPE html>")))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	ids, links, last := map[string]bool{}, []string{}, 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if name := e.Name.Local; len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' {
			if level := int(name[1] - '0'); level > last+1 {
				t.Errorf("a heading of level %d follows one of level %d", level, last)
			} else {
				last = level
			}
		}
		for _, a := range e.Attr {
			switch a.Name.Local {
			case "id":
				if ids[a.Value] {
					t.Errorf("the id %q stands twice", a.Value)
				}
				ids[a.Value] = true
			case "href":
				links = append(links, a.Value)
			case "src":
				t.Errorf("the page fetches %s", a.Value)
			}
		}
	}
	for _, l := range links {
		if !ids[strings.TrimPrefix(l, "#")] {
			t.Errorf("the link %s leads nowhere", l)
		}
	}
}

// Every block that has a life is said, and every clause keeps its number and words.
func TestNothingIsLeftOut(t *testing.T) {
	m := alliance(t)
	text := strings.Join(strings.Fields(strings.ReplaceAll(Markdown(m), "\n> ", "\n")), " ")
	for i := range m.Charts {
		if c := &m.Charts[i]; c.Kind != machine.KindAgreement && !strings.Contains(text, "(`"+c.Block+"`)") {
			t.Errorf("the contract does not say `%s`", c.Block)
		}
	}
	for _, cl := range m.Clauses {
		for _, p := range paragraphs(cl.Text) {
			if !strings.Contains(text, p) {
				t.Errorf("clause %s: these words are missing: %s", cl.Number, p)
			}
		}
	}
	for _, want := range []string{"includes both of its ends", "£960,000", "£256,000", "4 January 2016", "3 October 2016"} {
		if !strings.Contains(text, want) {
			t.Errorf("the contract does not say %q", want)
		}
	}
}

func TestHolesAreShown(t *testing.T) {
	m := alliance(t)
	m.Holes = []machine.Hole{{At: machine.Ref{Block: "core", Statement: "sum"}, What: "the sum of the first year"}}
	for _, page := range []string{Markdown(m), HTML(m)} {
		if !strings.Contains(page, "cannot be signed yet") || !strings.Contains(page, "the sum of the first year") {
			t.Error("a value still to be agreed is not shown")
		}
	}
}

// A text with values still to be agreed can be read all the same.
func TestAnOpenTextCanBeRead(t *testing.T) {
	for what, open := range map[string]func(*machine.Machine){
		"calendar":    func(m *machine.Machine) { m.Calendar = machine.CalendarRef{} },
		"remainder":   func(m *machine.Machine) { m.Remainder = value.NoRemainder },
		"a share":     func(m *machine.Machine) { m.Shares[0].Parts[0].Part = value.Int(0) },
		"instalments": func(m *machine.Machine) { m.Fundings[0].Every = value.NoPeriod },
	} {
		m := alliance(t)
		open(m)
		if page := Markdown(m.Seal()); !strings.Contains(page, "The payments follow when") {
			t.Errorf("%s: the schedule does not say that it is open", what)
		}
	}
}

func TestWideTablesBecomeLists(t *testing.T) {
	var b strings.Builder
	markdownTable(&b, table{head: []string{"Period", "Due", "Sum"}, rows: [][]string{{"2015/16 Q1", strings.Repeat("x", 40), strings.Repeat("y", 40)}}})
	want := "- **2015/16 Q1**: " + strings.Repeat("x", 40) + "; sum\n  " + strings.Repeat("y", 40) + "\n"
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
}

func TestWordsAreNotTakenForMarkdown(t *testing.T) {
	for words, want := range map[string]string{
		"5 * 3 < 20":          `5 \* 3 \< 20`,
		"the name `own_rent`": "the name `own_rent`",
		"one | two [sic]":     `one \| two \[sic]`,
	} {
		if got := plain(words); got != want {
			t.Errorf("plain(%q) = %q, want %q", words, got, want)
		}
	}
}
