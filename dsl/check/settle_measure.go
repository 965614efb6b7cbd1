package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"concordat/dsl/expr"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

func (c *checker) measure(b *syntax.Block, m *settled.Measure) {
	c.weightOf(b, m)
	m.Means = c.prose(b, "means", &m.Head)
	if shows := syntax.One[*syntax.MeasureShows](b, "shows"); shows != nil {
		m.Output = shows.What.Word == syntax.ShowsOutput
	}
	if judged := syntax.One[*syntax.Judged](b, "judged"); judged != nil {
		m.Every = kind(judged.Every.Word)
		m.Judged = c.opens(&judged.Decision, m.Said("judged"))
	}
	c.oneSource(b, m)
	known := c.unit(b, m)
	if better := syntax.One[*syntax.Better](b, "better"); better != nil {
		m.Lower = better.Is.Word == syntax.LowerIsBetter
		known = known && better.Is.Hole == nil
	} else {
		known = false
	}
	if base := syntax.One[*syntax.Baseline](b, "baseline"); base != nil {
		m.Baseline = &settled.Baseline{Said: m.Said("baseline"), On: c.date(&base.On)}
		m.Baseline.Value = c.precise(&base.Value, m)
		if m.Baseline.Quality = string(base.Quality.Word); base.From != nil {
			m.Baseline.From = base.From.Value
		}
		if base.Quality.Word == syntax.QualityEstimated {
			c.BaselineEstimated(m)
		}
	}
	c.source(b, m)
	c.figures(b, m)
	c.rangesOf(b, m, known)
	c.bandPeriods(b, m)
}

// oneSource finds statements that contradict where the figure comes from: a
// judged measure has neither unit nor range, a returned one has no judges.
func (c *checker) oneSource(b *syntax.Block, m *settled.Measure) {
	judged, returned := b.Find("judged"), b.Find("returned")
	if judged != nil && returned != nil {
		c.TwoSources(m, judged, returned)
		return
	}
	for _, s := range b.Statements {
		switch k := s.Keyword.Name; {
		case s.Def == nil:
		case judged != nil && (k == "unit" || k == "better" || k == "baseline" || k == "input" || k == "if zero" || strings.HasPrefix(k, "each ")):
			c.NotForJudged(m, s)
		case returned != nil && k == "evidence" && forJudgement(s):
			c.NotForReturned(m, s)
		case judged != nil && k == "evidence" && s.Value != nil && !forJudgement(s):
			c.NotForJudged(m, s)
		}
	}
}

// unit settles what is counted and how finely; false where that is not known.
func (c *checker) unit(b *syntax.Block, m *settled.Measure) bool {
	u := syntax.One[*syntax.Unit](b, "unit")
	if u == nil {
		return false
	}
	m.Unit = u.Of.Text
	if u.To == nil {
		return u.Of.Hole == nil
	}
	places, ok := c.num(&u.To.Count)
	n, whole := places.Int64()
	if ok && (!whole || n < 1 || n > 9) {
		c.NotPlaces(&u.To.Count)
		ok = false
	}
	m.Places, m.Rounding = int(n), c.rounding(u.To.Mode)
	return ok
}

// figure settles a value in the unit of a measure. Where the unit is a
// percentage or pounds it may be written with its sign.
func (c *checker) figure(v *syntax.Value, m *settled.Measure) (value.Num, bool) {
	switch {
	case v.Number != nil:
		return c.num(v.Number)
	case v.Percent != nil && v.Percent.Hole == nil:
		if !strings.HasPrefix(m.Unit, "percent") && !strings.HasPrefix(m.Unit, "per cent") {
			c.WrongUnit(v.At, m)
			return value.Num{}, false
		}
		n, err := value.ParseNum(v.Percent.Digits)
		return n, err == nil
	case v.Money != nil && v.Money.Hole == nil:
		if !strings.HasPrefix(m.Unit, "pound") {
			c.WrongUnit(v.At, m)
			return value.Num{}, false
		}
		if _, ok := c.money(v.Money); !ok {
			return value.Num{}, false
		}
		n, err := value.ParseNum(v.Money.Digits)
		return n, err == nil
	}
	return value.Num{}, false
}

