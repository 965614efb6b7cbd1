package settled

import (
	"concordat/engine/machine"
	"concordat/engine/sums/tiers"
	"concordat/engine/value"
)

// Funding is a sum that falls due in instalments, whatever the results.
type Funding struct {
	Head
	From, To Side
	Basis    string
	Sums     []PeriodSum // one a year of the term, in order of time
	Total    value.Money // of a taper, also where the term is still to be agreed: the most that it can pay
	Ceiling  *Ceiling    // over the term; nil where there is none
	AYear    *Ceiling    // in any year
	Next     *NextYear   // nil where no sum follows from a band
	Withheld *Withheld   // nil where nothing is
	Excludes []string
	Every    value.PeriodKind
	Advance  bool           // paid for a period that begins; else in arrears
	Adjust   machine.Adjust // of the first, or last, day of the period
	Odd      int            // which instalment of the year takes the odd pennies, from 0; -1 is the last
	Repay    *Action        // `if ended repay by days`; nil where what is paid is kept
	Survives bool
}

// PeriodSum is what a year costs, and how that comes about where it tapers.
type PeriodSum struct {
	Said
	Period value.Period
	Sum    value.Money
	How    string
}

// Gainshare turns the bands of a period into a sum that one side owes the other.
type Gainshare struct {
	Head
	Every     value.PeriodKind
	Outcomes  []*Outcome // whose weights make 1
	Points    []Points   // best band first
	Stepped   bool       // else interpolated
	Places    *int       // the score is rounded to so many places; nil is not rounded
	Rounding  value.Rounding
	Pool      value.Money
	OnTop     *Funding // the pool is paid on top of this; nil where it is not
	Inside    *Funding // the pool is a part of this; nil where it is not
	Gain      Formula
	Pain      Formula
	GainCap   *value.Money // what lies beyond it is not paid
	PainCap   *value.Money
	Beyond    Side   // who bears what lies beyond the pain cap; empty where there is no cap
	PartYear  string // "none": no gain and no pain
	Confirmed *Decision
	Paid      Within     // of Confirmed
	Corrected value.Span // after payment
	Survives  bool
	Cost      *CostShare // it shares a cost: everything about points and a pool is empty; nil where it does not
	Matters   *Matters   // nil where the author does not say
	Scorecard bool       // it is scored and pays nothing: everything about sums is empty
}

// Points is the score of a band.
type Points struct {
	Said
	Band  value.Band
	Score value.Num
}

// Matters is the part of a funding that must lie between worst and best.
type Matters struct {
	Said
	From value.Num
	Of   *Funding
}

// Formula is a sum and who owes it to whom.
type Formula struct {
	Said
	Sum      machine.Expr
	From, To Side
}

// Reckon works a formula of pool and score out, in pence; false where it cannot
// be done, because it divides by zero or reads something else.
func (g *Gainshare) Reckon(e *machine.Expr, score value.Num) (value.Num, bool) {
	args := make([]value.Num, len(e.Args))
	for i := range e.Args {
		var ok bool
		if args[i], ok = g.Reckon(&e.Args[i], score); !ok {
			return value.Num{}, false
		}
	}
	switch e.Op {
	case machine.OpConst:
		return *e.Num, true
	case machine.OpVar:
		if e.Name == "pool" {
			return value.FromMoney(g.Pool), true
		}
		return score, e.Name == "score"
	case machine.OpNeg:
		return args[0].Neg(), true
	case machine.OpAdd, machine.OpSum:
		return fold(args, value.Num.Add), true
	case machine.OpSub:
		return args[0].Sub(args[1]), true
	case machine.OpMul:
		return args[0].Mul(args[1]), true
	case machine.OpDiv:
		n, err := args[0].Div(args[1])
		return n, err == nil
	case machine.OpMin:
		return fold(args, lesser), true
	case machine.OpMax:
		return fold(args, Greater), true
	}
	return value.Num{}, false
}

