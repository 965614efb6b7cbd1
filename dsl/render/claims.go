package render

import (
	"fmt"
	"strconv"

	"concordat/dsl/stated"
)

// Claims is a file of claims as a report in Markdown: what each stated figure
// rests on, how it comes about, and what it comes to.
func Claims(title string, r *stated.Report) string { return markdown(claims(title, r)) }

// ClaimsHTML is the same as one page.
func ClaimsHTML(title string, r *stated.Report) string { return html(claims(title, r)) }

func claims(title string, r *stated.Report) *document {
	agree, differ, open, here := 0, 0, 0, 0
	for _, c := range r.Claims {
		switch {
		case len(c.Needs) > 0 || c.Broken:
			open++
		case c.Nowhere:
			here++
		case c.Differs:
			differ++
		default:
			agree++
		}
	}
	d := &document{
		title:    titleCase(title) + ": stated figures, recomputed",
		subtitle: fmt.Sprintf("%d agree, %d differ, %d cannot be reproduced", agree, differ, open) + workedOut(here),
	}
	figures := part{letter: "A", title: "Figures"}
	whole := table{head: []string{"Claim", "Stated", "Comes to", ""}, right: []bool{false, true, true, false}}
	for _, c := range r.Claims {
		whole.rows = append(whole.rows, []string{c.Title, c.Stated, c.Came, c.Verdict()})
	}
	figures.add("All of them", "", whole)
	for _, c := range r.Claims {
		oneClaim(&figures, c)
	}
	d.parts = append(d.parts, figures)
	if len(r.Tallies) > 0 {
		tallies := part{letter: "B", title: "Counted"}
		for _, x := range r.Tallies {
			tallies.add(x.Title, x.Name, tallied(x))
		}
		d.parts = append(d.parts, tallies)
	}
	return d
}

func workedOut(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", %d worked out here", n)
}

func oneClaim(p *part, c *stated.Claim) {
	out := p.add(c.Title, c.Name)
	said := fmt.Sprintf("Stated: %s (%s).", c.Stated, c.Source)
	if c.Nowhere {
		said = fmt.Sprintf("Nobody has stated it; it is worked out from %s.", c.Source)
	}
	out.rules(said)
	for _, g := range c.Givens {
		words := g.Title
		if g.From != "" {
			words = g.From
		}
		out.rules(fmt.Sprintf("Given: %s is %s%s.", g.Name, g.Value, orNothing(words, ": %s")))
	}
	out.rules(orNothing(c.Figure, "Comes about as: %s."))
	for _, n := range c.Needs {
		out.rules("Missing: " + n + ".")
	}
	if c.Bias != "" {
		out.rules(fmt.Sprintf("It is known to be %s: %s.", c.Bias, lower(c.BiasWhy)))
	}
	switch {
	case len(c.Needs) > 0:
		out.rules("So it cannot be reproduced.")
	case c.Nowhere:
		out.rules(fmt.Sprintf("It comes to %s.", c.Came))
	case c.Differs:
		out.rules(fmt.Sprintf("It comes to %s: it differs.", c.Came))
	case c.Rounded != "":
		out.rules(fmt.Sprintf("It comes to %s, rounded %s to %s: it agrees.", c.Exact, c.Rounded, c.Came))
	default:
		out.rules(fmt.Sprintf("It comes to %s: it agrees.", c.Came))
	}
}

func tallied(x *stated.Tally) table {
	t := table{head: append([]string{x.By, "Rows"}, x.Sums...), right: []bool{false}}
	for range t.head[1:] {
		t.right = append(t.right, true)
	}
	for _, g := range append(x.Groups, x.All) {
		rows := strconv.Itoa(g.Rows)
		if g.Over {
			rows += " (too many)"
		}
		t.rows = append(t.rows, append([]string{g.Name, rows}, g.Sums...))
	}
	return t
}
