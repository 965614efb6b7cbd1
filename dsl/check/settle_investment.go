package check

import (
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// forJudgement reports whether an evidence line names what people judge on.
func forJudgement(s *syntax.Statement) bool {
	v, ok := s.Value.(*syntax.MeasureEvidence)
	return ok && v.Name != nil
}

// evidence settles what a judgement rests on, or whether a figure is known to
// show what it claims.
func (c *checker) evidence(v *syntax.MeasureEvidence, said settled.Said, m *settled.Measure) {
	switch {
	case v.Name != nil && v.Name.Hole == nil:
		m.Evidence = append(m.Evidence, settled.Evidence{Said: said, Name: v.Name.Name, Title: v.Title.Value})
		return
	case m.Shown != "":
		c.EvidenceTwice(said, m)
	case v.Already != nil:
		m.Shown = "already established, in " + v.Already.Value
	case v.Being != nil:
		c.establishing(v.Being, m)
	}
}

func (c *checker) establishing(v *syntax.Establishing, m *settled.Measure) {
	tool := one[*settled.Term](c, &v.By, "define")
	every := kind(v.Every.Word)
	if tool == nil || every == value.NoPeriod {
		return
	}
	m.Shown = "being established, by " + tool.Title + " every " + every.String()
	if m.Return != nil && every < m.Return.Every {
		c.EvidenceUnseen(v, every, m)
	}
}
