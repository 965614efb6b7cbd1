package difference

import (
	"cmp"
	"fmt"
	"strings"

	"concordat/cmd/concordat/report"

	"concordat/dsl/diff"
	"concordat/engine/value"
)

// Write writes the page of what changes between two revisions: who gains and
// who loses, every change, and what it comes to in pounds.
func Write(p *report.Page, r *diff.Report) {
	p.Head("%s: %s", r.Name, r.Title)
	p.Line("%s → %s", r.Old, r.New)
	p.Line("%s", changesInBrief(r))
	if len(r.Changes) == 0 && (r.Pounds == nil || !r.Pounds.Moved()) {
		return
	}
	if r.Level == diff.Variation && len(r.Parties) > 0 {
		p.Head("Who gains, who loses")
		t := report.Table{Indent: 2}
		for _, s := range r.Parties {
			t.Row(s.Party, verdictWords(&s))
		}
		p.Table(t)
	}
	for i, a := range together(r.Changes) {
		change(p, i+1, a, r)
	}
	pounds(p, r.Pounds)
}

var effectWords = map[diff.Effect]string{
	diff.None: "is not touched", diff.Gains: "gains", diff.Loses: "loses", diff.Mixed: "gains in some ways and loses in others",
	diff.Unknown: "is touched; the text alone does not say how",
}

// verdictWords are what all changes do to a party; where money goes one way and the
// rest another, both.
func verdictWords(v *diff.Verdict) string {
	switch {
	case v.Money == diff.Gains && v.Rest == diff.Loses:
		return "gains money, and loses otherwise"
	case v.Money == diff.Loses && v.Rest == diff.Gains:
		return "loses money, and gains otherwise"
	case v.Money == diff.Gains && v.Effect == diff.Mixed:
		return "gains money; otherwise gains in some ways and loses in others"
	case v.Money == diff.Loses && v.Effect == diff.Mixed:
		return "loses money; otherwise gains in some ways and loses in others"
	case v.Money == diff.Mixed && v.Rest == diff.None:
		return "gains money in some scenarios and loses it in others"
	}
	return effectWords[v.Effect]
}

// changesInBrief is the line that a reader in a hurry reads.
func changesInBrief(r *diff.Report) string {
	count := map[diff.Level]int{}
	for i := range r.Changes {
		count[r.Changes[i].Level]++
	}
	var parts []string
	for i := len(diff.Levels) - 1; i >= 0; i-- {
		if l := diff.Levels[i]; count[l] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", count[l], levelWords(l, count[l])))
		}
	}
	switch {
	case len(r.Changes) == 0:
		return "The two texts mean the same."
	case len(r.Changes) == 1:
		return "1 change: " + strings.Join(parts, ", ") + "."
	}
	return fmt.Sprintf("%d changes: %s.", len(r.Changes), strings.Join(parts, ", "))
}

