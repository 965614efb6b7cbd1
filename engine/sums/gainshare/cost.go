package gainshare

import (
	"fmt"
	"slices"

	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/sums/tiers"
	"concordat/engine/value"
)

// Spent is what a period's cost is shared from.
type Spent struct {
	Target    value.Money // moved where it has been moved
	TargetWhy []record.Derivation
	Cost      value.Money
	CostWhy   []record.Derivation // of each year
	Refused   bool                // a saving has not been substantiated
	// Score is that of the gainshare by which the parts are modified; nil where none is.
	Score    *value.Num
	ScoreWhy record.Derivation
}

// Cost is what one side pays the other of what a cost lies below its target
// (a gain) or above it (a pain). The parts of all ranges are added and rounded once.
func Cost(m *machine.Machine, g *machine.Gainshare, is Spent) record.Settlement {
	from := slices.Concat(is.TargetWhy, is.CostWhy)
	out := record.Settlement{Pain: is.Cost > is.Target}
	if is.Cost == is.Target {
		out.Because = record.Derivation{Says: fmt.Sprintf("the cost is the target, %s: nothing is shared", is.Target), At: machine.Ref{Block: g.Name, Statement: "target"}, From: from}
		return out
	}
	f, statement, limit, ranges, by, saved := &g.Gain, "under", g.GainCap, g.Cost.Under, g.Cost.UnderBy, is.Target-is.Cost
	if out.Pain {
		f, statement, limit, ranges, by, saved = &g.Pain, "over", g.PainCap, g.Cost.Over, g.Cost.OverBy, is.Cost-is.Target
	}
	says := machine.Ref{Block: g.Name, Statement: statement}
	if is.Refused && !out.Pain {
		out.Because = record.Derivation{Says: fmt.Sprintf("the saving of %s was not substantiated: nothing of it is shared", saved),
			At: machine.Ref{Block: g.Name, Statement: "substantiated"}, From: from}
		return out
	}
	if by != nil {
		ranges = modified(ranges, by, *is.Score)
		from = append(from, is.ScoreWhy)
	}
	cut := tiers.Cut(saved, is.Target, ranges)
	for _, s := range cut {
		from = append(from, sliceWhy(g, statement, &ranges[s.Tier], s, by != nil))
	}
	var rounded string
	out.Raw, rounded = toThePenny(m, tiers.Shared(cut, ranges))
	out.Because = record.Derivation{Says: fmt.Sprintf("the cost of %s is %s %s the target of %s: %s of it goes from %s to %s%s",
		is.Cost, saved, statement, is.Target, out.Raw, f.From, f.To, rounded), At: says, From: from}
	owe(m, g, &out, f, statement, limit)
	return out
}

func sliceWhy(g *machine.Gainshare, statement string, r *machine.Tier, s tiers.Slice, changed bool) record.Derivation {
	says := fmt.Sprintf("%s %s: %s of %s is %s", statement, r.Words, percent(r.Part), pence(s.In), pence(s.In.Mul(r.Part)))
	at := machine.Ref{Block: g.Name, Statement: statement}
	if changed {
		at.Statement += " modified"
	}
	return record.Derivation{Says: says, At: at}
}

// pence writes an exact sum: "£1,000.00", or where it is no whole penny "£0.123".
func pence(n value.Num) string {
	if sum, whole := n.Money(value.Down); whole {
		return sum.String()
	}
	return "£" + n.Mul(value.Ratio(1, 100)).String()
}

// modified are the ranges with the parts that a score leaves them; a part of nothing stays nothing.
func modified(ranges []machine.Tier, by *machine.Modifier, score value.Num) []machine.Tier {
	out := make([]machine.Tier, len(ranges))
	for i, r := range ranges {
		out[i] = r
		if r.Part.Sign() > 0 {
			out[i].Part = Modified(r.Part, by, score)
		}
	}
	return out
}

// Modified is a part changed by a score, kept within its bounds.
func Modified(part value.Num, by *machine.Modifier, score value.Num) value.Num {
	swing := by.Swing.Mul(score).Mul(value.Ratio(1, 100))
	if !by.Points {
		swing = swing.Mul(part)
	}
	part = part.Add(swing)
	if part.Cmp(by.Least) < 0 {
		return by.Least
	}
	if part.Cmp(by.Most) > 0 {
		return by.Most
	}
	return part
}

// Target is what the cost of some years is held against: what the agreement says
// of each, or of the term in one sum, or what was last put in its place. All that
// a target has been are kept in order.
func Target(g *machine.Gainshare, years []value.Period, moves []record.TargetMove) (sum value.Money, why []record.Derivation) {
	for _, t := range g.Cost.Targets {
		if t.Period.Kind != value.Term && !slices.Contains(years, t.Period) {
			continue
		}
		of := t.Period.String()
		if t.Period.Kind == value.Term {
			of = "the term"
		}
		w := record.Derivation{Says: fmt.Sprintf("the target for %s is %s", of, t.Sum), At: machine.Ref{Block: g.Name, Statement: "target"}}
		for _, mv := range moves {
			if !mv.Of.IsZero() && mv.Of != t.Period {
				continue
			}
			w = record.Derivation{Says: fmt.Sprintf("the target for %s was moved to %s on %s by %s", of, mv.Sum, mv.On, mv.By),
				At: machine.Ref{Block: g.Name, Statement: "target moved"}, From: []record.Derivation{w}}
			t.Sum = mv.Sum
		}
		sum, why = sum+t.Sum, append(why, w)
	}
	if len(why) == 0 {
		panic("gainshare: no target for the years of " + g.Name) // the checker has proved that there is one
	}
	return sum, why
}
