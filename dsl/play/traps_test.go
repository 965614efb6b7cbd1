package play

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"concordat/dsl/check"
	"concordat/dsl/check/pages"
	"concordat/dsl/compile"
	"concordat/dsl/parse"
	"concordat/engine/scenario"
)

// trap is a way in which agreements of this kind go wrong to the penny or to the
// day. A wrong text meets the finding with this code; the scenario of an
// agreement in the folder shows what the engine does instead.
type trap struct {
	name        string
	wrong, code string
	folder      string
	title       string
}

const anInvestment = "funding core \"The service\" {\n  from       paying\n  to         doing\n  basis      fixed sum, not cost\n"

var traps = []trap{
	{
		name:  "a taper reproduces only if the percentage is rounded before the money, and the base is named",
		wrong: anInvestment + "  taper      straight line from £60,000 to £30,000 over 2 years\n  paid       every quarter in advance, on its first day\n  remainder  on the first instalment\n  if ended   repay by days, within 30 days of the end\n}\n",
		code:  "taper-readings", folder: "pia", title: "The rent falls by a percentage that is rounded before the money",
	},
	{
		name:  "the odd pennies of instalments go to a named one",
		wrong: anInvestment + "  sum 2026/27 £100.01\n  sum 2027/28 £100\n  paid       every quarter in advance, on its first day\n  if ended   repay by days, within 30 days of the end\n}\n",
		code:  "statement-missing", folder: "pia", title: "The rent falls by a percentage that is rounded before the money",
	},
	{
		name:  "parts of a split make the whole",
		wrong: "shares paying \"Who pays\" {\n  share council 99.99%\n}\n",
		code:  "shares-not-whole", folder: "ipsa", title: "A figure corrected after payment moves only the difference, for twelve months",
	},
	{
		name:  "above and below leave the value itself",
		wrong: "route choose \"How\" {\n  on         total value of core, excluding VAT\n  threshold  £300,000\n  way tender above threshold\n  way quotes below threshold\n}\n",
		code:  "route-gap", folder: "pia", title: "Three quotes open the way",
	},
	{
		name:  "a threshold is that of the day on which procurement begins, and counts VAT as the total does",
		wrong: "route choose \"How\" {\n  on         total value of core, including VAT\n  threshold  £300,000\n  way tender at or above threshold\n  way quotes below threshold\n}\n",
		code:  "route-vat", folder: "pia", title: "Three quotes open the way",
	},
	{
		name:  "a band that people judge is an event with an author and evidence",
		wrong: "", code: "", folder: "ipsa", title: "Judgements are refused without evidence or too early",
	},
	{
		name:  "a figure that is missing is not nothing",
		wrong: "", code: "", folder: "pia", title: "A figure that never comes has its band fixed, and the money goes on",
	},
	{
		name:  "silence is no agreement unless the text says so",
		wrong: "decision plan \"Agree a plan\" {\n  by         team\n  rule       unanimous of members\n  conflicts  declare and vote\n  decides    a plan\n  within     20 working days of opening\n  otherwise  lapse\n}\n",
		code:  "statement-missing", folder: "pia", title: "Both agree to a change; silence is no agreement",
	},
	{
		name:  "a notice counts from the day on which it is received, and ends included",
		wrong: "", code: "", folder: "s31", title: "A day later costs a year",
	},
	{
		name:  "what is calculated is confirmed before it is paid, and a debtor cannot veto it",
		wrong: "", code: "", folder: "ipsa", title: "A member who votes no cannot stop what is owed",
	},
	{
		name:  "what a cap leaves has an owner",
		wrong: "", code: "", folder: "ipsa", title: "A bad year costs the providers no more than the cap",
	},
	{
		name:  "what people judge is recorded, not computed",
		wrong: "", code: "", folder: "pia", title: "Legal alone waives standing orders",
	},
}

func TestTraps(t *testing.T) {
	for _, tr := range traps {
		t.Run(tr.name, func(t *testing.T) {
			if tr.wrong != "" {
				codes := map[string]bool{}
				for _, d := range pages.Try(tr.wrong) {
					codes[string(d.Code)] = true
				}
				if !codes[tr.code] {
					t.Errorf("nothing is found that is called %s: %v", tr.code, codes)
				}
			}
			shown(t, filepath.Join("../../agreements", tr.folder), tr.title)
		})
	}
}

// shown plays the scenario with a title in a folder of agreements.
func shown(t *testing.T, folder, title string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.scenario"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(text, []byte("scenario \""+title+"\"")) {
			continue
		}
		name := string(bytes.Fields(text[bytes.Index(text, []byte("\nagreement ")):])[1])
		played(t, folder, name, path, text, title)
		return
	}
	t.Errorf("%s has no scenario %q", folder, title)
}

func played(t *testing.T, folder, name, path string, text []byte, title string) {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(folder, "*.agreement"))
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(src), "\nagreement "+name+" ") {
			continue
		}
		tree, _ := parse.Text(file, src)
		a, _ := check.Agree(tree)
		m := compile.Machine(a)
		all, _ := Scenarios(path, text, a, m)
		for _, sc := range all {
			if sc.Title != title {
				continue
			}
			r := scenario.Play(m, sc)
			for _, f := range r.Failures {
				t.Errorf("line %d: %s", f.Line, f.Text)
			}
		}
		return
	}
	t.Errorf("%s has no agreement %s", folder, name)
}
