// Package socialreturn reckons what comes back from what is put in: quantity
// times proxy, less deadweight, displacement and what others caused, falling
// from year to year and discounted. Everything is an exact fraction of pence;
// nothing is rounded here. Conventions on which the field differs (whose share
// attribution is, from which year the drop-off and the discount count) are the
// agreement's own and never assumed.
package socialreturn

import (
	"concordat/engine/machine"
	"concordat/engine/value"
)

// GreenBook are the yearly rates at which public bodies in the United Kingdom
// discount, in real terms, by years ahead.
var GreenBook = []machine.Rate{
	{Until: 30, Rate: value.Ratio(35, 1000)},
	{Until: 75, Rate: value.Ratio(30, 1000)},
	{Until: 125, Rate: value.Ratio(25, 1000)},
}

// GreenBookOf says where the rates are from, and of when.
const GreenBookOf = "HM Treasury, The Green Book, 2022"

// Years is the furthest that the Green Book's rates reach.
const Years = 125

// Quantity is a benefit's: false where it is not known yet.
type Quantity func(*machine.Benefit) (value.Num, bool)

// Result is what came of it. Amounts are in pence, not rounded. Missing names
// the benefits whose quantity is not known: they are in no total.
type Result struct {
	Benefits []Worth
	Kinds    []value.Num // present value, in the order of machine.BenefitKinds
	Total    value.Num
	Inputs   []value.Num // present value of each
	In       value.Num
	Net      value.Num
	Ratio    *value.Num // nil where nothing is put in
	Missing  []string
}

// Worth is what one benefit comes to.
type Worth struct {
	Of       *machine.Benefit
	Known    bool
	Quantity value.Num
	Gross    value.Num // quantity times proxy
	Impact   value.Num // of a full year, before any drop-off
	Years    []Year
	Present  value.Num
}

// Year is what a benefit comes to in one year: as it is then, and today.
type Year struct {
	Of      value.Period
	Value   value.Num
	Present value.Num
}

// Reckon works out a social return.
func Reckon(r *machine.SocialReturn, quantity Quantity) Result {
	out := Result{Kinds: make([]value.Num, len(machine.BenefitKinds))}
	for i := range r.Benefits {
		w := worth(r, &r.Benefits[i], quantity)
		out.Benefits = append(out.Benefits, w)
		if !w.Known {
			out.Missing = append(out.Missing, w.Of.Name)
			continue
		}
		out.Total = out.Total.Add(w.Present)
		for k, kind := range machine.BenefitKinds {
			if w.Of.Kind == kind {
				out.Kinds[k] = out.Kinds[k].Add(w.Present)
			}
		}
	}
	for _, x := range r.PutIn {
		present := value.FromMoney(x.Sum).Mul(Factor(r, x.Year.Start-r.From.Start+1))
		out.Inputs = append(out.Inputs, present)
		out.In = out.In.Add(present)
	}
	out.Net = out.Total.Sub(out.In)
	if ratio, err := out.Total.Div(out.In); err == nil {
		out.Ratio = &ratio
	}
	return out
}

func worth(r *machine.SocialReturn, b *machine.Benefit, quantity Quantity) Worth {
	w := Worth{Of: b}
	if w.Quantity, w.Known = quantity(b); !w.Known {
		return w
	}
	w.Gross = w.Quantity.Mul(value.FromMoney(b.Proxy))
	w.Impact = w.Gross.Mul(rest(b.Deadweight)).Mul(rest(b.Displacement)).Mul(Ours(r, b))
	year, each := r.From, w.Impact
	if r.DropFirst {
		each = each.Mul(rest(b.DropOff))
	}
	for n := 1; n <= min(r.Years, b.Lasts); n++ {
		y := Year{Of: year, Value: each, Present: each.Mul(Factor(r, n))}
		w.Years = append(w.Years, y)
		w.Present = w.Present.Add(y.Present)
		year.Start++
		each = each.Mul(rest(b.DropOff))
	}
	return w
}

// Ours is the part of a benefit that this work caused.
func Ours(r *machine.SocialReturn, b *machine.Benefit) value.Num {
	if r.Own {
		return b.Attribution
	}
	return rest(b.Attribution)
}

// Factor is what a pound of the nth year is worth today, counted from 1.
func Factor(r *machine.SocialReturn, n int) value.Num {
	ahead := n
	if r.FirstFull {
		ahead--
	}
	out, one := value.Int(1), value.Int(1)
	for k := 1; k <= ahead; k++ {
		by, _ := one.Div(one.Add(rate(r, k)))
		out = out.Mul(by)
	}
	return out
}

func rate(r *machine.SocialReturn, ahead int) value.Num {
	for _, x := range r.Rates {
		if x.Until == 0 || ahead <= x.Until {
			return x.Rate
		}
	}
	return value.Num{}
}

func rest(part value.Num) value.Num { return value.Int(1).Sub(part) }
