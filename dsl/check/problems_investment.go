package check

import (
	"fmt"

	"concordat/dsl/syntax"
	"concordat/engine/value"
)

func (c *checker) familyMissing(o *Outcome) {
	c.report("family-missing", o.NameAt, fmt.Sprintf("an investment asks two questions, and `%s` does not say which one it answers", o.Name),
		"write `family prevention` where it shows that need stops growing, or `family organisational` where it shows what comes back", see(c.a.Said("model").At, "the model"))
}

func (c *checker) familyUnasked(family string) {
	c.report("family-unasked", c.a.Said("model").At, fmt.Sprintf("no outcome is of the family `%s`, and an investment needs both", family),
		fmt.Sprintf("add an outcome with the line `family %s`", family))
}

func (c *checker) evidenceTwice(s Said, m *Measure) {
	c.report("evidence-contradicts", s.At, fmt.Sprintf("`%s` says twice whether it is known to show what it claims", m.Name), "keep the line that is true today")
}

func (c *checker) evidenceUnseen(v *syntax.Establishing, every value.PeriodKind, m *Measure) {
	c.report("evidence-contradicts", v.Every.At, fmt.Sprintf("readings of every %s cannot come in with returns of every %s", every, m.Return.Every),
		fmt.Sprintf("write `every %s`, or return `%s` more often", m.Return.Every, m.Name))
}
