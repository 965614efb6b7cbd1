package engine

import (
	"fmt"
	"slices"

	"concordat/engine/formula"
	"concordat/engine/machine"
	"concordat/engine/refusal"
	"concordat/engine/sums"
	"concordat/engine/value"
)

// watchSettlements looks at the settlements that a measure counts in: one that
// waited may now be ready, one that was calculated may have to be again.
func (w *work) watchSettlements(me *machine.Measure, p value.Period, again bool) {
	for i := range w.m.Gainshares {
		g := &w.m.Gainshares[i]
		if !w.m.Scores(g, me) {
			continue
		}
		for t := range w.s.Of(g.Name) {
			if !w.m.YearStart.Within(p, t.Period) {
				continue
			}
			if w.moveOn(t, machine.OnReady) != nil && ready(w.m, &w.s, g, t.Period) {
				w.signal(t.Key, machine.OnReady, Key{Chart: me.Name}, nil)
			}
			if again && t.Settlement != nil {
				w.signal(t.Key, machine.OnRestated, Key{Chart: me.Name}, nil)
			}
		}
	}
}

func ready(m *machine.Machine, s *State, g *machine.Gainshare, p value.Period) bool {
	for i := range m.Measures {
		if m.Scores(g, &m.Measures[i]) && !worthOf(m, s, &m.Measures[i], p).Final {
			return false
		}
	}
	return true
}

// calculate works out a period's score and the sum that follows.
func (w *work) calculate(t *Thing) {
	g := w.m.Gainshare(t.Key.Chart)
	result := settlementOf(w.m, &w.s, g, t.Period)
	if t.Settlement != nil {
		result.Corrected = t.Settlement.Corrected
		if !slices.Equal(t.Settlement.Lines, result.Lines) {
			w.voteAnew(t.Key, machine.Ref{Block: g.Name, Statement: "corrected"})
		}
	}
	t.Settlement = &result
	w.note(t, anchorCalculated, w.today)
	w.effects = append(w.effects, Scored{Key: t.Key, Settlement: result, Says: machine.Ref{Block: g.Name, Statement: "score"}})
}

// voteAnew sets aside the votes on a sum that is no longer the sum: who voted is
// told, and may vote again in the time that is left.
func (w *work) voteAnew(about Key, says machine.Ref) {
	for _, t := range slices.Clone(w.s.things) {
		if t.Opener != about || stageOf(w.m, t) == nil || len(t.Ballot.Votes) == 0 {
			continue
		}
		t = w.edit(t.Key)
		b := *t.Ballot
		who := make([]string, len(b.Votes))
		for i, v := range b.Votes {
			who[i] = v.By
		}
		b.Earlier, b.Votes = append(slices.Clip(b.Earlier), b.Votes...), nil
		t.Ballot = &b
		w.effects = append(w.effects, Notified{Who: who, About: t.Key, On: w.today, Says: says})
	}
}

const anchorCalculated machine.Anchor = "calculated"

// settlementOf is the one evaluation of a gainshare: what is shown, confirmed
// and paid all come from it. The sum is rounded once, to the penny, as the
// agreement's `rounding` says; the split between parties follows `remainder`.
func settlementOf(m *machine.Machine, s *State, g *machine.Gainshare, p value.Period) Settlement {
	score, why := scoreOf(m, s, g, p)
	if g.Scorecard {
		return Settlement{Score: score, Because: why}
	}
	out := Settlement{Score: score, Pain: score.Sign() < 0}
	if score.IsZero() {
		out.Because = Derivation{Says: "the score is 0: no gain and no pain", At: machine.Ref{Block: g.Name, Statement: "gain"}, From: []Derivation{why}}
		return out
	}
	f, statement, limit := &g.Gain, "gain", g.GainCap
	if out.Pain {
		f, statement, limit = &g.Pain, "pain", g.PainCap
	}
	if f.Sum.Op == "" {
		out.Because = Derivation{Says: "the agreement has no " + statement + ": nothing is owed", At: machine.Ref{Block: g.Name}, From: []Derivation{why}}
		return out
	}
	exact, err := (&formula.Scope{Var: named([]InputValue{{Name: "pool", Value: value.FromMoney(g.Pool)}, {Name: "score", Value: score}})}).Number(&f.Sum)
	if err != nil {
		panic("engine: the formula of " + g.Name + " divides by zero") // the checker allows no such formula
	}
	raw, whole := exact.Money(m.Rounding)
	out.Raw, out.Sum = raw, raw
	says := fmt.Sprintf("%s = %s, with pool %s and score %s, is %s", statement, f.Sum.Text, g.Pool, score, raw)
	if !whole {
		says += fmt.Sprintf(" (rounded %s to the penny)", m.Rounding)
	}
	out.Because = Derivation{Says: says, At: machine.Ref{Block: g.Name, Statement: statement}, From: []Derivation{why}}
	if limit != nil && raw > *limit {
		capped(&out, m, g, statement, *limit)
	}
	out.Lines = sums.Matrix(m, out.Sum, f.From, f.To)
	return out
}

