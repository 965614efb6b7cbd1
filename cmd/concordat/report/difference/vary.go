package difference

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"concordat/cmd/concordat/report"

	"concordat/dsl/diff"
	"concordat/engine"
	"concordat/engine/carry"
	"concordat/engine/run"
	"concordat/engine/value"
)

// Variation is a change of a running agreement's text before anybody has voted
// on it: what it says, and what it does to everything that is open.
type Variation struct {
	Agreement run.Agreement // as it stands
	Head      string        // hash of its last event, in hexadecimal
	On        value.Date    // the day as of which things stand
	Path      string        // of the new text
	Print     string        // its fingerprint
	Renamed   []engine.Rename
	Report    *diff.Report // with what history would have come to
	Carried   carry.Outcome
	Onward    []diff.Row // what is paid otherwise from now on
}

// Vary is the plan on one page: what changes, where everything goes, and what is
// paid otherwise.
func Vary(p *report.Page, v *Variation) {
	p.Head("%s: a change of its text", report.Title(v.Agreement))
	p.Line("now       %s, fingerprint %.12s", v.Agreement.Path, v.Agreement.Fingerprint)
	p.Line("then      %s, fingerprint %.12s", v.Path, v.Print)
	p.Line("decided   by %s", v.Agreement.Machine.Varied)
	p.Line("as at     %s, after event %d", v.On, v.Agreement.Seq)
	p.Head("What changes")
	p.Para(2, "%s", changesInBrief(v.Report))
	for i, a := range together(v.Report.Changes) {
		c := a[0]
		p.Item(6, fmt.Sprintf("  %2d.", i+1), "%s", headlineOf(c, a.thing()))
		if c.Aspect != diff.Wording {
			oldAndNew(p, c)
		}
	}
	by := map[carry.Fate][]carry.Passage{}
	for _, x := range v.Carried.Things {
		by[x.Fate] = append(by[x.Fate], x)
	}
	passages(p, "What has nowhere to go", by[carry.Nowhere])
	if len(by[carry.Nowhere]) > 0 {
		p.Line("")
		p.Para(2, "The change cannot take effect like this: end what is open first, or give it a place in the new text.")
		return
	}
	passages(p, "What falls on another day", by[carry.Moves])
	passages(p, "What falls away", by[carry.Falls])
	passages(p, "What is new", by[carry.Opens])
	passages(p, "What is over: the new sums do not reach it", by[carry.Past])
	if len(by[carry.Past]) > 0 {
		p.Para(2, "Is that meant? Then propose it with --past-stays. If the difference is to be paid too, put it into the new text, in the sums of what is still to come.")
	}
	stays(p, by[carry.Kept])
	onward(p, v)
}

// oldAndNew is a change's words under one another.
func oldAndNew(p *report.Page, c *diff.Change) {
	if c.Old != "" {
		p.Item(11, "      was", "%s", c.Old)
	}
	if c.New != "" {
		p.Item(11, "      now", "%s", c.New)
	}
}

// passagesShown is how many things a page lists under one heading.
const passagesShown = 12

func passages(p *report.Page, heading string, of []carry.Passage) {
	if len(of) == 0 {
		return
	}
	p.Head("%s", heading)
	shown := len(of)
	if of[0].Fate != carry.Nowhere {
		shown = min(shown, passagesShown)
	}
	for _, x := range of[:shown] {
		p.Item(4, "  -", "%s", passage(x))
	}
	if more := len(of) - shown; more > 0 {
		p.Line("  and %d more: --format json", more)
	}
}

// passage is one thing and where it goes.
func passage(x carry.Passage) string {
	words := x.Key.String() + " (" + x.State + ")"
	if x.Now != x.Key {
		words += ", then called " + x.Now.String()
	}
	switch {
	case x.Fate == carry.Moves && x.Was.IsSet() && x.Day.IsSet():
		words += fmt.Sprintf(": from %s to %s", x.Was, x.Day)
	case x.Fate == carry.Moves && x.Day.IsSet():
		words += fmt.Sprintf(": on %s", x.Day)
	case x.Fate == carry.Moves:
		words += fmt.Sprintf(": no longer on %s", x.Was)
	case x.Fate == carry.Opens && x.Day.IsSet():
		words += ", next on " + x.Day.String()
	case x.Fate == carry.Past:
		return carry.Said([]carry.Passage{x})[0]
	case x.Fate == carry.Kept && x.Day.IsSet():
		words += ": " + x.Day.String()
	}
	if x.Sum != nil {
		words += fmt.Sprintf(", %s instead of %s", x.Sum.Now, x.Sum.Was)
	}
	switch {
	case x.Why == "":
		return words
	case x.Fate == carry.Moves:
		return words + " (" + x.Why + ")"
	}
	return words + ": " + x.Why
}

// stays lists what is under way and stays as it is; what has not begun is counted.
func stays(p *report.Page, of []carry.Passage) {
	under := slices.DeleteFunc(slices.Clone(of), func(x carry.Passage) bool { return notBegun(x) })
	p.Head("What stays as it is")
	for _, x := range under {
		p.Item(4, "  -", "%s", passage(x))
	}
	if later := len(of) - len(under); later > 0 {
		p.Para(2, "%d figures, reviews, payments and other things that have not begun stay as they are, too.", later)
	}
}