// precise settles a value, and finds one that a measure of this unit cannot have.
func (c *checker) precise(v *syntax.Value, m *settled.Measure) value.Num {
	n, ok := c.figure(v, m)
	if ok && m.Unit != "" && !n.RoundTo(m.Places, value.Down).Equal(n) {
		c.TooFine(v.At, n, m)
	}
	return n
}

// source settles who returns the figure, in which return, or on what evidence
// it is judged.
func (c *checker) source(b *syntax.Block, m *settled.Measure) {
	if r := syntax.One[*syntax.Returned](b, "returned"); r != nil {
		m.Returner = one[*settled.Party](c, &r.By, "party")
		if m.Return = one[*settled.Return](c, &r.In, "return"); m.Return != nil {
			m.Every = m.Return.Every
			m.Return.Measures = append(m.Return.Measures, m)
		}
	}
	for _, s := range b.Statements {
		switch v := s.Value.(type) {
		case *syntax.MeasureEvidence:
			c.evidence(v, c.said(&m.Head, s), m)
		case *syntax.Titled:
			if v.Name.Hole == nil && s.Keyword.Name == "input" {
				c.input(v, c.said(&m.Head, s), m)
			}
		}
	}
}

func (c *checker) input(v *syntax.Titled, said settled.Said, m *settled.Measure) {
	name := v.Name.Name
	if isKeyword(name) {
		c.NameIsKeyword(&settled.Head{Keyword: "input", Name: name, NameAt: v.Name.At})
	}
	for _, i := range m.Inputs {
		if i.Name == name {
			c.NameTwice(&settled.Head{Keyword: "input", Name: name, NameAt: v.Name.At}, &settled.Head{Keyword: "input", Name: name, NameAt: i.At})
			return
		}
	}
	if slices.Contains(strings.Fields(m.Unit), name) && !strings.Contains(m.Unit, " ") {
		c.InputIsUnit(&v.Name, m)
	}
	m.Inputs = append(m.Inputs, settled.Input{Said: said, Name: name, Title: v.Title.Value})
}

// figures settles how the value of each period comes about.
func (c *checker) figures(b *syntax.Block, m *settled.Measure) {
	divides := settled.Said{}
	unread := c.Broken && c.unreadIn(b)
	read := map[string]bool{}
	for _, s := range b.Statements {
		words, isEach := strings.CutPrefix(s.Keyword.Name, "each ")
		if !isEach || s.Def == nil {
			continue
		}
		v, ok := s.Value.(*syntax.Figure)
		if !ok {
			continue
		}
		f := settled.Figure{Said: c.said(&m.Head, s)}
		f.Every, _ = value.ParsePeriodKind(words)
		if !c.figureOf(v, &f, m, unread) {
			continue
		}
		if f.By != nil {
			f.By.Walk(func(e *machine.Expr) {
				if e.Op == machine.OpVar {
					read[e.Name] = true
				}
				if e.Op == machine.OpDiv && e.Args[1].Op != machine.OpConst {
					divides = f.Said
				}
			})
		}
		m.Values = append(m.Values, f)
	}
	slices.SortStableFunc(m.Values, func(x, y settled.Figure) int { return cmp.Compare(x.Every, y.Every) })
	lines := eachLines(b)
	if lines == 0 && b.Find("returned") != nil && b.Find("judged") == nil && !c.unreadIn(b) {
		c.NoPeriod(m)
	}
	if len(m.Values) == lines {
		c.inputsRead(m, read)
	}
	c.ifZero(b, m, divides)
}

func (c *checker) ifZero(b *syntax.Block, m *settled.Measure, divides settled.Said) {
	zero := syntax.One[*syntax.IfZero](b, "if zero")
	switch {
	case zero != nil:
		m.IfZero, m.HasZero = c.band(&zero.Band), true
	case m.WithoutBands(): // it has no band to take
	case b.Find("if zero") == nil && divides.Text != "" && b.Find("judged") == nil && !c.unreadIn(b):
		c.ZeroOpen(m, divides)
	}
}

func (c *checker) inputsRead(m *settled.Measure, read map[string]bool) {
	for _, in := range m.Inputs {
		if !read[in.Name] && !c.Broken {
			c.InputUnread(in, m)
		}
	}
}

