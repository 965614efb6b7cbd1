package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

func (c *checker) decision(b *syntax.Block, d *settled.Decision) {
	first := &settled.Stage{Said: d.Said("by")}
	if by := syntax.One[*syntax.By](b, "by"); by != nil {
		first.By = c.who(&by.Who, aParty|parties|aGroup|aBody|everyParty|butLeaver)
	}
	d.Stages = append(d.Stages, first)
	c.openedBy(b, d)
	if what := syntax.One[*syntax.Decides](b, "decides"); what != nil {
		switch what.What.Word {
		case syntax.DecidesStep:
			d.Passes = true
		case syntax.DecidesBack:
			d.Returns = true
		case syntax.DecidesSaving:
			d.Proves = true
		default:
			d.Decides = machine.Decides(what.What.Word)
		}
	}
	c.item(b, d)
	c.ballot(b, d, first)
	if w := syntax.One[*syntax.DecisionWithin](b, "within"); w != nil {
		first.Within = c.within(d.Said("within"), &w.Length, &w.Of, anchorsOf(d))
	}
	c.records(b, d)
	d.Otherwise = c.actions(b, &d.Head, "otherwise", whenRejected)
	d.Then = c.actions(b, &d.Head, "then", whenAdopted)
	for _, a := range d.Otherwise {
		if a.Stage != nil {
			a.Stage.Rule, a.Stage.Silence, a.Stage.Conflicts = first.Rule, first.Silence, first.Conflicts
			d.Stages = append(d.Stages, a.Stage)
		}
	}
	c.fitting(b, d)
}

// item settles what is asked at which meeting, and finds one outside the term.
func (c *checker) item(b *syntax.Block, d *settled.Decision) {
	v := syntax.One[*syntax.Item](b, "item")
	if v == nil {
		return
	}
	on := c.date(&v.By)
	d.Item = &machine.Item{Asks: string(v.Asks.Word), Meeting: text(&v.Meeting), By: on}
	if a := c.Agreement; on.IsSet() && a.First.IsSet() && a.Last.IsSet() && (on < a.Starts() || on > a.Last) {
		c.MeetingOutside(d, on)
	}
}

// anchorsOf is what a decision's time may be counted from.
func anchorsOf(d *settled.Decision) anchored {
	may := onlyFrom(syntax.FromOpening, machine.AnchorOpening)
	if d.Opens.Proposal {
		may.events[syntax.FromProposal] = machine.AnchorProposal
		may.help = "opening` or `proposal"
	}
	return may
}

func (c *checker) openedBy(b *syntax.Block, d *settled.Decision) {
	o := syntax.One[*syntax.Opens](b, "opens")
	if o == nil {
		return
	}
	d.Opens.Said = d.Said("opens")
	switch {
	case o.Proposal != nil:
		d.Opens.Proposal = true
		d.Opens.Who = c.who(o.Proposal, aParty|parties|aGroup|anyParty|anyMember)
		if d.Opens.Who.Any && d.Opens.Who.Group == nil && o.Proposal.Set.Word == syntax.AnyMember {
			d.Opens.Who.Group = d.Stages[0].By.Group
		}
		c.openers[d] = append(c.openers[d], d.Opens.Said)
	case o.At.Hole == nil:
		d.Opens.PeriodEnd = map[syntax.OpensWhen]value.PeriodKind{
			syntax.AtYearEnd: value.Year, syntax.AtHalfYearEnd: value.HalfYear,
			syntax.AtQuarterEnd: value.Quarter, syntax.AtMonthEnd: value.Month,
		}[o.At.Word]
	}
}

// ballot settles how votes make a decision.
func (c *checker) ballot(b *syntax.Block, d *settled.Decision, stage *settled.Stage) {
	stage.Silence, stage.Conflicts = machine.SilenceRefusal, machine.DeclareAndVote
	if s := syntax.One[*syntax.DecisionSilence](b, "silence"); s != nil && s.Is.Hole == nil {
		stage.Silence = machine.Silence(s.Is.Word)
	}
	if s := syntax.One[*syntax.Conflicts](b, "conflicts"); s != nil && s.Must.Hole == nil {
		stage.Conflicts = machine.Conflicts(s.Must.Word)
	}
	r := syntax.One[*syntax.DecisionRule](b, "rule")
	if r == nil || r.Of.Hole != nil || r.Part.Hole != nil {
		return
	}
	stage.Rule = c.voting(r)
	quorum := b.Find("quorum")
	voting := r.Of.Word == syntax.OfVoting
	switch {
	case quorum == nil && voting:
		c.QuorumOpen(d)
	case quorum != nil && !voting && stage.Rule.Kind != "":
		c.QuorumRefused(d, r.Sole)
	}
	if q := syntax.One[*syntax.Quorum](b, "quorum"); q != nil && voting {
		stage.Rule.Quorum, _ = c.count(&q.Members)
	}
}

func (c *checker) voting(r *syntax.DecisionRule) machine.Voting {
	v := machine.Voting{Of: string(r.Of.Word)}
	switch {
	case r.Sole:
		return machine.Voting{Kind: machine.Sole, Of: string(syntax.OfMembers)}
	case r.AtLeast != nil:
		var ok bool
		if v.N, ok = c.count(r.AtLeast); ok {
			v.Kind = machine.AtLeast
		}
	default:
		v.Kind = machine.VotingKind(r.Part.Word)
	}
	return v
}

func (c *checker) records(b *syntax.Block, d *settled.Decision) {
	for _, r := range syntax.All[*syntax.Record](b, "record") {
		switch {
		case r.What.Hole != nil:
			continue
		case slices.Contains(d.Records, r.What.Name):
			c.ListedTwice(&r.What, d.Said("record"))
			continue
		case r.Title != nil:
			if p := c.names[r.What.Name]; p != nil {
				c.NameTwice(&settled.Head{Keyword: "record", Name: r.What.Name, NameAt: r.What.At}, settled.HeadOf(p.is))
			}
		case r.What.Name != "reason":
			if c.find(&r.What, "principle") == nil {
				continue
			}
		}
		d.Records = append(d.Records, r.What.Name)
	}
}

// fitting finds actions that need the decision to be of another kind.
func (c *checker) fitting(b *syntax.Block, d *settled.Decision) {
	if d.Decides == "" && (b.Find("decides") != nil || b.Find("then") == nil) {
		return // it could not be read or is still open, or it has been said that it is missing
	}
	for _, a := range slices.Concat(d.Otherwise, d.Then) {
		for ; a != nil; a = a.Then {
			if a.Verb == machine.TakeBand && a.Take != value.NoBand && d.Decides != machine.DecidesBand {
				c.TakesNoBand(a, d)
			}
			if a.Verb == machine.TakeFigure && d.Decides != machine.DecidesFigure {
				c.TakesFigure(a, d)
			}
		}
	}
}
