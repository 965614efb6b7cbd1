package stated

import (
	"slices"

	"concordat/dsl/expr"
	"concordat/dsl/syntax"
	"concordat/engine/formula"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// known is what a figure may read: what is given, and the claims above.
type known struct {
	names  []expr.Name
	values map[string]value.Num
}

func (k *known) add(name string, kind machine.Type, v value.Num) {
	k.names = append(k.names, expr.Name{Name: name, Type: kind})
	k.values[name] = v
}

// claim recomputes one claim.
func (s *settler) claim(b *syntax.Block) {
	x := &Claim{Name: b.Name.Name, Title: b.Title.Value, Broken: true}
	s.report.Claims = append(s.report.Claims, x)
	if says := syntax.One[*syntax.Says](b, "source"); says != nil {
		x.Source = says.Text.Value
	}
	for _, n := range syntax.All[*syntax.Says](b, "needs") {
		x.Needs = append(x.Needs, n.Text.Value)
	}
	if bias := syntax.One[*syntax.Bias](b, "bias"); bias != nil {
		x.Bias, x.BiasWhy = string(bias.Way.Word), bias.Why.Value
	}
	stated := syntax.One[*syntax.Stated](b, "stated")
	if stated == nil {
		return
	}
	want, ok := s.stated(x, stated)
	if !ok {
		return
	}
	know := &known{values: map[string]value.Num{}}
	givenAll := s.givens(b, x, know)
	figure := syntax.One[*syntax.FigureOf](b, "figure")
	switch {
	case len(x.Needs) > 0 && figure != nil:
		s.needsAndFigure(b)
	case len(x.Needs) > 0:
		x.Broken = false
		s.notReproducible(b, x)
	case figure != nil && givenAll:
		s.recompute(b, x, figure, stated, want, know)
	}
}

// stated is what has been stated: false where it cannot be read. Of what nobody has
// stated only the kind is known.
func (s *settler) stated(x *Claim, v *syntax.Stated) (want value.Num, ok bool) {
	if v.Value == nil {
		x.Nowhere, x.Stated, x.kind = true, "nowhere", machine.TypeNumber
		if v.Nowhere.Word == syntax.NowhereSum {
			x.kind = machine.TypeMoney
		}
		return value.Num{}, v.Nowhere.Hole == nil
	}
	if v.Value.Hole != nil {
		return value.Num{}, false
	}
	want, x.kind, ok = s.amount(v.Value)
	x.Stated = s.file.Words(v.Value.At)
	return want, ok
}

// amount is a literal as a number: a sum in pence, a percentage as a part.
func (s *settler) amount(v *syntax.Value) (n value.Num, kind machine.Type, ok bool) {
	switch {
	case v.Money != nil && v.Money.Hole == nil:
		m, err := value.ParseMoney(v.Money.Digits)
		if err != nil {
			s.unreadable(v.At, err)
		}
		return value.FromMoney(m), machine.TypeMoney, err == nil
	case v.Percent != nil && v.Percent.Hole == nil:
		n, err := value.ParseNum(v.Percent.Digits)
		if err != nil {
			s.unreadable(v.At, err)
		}
		return n.Mul(value.Ratio(1, 100)), machine.TypeNumber, err == nil
	case v.Number != nil && v.Number.Hole == nil:
		n, err := value.ParseNum(v.Number.Digits)
		if err != nil {
			s.unreadable(v.At, err)
		}
		return n, machine.TypeNumber, err == nil
	}
	return value.Num{}, "", false
}

// givens settles what a claim rests on; claims above may be read by name. It
// reports whether every figure that is given could be settled.
func (s *settler) givens(b *syntax.Block, x *Claim, know *known) bool {
	for _, c := range s.report.Claims {
		if c != x && !c.Broken && len(c.Needs) == 0 {
			know.add(c.Name, c.kind, c.value)
		}
	}
	whole := true
	for _, v := range syntax.All[*syntax.GivenFigure](b, "given") {
		g, n, kind, ok := s.given(v)
		if !ok {
			whole = false
			continue
		}
		if slices.ContainsFunc(know.names, func(k expr.Name) bool { return k.Name == v.Name.Name }) {
			s.givenTwice(&v.Name)
			whole = false
			continue
		}
		know.add(g.Name, kind, n)
		x.Givens = append(x.Givens, g)
	}
	return whole && len(b.FindAll("given")) == len(syntax.All[*syntax.GivenFigure](b, "given"))
}

func (s *settler) given(v *syntax.GivenFigure) (g Given, n value.Num, kind machine.Type, ok bool) {
	g = Given{Name: v.Name.Name}
	if v.Title != nil {
		g.Title = v.Title.Value
	}
	switch {
	case v.Count != nil:
		n, ok = s.count(v.Count)
		kind = machine.TypeNumber
	case v.Sum != nil:
		n, kind, ok = s.sum(v.Sum)
	default:
		n, kind, ok = s.amount(v.Value)
		if ok {
			g.Value = s.file.Words(v.Value.At)
		}
		return g, n, kind, ok
	}
	g.Value = figureWords(n, kind)
	g.From = countWords(s.file, v)
	return g, n, kind, ok
}

// count counts rows, or the different words of a column.
func (s *settler) count(v *syntax.CountOf) (value.Num, bool) {
	of := &v.What
	if v.In != nil {
		of = v.In
	}
	t := s.dataOf(of)
	if t == nil {
		return value.Num{}, false
	}
	rows, ok := s.where(t, v.Where)
	if !ok || v.In == nil {
		return value.Int(int64(len(rows))), ok
	}
	at := t.column(v.What.Name)
	if at < 0 {
		s.noColumn(&v.What, t)
		return value.Num{}, false
	}
	seen := map[string]bool{}
	for _, row := range rows {
		if words := row[at].words; words != "" {
			seen[words] = true
		}
	}
	return value.Int(int64(len(seen))), true
}

// sum adds a column up.
func (s *settler) sum(v *syntax.SumIn) (value.Num, machine.Type, bool) {
	t := s.dataOf(&v.In)
	if t == nil {
		return value.Num{}, "", false
	}
	at, kind, ok := s.addable(&v.Column, t)
	if !ok {
		return value.Num{}, "", false
	}
	by := -1
	if v.Per != nil {
		if by, _, ok = s.addable(v.Per, t); !ok {
			return value.Num{}, "", false
		}
	}
	rows, ok := s.where(t, v.Where)
	total := value.Num{}
	for _, row := range rows {
		n := row[at].number
		if by >= 0 {
			part, err := n.Div(row[by].number)
			if err != nil {
				s.noDivisor(v.Per, row[0].words)
				return value.Num{}, "", false
			}
			n = part
		}
		total = total.Add(n)
	}
	return total, kind, ok
}

// addable is a column that can be added up.
func (s *settler) addable(name *syntax.Ident, t *table) (at int, kind machine.Type, ok bool) {
	if at = t.column(name.Name); at < 0 {
		s.noColumn(name, t)
		return 0, "", false
	}
	switch t.columns[at].form {
	case syntax.NoteSum:
		return at, machine.TypeMoney, true
	case syntax.NoteNumber:
		return at, machine.TypeNumber, true
	}
	s.notAddable(name, t.columns[at])
	return 0, "", false
}

// dataOf finds a table; nil where there is none, or it could not be read.
func (s *settler) dataOf(name *syntax.Ident) *table {
	if name.Hole != nil {
		return nil
	}
	t := s.data[name.Name]
	if t == nil {
		s.noData(name)
		return nil
	}
	if t.broken {
		return nil
	}
	return t
}

// recompute works a figure out and compares it with what is stated.
func (s *settler) recompute(b *syntax.Block, x *Claim, figure *syntax.FigureOf, stated *syntax.Stated, want value.Num, know *known) {
	if figure.Expression.Hole != nil {
		return
	}
	env := &expr.Env{Currency: "GBP", Where: "the claim `" + x.Name + "`", Names: know.names}
	e, found := expr.Formula(&figure.Expression, env, x.kind)
	s.found = append(s.found, found...)
	if found.HasErrors() {
		return
	}
	scope := formula.Scope{Var: func(name string) (value.Num, bool) { v, ok := know.values[name]; return v, ok }}
	exact, err := scope.Number(&e)
	if err != nil {
		s.noFigure(figure)
		return
	}
	came := exact
	if r := syntax.One[*syntax.RoundedTo](b, "rounded"); r != nil {
		step, kind, ok := s.amount(&r.Step)
		if !ok || kind != x.kind || step.Sign() <= 0 {
			s.stepUnfit(r)
			return
		}
		came = round(exact, step, r.Mode.Word)
		x.Rounded = s.file.Words(b.Find("rounded").ValueAt)
		x.Exact = s.inUnit(exact, stated)
	}
	x.Broken, x.Figure, x.value = false, s.file.Words(figure.Expression.At), exact
	x.Came = s.inUnit(came, stated)
	if x.Differs = !x.Nowhere && !came.Equal(want); x.Differs {
		s.differs(b, x, stated)
	}
}

// round takes a figure to the nearest whole number of steps.
func round(n, step value.Num, mode syntax.RoundingMode) value.Num {
	steps, _ := n.Div(step) // a step is more than nothing
	half := value.Ratio(1, 2)
	down := steps.Floor()
	rest := steps.Sub(down)
	up := down.Add(value.Int(1))
	if rest.IsZero() {
		return n
	}
	even := func() bool { h, _ := down.Div(value.Int(2)); return h.IsWhole() }
	switch c := rest.Cmp(half); {
	case mode == syntax.Up, mode != syntax.Down && c > 0, mode == syntax.HalfUp && c == 0, mode == syntax.HalfEven && c == 0 && !even():
		return up.Mul(step)
	}
	return down.Mul(step)
}
