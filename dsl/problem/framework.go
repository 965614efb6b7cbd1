package problem

import (
	"fmt"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// LawThresholdTwice reports framework-unknown.
func (c *Collector) LawThresholdTwice(second, first settled.LawThreshold) {
	c.report("framework-unknown", second.At, fmt.Sprintf("`%s` has a value from %s already", second.Name, second.From), "keep the line that is meant", see(first.At, "the first"))
}

// RequireUnknown reports framework-unknown.
func (c *Collector) RequireUnknown(at diag.Span, text, help string) {
	c.unsettled("framework-unknown", at, text, help)
}

// FollowsTwice reports framework-missing.
func (c *Collector) FollowsTwice(name *syntax.Ident) {
	c.report("framework-missing", name.At, fmt.Sprintf("`%s` is followed already", name.Name), "leave the second line out")
}

// FrameworkMissing reports framework-missing.
func (c *Collector) FrameworkMissing(name *syntax.Ident) {
	c.report("framework-missing", name.At, fmt.Sprintf("there is no framework `%s` to follow", name.Name),
		fmt.Sprintf("put it as %s.framework beside the agreement, or in the folder frameworks beside its folder", name.Name))
}

// FrameworkBroken reports framework-missing.
func (c *Collector) FrameworkBroken(name *syntax.Ident, f *settled.Framework) {
	c.report("framework-missing", name.At, fmt.Sprintf("the framework `%s` has errors of its own", name.Name), fmt.Sprintf("mend it first: concordat check %s", f.Path))
}

// MeetsNothing reports framework-missing.
func (c *Collector) MeetsNothing(name *syntax.Ident) {
	c.report("framework-missing", name.At, fmt.Sprintf("no framework that is followed asks for a clause `%s`", name.Name), "correct the name, or leave it out")
}

// asks is the framework's line, as a related place.
func asks(r *settled.Requirement, f *settled.Following) diag.Related {
	why := "asked by “" + f.Is.Title + "”"
	if r.Why != "" {
		why = r.Why
	}
	return see(r.At, why)
}

func (c *Collector) unmet(f *settled.Following, r *settled.Requirement, at diag.Span, text, help string) {
	c.report("framework-unmet", at, text, help, asks(r, f))
}

// TermTooShort reports a term shorter than a framework asks for.
func (c *Collector) TermTooShort(f *settled.Following, r *settled.Requirement, least value.Date) {
	c.unmet(f, r, c.Agreement.Said("term").At, fmt.Sprintf("the term ends on %s, and `%s` asks for at least %s, to %s", c.Agreement.Last, f.Name, lengthWords(r.Is.Term), least),
		fmt.Sprintf("let it last until %s or later", least))
}

func lengthWords(l *syntax.Length) string { return l.Count.Digits + " " + string(l.Unit.Word) }

// RouteMissing reports a route that a framework asks for.
func (c *Collector) RouteMissing(f *settled.Following, r *settled.Requirement, x *settled.Funding, total, above value.Money) {
	c.unmet(f, r, x.NameAt, fmt.Sprintf("`%s` pays %s in all, and above %s `%s` asks for a route by which the partner is chosen", x.Name, total, above, f.Name),
		fmt.Sprintf("add a `route` on the total value of %s", x.Name))
}

// FrameworkUndated reports framework-undated.
func (c *Collector) FrameworkUndated(f *settled.Following, r *settled.Requirement, x *settled.Funding, total value.Money, above, not settled.LawThreshold) {
	c.report("framework-undated", f.At, fmt.Sprintf("`%s` pays %s in all: with procurement begun from %s it is above %s and needs a route, from %s it is not above %s", x.Name, total,
		above.From, above.Sum, not.From, not.Sum), fmt.Sprintf("say when it began: `follows %s, procurement begun on DATE`", f.Name), asks(r, f))
}

// FrameworkBefore reports framework-undated.
func (c *Collector) FrameworkBefore(f *settled.Following, r *settled.Requirement) {
	c.report("framework-undated", f.At, fmt.Sprintf("procurement began on %s, before `%s` has any value for this", f.Begun, f.Name), "correct the day, or add the value that held then", asks(r, f))
}

// FrameworkVAT reports framework-vat.
func (c *Collector) FrameworkVAT(f *settled.Following, r *settled.Requirement, x *settled.Funding, total, above value.Money) {
	c.report("framework-vat", x.NameAt, fmt.Sprintf("`%s` pays %s in all (%s), and the value of `%s` is %s (%s): they cannot be compared", x.Name, total, c.Agreement.VAT, f.Name, above, f.Is.VAT),
		fmt.Sprintf("add a `route` on the total value of %s, which can say the rate of VAT, or write both with or both without it", x.Name), asks(r, f))
}

// BuysUnsaid reports a line of a framework that depends on what is bought.
func (c *Collector) BuysUnsaid(f *settled.Following, r *settled.Requirement, about string) {
	c.unmet(f, r, c.Agreement.At, fmt.Sprintf("`%s` asks for this where `%s` is bought, and the agreement does not say what it buys", f.Name, about),
		"add a line like `buys complex services, category C1`")
}

// ReturnsHeavy reports figures that are asked for too often for a small sum.
func (c *Collector) ReturnsHeavy(f *settled.Following, r *settled.Requirement, total, small value.Money, have, most int, asked []string) {
	c.unmet(f, r, c.Agreement.At, fmt.Sprintf("for %s in all %d returns are due a year (%s), and up to %s `%s` asks for no more than %d", total, have, strings.Join(asked, ", "), small, f.Name, most),
		"ask for figures less often, or put what is asked into one return")
}

// SmallUndated reports framework-undated.
func (c *Collector) SmallUndated(f *settled.Following, r *settled.Requirement, total value.Money, small, above settled.LawThreshold) {
	c.report("framework-undated", f.At, fmt.Sprintf("%s in all is small with procurement begun from %s (up to %s), so that too many returns are due, and not from %s (up to %s)", total, small.From, small.Sum, above.From, above.Sum),
		fmt.Sprintf("say when it began: `follows %s, procurement begun on DATE`", f.Name), asks(r, f))
}

// ClauseMissing reports a clause that a framework asks for.
func (c *Collector) ClauseMissing(f *settled.Following, r *settled.Requirement) {
	name := r.Is.Clause.Name.Name
	c.unmet(f, r, c.Agreement.At, fmt.Sprintf("no clause meets `%s`: %s", name, r.Is.Clause.Title.Value),
		fmt.Sprintf("write the clause, with a line `meets %s`", name))
}

// BlockMissing reports a block that a framework asks for.
func (c *Collector) BlockMissing(f *settled.Following, r *settled.Requirement, what, keyword string) {
	c.unmet(f, r, c.Agreement.At, fmt.Sprintf("no %s %s", kindWords[keyword], what), fmt.Sprintf("add a `%s` block", keyword))
}

// LineMissing reports a line that a framework asks for.
func (c *Collector) LineMissing(f *settled.Following, r *settled.Requirement, b *syntax.Block, keyword string, s *syntax.Statement) {
	at, text := b.Head, fmt.Sprintf("`%s` does not say `%s`", b.Name.Name, keyword)
	if s != nil {
		at, text = s.At, fmt.Sprintf("`%s` of `%s` is still to be agreed", keyword, b.Name.Name)
	}
	help := "add the line"
	if def := b.Def.Lookup(keyword); def != nil {
		help = fmt.Sprintf("add a line like `%s`", def.Example)
	}
	c.unmet(f, r, at, text, help)
}

// TooFew reports fewer blocks of a kind than a framework asks for.
func (c *Collector) TooFew(f *settled.Following, r *settled.Requirement, keyword string, have, least int) {
	text := fmt.Sprintf("there is no %s", kindWords[keyword])
	if have > 0 {
		text = fmt.Sprintf("there are %d of what must be at least %d: `%s`", have, least, keyword)
	}
	c.unmet(f, r, c.Agreement.At, text, fmt.Sprintf("add a `%s` block", keyword))
}