func notBegun(x carry.Passage) bool {
	return x.Sum == nil && x.Why == "" && (x.State == "scheduled" || x.State == "awaiting figures" || x.State == "waiting")
}

// onward is what the change comes to in pounds: from now on, and as it would
// have been from the first day.
func onward(p *report.Page, v *Variation) {
	p.Head("What is paid otherwise from now on")
	if len(v.Onward) == 0 {
		p.Para(2, "Nothing of what is scheduled or owed today.")
	}
	rows(p, v.Onward)
	if v.Report.Pounds == nil {
		return
	}
	p.Head("Had the new text held from the first day")
	if len(v.Report.Pounds.Stories) == 0 {
		p.Para(2, "What has happened would have come to the same.")
	}
	for i := range v.Report.Pounds.Stories {
		s := &v.Report.Pounds.Stories[i]
		rows(p, s.Rows)
		if s.Untold != "" {
			p.Para(2, "History cannot tell all: %s.", s.Untold)
		}
	}
}

func rows(p *report.Page, of []diff.Row) {
	t := report.Table{Indent: 2, Head: []string{"party", "period", "under", "before", "after", "difference"}, Right: map[int]bool{3: true, 4: true, 5: true}}
	for _, r := range of {
		t.Row(r.Party, cmp.Or(r.Period.String(), "–"), r.Cause, r.Before.String(), r.After.String(), signedSum(r.Difference()))
	}
	if len(of) > 0 {
		p.Table(t)
	}
}

// Plan is a variation for machines, and the file that it is applied from.
type Plan struct {
	SchemaVersion int          `json:"schema_version"`
	Agreement     string       `json:"agreement"`
	Decision      string       `json:"decision"`
	Old           planText     `json:"old"`
	New           planText     `json:"new"`
	Event         uint64       `json:"event"` // the last that the plan knows
	Head          string       `json:"head"`  // its hash
	AsAt          string       `json:"as_at"`
	Changes       []planChange `json:"changes"`
	Things        []planThing  `json:"things"`
	Onward        []rowJSON    `json:"paid_otherwise"`
	History       []rowJSON    `json:"had_it_held_from_the_first_day"`
	Untold        string       `json:"history_cannot_tell,omitempty"`
}

type planText struct {
	Path        string `json:"path"`
	Fingerprint string `json:"fingerprint"`
}

type planChange struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	Level       string `json:"level"`
	What        string `json:"what"`
	Old         string `json:"old,omitempty"`
	New         string `json:"new,omitempty"`
}

type planThing struct {
	Thing string     `json:"thing"`
	Now   string     `json:"then_called,omitempty"`
	Kind  string     `json:"kind,omitempty"`
	State string     `json:"state"`
	Goes  carry.Fate `json:"goes"`
	From  string     `json:"from,omitempty"`
	To    string     `json:"to,omitempty"`
	Was   *int64     `json:"was_pence,omitempty"`
	Is    *int64     `json:"is_pence,omitempty"`
	Why   string     `json:"why,omitempty"`
}

// PlanJSON writes a plan.
func PlanJSON(v *Variation) ([]byte, error) {
	out := Plan{SchemaVersion: 1, Agreement: v.Agreement.Name, Decision: v.Agreement.Machine.Varied, Event: v.Agreement.Seq, Head: v.Head, AsAt: v.On.ISO(),
		Old: planText{v.Agreement.Path, v.Agreement.Fingerprint}, New: planText{v.Path, v.Print},
		Changes: []planChange{}, Things: []planThing{}, Onward: rowsJSON(v.Onward), History: []rowJSON{}}
	for i := range v.Report.Changes {
		c := &v.Report.Changes[i]
		out.Changes = append(out.Changes, planChange{c.Fingerprint(), c.Rule(), c.Level.String(), headline(c), c.Old, c.New})
	}
	for _, x := range v.Carried.Things {
		t := planThing{Thing: x.Key.String(), Kind: string(x.Kind), State: x.State, Goes: x.Fate, From: iso(x.Was), To: iso(x.Day), Why: x.Why}
		if x.Now != x.Key {
			t.Now = x.Now.String()
		}
		if x.Sum != nil {
			was, is := int64(x.Sum.Was), int64(x.Sum.Now)
			t.Was, t.Is = &was, &is
		}
		out.Things = append(out.Things, t)
	}
	if pounds := v.Report.Pounds; pounds != nil && len(pounds.Stories) > 0 {
		out.History, out.Untold = rowsJSON(pounds.Stories[0].Rows), pounds.Stories[0].Untold
	}
	return report.Indent(out)
}

func iso(d value.Date) string {
	if !d.IsSet() {
		return ""
	}
	return d.ISO()
}

// ReadPlan reads what PlanJSON wrote.
func ReadPlan(text []byte) (Plan, error) {
	var p Plan
	err := json.Unmarshal(text, &p)
	if err == nil && p.SchemaVersion != 1 {
		err = fmt.Errorf("it has the version %d; this program knows 1", p.SchemaVersion)
	}
	return p, err
}

func rowsJSON(of []diff.Row) []rowJSON {
	out := make([]rowJSON, len(of))
	for i, r := range of {
		out[i] = rowJSON{r.Party, r.Period, r.Cause, r.Before, r.After}
	}
	return out
}
