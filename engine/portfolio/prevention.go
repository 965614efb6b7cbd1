package portfolio

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// Prevention is how much of a financial year's fixed money is for prevention.
type Prevention struct {
	Year  string // "2015/16"
	First value.Date
	Total value.Money // paid and committed in the year by those agreements, whatever is achieved
	Sum   value.Money // its part by the weights of outcomes of prevention, each agreement's half up to the penny
}

// Share is the part for prevention of the year's money, in percent to one
// decimal place half up; false in a year without money.
func (p Prevention) Share() (value.Num, bool) {
	if p.Total <= 0 {
		return value.Int(0), false
	}
	share, err := value.FromMoney(p.Sum).Mul(value.Int(100)).Div(value.FromMoney(p.Total))
	return share.RoundTo(1, value.HalfUp), err == nil
}

// prevention is the money of every year and what of it prevents, earlier years first.
func prevention(all []*machine.Machine) []Prevention {
	var out []Prevention
	for _, m := range all {
		preventing, every := value.Int(0), value.Int(0)
		for _, o := range m.Outcomes {
			every = every.Add(o.Weight)
			if o.Family == "prevention" {
				preventing = preventing.Add(o.Weight)
			}
		}
		var years []Prevention
		for _, s := range money([]*machine.Machine{m}) {
			if n := len(years); n == 0 || years[n-1].Year != s.Year {
				years = append(years, Prevention{Year: s.Year, First: s.First})
			}
			years[len(years)-1].Total += s.Pays + s.Spends
		}
		for _, y := range years {
			at := slices.IndexFunc(out, func(p Prevention) bool { return p.Year == y.Year })
			if at < 0 {
				at = len(out)
				out = append(out, Prevention{Year: y.Year, First: y.First})
			}
			out[at].Total += y.Total
			out[at].Sum += part(y.Total, preventing, every)
		}
	}
	slices.SortStableFunc(out, func(a, b Prevention) int { return int(a.First - b.First) })
	return out
}
