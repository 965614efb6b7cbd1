package settled

import (
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// Cut is the value at which a way begins or ends, as written.
func (w *Way) Cut() string {
	if w.Value == nil {
		return "threshold"
	}
	return value.Money(*w.Value).String()
}

// Route is how a partner is chosen, by the total value of a funding.
type Route struct {
	Head
	On        *Funding
	VAT       syntax.RouteVAT
	Rate      *value.Num       // of the VAT, where the total is converted; nil where it is not
	Dated     []DatedThreshold // in order of time; one without a day is alone
	Begun     value.Date       // NoDate where it is not said
	Threshold *value.Money     // in force on that day; nil while it is still to be agreed
	Ways      []Way
	Waiver    *Decision // nil where there is none
	Blanks    bool      // a way has a value of its own that is still to be agreed
}

// DatedThreshold is a threshold and the first day on which it holds; NoDate: always.
type DatedThreshold struct {
	Said
	Sum  value.Money
	From value.Date
}

// Way is one way and the values for which it is taken: below its value, exactly
// at it, above it. Value is nil where it is the route's threshold.
type Way struct {
	Said
	Name                  string
	Below, Exactly, Above bool
	Value                 *value.Money
	Quotes                int // how many entries in Register it waits for
	Register              *Register
}

// Total is the value that decides, in pence; false while it is not known.
func (r *Route) Total(rounding value.Rounding) (value.Money, bool) {
	if r.On == nil {
		return 0, false
	}
	total := r.On.Most()
	if r.Rate == nil {
		return total, true
	}
	gross := value.Int(1).Add(*r.Rate)
	if r.VAT == syntax.RouteExcludesVAT {
		net, err := value.FromMoney(total).Div(gross)
		out, _ := net.Money(rounding)
		return out, err == nil
	}
	out, _ := value.FromMoney(total).Mul(gross).Money(rounding)
	return out, true
}

// Takes is the way for the funding's total value; nil while that or a value
// that it depends on is still open.
func (r *Route) Takes(rounding value.Rounding) *Way {
	total, ok := r.Total(rounding)
	if !ok || r.Blanks {
		return nil
	}
	for i := range r.Ways {
		at := r.Ways[i].Value
		if at == nil {
			at = r.Threshold
		}
		if at != nil && r.Ways[i].Has(total, *at) {
			return &r.Ways[i]
		}
	}
	return nil
}

// Has reports whether a total value takes this way, with the threshold at a sum.
func (w *Way) Has(total, at value.Money) bool {
	return w.Below && total < at || w.Exactly && total == at || w.Above && total > at
}
