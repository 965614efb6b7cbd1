package check

import (
	"cmp"
	"slices"

	"concordat/dsl/diag"
	"concordat/dsl/problem"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// Scenario is a story whose names, periods and order of dates have been checked
// against its agreement.
type Scenario struct {
	Title string
	At    diag.Span
	Lines []ScenarioLine
}

// ScenarioLine is one line of a scenario. Given or Day is set: the line as it
// was read, in which every name is one of the agreement's and of the right
// kind, and every period one that the measure or review has. Only what a line
// with `refuse` asks for may be anything, because it is to be refused.
type ScenarioLine struct {
	Text  string     // the whole line in words
	At    diag.Span  // keyword and value
	On    value.Date // of a given: the day on which the figure is final
	Given *syntax.GivenFact
	Day   *syntax.OnDay
}

// Scenarios checks a scenario file against its agreement, which has no errors.
func Scenarios(file *syntax.File, a *settled.Agreement) ([]Scenario, diag.List) {
	c := &checker{Collector: problem.Collect(file, a), names: map[string]*pair{}, used: map[settled.Named]bool{}, openers: map[*settled.Decision][]settled.Said{}, lost: map[string]bool{}, nameless: map[string]bool{}}
	for _, is := range a.Blocks() {
		c.blocks, c.Heads = append(c.blocks, pair{is: is}), append(c.Heads, settled.HeadOf(is))
		c.names[settled.HeadOf(is).Name] = &c.blocks[len(c.blocks)-1]
	}
	for _, p := range a.Principles {
		c.names[p.Name] = &pair{is: p}
	}
	if file.For.Name != "" && file.For.Name != a.Name {
		c.OtherAgreement(&file.For)
	}
	titles := map[string]diag.Span{}
	var out []Scenario
	for _, b := range file.Blocks {
		if b.Def == nil || b.Keyword.Name != "scenario" {
			continue
		}
		if first, twice := titles[b.Title.Value]; twice {
			c.ScenarioTwice(b, first)
		}
		titles[b.Title.Value] = b.Title.At
		out = append(out, c.scenario(b))
	}
	slices.SortStableFunc(c.Found, func(a, b diag.Diagnostic) int { return cmp.Compare(a.At.Start, b.At.Start) })
	return out, c.Found
}

func (c *checker) scenario(b *syntax.Block) Scenario {
	s := Scenario{Title: b.Title.Value, At: b.Head}
	last, lastAt := value.NoDate, diag.Span{}
	for _, st := range b.Statements {
		line := ScenarioLine{At: st.At, Text: c.words(st.At)}
		switch v := st.Value.(type) {
		case *syntax.GivenFact:
			line.Given, line.On = v, c.date(&v.Final)
			c.given(v)
		case *syntax.OnDay:
			line.Day, line.On = v, c.date(&v.Date)
			if line.On.IsSet() && last.IsSet() && line.On < last {
				c.DatesGoBack(v.Date.At, line.On, last, lastAt)
			} else {
				last, lastAt = line.On, v.Date.At
			}
			c.onDay(v)
		default:
			continue
		}
		s.Lines = append(s.Lines, line)
	}
	return s
}

func (c *checker) given(v *syntax.GivenFact) {
	m := one[*settled.Measure](c, &v.Measure, "measure")
	if m == nil {
		return
	}
	c.measurePeriod(&v.Period, m, true)
	switch {
	case v.Band != nil:
		c.band(v.Band)
	case m.Judged != nil:
		c.JudgedFigure(v.Value.At, m)
	case v.Value != nil:
		c.precise(v.Value, m)
	}
}

// measurePeriod finds a period that a measure has nothing for. A figure comes
// in for the periods of its return; values and bands exist for others too.
func (c *checker) measurePeriod(at *syntax.Period, m *settled.Measure, values bool) {
	p := periodOf(at)
	if p.IsZero() {
		return
	}
	kinds := []value.PeriodKind{m.Every}
	if values {
		kinds = append(kinds, m.Kinds()...)
	}
	if !slices.Contains(kinds, p.Kind) {
		c.NoSuchPeriod(at.At, p, m, kinds)
		return
	}
	c.inTerm(at.At, p)
}

func (c *checker) inTerm(at diag.Span, p value.Period) {
	if years := c.Agreement.Periods(p.Kind); years != nil && !slices.Contains(years, p) && !c.Agreement.Practises(p) {
		c.PeriodOutside(at, p)
	}
}

func (c *checker) onDay(v *syntax.OnDay) {
	switch {
	case v.Act != nil:
		c.act(v.Act, false)
	case v.Refuse != nil:
		c.act(&v.Refuse.Act, true)
		c.reference(&v.Refuse.Because)
	case v.Expect != nil:
		c.expect(v.Expect)
	}
}

// act checks what somebody does. Of an act that is to be refused only the names
// are checked.
func (c *checker) act(a *syntax.Act, refused bool) {
	c.who(&a.Who, aParty|parties|aGroup|aBody|everyParty|anOfficer)
	switch {
	case a.Returns != nil:
		c.figureAct(a.Returns, refused)
	case a.Restates != nil:
		c.figureAct(a.Restates, refused)
	case a.Accepts != nil:
		c.forFigure(a.Accepts, refused)
	case a.Contests != nil:
		c.forFigure(&a.Contests.Figure, refused)
	case a.Judges != nil:
		c.judges(a.Judges, refused)
	case a.Proposes != nil:
		c.find(&a.Proposes.Decision, "decision")
		c.about(a.Proposes.About)
	case a.Votes != nil:
		d := one[*settled.Decision](c, &a.Votes.Decision, "decision")
		c.about(a.Votes.About)
		c.reasons(a.Votes.Because, d)
	case a.Serves != nil:
		c.find(&a.Serves.Notice, "notice")
		c.who(&a.Serves.On, aParty|parties|everyOther|everyParty)
	case a.Withdraws != nil:
		c.find(&a.Withdraws.Notice, "notice")
	case a.Proclaims != nil:
		for _, in := range a.Proclaims.In {
			c.oneOf(in, "calendar", value.Calendars())
		}
	case a.Raises != nil:
		c.find(&a.Raises.Dispute, "dispute")
		c.about(&a.Raises.About)
	case a.Settles != nil:
		c.find(&a.Settles.Dispute, "dispute")
		c.about(a.Settles.About)
	case a.Files != nil:
		if s := one[*settled.ProcessStep](c, &a.Files.Step, "step"); s != nil && !refused {
			c.files(a.Files, s)
		}
	case a.Completes != nil:
		c.find(&a.Completes.Step, "step")
	case a.Starts != nil:
		c.find(&a.Starts.Step, "process")
	case a.Enters != nil:
		if r := one[*settled.Register](c, &a.Enters.Register, "register"); r != nil && !refused {
			c.enters(a.Enters, r)
		}
	case a.Answers != nil:
		c.find(&a.Answers.Register, "register")
	case a.ForWhom() != nil:
		c.find(&a.ForWhom().Outcome, "price")
		if len(a.ForWhom().People()) == 0 {
			c.NobodyBetween(a.ForWhom())
		}
	case a.Holds != nil:
		if r := one[*settled.Review](c, &a.Holds.Name, "review"); r != nil && !refused {
			c.heldFor(a.Holds, r)
		}
	}
}

func (c *checker) figureAct(f *syntax.FigureAct, refused bool) {
	m := one[*settled.Measure](c, &f.Measure, "measure")
	if m == nil || refused {
		return
	}
	c.measurePeriod(&f.Period, m, false)
	switch {
	case m.Judged != nil:
		c.JudgedFigure(f.Measure.At, m)
	case f.Value != nil && len(m.Inputs) > 0:
		c.NeedsInputs(f.Value.At, m)
	case f.Value != nil:
		c.precise(f.Value, m)
	}
	for _, in := range f.Inputs {
		if !slices.ContainsFunc(m.Inputs, func(i settled.Input) bool { return i.Name == in.Input.Name }) {
			c.NoInput(&in.Input, m)
		}
	}
}

func (c *checker) forFigure(f *syntax.ForPeriod, refused bool) {
	if m := one[*settled.Measure](c, &f.Name, "measure"); m != nil && !refused {
		c.measurePeriod(&f.Period, m, false)
	}
}

func (c *checker) judges(j *syntax.JudgesAct, refused bool) {
	m := one[*settled.Measure](c, &j.Measure, "measure")
	c.band(&j.Band)
	if m == nil {
		return
	}
	if !refused {
		c.measurePeriod(&j.Period, m, false)
	}
	c.reasons(j.Because, m.Judged)
}

// reasons finds reasons under a name that is none of the agreement's.
func (c *checker) reasons(given []*syntax.Because, d *settled.Decision) {
	for _, b := range given {
		if b.Reason == nil || b.Reason.Name == "reason" || d != nil && slices.Contains(d.Records, b.Reason.Name) {
			continue
		}
		c.find(b.Reason, "principle")
	}
}

func (c *checker) about(v *syntax.About) {
	if v == nil || v.Name == nil {
		return
	}
	switch x := c.find(v.Name, "measure", "review", "gainshare", "scorecard", "decision", "notice", "contract", "dispute", "funding", "advance", "fund", "register", "process", "step").(type) {
	case *settled.Measure:
		if v.Period != nil {
			c.measurePeriod(v.Period, x, true)
		}
	default:
		if v.Period != nil {
			c.inTerm(v.Period.At, periodOf(v.Period))
		}
	}
}

func (c *checker) reviewPeriod(at *syntax.Period, r *settled.Review) {
	p := periodOf(at)
	if !p.IsZero() && p.Kind != r.Every {
		c.NoSuchReview(at.At, p, r)
		return
	}
	c.inTerm(at.At, p)
}

// reference checks a statement that is named as the reason of a refusal.
func (c *checker) reference(r *syntax.RuleRef) {
	def := syntax.LookupBlock("agreement")
	if r.Block.Name != "agreement" {
		p := c.names[r.Block.Name]
		if p == nil {
			c.BlockUnknown(&r.Block)
			return
		}
		def = syntax.LookupBlock(settled.HeadOf(p.is).Keyword)
	}
	if def == nil || def.Lookup(problem.Spaced(r.Statement.Name)) == nil {
		c.StatementUnknown(r, def)
	}
}
