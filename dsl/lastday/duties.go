package lastday

import (
	"fmt"
	"slices"

	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Duty is something that must be done, and the last day on which it can still
// happen, counted through lateness, silence, contest and referral.
type Duty struct {
	settled.Said        // the statement that sets the last day
	What         string // "placements for 2016/17 Q4 is final"
	Steps        []Step // how the day comes about, in order
	Last         value.Date
	Provisional  bool // a bank holiday on the way may yet be moved
	AfterTheTerm bool
}

// Step is one day on the way to the last.
type Step struct {
	What string // "is due"
	Said settled.Said
	On   value.Date
}

// Days reckons the days of an agreement.
type Days struct{ *settled.Agreement }

// Reckon reckons the days of an agreement that has a calendar and a term.
func Reckon(a *settled.Agreement) Days { return Days{a} }

// Path counts days on from one to the next.
type Path struct {
	a           *settled.Agreement
	Steps       []Step
	On          value.Date
	provisional bool
}

// From begins a path on a day.
func (a Days) From(what string, said settled.Said, on value.Date) Path {
	return Path{a: a.Agreement, Steps: []Step{{what, said, on}}, On: on}
}

// Step goes on by a span, and to a working day where the line says so.
func (p Path) Step(what string, said settled.Said, s value.Span, adjust machine.Adjust) Path {
	day, provisional := p.a.Calendar.After(p.On, s)
	switch adjust {
	case machine.NextWorking:
		day = p.a.Calendar.NextWorkingDay(day)
	case machine.PreviousWorking:
		day = p.a.Calendar.PreviousWorkingDay(day)
	}
	p.Steps = append(slices.Clip(p.Steps), Step{what, said, day})
	p.On, p.provisional = day, p.provisional || provisional
	return p
}

// until goes on to a day that is known.
func (p Path) until(on value.Date, what string, said settled.Said) Path {
	p.Steps = append(slices.Clip(p.Steps), Step{what, said, on})
	p.On = on
	return p
}

// Within goes on by the time that a statement gives.
func (p Path) Within(what string, w settled.Within) Path {
	return p.Step(what, w.Said, w.Span, w.Adjust)
}

// Later is the path that ends on the later day.
func Later(p, q Path) Path {
	if q.On > p.On {
		return q
	}
	return p
}

// decided is the last day on which a decision that opens on the path's day has
// an outcome: every vote fails, every escalation and referral takes its time.
func (p Path) decided(d *settled.Decision) Path {
	if d == nil || len(d.Stages) == 0 {
		return p
	}
	p = p.Within(fmt.Sprintf("%s closes", d.Name), d.Stages[0].Within)
	for _, a := range d.Otherwise {
		switch dispute, _ := a.On.(*settled.Dispute); {
		case a.Stage != nil:
			p = p.Within(fmt.Sprintf("%s closes for %s", d.Name, a.Stage.By.Name()), a.Stage.Within)
		case dispute != nil:
			p = p.settled(dispute)
		}
	}
	return p
}

// settled is the last day on which a dispute that is referred on the path's day
// has ended.
func (p Path) settled(d *settled.Dispute) Path {
	if d == nil {
		return p
	}
	for _, l := range d.Levels {
		if l.Waits {
			break // no day ends it
		}
		p = p.Within(fmt.Sprintf("%s has had its time under %s", l.By.Name(), d.Name), l.Within)
	}
	return p
}

// final is the last day on which a measure's figure for a period becomes final.
// Either it never comes and is decided, or it comes on the last day before that,
// is contested on the last day for it and goes through every level.
func (a Days) final(m *settled.Measure, p value.Period) Path {
	said := m.Said("judged")
	if m.Return != nil {
		said = m.Return.Said("every")
	}
	end := a.From(fmt.Sprintf("%s ends", a.YearStart.Label(p)), said, a.YearStart.Last(p))
	r := m.Return
	if r == nil {
		return end.decided(m.Judged)
	}
	missing := end.Within("is due", r.Due).Step("counts as missing", r.Missing.Said, r.Missing.Span, machine.Unadjusted)
	decision, _ := r.Missing.Do.On.(*settled.Decision)
	determined := missing.decided(decision)
	late := determined.Step("comes in after all", m.Said("returned"), value.Span{}, machine.Unadjusted)
	return Later(determined, late.Within("is contested", r.AcceptIn).settled(r.Contested))
}

// AllFinal is the last day on which everything that a gainshare's period is
// calculated from becomes final.
func (a Days) AllFinal(g *settled.Gainshare, p value.Period) Path {
	last := a.From(fmt.Sprintf("%s ends", a.YearStart.Label(p)), g.Rhythm(), a.YearStart.Last(p))
	asked := map[*settled.Return]bool{}
	for _, m := range g.Reads() {
		if m.Return != nil && asked[m.Return] {
			continue // what is returned together has the same days
		}
		asked[m.Return] = m.Return != nil
		if parts := a.YearStart.Parts(p, m.Every); len(parts) > 0 {
			last = Later(last, a.final(m, parts[len(parts)-1]))
		}
	}
	return last
}

// settlement is the last day on which a gainshare's period is paid.
func (a Days) settlement(g *settled.Gainshare, p value.Period) Path {
	final := a.AllFinal(g, p)
	if g.Cost != nil {
		final = final.decided(g.Cost.Substantiated)
	}
	return final.decided(g.Confirmed).Within("is paid", g.Paid)
}

// LastDays computes the last possible day of every duty of an agreement without
// errors and holes, in the order of the text; of what comes round, the last
// occurrence.
func Duties(of *settled.Agreement) []Duty {
	a := Reckon(of)
	var duties []Duty
	add := func(what string, p Path) {
		if len(p.Steps) > 1 {
			duties = append(duties, Duty{
				Said: p.Steps[len(p.Steps)-1].Said, What: what, Steps: p.Steps, Last: p.On,
				Provisional: p.provisional, AfterTheTerm: p.On > a.Last,
			})
		}
	}
	for _, m := range a.Measures {
		if p, ok := a.LastPeriod(m.Every); ok {
			add(fmt.Sprintf("%s for %s is final", m.Name, a.YearStart.Label(p)), a.final(m, p))
		}
	}
	for _, f := range a.Fundings {
		if p, ok := a.LastPeriod(f.Every); ok {
			add(fmt.Sprintf("the instalment of %s for %s is paid", f.Name, a.YearStart.Label(p)), a.Instalment(f, p))
		}
	}
	for _, x := range a.Tranches {
		add(fmt.Sprintf("%s is paid", x.Name), a.Tranche(x))
	}
	for _, g := range a.Gainshares {
		if p, of, ok := a.LastSettled(g); ok {
			if g.Scorecard {
				add(fmt.Sprintf("%s for %s is scored", g.Name, of), a.AllFinal(g, p))
				continue
			}
			paid := a.settlement(g, p)
			add(fmt.Sprintf("%s for %s is paid", g.Name, of), paid)
			add(fmt.Sprintf("%s for %s is corrected", g.Name, of),
				paid.Step("may no longer be corrected", g.Said("corrected"), g.Corrected, machine.Unadjusted))
		}
	}
	for _, f := range a.Held {
		if p, ok := a.LastPeriod(value.Year); ok {
			add(fmt.Sprintf("%s for %s is settled", f.Name, a.YearStart.Label(p)), a.FundPaid(f, p))
		}
	}
	for _, d := range a.Decisions {
		switch closes := a.From("the term ends", a.Said("term"), a.Last).decided(d); {
		case a.opensForFigures(d): // its days are on the way to a figure or a sum
		case d.Survives:
			add(fmt.Sprintf("%s, opened on the last day of the term, has an outcome", d.Name), closes)
		default:
			add(fmt.Sprintf("%s has an outcome", d.Name),
				a.From("the term begins", a.Said("term"), a.First).until(a.Last, "falls away if it is still open", a.Said("term")))
		}
	}
	for _, r := range a.Reviews {
		if p, ok := a.LastPeriod(r.Every); ok {
			add(fmt.Sprintf("%s for %s is held", r.Name, a.YearStart.Label(p)), a.ReviewHeld(r, p))
		}
	}
	for _, d := range a.Disputes {
		if n := len(d.Levels); n > 0 && d.Levels[n-1].Waits {
			continue
		}
		add(fmt.Sprintf("%s, raised on the last day of the term, has ended", d.Name),
			a.From("the term ends", a.Said("term"), a.Last).settled(d))
	}
	a.answersAndSteps(add)
	slices.SortStableFunc(duties, func(x, y Duty) int { return int(x.Last - y.Last) })
	return duties
}

// opensForFigures reports whether a decision opens for a figure or a settlement
// and not by itself.
func (a Days) opensForFigures(d *settled.Decision) bool {
	return slices.ContainsFunc(a.Measures, func(m *settled.Measure) bool { return m.Judged == d }) ||
		slices.ContainsFunc(a.Returns, func(r *settled.Return) bool { return r.Missing.Do.On == settled.Named(d) }) ||
		slices.ContainsFunc(a.Gainshares, func(g *settled.Gainshare) bool { return g.Confirmed == d }) ||
		slices.ContainsFunc(a.Held, func(f *settled.Fund) bool { return f.Confirmed == d })
}

// Instalment is the day on which a funding pays for a period.
func (a Days) Instalment(f *settled.Funding, p value.Period) Path {
	day, what := a.YearStart.Last(p), "ends"
	if f.Advance {
		day, what = a.YearStart.First(p), "begins"
	}
	return a.From(a.YearStart.Label(p)+" "+what, f.Said("paid"), day).Step("is paid", f.Said("paid"), value.Span{}, f.Adjust)
}

// Tranche is the last day on which a tranche is paid: its step is done on the last
// day of the term.
func (a Days) Tranche(x *settled.Tranche) Path {
	return a.From("the term ends, and `"+settled.NameOf(x.Step)+"` is done", x.Said("when"), a.Last).Within("it is paid", x.Paid)
}

// ReviewHeld is the last day on which a review of a period is held.
func (a Days) ReviewHeld(r *settled.Review, p value.Period) Path {
	if r.Inside {
		return a.From(a.YearStart.Label(p)+" begins", r.Said("every"), a.YearStart.First(p)).until(a.YearStart.Last(p), "is held", r.Held.Said)
	}
	return a.From(a.YearStart.Label(p)+" ends", r.Said("every"), a.YearStart.Last(p)).Within("is held", r.Held)
}
