package problem

import (
	"fmt"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
)

// RouteVAT shows what the total is at an example's rate: which one holds, the text must say.
func (c *Collector) RouteVAT(at diag.Span, r *settled.Route) {
	text := "the route counts VAT otherwise than the agreement's sums do, so no total can be compared"
	if r.On != nil && r.On.Most() > 0 {
		text += fmt.Sprintf(": the sums make %s", r.On.Most())
	}
	c.report("route-vat", at, text, "count it as the line `vat` does, or name the rate: `including VAT at 20%`", see(c.Agreement.Said("vat").At, "the agreement's sums"))
}

// RouteRate reports route-vat.
func (c *Collector) RouteRate(at diag.Span) {
	c.report("route-vat", at, "the route counts VAT as the agreement's sums do, so there is nothing to convert", "leave the rate out", see(c.Agreement.Said("vat").At, "the agreement's sums"))
}

// ThresholdMissing reports route-threshold.
func (c *Collector) ThresholdMissing(r *settled.Route) {
	c.unsettled("route-threshold", r.NameAt, fmt.Sprintf("the ways of `%s` have no threshold", r.Name), "write `threshold MONEY`")
}

// ThresholdTwice reports route-threshold.
func (c *Collector) ThresholdTwice(d, first settled.DatedThreshold) {
	c.unsettled("route-threshold", d.At, "two thresholds hold on the same day", "date each of them: `threshold MONEY from DATE`", see(first.At, "the other threshold"))
}

// ThresholdDay shows which way each of the dated thresholds leads to.
func (c *Collector) ThresholdDay(r *settled.Route) {
	text := "the threshold depends on the day on which procurement begins, and no line says it"
	if total, ok := r.Total(c.Agreement.Rounding); ok && total > 0 {
		for i := range r.Dated {
			text += fmt.Sprintf("; from %s it is %s, and the total is %s", r.Dated[i].From, r.Dated[i].Sum, total)
		}
	}
	c.unsettled("route-threshold", r.NameAt, text, "write `begun on DATE`")
}

// ThresholdBefore reports route-threshold.
func (c *Collector) ThresholdBefore(r *settled.Route) {
	c.unsettled("route-threshold", r.Said("begun").At, fmt.Sprintf("no threshold is in force on %s: the first holds from %s", r.Begun, r.Dated[0].From),
		"write the threshold of that day", see(r.Dated[0].At, "the first threshold"))
}

// RouteBlanks finds values that are to be agreed one by one: each pair of them
// that is not the same leaves a gap, or an overlap.
func (c *Collector) RouteBlanks(r *settled.Route) {
	c.warn("route-blanks", r.NameAt, fmt.Sprintf("the values of the ways of `%s` are filled in one by one: filled in differently they leave totals with no way, or with two", r.Name),
		"write one `threshold`, and `above threshold`, `at or below threshold` in the ways")
}

// RouteGap prints the line that closes the gap at the threshold itself.
func (c *Collector) RouteGap(r *settled.Route, words string) {
	help := "add a way for these values"
	for _, w := range r.Ways {
		if strings.HasPrefix(words, "of exactly") && w.Above {
			help = fmt.Sprintf("write `way %s at or above %s`, or let the way below it begin `at or below %[2]s`", w.Name, w.Cut())
		}
	}
	c.report("route-gap", r.NameAt, fmt.Sprintf("a total value %s has no way in `%s`", words, r.Name), help)
}

// RouteOverlap reports route-overlap.
func (c *Collector) RouteOverlap(second, first settled.Way, words string) {
	c.report("route-overlap", second.At, fmt.Sprintf("a total value %s has two ways, `%s` and `%s`", words, first.Name, second.Name),
		"let one of them end before the other begins", see(first.At, "the first way"))
}
