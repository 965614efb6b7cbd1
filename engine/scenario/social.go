package scenario

import (
	"concordat/engine/explain"
	"concordat/engine/value"
)

// ComesTo: what a social return says comes back, as it is worth today, to the penny.
type ComesTo struct {
	Name string
	Sum  value.Money
}

func (ComesTo) expectation() {}

func (a *answered) comesTo(x ComesTo) {
	r := a.m.SocialReturn(x.Name)
	if r == nil {
		a.is = notThere
		return
	}
	if sum, _ := explain.SocialReturn(a.m, a.s, r).Total.Money(a.m.Rounding); sum != x.Sum {
		a.is = explain.RatioWords(a.m, a.s, r)
	}
}