// Most is the largest sum that the gainshare can move each way: what the payees
// of the gain can get, what the payers of the pain can lose, and what then lies
// beyond the cap.
func (g *Gainshare) Most() (gain, pain, beyond value.Num) {
	if g.Cost != nil {
		for _, t := range g.CostOver() {
			u, o, b := g.CostMost(t.Sum)
			gain, pain, beyond = Greater(gain, u), Greater(pain, o), Greater(beyond, b)
		}
		return gain, pain, beyond
	}
	if len(g.Points) != len(value.Bands) {
		return
	}
	if g.Gain.Sum.Op != "" && g.Points[0].Score.Sign() > 0 {
		gain, _ = g.Reckon(&g.Gain.Sum, g.Points[0].Score)
	}
	if g.GainCap != nil && gain.Cmp(value.FromMoney(*g.GainCap)) > 0 {
		gain = value.FromMoney(*g.GainCap)
	}
	if worst := g.Points[len(g.Points)-1]; g.Pain.Sum.Op != "" && worst.Score.Sign() < 0 {
		pain, _ = g.Reckon(&g.Pain.Sum, worst.Score)
	}
	if g.PainCap != nil {
		limit := value.FromMoney(*g.PainCap)
		if pain.Cmp(limit) > 0 {
			pain, beyond = limit, pain.Sub(limit)
		}
	}
	return gain, pain, beyond
}

// Most is the most that a funding can pay over the term.
func (f *Funding) Most() value.Money {
	if f.Total > 0 {
		return f.Total
	}
	var total value.Money
	for _, s := range f.Sums {
		total += s.Sum
	}
	return total
}

// SharedBy is what ranges share of an amount against a target, in pence.
func SharedBy(of []CostTier, amount, target value.Money) value.Num {
	ranges := make([]machine.Tier, len(of))
	for i := range of {
		ranges[i] = of[i].Is
	}
	return tiers.Shared(tiers.Cut(amount, target, ranges), ranges)
}

// CostMost is the most that a cost share moves each way against a target, in
// pence: of a saving as large as the target, and of an overrun as large. What
// lies beyond the cap comes last.
func (g *Gainshare) CostMost(target value.Money) (under, over, beyond value.Num) {
	total := func(of []CostTier, limit *value.Money) (sum, past value.Num) {
		sum = SharedBy(of, target, target)
		if limit != nil && sum.Cmp(value.FromMoney(*limit)) > 0 {
			return value.FromMoney(*limit), sum.Sub(value.FromMoney(*limit))
		}
		return sum, value.Num{}
	}
	under, _ = total(g.Cost.Under, g.GainCap)
	over, beyond = total(g.Cost.Over, g.PainCap)
	return under, over, beyond
}

// Reads are the measures that a settlement waits for.
func (g *Gainshare) Reads() (out []*Measure) {
	for _, o := range g.Outcomes {
		out = append(out, o.Measures...)
	}
	if g.Cost == nil {
		return out
	}
	if g.Cost.Cost != nil {
		out = append(out, g.Cost.Cost)
	}
	for _, by := range []*CostModifier{g.Cost.UnderBy, g.Cost.OverBy} {
		if by != nil {
			out = append(out, by.By.Reads()...)
		}
	}
	return out
}

// Sum is what is said for a period; nil where nothing is.
func (f *Funding) Sum(p value.Period) *PeriodSum {
	for i := range f.Sums {
		if f.Sums[i].Period == p {
			return &f.Sums[i]
		}
	}
	return nil
}

// Following is a taper by band as the engine reads it; nil where there is none.
func (f *Funding) Following() *machine.NextYear {
	if f.Next == nil {
		return nil
	}
	return &machine.NextYear{Measure: f.Next.Measure.Name, Steps: f.Next.Steps}
}

func fold(args []value.Num, join func(a, b value.Num) value.Num) value.Num {
	out := args[0]
	for _, n := range args[1:] {
		out = join(out, n)
	}
	return out
}

func lesser(a, b value.Num) value.Num {
	if b.Cmp(a) < 0 {
		return b
	}
	return a
}

// Greater is the greater of two numbers.
func Greater(a, b value.Num) value.Num {
	if b.Cmp(a) > 0 {
		return b
	}
	return a
}