// figureOf settles one `each …` line; false where it could not be. Where a
// line could not be read, it may be an input, and no formula can be settled.
func (c *checker) figureOf(v *syntax.Figure, f *settled.Figure, m *settled.Measure, unread bool) bool {
	every := value.NoPeriod
	if m.Return != nil {
		every = m.Return.Every
	}
	if every != value.NoPeriod && f.Every < every {
		c.PeriodTooShort(f, m)
		return false
	}
	switch {
	case v.AsReturned != nil && v.AsReturned.For.Word == "":
		f.How = machine.AsReturned
		if every != value.NoPeriod && f.Every != every && v.AsReturned.For.Hole == nil {
			c.WhichPart(f, m)
			return false
		}
	case v.AsReturned != nil:
		f.How = machine.AsReturnedFor
		return c.partOf(v.AsReturned.For, f, m, every)
	case v.Sum != nil:
		f.How = machine.SumOfParts
		if part := parts[v.Sum.Of.Word]; every != value.NoPeriod && part != value.NoPeriod && (part != every || f.Every == every) {
			c.SumOfNothing(f, m, v.Sum.Of.At, string(v.Sum.Of.Word))
			return false
		}
	case v.Formula != nil:
		f.How = machine.Computed
		if v.Formula.On.Word == "" && every != value.NoPeriod && f.Every != every && v.Formula.On.Hole == nil {
			c.OnWhichTotals(f, m)
		}
		if unread {
			return false
		}
		e, found := expr.Formula(&v.Formula.Expression, c.measureEnv(m), machine.TypeNumber)
		c.Take(found)
		f.By = &e
		return !found.HasErrors()
	}
	return true
}

var parts = map[syntax.SumParts]value.PeriodKind{
	syntax.SumMonths: value.Month, syntax.SumQuarters: value.Quarter, syntax.SumHalfYears: value.HalfYear,
}

// partOf settles `as returned for Q4`: the part must be one that is returned.
func (c *checker) partOf(part syntax.Choice[syntax.PartOfYear], f *settled.Figure, m *settled.Measure, every value.PeriodKind) bool {
	is, n := yearPart(part.Word)
	f.Part = n
	if every == value.NoPeriod {
		return true
	}
	inside := f.Every == value.Year
	if is != every || !inside {
		c.PartNotReturned(part.At, string(part.Word), f, m)
		return false
	}
	return true
}

func yearPart(word syntax.PartOfYear) (value.PeriodKind, int) {
	switch word {
	case "Q1", "the first quarter":
		return value.Quarter, 1
	case "Q2", "the second quarter":
		return value.Quarter, 2
	case "Q3", "the third quarter":
		return value.Quarter, 3
	case "Q4", "the last quarter":
		return value.Quarter, 4
	case "H1", "the first half":
		return value.HalfYear, 1
	}
	return value.HalfYear, 2
}

func (c *checker) measureEnv(m *settled.Measure) *expr.Env {
	env := &expr.Env{Currency: c.Agreement.Currency, Where: fmt.Sprintf("the measure `%s`", m.Name)}
	for _, in := range m.Inputs {
		env.Names = append(env.Names, expr.Name{Name: in.Name, Type: machine.TypeNumber})
	}
	return env
}

// bandPeriods notes for which periods conditions may ask for the band; nil where
// not every line that says so is settled.
func (c *checker) bandPeriods(b *syntax.Block, m *settled.Measure) {
	if c.bands == nil {
		c.bands = make(map[string]*expr.Measure, len(c.Agreement.Measures))
	}
	kinds := m.Kinds()
	if len(kinds) == 0 || kinds[0] == value.NoPeriod || m.Judged == nil && len(kinds) != eachLines(b) || c.Broken && c.unreadIn(b) {
		c.bands[m.Name] = nil
		return
	}
	c.bands[m.Name] = &expr.Measure{Kinds: kinds, Judged: m.Judged != nil}
}

func eachLines(b *syntax.Block) (lines int) {
	for _, s := range b.Statements {
		if strings.HasPrefix(s.Keyword.Name, "each ") {
			lines++
		}
	}
	return lines
}
