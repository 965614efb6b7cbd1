package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

var whenStepLate = place{"a step's `if late`", "`tell WHO`, `remind` or `open DECISION`", []machine.Verb{machine.Tell, machine.Remind, machine.Open}}

// declareSteps declares the steps that stand in a process.
func (c *checker) declareSteps(b *syntax.Block, p *settled.Process) {
	for _, inner := range b.Blocks {
		if inner.Def == nil {
			c.unreadable(inner)
			continue
		}
		p.Steps = append(p.Steps, into(c, inner, &c.Agreement.Steps, &settled.ProcessStep{Of: p, Until: value.NoDate}))
	}
}

func (c *checker) process(b *syntax.Block, p *settled.Process) {
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.StartsWhen)
		if !ok {
			continue
		}
		said := c.said(&p.Head, s)
		switch {
		case v.By != nil:
			p.By, p.Proposed = c.who(v.By, aParty|parties|aGroup|aBody|everyParty|anyParty), said
		case v.Done != nil:
			if other := one[*settled.Process](c, v.Done, "process"); other != nil {
				p.After = append(p.After, settled.Follows{Said: said, Process: other})
			}
		case v.Day.Hole == nil:
			p.FirstDay = said
		}
	}
	if len(p.Steps) == 0 && !c.unreadIn(b) {
		c.NoSteps(p)
	}
}

func (c *checker) step(b *syntax.Block, s *settled.ProcessStep) {
	if lead := syntax.One[*syntax.StepLead](b, "lead"); lead != nil {
		s.Lead = c.taking(&lead.Who)
		if lead.As != nil {
			s.Role = lead.As.Name
		}
	}
	if with := syntax.One[*syntax.Names](b, "with"); with != nil {
		for _, name := range with.Names {
			if w := c.taking(name); !w.Zero() {
				s.With = append(s.With, w)
			}
		}
	}
	c.afterSteps(b, s)
	c.shown(b, s)
	c.scored(b, s)
	c.stepTime(b, s)
	c.gate(b, s)
	for _, st := range b.Statements {
		switch v := st.Value.(type) {
		case *syntax.BackTo:
			back := settled.WayBack{Said: c.said(&s.Head, st), To: c.stepOf(&v.Step, s), By: c.opens(&v.Decision, c.said(&s.Head, st))}
			if back.To != nil && back.By != nil {
				s.Back = append(s.Back, back)
			}
		case *syntax.Apart:
			switch p := one[*settled.Party](c, &v.Who, "party"); {
			case p == nil:
			case v.How.Word == syntax.KeepsBoth:
				s.Both = append(s.Both, p)
			default:
				s.Aside = append(s.Aside, p)
			}
		}
	}
}

// taking is who takes part in a step.
func (c *checker) taking(name *syntax.Ident) settled.Who {
	switch x := c.find(name, "party", "body", "group").(type) {
	case *settled.Party:
		return settled.Who{Parties: []*settled.Party{x}}
	case *settled.Body:
		return settled.Who{Body: x}
	case *settled.Group:
		return settled.Who{Group: x}
	}
	return settled.Who{}
}

// stepOf is a step of the same process.
func (c *checker) stepOf(name *syntax.Ident, of *settled.ProcessStep) *settled.ProcessStep {
	s := one[*settled.ProcessStep](c, name, "step")
	if s != nil && s.Of != of.Of {
		c.StepElsewhere(name, s, of)
		return nil
	}
	return s
}

func (c *checker) afterSteps(b *syntax.Block, s *settled.ProcessStep) {
	after := syntax.One[*syntax.FollowsSteps](b, "after")
	if after == nil {
		return
	}
	s.Start = after.Start
	for _, name := range after.Steps {
		switch before := c.stepOf(name, s); {
		case before == nil:
		case before == s:
			c.AfterItself(name, s)
		case slices.Contains(s.After, before):
			c.ListedTwice(name, s.Said("after"))
		default:
			s.After = append(s.After, before)
		}
	}
}

