package dsl_test

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"concordat/dsl"
	"concordat/dsl/check"
	"concordat/dsl/parse"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
)

const livesHead = `# What each block becomes: states, and what moves them

Each block with a life of its own, as the compiler makes it for the shipped agreement that says the most about such a block. A statement
that an agreement leaves out leaves out its line here too. A thing starts in the first state named; **bold** states end it.

This page is written from the compiled agreements: run ` + "`go test ./dsl -run Lives -update`" + ` after a change, and read what it wrote.
`

// Every block that lives at run time has a table of its states, who or which day
// moves it, by which statement, and to what effect. The tables come from the
// compiled charts, so they cannot say what the engine does not do.
func TestLivesAreTheCharts(t *testing.T) {
	want := livesHead + livesOf(t)
	if *update {
		if err := os.WriteFile("lives.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile("lives.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != want {
		t.Error("lives.md is behind the compiler: run go test ./dsl -run Lives -update, and read what it wrote")
	}
}

// life is a chart of an agreement, and the kind of block that it belongs to.
type life struct {
	keyword, part, file string
	chart               *machine.Chart
}

func livesOf(t *testing.T) string {
	best := map[[2]string]life{}
	for _, l := range shippedLives(t) {
		at := [2]string{l.keyword, l.part}
		if have, ok := best[at]; !ok || len(l.chart.Moves) > len(have.chart.Moves) {
			best[at] = l
		}
	}
	var out strings.Builder
	for def := range syntax.Blocks() {
		parts := slices.SortedFunc(func(yield func(life) bool) {
			for at, l := range best {
				if at[0] == def.Keyword && !yield(l) {
					return
				}
			}
		}, func(a, b life) int { return cmp.Compare(a.part, b.part) })
		for _, l := range parts {
			l.write(&out)
		}
	}
	return out.String()
}

// shippedLives are the charts of every agreement that checks, in the order of the files.
func shippedLives(t *testing.T) []life {
	var out []life
	for _, path := range shipped(t) {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		m, found := dsl.Compile(path, src, laws(t, path)...)
		if found.HasErrors() {
			continue
		}
		file, _ := parse.Text(path, src)
		keywords := map[string]string{"agreement": "agreement"}
		name(keywords, file.Blocks)
		for i := range m.Charts {
			c := &m.Charts[i]
			block, part, _ := strings.Cut(c.ID, "/")
			keyword := keywords[block]
			if keyword == "" {
				t.Errorf("%s: the chart %s belongs to no block", path, c.ID)
			}
			out = append(out, life{keyword, part, filepath.ToSlash(strings.TrimPrefix(path, "../")), c})
		}
	}
	return out
}

func shipped(t *testing.T) []string {
	var out []string
	for _, root := range []string{"../agreements", "../testdata"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if filepath.Ext(path) == ".agreement" {
				out = append(out, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func name(keywords map[string]string, blocks []*syntax.Block) {
	for _, b := range blocks {
		keywords[b.Name.Name] = b.Keyword.Name
		name(keywords, b.Blocks)
	}
}

func (l life) write(out *strings.Builder) {
	title := "`" + l.keyword + "`"
	if l.part != "" {
		title += ": " + l.part
	}
	fmt.Fprintf(out, "\n## %s\n\n`%s` in `%s`", title, l.chart.ID, l.file)
	if l.chart.Every != 0 {
		fmt.Fprintf(out, ", one for every %s", l.chart.Every)
	}
	states := make([]string, len(l.chart.States))
	for i, s := range l.chart.States {
		states[i] = s.Name
		if s.End {
			states[i] = "**" + s.Name + "**"
		}
	}
	fmt.Fprintf(out, ": %s.\n\n| from | moved by | statement | to | effect |\n|---|---|---|---|---|\n", strings.Join(states, ", "))
	for _, mv := range l.chart.Moves {
		fmt.Fprintf(out, "| %s | %s | %s | %s | %s |\n", cmp.Or(strings.Join(mv.From, ", "), "–"), mover(&mv), provides(&mv), cmp.Or(mv.To, "stays"), effects(&mv))
	}
}

// mover says who or which day makes a move.
func mover(mv *machine.Move) string {
	if mv.On == machine.OnDeadline {
		day := anchors[mv.At.Anchor]
		switch {
		case mv.At.Day != nil:
			day = "the day that is named"
		case day == "":
			day = "the " + string(mv.At.Anchor)
		}
		if mv.At.Span.N != 0 && mv.At.Before {
			day = mv.At.Span.String() + " before " + day
		} else if mv.At.Span.N != 0 {
			day = mv.At.Span.String() + " after " + day
		}
		if mv.At.Morning {
			return day + ", in the morning"
		}
		return day
	}
	if who := people(mv.By); who != "" {
		return fmt.Sprintf("act *%s* of %s", mv.On, who)
	}
	return cmp.Or(causes[mv.On], string(mv.On))
}

var anchors = map[machine.Anchor]string{
	machine.AnchorPeriod: "the period's first day", machine.AnchorPeriodEnd: "the period's last day", machine.AnchorDue: "the due day",
	machine.AnchorReceipt: "the day of receipt", machine.AnchorReferral: "the day of referral", machine.AnchorDecision: "the day of the decision",
	machine.AnchorEnd: "the agreement's last day", machine.AnchorEffect: "the day it takes effect", machine.AnchorGiven: "the day it is given",
	machine.AnchorTermStart: "the term's first day", machine.AnchorTermEnd: "the term's last day", machine.AnchorPayment: "the day of payment",
}

// causes are the moves that no act and no day makes.
var causes = map[machine.Trigger]string{
	machine.OnSigned: "the last signature", machine.OnAdopted: "the votes carry it", machine.OnRejected: "the votes cannot carry it, or time is up",
	machine.OnDecided: "the answer of what it opened", machine.OnSettled: "the end of the dispute about it", machine.OnReady: "all it needs is final",
	machine.OnTrue: "the condition holds", machine.OnFalse: "it no longer holds", machine.OnRestated: "a figure it rests on is restated",
	machine.OnGiven: "a notice is given", machine.OnEnded: "the agreement ends before its period", machine.OnMoot: "nothing is left to decide",
	machine.OnHeldBack: "something holds it back", machine.OnReleased: "nothing does any more", machine.OnWaived: "the waiver is granted",
	machine.OnSentBack: "the process goes back", machine.OnStopped: "the process ends", machine.OnPaid: "its payment is made",
}

func people(w *machine.Who) string {
	switch {
	case w == nil:
		return ""
	case w.Any:
		return "any party"
	case w.Every:
		return "every party"
	case w.Group != "":
		return "members of " + w.Group
	}
	return strings.Join(w.Parties, ", ")
}

func provides(mv *machine.Move) string {
	return "`" + mv.Says.String() + "`"
}

func effects(mv *machine.Move) string {
	out := make([]string, len(mv.Do))
	for i, a := range mv.Do {
		out[i] = strings.TrimSpace(string(a.Verb) + " " + a.On)
	}
	return strings.Join(out, ", ")
}

// laws are the frameworks that an agreement can follow: those beside it and those in the folder of all.
func laws(t *testing.T, path string) (out []*settled.Framework) {
	var beside []string
	for _, dir := range []string{".", "../frameworks"} {
		some, err := filepath.Glob(filepath.Join(filepath.Dir(path), dir, "*.framework"))
		if err != nil {
			t.Fatal(err)
		}
		beside = append(beside, some...)
	}
	for _, law := range beside {
		text, err := os.ReadFile(law)
		if err != nil {
			t.Fatal(err)
		}
		f, _ := check.ReadFramework(law, text)
		out = append(out, f)
	}
	return out
}