func capped(out *Settlement, m *machine.Machine, g *machine.Gainshare, statement string, limit value.Money) {
	out.Sum, out.Beyond = limit, out.Raw-limit
	out.Because = Derivation{Says: fmt.Sprintf("the %s is capped at %s", statement, limit),
		At: machine.Ref{Block: g.Name, Statement: statement + " cap"}, From: []Derivation{out.Because}}
	if statement == "pain" && g.Beyond != "" {
		who, parts := sums.Parts(m, g.Beyond)
		for i, sum := range value.Split(out.Beyond, parts, m.Remainder) {
			out.Bearers = append(out.Bearers, Line{From: who[i], Sum: sum})
		}
		out.Because.From = append(out.Because.From, Derivation{Says: fmt.Sprintf("%s bears the %s beyond it", g.Beyond, out.Beyond),
			At: machine.Ref{Block: g.Name, Statement: "beyond cap"}})
	}
}

// scoreOf is the weighted average of the points of every measure's band.
func scoreOf(m *machine.Machine, s *State, g *machine.Gainshare, p value.Period) (value.Num, Derivation) {
	var total value.Num
	var from []Derivation
	for i := range m.Measures {
		me := &m.Measures[i]
		if !m.Scores(g, me) {
			continue
		}
		weight := me.Weight.Mul(m.Outcome(me.Outcome).Weight)
		worth := worthOf(m, s, me, p)
		points := pointsOf(g, me, worth)
		total = total.Add(points.Mul(weight))
		from = append(from, Derivation{
			Says: fmt.Sprintf("%s scores %s, weighing %s (%s of %s, %s of %s)", me.Name, points, percent(weight),
				percent(me.Weight), me.Outcome, percent(m.Outcome(me.Outcome).Weight), g.Name),
			At:   machine.Ref{Block: g.Name, Statement: "points " + worth.Band.String()},
			From: []Derivation{worth.Because},
		})
	}
	says := fmt.Sprintf("the score of %s for %s is %s", g.Name, p, total)
	if g.Places != nil {
		rounded := total.RoundTo(*g.Places, g.Rounding)
		if !rounded.Equal(total) {
			says = fmt.Sprintf("the score of %s for %s is %s (%s rounded %s)", g.Name, p, rounded, total, g.Rounding)
		}
		total = rounded
	}
	return total, Derivation{Says: says, At: machine.Ref{Block: g.Name, Statement: "score"}, From: from}
}

// pointsOf scores a band. Interpolated, a band's points are reached at the value
// at which the band is entered, and in between the score is on the straight
// line; below the worst entry, and for a judged measure, it is stepped.
func pointsOf(g *machine.Gainshare, me *machine.Measure, worth Worth) value.Num {
	at := bandPoints(g, worth.Band)
	if g.Stepped || worth.Value == nil || worth.Band == value.Gamebreaking || worth.Band == value.Failure {
		return at
	}
	here, okHere := entry(me, worth.Band)
	next, okNext := entry(me, worth.Band+1)
	if !okHere || !okNext || here.Equal(next) {
		return at
	}
	part, _ := worth.Value.Sub(here).Div(next.Sub(here))
	return at.Add(part.Mul(bandPoints(g, worth.Band+1).Sub(at)))
}

func bandPoints(g *machine.Gainshare, b value.Band) value.Num {
	for _, p := range g.Points {
		if p.Band == b {
			return p.Score
		}
	}
	panic("engine: no points for " + b.String())
}

// entry is the worst value of a band.
func entry(me *machine.Measure, b value.Band) (value.Num, bool) {
	for i := range me.Bands {
		if r := me.Bands[i].Range; me.Bands[i].Band == b && r != nil {
			edge := r.Low
			if me.Lower {
				edge = r.High
			}
			if edge != nil {
				return *edge, true
			}
		}
	}
	return value.Num{}, false
}

// stillCorrected refuses to restate a figure that was paid on too long ago.
func (w *work) stillCorrected(measure string, p value.Period) error {
	me := w.m.Measure(measure)
	for i := range w.m.Gainshares {
		g := &w.m.Gainshares[i]
		if !w.m.Scores(g, me) {
			continue
		}
		for t := range w.s.Of(g.Name + paymentPart) {
			if t.Payment.Paid.IsSet() && w.m.YearStart.Within(p, t.Period) {
				if last, _ := w.m.Days().After(t.Payment.Paid, g.Corrected); w.today > last {
					return refusal.CorrectedTooLate(g, t, last)
				}
			}
		}
	}
	return nil
}