func levelWords(l diff.Level, n int) string {
	switch l {
	case diff.Variation:
		return plural(n, "variation of money, a right, a duty or a date", "variations of money, a right, a duty or a date")
	case diff.NoticeIt:
		return "whose weight the text alone cannot decide"
	case diff.Note:
		return plural(n, "note", "notes")
	}
	return "of wording alone"
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func change(p *report.Page, n int, a alike, r *diff.Report) {
	c := a[0]
	p.Head("%d. %s", n, headlineOf(c, a.thing()))
	wasAndNow(p, c)
	if c.Means != "" {
		p.Para(3, "%s", c.Means)
	}
	for _, more := range []string{c.Example, c.Remark} {
		if more != "" {
			p.Para(3, "%s", more)
		}
	}
	for _, words := range sidesSaid(c, r) {
		p.Para(3, "%s", words)
	}
	if len(a) > 1 {
		p.Para(3, "%s · %s", c.Level, c.Rule())
		p.Para(3, "%s", a.named())
	} else {
		p.Para(3, "%s · %s · %s", c.Level, c.Rule(), c.Fingerprint())
	}
	if by := c.Accepted; by != nil {
		p.Para(3, "Accepted on %s by %s: %s", by.On, by.Who, by.Why)
	}
}

// wasAndNow shows what stands in either text; of prose that changed, the words.
func wasAndNow(p *report.Page, c *diff.Change) {
	if c.Aspect == diff.Wording && c.Was == "" && c.Old != "" && c.New != "" {
		p.Para(3, "%s", proseText(diff.Prose(unquoted(c.Old), unquoted(c.New))))
		return
	}
	if c.Old != "" {
		p.Item(8, "   was", "%s", c.Old)
	}
	if c.New != "" {
		p.Item(8, "   now", "%s", c.New)
	}
}

func unquoted(s string) string { return strings.TrimSpace(strings.Trim(s, `"`)) }

// wordsAround is how many words of unchanged prose are shown beside a change.
const wordsAround = 8

// proseText writes changed words as [old → new], with some words around them.
func proseText(runs []diff.Run) string {
	var out []string
	for i, r := range runs {
		switch {
		case r.Old == r.New:
			out = append(out, shortened(r.Old, i == 0, i == len(runs)-1))
		case r.Old == "":
			out = append(out, "[+ "+r.New+"]")
		case r.New == "":
			out = append(out, "[- "+r.Old+"]")
		default:
			out = append(out, "["+r.Old+" → "+r.New+"]")
		}
	}
	return strings.Join(out, " ")
}

// shortened leaves out the middle of a long stretch, or its far end.
func shortened(s string, first, last bool) string {
	words := strings.Fields(s)
	switch {
	case first && len(words) > wordsAround:
		return "… " + strings.Join(words[len(words)-wordsAround:], " ")
	case last && len(words) > wordsAround:
		return strings.Join(words[:wordsAround], " ") + " …"
	case len(words) > 2*wordsAround:
		return strings.Join(words[:wordsAround], " ") + " … " + strings.Join(words[len(words)-wordsAround:], " ")
	}
	return s
}

// headline says in a few words what has changed and by how much.
func headline(c *diff.Change) string { return headlineOf(c, c.Thing()) }

func headlineOf(c *diff.Change, thing string) string {
	switch {
	case c.Was != "":
		return fmt.Sprintf("%s %s is now called %s", c.Keyword, c.Was, c.Block)
	case c.Statement == "" && c.Aspect == diff.Wording:
		return thing + ": another title"
	case c.Action == diff.Add:
		return thing + ": new"
	case c.Action == diff.Remove:
		return thing + ": gone"
	case c.By != "":
		return thing + ": " + c.By
	case c.Old == "" && c.New == "":
		return thing + ": look at the words"
	}
	return thing + ": changed"
}

// sidesSaid are the sentences about whom a change helps and hurts, one for each
// effect. Money that the text alone leaves open is in the pounds.
func sidesSaid(c *diff.Change, r *diff.Report) []string {
	var out []string
	counted := c.AboutMoney() && r.Pounds != nil && r.Pounds.Moved()
	for _, e := range []diff.Effect{diff.Gains, diff.Loses, diff.Mixed, diff.Unknown} {
		var who []string
		for _, s := range c.Sides {
			if s.Effect == e {
				who = append(who, s.Party)
			}
		}
		if len(who) > 0 {
			out = append(out, everybody(who, len(r.Parties))+sideWords(e, len(who), counted))
		}
	}
	return out
}

// everybody lists parties; more than two that are all there are go without names.
func everybody(who []string, parties int) string {
	switch {
	case len(who) == 1:
		return who[0]
	case len(who) > 2 && len(who) == parties:
		return "All parties"
	}
	return strings.Join(who[:len(who)-1], ", ") + " and " + who[len(who)-1]
}

func sideWords(e diff.Effect, parties int, counted bool) string {
	switch {
	case e == diff.Gains:
		return plural(parties, " gains.", " gain.")
	case e == diff.Loses:
		return plural(parties, " loses.", " lose.")
	case e == diff.Mixed && counted:
		return plural(parties, " gains in some ways and loses in others: see the pounds.", " gain in some ways and lose in others: see the pounds.")
	case e == diff.Mixed:
		return plural(parties, " gains in some ways and loses in others.", " gain in some ways and lose in others.")
	case counted:
		return plural(parties, " is touched: see the pounds.", " are touched: see the pounds.")
	}
	return plural(parties, " is touched; the text alone does not say how.", " are touched; the text alone does not say how.")
}

// storiesShown is how many stories a page for people shows in full.
const storiesShown = 3

func pounds(p *report.Page, all *diff.Pounds) {
	if all == nil {
		return
	}
	moved, untold := 0, 0
	for i := range all.Stories {
		if len(all.Stories[i].Rows) > 0 {
			moved += 1 + len(all.Stories[i].Same)
		}
		if all.Stories[i].Untold != "" {
			untold++
		}
	}
	p.Head("In pounds")
	if moved == 0 {
		p.Para(2, "No difference in %d %s.", all.Played, plural(all.Played, "scenario", "scenarios"))
	} else {
		p.Para(2, "Money moves differently in %d of %d scenarios. What a party receives, with a minus for what it pays:", moved, all.Played)
	}
	shown, tables := 0, 0
	for i := range all.Stories {
		s := &all.Stories[i]
		if len(s.Rows) == 0 || tables == storiesShown {
			continue
		}
		shown += 1 + len(s.Same)
		tables++
		story(p, s)
	}
	if moved > shown {
		p.Line("")
		p.Para(2, "The other %d are shown with --format json.", moved-shown)
	}
	if untold > 0 {
		p.Head("What history cannot tell")
		p.Para(2, "The newer text refuses an act of these stories. They are compared up to there.")
		for i := range all.Stories {
			if s := &all.Stories[i]; s.Untold != "" {
				p.Item(4, "  -", "“%s”: %s", s.Title, s.Untold)
			}
		}
	}
}

func story(p *report.Page, s *diff.Story) {
	p.Line("")
	p.Para(2, "“%s”%s", s.Title, andSame(s))
	t := report.Table{Indent: 4, Head: []string{"party", "period", "under", "before", "after", "difference"}, Right: map[int]bool{3: true, 4: true, 5: true}}
	for _, r := range s.Rows {
		t.Row(r.Party, cmp.Or(r.Period.String(), "–"), r.Cause, r.Before.String(), r.After.String(), signedSum(r.Difference()))
	}
	p.Table(t)
}

func signedSum(m value.Money) string {
	if m > 0 {
		return "+" + m.String()
	}
	return m.String()
}
