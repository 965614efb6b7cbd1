package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// files checks what a scenario shows for a step.
func (c *checker) files(a *syntax.FilesAct, s *settled.ProcessStep) {
	if a.Evidence.Hole == nil && !slices.ContainsFunc(s.Evidence, func(e settled.Proof) bool { return e.Name == a.Evidence.Name }) {
		c.EvidenceUnknown(&a.Evidence, s)
	}
}