func (c *checker) shown(b *syntax.Block, s *settled.ProcessStep) {
	for _, st := range b.Statements {
		v, ok := st.Value.(*syntax.Titled)
		if !ok || v.Name.Hole != nil {
			continue
		}
		said := c.said(&s.Head, st)
		if at := slices.IndexFunc(s.Evidence, func(e settled.Proof) bool { return e.Name == v.Name.Name }); at >= 0 {
			c.ProofTwice(v.Name.At, s.Evidence[at])
			continue
		}
		s.Evidence = append(s.Evidence, settled.Proof{Said: said, Name: v.Name.Name, Title: text(&v.Title)})
	}
}

// lopsided is the part from which one criterion leaves the others no say: seed 001
// criticises a tender that weighed price and quality 90 to 10.
var lopsided = value.Ratio(9, 10)

// scored settles what offers are compared by.
func (c *checker) scored(b *syntax.Block, s *settled.ProcessStep) {
	v := syntax.One[*syntax.Scored](b, "scored")
	if v == nil {
		return
	}
	said, whole, known := s.Said("scored"), value.Int(0), true
	for _, x := range v.On {
		part, ok := c.percent(&x.Part)
		if slices.ContainsFunc(s.Scored, func(y settled.Criterion) bool { return y.Name == x.Of.Name }) {
			c.ListedTwice(&x.Of, said)
		}
		s.Scored = append(s.Scored, settled.Criterion{Name: x.Of.Name, Part: part})
		whole, known = whole.Add(part), known && ok
	}
	if known && !whole.Equal(value.Int(1)) {
		c.CriteriaNotWhole(s, whole)
		return
	}
	for _, x := range s.Scored {
		if known && x.Part.Cmp(lopsided) >= 0 {
			c.CriteriaLopsided(s, x)
		}
	}
}

// stepTime settles until when a step must be done. What has a time needs what
// follows when it is over, and the other way round.
func (c *checker) stepTime(b *syntax.Block, s *settled.ProcessStep) {
	if w := syntax.One[*syntax.DecisionWithin](b, "within"); w != nil {
		within := c.within(s.Said("within"), &w.Length, &w.Of, onlyFrom(syntax.FromOpening, machine.AnchorOpening))
		s.Within = &within
	}
	if d := syntax.One[*syntax.LastDay](b, "until"); d != nil {
		s.Until = c.date(&d.Day)
	}
	s.Late = c.actions(b, &s.Head, "if late", whenStepLate)
	if c.unreadIn(b) {
		return
	}
	timed := b.Find("within") != nil || b.Find("until") != nil
	switch late := b.Find("if late"); {
	case b.Find("within") != nil && b.Find("until") != nil:
		c.StepTimeTwice(s)
	case timed && late == nil:
		c.StepLateUnsaid(s)
	case !timed && late != nil:
		c.StepNeverLate(late.At, s)
	}
}

// gate settles what must be decided before the step is done.
func (c *checker) gate(b *syntax.Block, s *settled.ProcessStep) {
	if g := syntax.One[*syntax.ByDecision](b, "gate"); g != nil {
		s.Gate = c.opens(&g.Decision, s.Said("gate"))
	}
	if r := syntax.One[*syntax.Refused](b, "if refused"); r != nil {
		s.Refused = settled.Refusal{Said: s.Said("if refused"), Ends: r.What.Word == syntax.EndProcess}
		if r.Back != nil {
			s.Refused.Back = c.stepOf(r.Back, s)
		}
	}
	switch refused := b.Find("if refused"); {
	case c.unreadIn(b):
	case b.Find("gate") != nil && refused == nil:
		c.RefusalUnsaid(s)
	case b.Find("gate") == nil && refused != nil:
		c.RefusalOfNothing(refused.At, s)
	}
}
