package render

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
)

func (c *contractor) results() part {
	p := part{letter: "E", title: "What success means"}
	for i := range c.m.Returns {
		c.returned(&p, &c.m.Returns[i])
	}
	for i := range c.m.Outcomes {
		o := &c.m.Outcomes[i]
		out := c.rule(&p, o.Title, o.Name)
		family := orNothing(o.Family, " of the %s family")
		if o.Of == "" {
			out.say("An outcome%s; it counts in no score, and no money depends on it.", family)
		} else {
			out.say("An outcome%s; it weighs %s of `%s`.", family, percent(o.Weight), o.Of)
		}
		for _, words := range o.Improves {
			out.rules("Intended: " + words + ".")
		}
		for j := range c.m.Measures {
			if c.m.Measures[j].Outcome == o.Name {
				c.measure(&p, &c.m.Measures[j])
			}
		}
	}
	c.counts(&p)
	for i := range c.m.Gainshares {
		if c.m.Gainshares[i].Scorecard {
			c.scorecard(&p, &c.m.Gainshares[i])
		}
	}
	return p
}

// returned says a return's rules from the chart of the first measure that is
// returned in it: they are the same for all.
func (c *contractor) returned(p *part, r *machine.Return) {
	out := c.rule(p, r.Title, r.Name)
	for i := range c.m.Measures {
		if c.m.Measures[i].Return != r.Name {
			continue
		}
		chart := c.chart(c.m.Measures[i].Name)
		out.rules(
			fmt.Sprintf("Returned every %s, at the latest %s.", r.Every, by(chart, "due")),
			fmt.Sprintf("%s accepts or contests a figure, at the latest %s.", r.Accepter, by(chart, "silence")),
			silence(move(chart, "silence")),
			fmt.Sprintf("A contested figure goes to the dispute `%s`.", r.Dispute),
			late(chart),
			fmt.Sprintf("A figure still not returned %s is missing: %s.", by(chart, "missing"), does(move(chart, "missing"))),
			"Only final figures count. A final figure may be restated; it is then accepted or contested anew.")
		return
	}
}

func silence(mv *machine.Move) string {
	if mv == nil {
		return ""
	}
	if mv.To == "final" {
		return "Silence is acceptance: a figure that has not been contested by then is final."
	}
	return "Silence contests the figure: what has not been accepted by then is in dispute."
}

func late(c *machine.Chart) string {
	var out []string
	for i := range c.Moves {
		if mv := &c.Moves[i]; strings.HasPrefix(mv.ID, "late ") {
			out = append(out, fmt.Sprintf("%s, %s", deadline(c, mv.At), does(mv)))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "If it is late: " + strings.Join(out, "; ") + "."
}

func (c *contractor) measure(p *part, me *machine.Measure) {
	out := c.rule(p, me.Title, me.Name)
	if me.Means != "" {
		out.say("%s.", strings.TrimSuffix(me.Means, "."))
	}
	out.rules(
		unit(me),
		fmt.Sprintf("It weighs %s of `%s`.", percent(me.Weight), me.Outcome),
		baseline(me),
		output(me),
		source(me),
		orNothing(me.Shown, "Whether it shows what it claims: %s."),
		inputs(me),
		ifZero(me))
	for _, v := range me.Values {
		out.rules(periodValue(me, v))
	}
	bands := table{head: []string{"Band", "Range"}}
	for _, b := range me.Bands {
		words := b.Words
		if words == "" {
			words = b.Says
		}
		bands.rows = append(bands.rows, []string{b.Band.String(), words})
	}
	out.body = append(out.body, bands)
}

func unit(me *machine.Measure) string {
	if me.Unit == "" {
		return ""
	}
	better := "more is better"
	if me.Lower {
		better = "less is better"
	}
	if me.Places == 0 {
		return fmt.Sprintf("Counted in whole %s; %s.", me.Unit, better)
	}
	return fmt.Sprintf("In %s, to %s, rounded %s; %s.", me.Unit, places(me.Places), me.Rounding, better)
}

func places(n int) string {
	if n == 1 {
		return "1 decimal place"
	}
	return fmt.Sprintf("%d decimal places", n)
}

func baseline(me *machine.Measure) string {
	if me.Baseline == nil {
		return ""
	}
	quality := ""
	if me.Baseline.Quality != "" {
		quality = fmt.Sprintf(", %s %s", me.Baseline.Quality, me.Baseline.From)
	}
	return fmt.Sprintf("It stood at %s on %s%s.", me.Baseline.Value.Decimal(me.Places), me.Baseline.On, quality)
}

func output(me *machine.Measure) string {
	if !me.Output {
		return ""
	}
	return "It shows what was done, not what became true."
}

func source(me *machine.Measure) string {
	if me.Judged == "" {
		return fmt.Sprintf("Returned by %s in `%s`.", me.Returner, me.Return)
	}
	words := fmt.Sprintf("Judged every %s, by the decision `%s`", me.Every, me.Judged)
	for _, e := range me.Evidence {
		words += fmt.Sprintf(", on evidence: %s", e.Title)
	}
	return words + "."
}

func inputs(me *machine.Measure) string {
	if len(me.Inputs) == 0 {
		return ""
	}
	var out []string
	for _, in := range me.Inputs {
		out = append(out, fmt.Sprintf("%s (`%s`)", in.Title, in.Name))
	}
	return "Returned as: " + list(out) + "."
}

func ifZero(me *machine.Measure) string {
	if me.IfZero == nil {
		return ""
	}
	return fmt.Sprintf("Where the figure would divide by zero, its band is %s.", me.IfZero.Take)
}

func periodValue(me *machine.Measure, v machine.PeriodValue) string {
	switch v.How {
	case machine.AsReturned:
		return fmt.Sprintf("For a %s: the figure as returned.", v.Every)
	case machine.AsReturnedFor:
		return fmt.Sprintf("For a %s: the figure returned for its %s %s.", v.Every, ordinal(v.From), me.Every)
	case machine.SumOfParts:
		return fmt.Sprintf("For a %s: the sum of its %ss.", v.Every, me.Every)
	}
	if v.Every != me.Every {
		return fmt.Sprintf("For a %s: %s, each being the %s's total.", v.Every, formula(v.By), v.Every)
	}
	return fmt.Sprintf("For a %s: %s.", v.Every, formula(v.By))
}

func ordinal(n int) string {
	switch n {
	case 1:
		return "first"
	case 2:
		return "second"
	case 3:
		return "third"
	case 4:
		return "fourth"
	}
	return fmt.Sprintf("%dth", n)
}

// formula is a formula with the signs that readers know.
func formula(e *machine.Expr) string {
	return strings.NewReplacer("*", "×", "/", "÷").Replace(e.Text)
}
