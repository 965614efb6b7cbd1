package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/sums/socialreturn"
	"concordat/engine/value"
)

// declareBenefits declares the benefits that stand in a social return.
func (c *checker) declareBenefits(b *syntax.Block, r *settled.SocialReturn) {
	for _, inner := range b.Blocks {
		if inner.Def == nil {
			c.unreadable(inner)
			continue
		}
		r.Benefits = append(r.Benefits, into(c, inner, &c.Agreement.Benefits, &settled.Benefit{Of: r}))
	}
}

func (c *checker) socialReturn(b *syntax.Block, r *settled.SocialReturn) {
	r.Is = machine.SocialReturn{Name: r.Name, Title: r.Title}
	if v := syntax.One[*syntax.Says](b, "model"); v != nil {
		r.Is.Model = v.Text.Value
	}
	if v := syntax.One[*syntax.ReturnYears](b, "from"); v != nil {
		c.returnYears(v, r)
	}
	if v := syntax.One[*syntax.Discounted](b, "discounted"); v != nil {
		r.Discounts = v.First.Word != "" || v.First.Hole != nil
		r.Is.FirstFull = v.First.Word == syntax.FirstYearFull
		r.Is.Rates, r.Is.RatesOf = socialreturn.GreenBook, socialreturn.GreenBookOf
		if !v.Book && v.Rate != nil {
			part, _ := c.part(v.Rate, "a yearly discount")
			r.Is.Rates, r.Is.RatesOf = []machine.Rate{{Rate: part}}, ""
		}
	}
	if v := syntax.One[*syntax.AttributionIs](b, "attribution"); v != nil {
		r.Attributes, r.Is.Own = true, v.Is.Word == syntax.WorkCaused
	}
	if v := syntax.One[*syntax.DropFrom](b, "drop off"); v != nil {
		r.Drop, r.Is.DropFirst = true, v.Year.Word == syntax.DropFromFirst
	}
	for _, v := range syntax.All[*syntax.PutsIn](b, "puts in") {
		c.putsIn(v, r)
	}
	for _, v := range syntax.All[*syntax.Says](b, "qualitative") {
		r.Is.Told = append(r.Is.Told, v.Text.Value)
	}
	for _, x := range r.Benefits {
		r.Is.Benefits = append(r.Is.Benefits, x.Is)
	}
	c.returnConventions(b, r)
}

func (c *checker) returnYears(v *syntax.ReturnYears, r *settled.SocialReturn) {
	r.Is.From = periodOf(&v.First)
	var ok bool
	switch r.Is.Years, ok = c.count(&v.Years); {
	case ok && r.Is.Years > socialreturn.Years:
		c.YearsTooMany(v, r.Is.Years)
	case !r.Is.From.IsZero() && r.Is.From.Kind != value.Year:
		c.PaysFrom(&v.First)
	}
}

func (c *checker) putsIn(v *syntax.PutsIn, r *settled.SocialReturn) {
	x := machine.PutIn{Party: settled.NameOf(one[*settled.Party](c, &v.Party, "party")), Year: periodOf(&v.Year), InKind: v.Is.Word == syntax.InKind, Says: text(&v.Says)}
	x.Sum, _ = c.money(&v.Sum)
	switch n := x.Year.Start - r.Is.From.Start; {
	case x.Year.IsZero() || r.Is.From.IsZero():
	case x.Year.Kind != value.Year:
		c.PaysFrom(&v.Year)
		return
	case n < 0 || n >= r.Is.Years:
		c.PutInOutside(v.Year.At, r)
		return
	}
	r.Is.PutIn = append(r.Is.PutIn, x)
}

func (c *checker) benefit(b *syntax.Block, x *settled.Benefit) {
	x.Is = machine.Benefit{Name: x.Name, Title: x.Title}
	if v := syntax.One[*syntax.BenefitKind](b, "kind"); v != nil {
		x.Is.Kind = machine.BenefitKind(v.Is.Word)
	}
	if v := syntax.One[*syntax.Proxy](b, "proxy"); v != nil {
		x.Is.Proxy, _ = c.money(&v.Sum)
		x.Is.Source = text(&v.Source)
	}
	if v := syntax.One[*syntax.Quantity](b, "quantity"); v != nil {
		c.quantity(v, x)
	}
	for keyword, to := range map[string]*value.Num{"deadweight": &x.Is.Deadweight, "displacement": &x.Is.Displacement, "attribution": &x.Is.Attribution} {
		if v := syntax.One[*syntax.Part](b, keyword); v != nil {
			*to, _ = c.part(&v.Part, keyword)
		}
	}
	if v := syntax.One[*syntax.PartAYear](b, "drop off"); v != nil {
		x.Is.DropOff, _ = c.part(&v.Part, "a drop-off")
	}
	if v := syntax.One[*syntax.Lasts](b, "lasts"); v != nil {
		x.Is.Lasts, _ = c.count(&v.Years)
	}
}

func (c *checker) quantity(v *syntax.Quantity, x *settled.Benefit) {
	if v.Measure == nil {
		if n, ok := c.num(v.Number); ok {
			x.Is.Quantity = &n
		}
		return
	}
	m := one[*settled.Measure](c, v.Measure, "measure")
	if m == nil {
		return
	}
	c.measurePeriod(v.Period, m, true)
	if m.Judged != nil {
		c.JudgedFigure(v.Measure.At, m)
	}
	x.Is.Measure, x.Is.Period = m.Name, periodOf(v.Period)
}

// part settles a percentage from nothing to all.
func (c *checker) part(p *syntax.Percent, what string) (value.Num, bool) {
	n, ok := c.percent(p)
	if ok && (n.Sign() < 0 || n.Cmp(value.Int(1)) > 0) {
		c.PartOutside(p, what)
		return n, false
	}
	return n, ok
}

// returnConventions asks for each convention on which the field differs, and shows
// what both readings come to.
func (c *checker) returnConventions(b *syntax.Block, r *settled.SocialReturn) {
	if c.unreadIn(b) {
		return
	}
	any := func(of func(*machine.Benefit) value.Num) bool {
		return slices.ContainsFunc(r.Benefits, func(x *settled.Benefit) bool { return of(&x.Is).Sign() > 0 })
	}
	if len(r.Benefits) == 0 {
		c.NoBenefits(r)
		return
	}
	if !r.Discounts && b.Find("discounted") != nil {
		c.ConventionOpen(r, r.Said("discounted"), "whether the first year is discounted", "discounted …, the first year in full", "discounted …, the first year too",
			func(m *machine.SocialReturn, second bool) { m.FirstFull = !second })
	}
	if !r.Attributes && any(func(x *machine.Benefit) value.Num { return x.Attribution }) {
		c.ConventionOpen(r, settled.Said{Ref: r.Ref("attribution"), At: r.NameAt}, "whose part attribution is", "attribution is what others caused", "attribution is what this work caused",
			func(m *machine.SocialReturn, second bool) { m.Own = second })
	}
	if !r.Drop && any(func(x *machine.Benefit) value.Num { return x.DropOff }) {
		c.ConventionOpen(r, settled.Said{Ref: r.Ref("drop off"), At: r.NameAt}, "from which year benefits drop off", "drop off from the second year", "drop off from the first year",
			func(m *machine.SocialReturn, second bool) { m.DropFirst = second })
	}
}
