package difference

import (
	"fmt"
	"html/template"
	"strings"

	"concordat/dsl/diff"
)

// HTML shows the two texts of every change side by side, on one page
// without a script and with nothing fetched.
func HTML(r *diff.Report) []byte {
	var b strings.Builder
	title := template.HTMLEscapeString(r.Title)
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>What changes: %s</title>\n<style>\n%s</style>\n</head>\n<body>\n", title, diffStyles)
	fmt.Fprintf(&b, "<header>\n<h1>%s</h1>\n<p>%s → %s</p>\n<p><strong>%s</strong></p>\n</header>\n<main>\n", title, template.HTMLEscapeString(r.Old), template.HTMLEscapeString(r.New), template.HTMLEscapeString(changesInBrief(r)))
	if len(r.Changes) > 0 && r.Level == diff.Variation {
		b.WriteString("<h2>Who gains, who loses</h2>\n<table>\n")
		for _, s := range r.Parties {
			fmt.Fprintf(&b, "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n", template.HTMLEscapeString(s.Party), verdictWords(&s))
		}
		b.WriteString("</table>\n")
	}
	if len(r.Changes) > 0 {
		b.WriteString("<h2>Changes</h2>\n<table class=\"wide\">\n<thead><tr><th>What</th><th>Was</th><th>Now</th></tr></thead>\n<tbody>\n")
		for _, a := range together(r.Changes) {
			htmlChange(&b, a, r)
		}
		b.WriteString("</tbody>\n</table>\n")
	}
	htmlPounds(&b, r.Pounds)
	b.WriteString("</main>\n</body>\n</html>\n")
	return []byte(b.String())
}

func htmlChange(b *strings.Builder, a alike, r *diff.Report) {
	c := a[0]
	was, now := template.HTMLEscapeString(c.Old), template.HTMLEscapeString(c.New)
	if c.Aspect == diff.Wording && c.Was == "" && c.Old != "" && c.New != "" {
		was, now = marked(diff.Prose(unquoted(c.Old), unquoted(c.New)))
	}
	var sides []string
	for _, words := range sidesSaid(c, r) {
		sides = append(sides, template.HTMLEscapeString(words))
	}
	if len(a) > 1 {
		sides = append(sides, "<small>"+template.HTMLEscapeString(a.named())+"</small>")
	}
	fmt.Fprintf(b, "<tr class=\"%s\"><td><strong>%s</strong><br>%s<br><small>%s · %s</small>%s</td><td>%s</td><td>%s</td></tr>\n",
		c.Level, template.HTMLEscapeString(headlineOf(c, a.thing())), strings.Join(sides, "<br>"), c.Level, c.Rule(), remark(c), was, now)
}

func remark(c *diff.Change) string {
	var b strings.Builder
	for _, more := range []string{c.Example, c.Remark} {
		if more != "" {
			b.WriteString("<br><em>" + template.HTMLEscapeString(more) + "</em>")
		}
	}
	return b.String()
}

// marked is prose of both texts with what differs marked in each.
func marked(runs []diff.Run) (was, now string) {
	var old, new []string
	for _, r := range runs {
		if r.Old == r.New {
			old, new = append(old, template.HTMLEscapeString(r.Old)), append(new, template.HTMLEscapeString(r.New))
			continue
		}
		if r.Old != "" {
			old = append(old, "<del>"+template.HTMLEscapeString(r.Old)+"</del>")
		}
		if r.New != "" {
			new = append(new, "<ins>"+template.HTMLEscapeString(r.New)+"</ins>")
		}
	}
	return strings.Join(old, " "), strings.Join(new, " ")
}

func htmlPounds(b *strings.Builder, all *diff.Pounds) {
	if all == nil {
		return
	}
	b.WriteString("<h2>In pounds</h2>\n")
	if !all.Moved() {
		fmt.Fprintf(b, "<p>No difference in %d scenarios.</p>\n", all.Played)
	}
	for i := range all.Stories {
		s := &all.Stories[i]
		if len(s.Rows) > 0 {
			fmt.Fprintf(b, "<details open>\n<summary>%s%s</summary>\n<table>\n<thead><tr><th>Party</th><th>Period</th><th>Under</th><th>Before</th><th>After</th><th>Difference</th></tr></thead>\n<tbody>\n", template.HTMLEscapeString(s.Title), template.HTMLEscapeString(andSame(s)))
			for _, r := range s.Rows {
				fmt.Fprintf(b, "<tr><td>%s</td><td>%s</td><td>%s</td><td class=\"sum\">%s</td><td class=\"sum\">%s</td><td class=\"sum\">%s</td></tr>\n", r.Party, r.Period, r.Cause, r.Before, r.After, signedSum(r.Difference()))
			}
			b.WriteString("</tbody>\n</table>\n</details>\n")
		}
		if s.Untold != "" {
			fmt.Fprintf(b, "<p>What history cannot tell: “%s”: %s</p>\n", template.HTMLEscapeString(s.Title), template.HTMLEscapeString(s.Untold))
		}
	}
}

const diffStyles = `body { font: 16px/1.5 Georgia, serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
h1, h2, table { font-family: system-ui, sans-serif; }
table { border-collapse: collapse; margin: 1rem 0; font-size: 0.95rem; }
table.wide { width: 100%; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.8rem; border-bottom: 1px solid #c9c9c9; overflow-wrap: anywhere; }
tr.variation td:first-child { border-left: 4px solid #8a1c1c; }
tr.notice td:first-child { border-left: 4px solid #8a5a00; }
del { background: #fbe3e3; color: #6d1212; } ins { background: #e2f3e2; color: #114d11; text-decoration: underline; }
.sum { text-align: right; white-space: nowrap; }
@media print { body { margin: 0; } details { break-inside: avoid; } }
`
