package machine

import "concordat/engine/value"

// SocialReturn says what is thought to come back from what was put in. It is
// reported and never pays. Exact fractions throughout: a sum is rounded to the
// penny, and a ratio to two places, only where it is shown.
type SocialReturn struct {
	Name      string       `json:"name"`
	Title     string       `json:"title"`
	Model     string       `json:"model"` // the one model that is used
	From      value.Period `json:"from"`  // the first year
	Years     int          `json:"years"` // how many are looked at
	Rates     []Rate       `json:"rates"`
	RatesOf   string       `json:"rates_of,omitempty"`   // where the rates are published; empty: the agreement's own
	FirstFull bool         `json:"first_full,omitempty"` // the first year counts in full; else it is discounted once
	Own       bool         `json:"own,omitempty"`        // attribution is the part that this work caused; else that of others
	DropFirst bool         `json:"drop_first,omitempty"` // drop-off begins in the first year; else in the second
	Benefits  []Benefit    `json:"benefits"`
	PutIn     []PutIn      `json:"put_in,omitempty"`
	Told      []string     `json:"told,omitempty"` // what is never put in pounds
}

// Rate is a yearly rate of discount, up to so many years ahead; zero is for ever.
type Rate struct {
	Until int       `json:"until,omitempty"`
	Rate  value.Num `json:"rate"`
}

// Benefit is one thing that comes back.
type Benefit struct {
	Name         string       `json:"name"`
	Title        string       `json:"title"`
	Kind         BenefitKind  `json:"kind"`
	Quantity     *value.Num   `json:"quantity,omitempty"` // or that of a measure in a period
	Measure      string       `json:"measure,omitempty"`
	Period       value.Period `json:"period,omitzero"`
	Proxy        value.Money  `json:"proxy"` // of one
	Source       string       `json:"source"`
	Deadweight   value.Num    `json:"deadweight"`
	Displacement value.Num    `json:"displacement"`
	Attribution  value.Num    `json:"attribution"`
	DropOff      value.Num    `json:"drop_off"`
	Lasts        int          `json:"lasts"` // years
}

// BenefitKind says whose budget feels it: kinds are never added into one saving.
type BenefitKind string

const (
	Cashable BenefitKind = "cashable" // a budget falls
	Capacity BenefitKind = "capacity" // somebody has time or room again
	Social   BenefitKind = "social"   // people's lives are better; no budget falls
)

// BenefitKinds are all of them, in the order of a report.
var BenefitKinds = [...]BenefitKind{Cashable, Capacity, Social}

// PutIn is what somebody puts in, in money or in kind.
type PutIn struct {
	Party  string       `json:"party"`
	Sum    value.Money  `json:"sum"`
	Year   value.Period `json:"year"`
	InKind bool         `json:"in_kind,omitempty"`
	Says   string       `json:"says"`
}

// SocialReturn finds one.
func (m *Machine) SocialReturn(name string) *SocialReturn {
	return find(m.SocialReturns, func(r *SocialReturn) bool { return r.Name == name })
}
