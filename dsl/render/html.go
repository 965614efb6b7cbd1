package render

import (
	"fmt"
	"html/template"
	"strings"
)

// html lays a document out as one page: no script, nothing fetched, a table of
// contents, headings in order, and a layout that prints.
func html(d *document) string {
	var b strings.Builder
	title := template.HTMLEscapeString(d.title)
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n", title, styles)
	fmt.Fprintf(&b, "<a class=\"skip\" href=\"#contract\">To the contract</a>\n<header>\n<h1>%s</h1>\n<p>%s</p>\n</header>\n", title, inline(d.subtitle))
	b.WriteString("<nav aria-label=\"Contents\">\n<ol>\n")
	for i, p := range d.parts {
		fmt.Fprintf(&b, "<li><a href=\"#part-%d\">%s</a></li>\n", i+1, template.HTMLEscapeString(strings.TrimSpace(p.letter+" "+p.title)))
	}
	b.WriteString("</ol>\n</nav>\n<main id=\"contract\">\n")
	for i, p := range d.parts {
		fmt.Fprintf(&b, "<section aria-labelledby=\"part-%d\">\n<h2 id=\"part-%d\">%s</h2>\n", i+1, i+1, template.HTMLEscapeString(strings.TrimSpace(p.letter+" "+p.title)))
		for j := range p.paras {
			htmlPara(&b, &p.paras[j])
		}
		b.WriteString("</section>\n")
	}
	b.WriteString("</main>\n</body>\n</html>\n")
	return b.String()
}

func htmlPara(b *strings.Builder, p *para) {
	id := ""
	if p.name != "" {
		id = fmt.Sprintf(" id=\"%s\"", template.HTMLEscapeString(p.name))
	}
	fmt.Fprintf(b, "<article%s>\n", id)
	if p.title != "" {
		fmt.Fprintf(b, "<h3><span class=\"number\">%s</span> %s%s</h3>\n", p.number, inline(p.title), orNothing(template.HTMLEscapeString(p.name), " <code>%s</code>"))
	}
	if p.clause != nil {
		b.WriteString("<div class=\"beside\">\n<blockquote>\n")
		fmt.Fprintf(b, "<h4>Clause %s, %s</h4>\n", template.HTMLEscapeString(p.clause.number), inline(p.clause.title))
		for _, words := range p.clause.paragraphs {
			fmt.Fprintf(b, "<p>%s</p>\n", inline(words))
		}
		b.WriteString("</blockquote>\n<div>\n")
	}
	for _, c := range p.body {
		htmlContent(b, c)
	}
	if p.clause != nil {
		b.WriteString("</div>\n</div>\n")
	}
	b.WriteString("</article>\n")
}

func htmlContent(b *strings.Builder, c content) {
	switch c := c.(type) {
	case text:
		fmt.Fprintf(b, "<p>%s</p>\n", inline(string(c)))
	case items:
		b.WriteString("<ul>\n")
		for _, item := range c {
			fmt.Fprintf(b, "<li>%s</li>\n", inline(item))
		}
		b.WriteString("</ul>\n")
	case terms:
		b.WriteString("<dl>\n")
		for _, t := range c {
			fmt.Fprintf(b, "<dt>%s</dt>\n<dd>%s</dd>\n", inline(t.name), inline(t.means))
		}
		b.WriteString("</dl>\n")
	case table:
		htmlTable(b, c)
	}
}

func htmlTable(b *strings.Builder, t table) {
	b.WriteString("<table>\n")
	if t.caption != "" {
		fmt.Fprintf(b, "<caption>%s</caption>\n", inline(t.caption))
	}
	b.WriteString("<thead><tr>")
	for i, h := range t.head {
		fmt.Fprintf(b, "<th scope=\"col\"%s>%s</th>", t.class(i), inline(h))
	}
	b.WriteString("</tr></thead>\n<tbody>\n")
	for _, row := range t.rows {
		b.WriteString("<tr>")
		for i, cell := range row {
			if i == 0 {
				fmt.Fprintf(b, "<th scope=\"row\">%s</th>", inline(cell))
			} else {
				fmt.Fprintf(b, "<td%s>%s</td>", t.class(i), inline(cell))
			}
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody>\n</table>\n")
}

func (t table) class(i int) string {
	if t.isRight(i) {
		return " class=\"figure\""
	}
	return ""
}

// inline escapes words and sets the names between backquotes in type.
func inline(words string) string {
	var b strings.Builder
	for i, part := range strings.Split(words, "`") {
		if i%2 == 1 {
			fmt.Fprintf(&b, "<code>%s</code>", template.HTMLEscapeString(part))
		} else {
			b.WriteString(template.HTMLEscapeString(part))
		}
	}
	return b.String()
}

const styles = `:root { color-scheme: light; }
body { font: 1rem/1.5 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff; max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, nav, th, caption { font-family: system-ui, sans-serif; line-height: 1.25; }
h2 { border-bottom: 2px solid #1a1a1a; margin-top: 2.5rem; }
h4 { margin: 0 0 .5rem; }
nav ol { list-style: none; padding: 0; columns: 2; }
a { color: #0b3d91; }
nav a { line-height: 1.75; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
.number { color: #555; }
code { font-size: .9em; background: #f2f2f2; padding: 0 .2em; }
.beside { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; }
blockquote { margin: 0; padding: .5rem 1rem; border-left: 4px solid #0b3d91; background: #f6f8fc; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
th, td { border: 1px solid #999; padding: .25rem .6rem; text-align: left; vertical-align: top; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
dt { font-weight: bold; }
@media (max-width: 40rem) { .beside { grid-template-columns: 1fr; } nav ol { columns: 1; } table { display: block; overflow-x: auto; } td, th { overflow-wrap: normal; } }
@media print { nav, .skip { display: none; } body { max-width: none; font-size: 10.5pt; } h2 { break-after: avoid; } h3 { break-after: avoid; } table, blockquote { break-inside: avoid; } }
`
