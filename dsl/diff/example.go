package diff

import (
	"fmt"
	"slices"
	"strings"

	"concordat/engine/formula"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// example finds the first case in which both texts come to different results,
// where a band, a condition or a formula has changed. It tries the limits that
// either text names and what lies beside them; that none differs is said as
// what it is: no difference in so many cases.
func (d *differ) example(c *Change) string {
	switch {
	case c.Area == Band:
		return d.bandExample(c.Block)
	case c.Statement == "when" || c.Statement == "withheld":
		a, b := condition(d.old.Machine, c.Block), condition(d.new.Machine, c.Block)
		if a != nil && b != nil {
			return conditionExample(d.new.Machine, a, b)
		}
	case c.Statement == "gain" || c.Statement == "pain":
		return d.formulaExample(c)
	case strings.HasPrefix(c.Statement, "each "):
		return d.figureExample(c)
	}
	return ""
}

// bandExample is the first value, among the limits of both texts and their
// neighbours, that is in another band now.
func (d *differ) bandExample(measure string) string {
	a, b := d.old.Machine.Measure(measure), d.new.Machine.Measure(measure)
	if a == nil || b == nil {
		return ""
	}
	for _, v := range limits(a, b) {
		if was, now := bandOf(a, v), bandOf(b, v); was != now {
			return fmt.Sprintf("At %s: %s before, %s now.", v, was, now)
		}
	}
	return ""
}

// limits are the edges of the bands of both, with the next values beside them.
func limits(of ...*machine.Measure) []value.Num {
	var out []value.Num
	for _, me := range of {
		step := value.Int(1)
		for range me.Places {
			step = step.Mul(value.Ratio(1, 10))
		}
		for _, band := range me.Bands {
			if band.Range == nil {
				continue
			}
			for _, edge := range []*value.Num{band.Range.Low, band.Range.High} {
				if edge != nil {
					out = append(out, edge.Sub(step), *edge, edge.Add(step))
				}
			}
		}
	}
	slices.SortFunc(out, value.Num.Cmp)
	return slices.CompactFunc(out, value.Num.Equal)
}

func bandOf(me *machine.Measure, v value.Num) value.Band {
	for _, b := range me.Bands {
		if b.Range != nil && b.Range.Has(v) {
			return b.Band
		}
	}
	return value.NoBand
}

// condition is what a rule, or a funding that is withheld, watches.
func condition(m *machine.Machine, block string) *machine.Expr {
	for i := range m.Rules {
		if m.Rules[i].Name == block || m.Rules[i].Name == block+"/withheld" {
			return &m.Rules[i].When
		}
	}
	return nil
}

// longestRun is how many periods back a case goes: four quarters are a year.
const longestRun = 4

// mostCases keeps a condition over many measures from taking for ever.
const mostCases = 200_000

// conditionExample tries every course of bands of the measures that either
// condition reads, over as many periods as it looks back.
func conditionExample(m *machine.Machine, a, b *machine.Expr) string {
	var measures []string
	back := 1
	for _, e := range []*machine.Expr{a, b} {
		e.Walk(func(n *machine.Expr) {
			if n.Band == nil {
				return
			}
			back = max(back, n.Band.Running)
			if n.Band.InYear {
				back = longestRun
			}
			if !slices.Contains(measures, n.Band.Measure) {
				measures = append(measures, n.Band.Measure)
			}
		})
	}
	if len(measures) == 0 {
		return ""
	}
	back = min(back, longestRun)
	digits := len(measures) * back
	for digits > 1 && power(5, digits) > mostCases {
		back--
		digits = len(measures) * back
	}
	cases := power(5, digits)
	for n := range cases {
		course := courses(n, measures, back)
		scope := formula.Scope{Test: func(t *machine.BandTest) bool { return inCourse(course, t) }, Value: func(string) (value.Num, bool) { return value.Num{}, false }}
		if was, now := scope.Holds(a), scope.Holds(b); was != now {
			return fmt.Sprintf("With %s it %s before and %s now.", inWords(course, measures), holds(was), holds(now))
		}
	}
	return fmt.Sprintf("No difference in %d cases.", cases)
}

func power(n, times int) int {
	out := 1
	for range times {
		out *= n
	}
	return out
}

// courses is case n: for each measure its bands, the latest last, the worst first.
func courses(n int, measures []string, back int) map[string][]value.Band {
	out := map[string][]value.Band{}
	for _, m := range measures {
		for range back {
			out[m] = append(out[m], value.Failure+value.Band(n%5))
			n /= 5
		}
	}
	return out
}

func inCourse(course map[string][]value.Band, t *machine.BandTest) bool {
	bands := course[t.Measure]
	if t.InYear {
		return slices.ContainsFunc(bands, func(b value.Band) bool { return onSide(b, t) })
	}
	run := bands[max(0, len(bands)-max(1, t.Running)):]
	return len(run) == max(1, t.Running) && !slices.ContainsFunc(run, func(b value.Band) bool { return !onSide(b, t) })
}

func onSide(b value.Band, t *machine.BandTest) bool {
	return t.Side < 0 && b <= t.Is || t.Side > 0 && b >= t.Is || t.Side == 0 && b == t.Is
}

func inWords(course map[string][]value.Band, measures []string) string {
	var parts []string
	for _, m := range measures {
		var bands []string
		for _, b := range course[m] {
			bands = append(bands, b.String())
		}
		parts = append(parts, m+" "+strings.Join(bands, ", then "))
	}
	return strings.Join(parts, ", and ")
}

func holds(b bool) string {
	if b {
		return "holds"
	}
	return "does not hold"
}

// formulaExample tries a gain or a pain at every score that the points name, and
// beside it.
func (d *differ) formulaExample(c *Change) string {
	a, b := d.old.Machine.Gainshare(c.Block), d.new.Machine.Gainshare(c.Block)
	if a == nil || b == nil {
		return ""
	}
	var scores []value.Num
	for _, g := range []*machine.Gainshare{a, b} {
		for _, p := range g.Points {
			scores = append(scores, p.Score, p.Score.Sub(value.Int(1)), p.Score.Add(value.Int(1)))
		}
	}
	slices.SortFunc(scores, value.Num.Cmp)
	for _, score := range slices.CompactFunc(scores, value.Num.Equal) {
		was, ok1 := paidAt(d.old.Machine, a, c.Statement, score)
		now, ok2 := paidAt(d.new.Machine, b, c.Statement, score)
		if ok1 && ok2 && was != now {
			return fmt.Sprintf("At a score of %s: %s before, %s now.", score, was, now)
		}
	}
	return ""
}

// paidAt is what a formula gives at a score; ok is false where it does not speak.
func paidAt(m *machine.Machine, g *machine.Gainshare, statement string, score value.Num) (sum value.Money, ok bool) {
	f, limit := &g.Gain, g.GainCap
	if statement == "pain" {
		f, limit = &g.Pain, g.PainCap
	}
	if (score.Sign() > 0) != (statement == "gain") || score.IsZero() || f.Sum.Op == "" {
		return 0, false
	}
	exact, err := (&formula.Scope{Var: func(name string) (value.Num, bool) {
		switch name {
		case "pool":
			return value.FromMoney(g.Pool), true
		case "score":
			return score, true
		}
		return value.Num{}, false
	}}).Number(&f.Sum)
	if err != nil {
		return 0, false
	}
	sum, _ = exact.Money(m.Rounding)
	if limit != nil {
		sum = min(sum, *limit)
	}
	return sum, true
}

// figureExample tries a computed figure on small inputs.
func (d *differ) figureExample(c *Change) string {
	a, b := d.old.Machine.Measure(c.Block), d.new.Machine.Measure(c.Block)
	if a == nil || b == nil || len(a.Inputs) == 0 {
		return ""
	}
	kind := strings.TrimPrefix(c.Statement, "each ")
	was, now := computed(a, kind), computed(b, kind)
	if was == nil || now == nil {
		return ""
	}
	sizes := []int64{0, 1, 2, 10}
	cases := power(len(sizes), len(a.Inputs))
	for n := range min(cases, mostCases) {
		given, words := map[string]value.Num{}, []string(nil)
		rest := n
		for _, in := range a.Inputs {
			given[in.Name] = value.Int(sizes[rest%len(sizes)])
			words = append(words, fmt.Sprintf("%s %s", in.Name, given[in.Name]))
			rest /= len(sizes)
		}
		scope := formula.Scope{Var: func(name string) (value.Num, bool) { return given[name], true }}
		x, err1 := scope.Number(was)
		y, err2 := scope.Number(now)
		if err1 == nil && err2 == nil && !x.Equal(y) {
			return fmt.Sprintf("With %s: %s before, %s now.", strings.Join(words, " and "), x, y)
		}
	}
	return fmt.Sprintf("No difference in %d cases.", min(cases, mostCases))
}

func computed(me *machine.Measure, kind string) *machine.Expr {
	for i := range me.Values {
		if v := &me.Values[i]; v.Every.String() == kind && v.How == machine.Computed {
			return v.By
		}
	}
	return nil
}
