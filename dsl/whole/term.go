package whole

import (
	"slices"

	"concordat/dsl/lastday"
	"concordat/dsl/problem"
	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// afterTheEnd finds what must still happen after the term but is not named in
// `survives`, and what is named there for nothing.
func (w *Text) afterTheEnd() {
	var needs []problem.Outliving
	need := func(is settled.Named, at settled.Said, on value.Date) {
		if on <= w.Agreement.Last || slices.ContainsFunc(needs, func(n problem.Outliving) bool { return n.Is == is }) {
			return
		}
		needs = append(needs, problem.Outliving{Is: is, At: at, On: on})
	}
	w.figuresAfter(need)
	w.moneyAfter(need)
	for _, r := range w.Agreement.Reviews {
		if p, ok := w.Agreement.LastPeriod(r.Every); ok {
			need(r, r.Said("held"), lastday.Reckon(w.Agreement).ReviewHeld(r, p).On)
		}
	}
	var lacks []problem.Outliving
	for _, n := range needs {
		if !slices.Contains(w.Agreement.Survives, n.Is) {
			lacks = append(lacks, n)
		}
	}
	switch {
	case len(lacks) > 1 && len(w.Agreement.Survives) == 0:
		w.NothingSurvives(lacks)
	default:
		for _, n := range lacks {
			w.MustSurvive(n)
		}
	}
	w.needless(needs)
}

func (w *Text) figuresAfter(need func(settled.Named, settled.Said, value.Date)) {
	a := w.Agreement
	for _, m := range a.Measures {
		p, ok := a.LastPeriod(m.Every)
		if !ok {
			continue
		}
		end := lastday.Reckon(a).From("", settled.Said{}, a.YearStart.Last(p))
		switch {
		case m.Judged != nil:
			w.decisionAfter(m.Judged, end.Within("", m.Judged.Stages[0].Within).On, need)
		case m.Return != nil:
			r := m.Return
			due := end.Within("", r.Due)
			missing := due.Step("", r.Missing.Said, r.Missing.Span, machine.Unadjusted)
			need(r, r.Said("due"), due.On)
			if d, ok := r.Missing.Do.On.(*settled.Decision); ok {
				w.decisionAfter(d, missing.Within("", d.Stages[0].Within).On, need)
			}
			if r.Contested != nil {
				need(r.Contested, r.Said("contested"), due.Within("", r.AcceptIn).On)
			}
		}
	}
}

// decisionAfter notes a decision and the disputes that it may be referred to.
func (w *Text) decisionAfter(d *settled.Decision, on value.Date, need func(settled.Named, settled.Said, value.Date)) {
	need(d, d.Said("within"), on)
	for _, a := range d.Otherwise {
		if dispute, ok := a.On.(*settled.Dispute); ok {
			need(dispute, a.Said, on)
		}
	}
}

func (w *Text) moneyAfter(need func(settled.Named, settled.Said, value.Date)) {
	a := w.Agreement
	for _, g := range a.Gainshares {
		last, _, ok := a.LastSettled(g)
		if !ok {
			w.NeverSettled(g)
			continue
		}
		if g.Scorecard {
			need(g, g.Said("score"), lastday.Reckon(a).AllFinal(g, last).On)
			continue
		}
		end := lastday.Reckon(a).From("", settled.Said{}, a.YearStart.Last(last))
		need(g, g.Said("paid"), end.Within("", g.Paid).On)
		if g.Confirmed != nil {
			w.decisionAfter(g.Confirmed, end.Within("", g.Confirmed.Stages[0].Within).On, need)
		}
	}
	for _, f := range a.Held {
		if p, ok := a.LastPeriod(value.Year); ok && f.Against != nil && f.Confirmed != nil {
			need(f, f.Said("paid"), lastday.Reckon(a).FundPaid(f, p).On)
			w.decisionAfter(f.Confirmed, lastday.Reckon(a).FundFinal(f, p).Within("", f.Confirmed.Stages[0].Within).On, need)
		}
	}
	for _, r := range a.Ratecards {
		if p, ok := a.LastPeriod(r.Every); ok {
			need(r, r.Said("paid"), lastday.Reckon(a).From("", settled.Said{}, a.YearStart.Last(p)).Within("", r.Paid).On)
		}
	}
	for _, x := range a.Tranches {
		need(x, x.Said("paid"), lastday.Reckon(a).Tranche(x).On)
	}
	for _, f := range a.Fundings {
		if p, ok := a.LastPeriod(f.Every); ok {
			need(f, f.Said("paid"), lastday.Reckon(a).Instalment(f, p).On)
		}
	}
}

// needless finds blocks that outlive the term for nothing. A dispute may be
// raised about the past, an entry of a register may be open then, and what is
// unclear may be found so late; whatever a surviving block opens survives with it.
func (w *Text) needless(needs []problem.Outliving) {
	for _, is := range w.Agreement.Survives {
		if slices.ContainsFunc(needs, func(n problem.Outliving) bool { return n.Is == is }) {
			continue
		}
		switch x := is.(type) {
		case *settled.Dispute, *settled.Register:
			continue
		case *settled.Decision:
			opened := slices.ContainsFunc(w.Openers[x], func(by settled.Said) bool {
				opener := w.blockOf(by)
				return opener != is && slices.Contains(w.Agreement.Survives, opener)
			})
			if x == w.Agreement.Unclear || opened {
				continue
			}
		}
		w.SurvivesNeedlessly(is)
	}
}

// tooEarly finds reviews that end before what they look at can be final, even
// when every figure comes in on its last day and nobody contests it.
func (w *Text) tooEarly() {
	for _, r := range w.Agreement.Reviews {
		asked := map[*settled.Return]bool{}
		for _, m := range r.LooksAt {
			if m.Return == nil || asked[m.Return] || m.Return.Every > r.Every {
				continue
			}
			asked[m.Return] = true
			w.reviewInTime(r, m)
		}
	}
}

func (w *Text) reviewInTime(r *settled.Review, m *settled.Measure) {
	for _, p := range w.Agreement.Periods(r.Every) {
		held := lastday.Reckon(w.Agreement).ReviewHeld(r, p)
		final := lastday.Reckon(w.Agreement).From("", settled.Said{}, w.Agreement.YearStart.Last(p)).Within("", m.Return.Due).Within("", m.Return.AcceptIn)
		if held.On <= final.On {
			w.ReviewTooEarly(r, m, p, held.On, final.On)
			return
		}
	}
}

// tooSlow finds returns whose figures may still be open when the next ones are
// due, even when nobody contests them.
func (w *Text) tooSlow() {
	for _, r := range w.Agreement.Returns {
		for _, p := range w.Agreement.Periods(r.Every) {
			next := lastday.Reckon(w.Agreement).From("", settled.Said{}, w.Agreement.YearStart.Last(w.Agreement.YearStart.Next(p))).Within("", r.Due)
			final := lastday.Reckon(w.Agreement).From("", settled.Said{}, w.Agreement.YearStart.Last(p)).Within("", r.Due).Within("", r.AcceptIn)
			if final.On > next.On {
				w.AcceptedTooLate(r, p, final.On, next.On)
				break
			}
		}
	}
}

// authority finds groups whose delegation does not last as long as what they
// decide, or begins after the term does.
func (w *Text) authority() {
	ends := map[*settled.Group]lastday.Path{}
	last := map[power]lastday.Path{}
	needs := func(kind machine.ActKind, of settled.Who, p lastday.Path, survives bool) {
		if !survives && p.On > w.Agreement.Last {
			p = lastday.Reckon(w.Agreement).From("the term ends", w.Agreement.Said("term"), w.Agreement.Last)
		}
		neededBy(w.Agreement, last, kind, of, p)
		g := of.Group
		if g != nil && g.To.IsSet() && p.On > ends[g].On {
			ends[g] = p
		}
	}
	for _, d := range w.Agreement.Decisions {
		p := w.opensLast(d).Within("`"+d.Name+"` closes", d.Stages[0].Within)
		needs(machine.ActVote, d.Stages[0].By, p, d.Survives)
		for _, a := range d.Otherwise {
			if dispute, ok := a.On.(*settled.Dispute); ok {
				p = levels(p, dispute, needs)
			} else if a.Stage != nil {
				p = p.Within("`"+d.Name+"` closes for `"+a.Stage.By.Name()+"`", a.Stage.Within)
				needs(machine.ActVote, a.Stage.By, p, d.Survives)
			}
		}
	}
	for _, d := range w.Agreement.Disputes {
		levels(lastday.Reckon(w.Agreement).From("the term ends", w.Agreement.Said("term"), w.Agreement.Last), d, needs)
	}
	for _, g := range w.Agreement.Groups {
		switch p := ends[g]; {
		case !g.To.IsSet() || len(p.Steps) == 0:
		case g.From > w.Agreement.Starts():
			w.DelegationLate(g)
		case g.To < p.On:
			w.DelegationShort(g, p)
		}
	}
	w.officers(last)
}

// levels notes until when each level of a dispute may have to settle it.
func levels(p lastday.Path, d *settled.Dispute, needs func(machine.ActKind, settled.Who, lastday.Path, bool)) lastday.Path {
	for _, l := range d.Levels {
		if l.Waits {
			break
		}
		p = p.Within("`"+l.By.Name()+"` has had its time under `"+d.Name+"`", l.Within)
		needs(machine.ActDispute, l.By, p, d.Survives)
	}
	return p
}

// opensLast is the last day on which a decision can open: on the last day of
// the term, or later for what looks back on it.
func (w *Text) opensLast(d *settled.Decision) lastday.Path {
	a := w.Agreement
	last := lastday.Reckon(a).From("the term ends", a.Said("term"), a.Last)
	for _, m := range a.Measures {
		missing := m.Return != nil && m.Return.Missing.Do.On == settled.Named(d)
		if m.Judged != d && !missing {
			continue
		}
		p := a.YearStart.Of(m.Every, a.Last)
		end := lastday.Reckon(a).From(a.YearStart.Label(p)+" ends", m.Said("judged"), a.YearStart.Last(p))
		if missing {
			r := m.Return
			end = end.Within("a figure is due", r.Due).Step("it counts as missing", r.Missing.Said, r.Missing.Span, machine.Unadjusted)
		}
		last = lastday.Later(last, end)
	}
	for _, g := range a.Gainshares {
		if p, _, ok := a.LastSettled(g); g.Confirmed == d && ok {
			last = lastday.Later(last, lastday.Reckon(a).AllFinal(g, p))
		}
	}
	for _, f := range a.Held {
		if p, ok := a.LastPeriod(value.Year); ok && f.Confirmed == d && f.Against != nil {
			last = lastday.Later(last, lastday.Reckon(a).FundFinal(f, p))
		}
	}
	return last
}

// stakes finds delegations too small for the sums that a group confirms.
func (w *Text) stakes() {
	for _, g := range w.Agreement.Gainshares {
		if g.Confirmed == nil {
			continue
		}
		gain, pain, beyond := g.Most()
		for _, stage := range g.Confirmed.Stages {
			group := stage.By.Group
			if group == nil || group.Limit == nil {
				continue
			}
			limit := value.FromMoney(*group.Limit)
			for _, seat := range group.Seats {
				stake := settled.Greater(settled.Greater(gain.Mul(g.Gain.From.Part(seat.Party)), pain.Mul(g.Pain.From.Part(seat.Party))), beyond.Mul(g.Beyond.Part(seat.Party)))
				if stake.Cmp(limit) > 0 {
					w.DelegationSmall(group, seat, g, stake)
					break
				}
			}
		}
	}
}
