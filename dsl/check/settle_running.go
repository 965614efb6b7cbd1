package check

import (
	"fmt"
	"slices"

	"concordat/dsl/expr"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
	"concordat/engine/machine"
	"concordat/engine/value"
)

func (c *checker) review(b *syntax.Block, r *settled.Review) {
	if every := syntax.One[*syntax.Every](b, "every"); every != nil {
		r.Every = kind(every.Cycle.Word)
	}
	if held := syntax.One[*syntax.Held](b, "held"); held != nil {
		c.heldIn(held, r)
	}
	if by := syntax.One[*syntax.By](b, "by"); by != nil {
		r.By = c.who(&by.Who, aParty|parties|aGroup|aBody|everyParty)
	}
	if at := syntax.One[*syntax.LooksAt](b, "looks at"); at != nil {
		c.looksAt(at, r)
	}
	r.Missed = c.actions(b, &r.Head, "if missed", whenMissed)
	r.Then = c.actions(b, &r.Head, "then", whenHeld)
	c.closing(b, r)
}

// heldIn settles until when a review is held: in the period, or after it.
func (c *checker) heldIn(held *syntax.Held, r *settled.Review) {
	if held.By != nil {
		r.Held, r.Inside = settled.Within{Said: r.Said("held"), Anchor: machine.AnchorPeriodEnd}, true
		if may := periodEnd(r.Every); held.By.Hole == nil && may.help != "" && string(held.By.Word) != may.help {
			c.HeldOutside(held.By.At, r, may.help)
		}
		return
	}
	if held.Before != nil {
		r.Held, r.Once = settled.Within{Said: r.Said("held"), Anchor: machine.AnchorTermEnd}, true
		r.Held.Span, _ = c.span(held.Before)
		return
	}
	r.Held = c.within(r.Said("held"), &held.Within.Length, &held.Within.Of, periodEnd(r.Every))
}

// looksAt settles what a review looks at. A wording takes in every measure that
// has a value or a judgement for a period no longer than the review's.
func (c *checker) looksAt(at *syntax.LooksAt, r *settled.Review) {
	if at.Set.Hole != nil {
		return
	}
	if at.Set.Word == "" {
		for _, name := range at.Names {
			if m := one[*settled.Measure](c, name, "measure"); m != nil {
				r.LooksAt = append(r.LooksAt, m)
			}
		}
		return
	}
	if at.Set.Word == syntax.EveryMeasureOfPeriod && r.Every != value.NoPeriod && r.Every != value.Quarter {
		c.OtherReviewPeriod(at.Set.At, r)
		return
	}
	r.LooksAt = c.Agreement.Measures
}

func (c *checker) rule(b *syntax.Block, r *settled.Rule) {
	if reads := syntax.One[*syntax.Reads](b, "reads"); reads != nil {
		r.Final = reads.What.Word == syntax.FinalValues
	}
	if fires := syntax.One[*syntax.Fires](b, "fires"); fires != nil {
		r.Fires = machine.Fires(fires.How.Word)
	}
	if when := syntax.One[*syntax.When](b, "when"); when != nil {
		c.when(&when.Condition, r)
	}
	r.Then = c.actions(b, &r.Head, "then", whenFired)
}

func (c *checker) when(condition *syntax.Condition, r *settled.Rule) {
	if c.asksUnsettled(condition) {
		return
	}
	env := &expr.Env{Currency: c.Agreement.Currency, Where: fmt.Sprintf("the rule `%s`", r.Name), Measures: c.bands}
	when, found := expr.Condition(condition, env)
	c.Take(found)
	if found.HasErrors() {
		return
	}
	r.When, r.Reads = when, c.measuresIn(&when)
	c.canFire(r)
}

// measuresIn are the measures that a condition asks about.
func (c *checker) measuresIn(when *machine.Expr) (reads []*settled.Measure) {
	when.Walk(func(e *machine.Expr) {
		name := e.Name
		switch {
		case e.Op == machine.OpBand:
			name = e.Band.Measure
		case e.Op != machine.OpValue:
			return
		}
		if p := c.names[name]; p != nil {
			if m, ok := p.is.(*settled.Measure); ok && !slices.Contains(reads, m) {
				reads = append(reads, m)
				c.used[m] = true
			}
		}
	})
	return reads
}

// asksUnsettled reports whether a condition asks about a measure that is not
// settled: nothing can be said about it then.
func (c *checker) asksUnsettled(condition *syntax.Condition) bool {
	unsettled := func(name string) bool {
		m, known := c.bands[name]
		return known && m == nil || !known && c.names[name] == nil && c.isLost(name, "measure")
	}
	for _, t := range condition.Tests {
		if t.Band != nil && unsettled(t.Band.Measure.Name) {
			return true
		}
		if t.Expression == nil {
			continue
		}
		for _, word := range t.Expression.Tokens {
			if word.Kind == token.Ident && unsettled(word.Text(t.Expression.Src)) {
				return true
			}
		}
	}
	return false
}

func (c *checker) dispute(b *syntax.Block, d *settled.Dispute) {
	for _, s := range b.Statements {
		if v, ok := s.Value.(*syntax.Level); ok {
			c.level(v, c.said(&d.Head, s), d)
		}
	}
	if n := len(d.Levels); n > 0 && d.Levels[n-1].Waits {
		c.LevelWaits(d.Levels[n-1])
	}
	if during := c.actions(b, &d.Head, "meanwhile", meanwhile); len(during) > 0 && during[0].Verb == machine.PayNone {
		d.PaysNone = during[0].On
	}
	if out := syntax.One[*syntax.Outside](b, "outside"); out != nil {
		d.Never = true
		d.Except = one[*settled.Term](c, out.Except, "define")
		if out.Except == nil {
			c.NeverOutside(d)
		}
	}
	ends := c.actions(b, &d.Head, "otherwise", whenUnsettled)
	if len(ends) > 0 {
		d.Otherwise = *ends[0]
	}
	if len(ends) > 1 {
		c.NeverReached(ends[1], ends[0])
	}
}

func (c *checker) level(v *syntax.Level, said settled.Said, d *settled.Dispute) {
	l := settled.Level{Said: said, Decides: v.Decides, Waits: v.Within == nil}
	may := aParty | aGroup | aBody
	if v.Decides {
		may = aBody // several people would have to agree on their direction first
	}
	l.By = c.named([]*syntax.Ident{&v.Of}, may)
	if v.Within != nil {
		l.Within = c.within(said, &v.Within.Length, &v.Within.Of, onlyFrom(syntax.FromReferral, machine.AnchorReferral))
	}
	if l.By.Zero() {
		return
	}
	if n := len(d.Levels); n > 0 && d.Levels[n-1].Waits {
		c.LevelAfterWaiting(l, d.Levels[n-1])
		return
	}
	for _, earlier := range d.Levels {
		if sameName(earlier.By, l.By) {
			c.LevelTwice(l, earlier)
			return
		}
	}
	d.Levels = append(d.Levels, l)
}

func sameName(a, b settled.Who) bool { return a.Name() != "" && a.Name() == b.Name() }
