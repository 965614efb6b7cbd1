// Package gainshare works out what a settlement of results or of cost comes to:
// the score of a period from the bands of its measures, the sum that follows
// from a score, and what each side pays of a saving or an overrun against a
// target cost. Everything is exact until the one rounding that the agreement
// names, to the penny; each result says in words how it came about. Sources:
// the agreement's own gainshare, and the share ranges of target contracts.
package gainshare

import (
	"fmt"

	"concordat/engine/formula"
	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/sums"
	"concordat/engine/value"
)

// Worth is what a measure comes to in the period: its value, where it has one, and its band.
type Worth struct {
	Value   *value.Num
	Band    value.Band
	Because record.Derivation
}

// Score is the weighted average of the points of every measure's band.
func Score(m *machine.Machine, g *machine.Gainshare, p value.Period, worth func(*machine.Measure) Worth) (value.Num, record.Derivation) {
	var total value.Num
	var from []record.Derivation
	for i := range m.Measures {
		me := &m.Measures[i]
		if !m.Scores(g, me) {
			continue
		}
		of := m.Outcome(me.Outcome).Weight
		is := worth(me)
		points := Points(g, me, is)
		total = total.Add(points.Mul(me.Weight.Mul(of)))
		from = append(from, record.Derivation{
			Says: fmt.Sprintf("%s scores %s, weighing %s (%s of %s, %s of %s)", me.Name, points, percent(me.Weight.Mul(of)),
				percent(me.Weight), me.Outcome, percent(of), g.Name),
			At:   machine.Ref{Block: g.Name, Statement: "points " + is.Band.String()},
			From: []record.Derivation{is.Because},
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
	return total, record.Derivation{Says: says, At: machine.Ref{Block: g.Name, Statement: "score"}, From: from}
}

func percent(n value.Num) string { return n.Mul(value.Int(100)).String() + "%" }

// Points scores a band. Interpolated, a band's points are reached at the value
// at which the band is entered, and in between the score is on the straight
// line; below the worst entry, and for a judged measure, it is stepped.
func Points(g *machine.Gainshare, me *machine.Measure, is Worth) value.Num {
	at := ofBand(g, is.Band)
	if g.Stepped || is.Value == nil || is.Band == value.Gamebreaking || is.Band == value.Failure {
		return at
	}
	here, okHere := entry(me, is.Band)
	next, okNext := entry(me, is.Band+1)
	if !okHere || !okNext || here.Equal(next) {
		return at
	}
	part, _ := is.Value.Sub(here).Div(next.Sub(here))
	return at.Add(part.Mul(ofBand(g, is.Band+1).Sub(at)))
}

func ofBand(g *machine.Gainshare, b value.Band) value.Num {
	for _, p := range g.Points {
		if p.Band == b {
			return p.Score
		}
	}
	panic("gainshare: no points for " + b.String())
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

// Results is what a score comes to: what is shown, confirmed and paid. The sum
// is rounded once, to the penny, as the agreement's `rounding` says; the split
// between parties follows `remainder`.
func Results(m *machine.Machine, g *machine.Gainshare, score value.Num, why record.Derivation) record.Settlement {
	if g.Scorecard {
		return record.Settlement{Score: score, Because: why}
	}
	out := record.Settlement{Score: score, Pain: score.Sign() < 0}
	if score.IsZero() {
		out.Because = record.Derivation{Says: "the score is 0: no gain and no pain", At: machine.Ref{Block: g.Name, Statement: "gain"}, From: []record.Derivation{why}}
		return out
	}
	f, statement, limit := &g.Gain, "gain", g.GainCap
	if out.Pain {
		f, statement, limit = &g.Pain, "pain", g.PainCap
	}
	if f.Sum.Op == "" {
		out.Because = record.Derivation{Says: "the agreement has no " + statement + ": nothing is owed", At: machine.Ref{Block: g.Name}, From: []record.Derivation{why}}
		return out
	}
	named := map[string]value.Num{"pool": value.FromMoney(g.Pool), "score": score}
	exact, err := (&formula.Scope{Var: func(name string) (value.Num, bool) { v, ok := named[name]; return v, ok }}).Number(&f.Sum)
	if err != nil {
		panic("gainshare: the formula of " + g.Name + " divides by zero") // the checker allows no such formula
	}
	var rounded string
	out.Raw, rounded = toThePenny(m, exact)
	out.Because = record.Derivation{Says: fmt.Sprintf("%s = %s, with pool %s and score %s, is %s%s", statement, f.Sum.Text, g.Pool, score, out.Raw, rounded),
		At: machine.Ref{Block: g.Name, Statement: statement}, From: []record.Derivation{why}}
	owe(m, g, &out, f, statement, limit)
	return out
}

// toThePenny is the one rounding of a sum, and the words that say that it happened.
func toThePenny(m *machine.Machine, pence value.Num) (value.Money, string) {
	sum, whole := pence.Money(m.Rounding)
	if whole {
		return sum, ""
	}
	return sum, fmt.Sprintf(" (rounded %s to the penny)", m.Rounding)
}

// owe caps a sum that has been worked out and splits it between the parties.
func owe(m *machine.Machine, g *machine.Gainshare, out *record.Settlement, f *machine.Formula, statement string, limit *value.Money) {
	out.Sum = out.Raw
	if limit != nil && out.Raw > *limit {
		capped(out, m, g, statement, *limit)
	}
	out.Lines = sums.Matrix(m, out.Sum, f.From, f.To)
}

func capped(out *record.Settlement, m *machine.Machine, g *machine.Gainshare, statement string, limit value.Money) {
	out.Sum, out.Beyond = limit, out.Raw-limit
	out.Because = record.Derivation{Says: fmt.Sprintf("the %s is capped at %s", statement, limit),
		At: machine.Ref{Block: g.Name, Statement: statement + " cap"}, From: []record.Derivation{out.Because}}
	if out.Pain && g.Beyond != "" {
		who, parts := sums.Parts(m, g.Beyond)
		for i, sum := range value.Split(out.Beyond, parts, m.Remainder) {
			out.Bearers = append(out.Bearers, record.Line{From: who[i], Sum: sum})
		}
		out.Because.From = append(out.Because.From, record.Derivation{Says: fmt.Sprintf("%s bears the %s beyond it", g.Beyond, out.Beyond),
			At: machine.Ref{Block: g.Name, Statement: "beyond cap"}})
	}
}
