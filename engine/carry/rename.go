package carry

import (
	"slices"

	"concordat/engine"
	"concordat/engine/machine"
)

// renamed gives everything that is known of a thing the names of the new text.
// What was said in words stays as it was said.
func (c *carrier) renamed(t engine.Thing) engine.Thing {
	name := func(s string) string { return cmpName(c.names, s) }
	ref := func(r machine.Ref) machine.Ref { r.Block = name(r.Block); return r }
	lines := func(of []engine.Line) []engine.Line {
		return each(of, func(l *engine.Line) { l.From, l.To = name(l.From), name(l.To) })
	}
	t.Key, t.Opener = c.key(t.Key), c.key(t.Opener)
	if t.Figure != nil {
		f := *t.Figure
		f.By = ref(f.By)
		t.Figure = &f
	}
	if t.Ballot != nil {
		b := *t.Ballot
		b.About = c.about(b.About)
		b.Votes = each(b.Votes, func(v *engine.Vote) { v.By = name(v.By) })
		b.Earlier = each(b.Earlier, func(v *engine.Vote) { v.By = name(v.By) })
		b.Silent = each(b.Silent, func(s *string) { *s = name(*s) })
		t.Ballot = &b
	}
	if t.Notice != nil {
		n := *t.Notice
		n.By = name(n.By)
		n.Received = each(n.Received, func(r *engine.Receipt) { r.By = name(r.By) })
		t.Notice = &n
	}
	if t.Settlement != nil {
		s := *t.Settlement
		s.Lines, s.Bearers = lines(s.Lines), lines(s.Bearers)
		if s.Fund != nil {
			f := *s.Fund
			f.OffNext = lines(f.OffNext)
			s.Fund = &f
		}
		t.Settlement = &s
	}
	if t.Payment != nil {
		p := *t.Payment
		p.Lines, p.Credits, p.Says = lines(p.Lines), lines(p.Credits), ref(p.Says)
		p.Held = each(p.Held, func(s *string) { *s = c.about(*s) })
		t.Payment = &p
	}
	if t.Entry != nil {
		e := *t.Entry
		e.By = name(e.By)
		t.Entry = &e
	}
	t.Signatures = each(t.Signatures, func(s *engine.Signature) { s.By = name(s.By) })
	t.Left = each(t.Left, func(r *engine.Receipt) { r.By = name(r.By) })
	t.Hands = each(t.Hands, func(h *engine.Hand) { h.Officer, h.Party = name(h.Officer), name(h.Party) })
	t.Targets = each(t.Targets, func(m *engine.TargetMove) { m.By = c.about(m.By) })
	return t
}

func each[T any](of []T, change func(*T)) []T {
	out := slices.Clone(of)
	for i := range out {
		change(&out[i])
	}
	return out
}
