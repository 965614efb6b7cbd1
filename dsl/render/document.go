package render

import "fmt"

// document is a contract before it is laid out: what Markdown and HTML say in
// the same words.
type document struct {
	title, subtitle string
	parts           []part
}

// part is a lettered part of the contract; its paragraphs are numbered A1, A2 …
type part struct {
	letter string // empty: no letter, as for the signatures
	title  string
	paras  []para
}

// para is one numbered paragraph. With a clause, the clause's words stand beside
// the rule.
type para struct {
	number string // "C3", or a clause's own number
	title  string
	name   string // of the block, as the agreement's text calls it
	clause *words
	body   []content
}

// words is a clause as its authors wrote it.
type words struct {
	number, title string
	paragraphs    []string
}

// content is a piece of a paragraph: text, items, table or terms.
type content interface{ content() }

type (
	text  string
	items []string
	terms []term
	table struct {
		caption string
		head    []string
		rows    [][]string
		right   []bool // columns of figures
	}
)

type term struct{ name, means string }

func (text) content()  {}
func (items) content() {}
func (terms) content() {}
func (table) content() {}

// add starts a paragraph under the next number of the part.
func (p *part) add(title, name string, body ...content) *para {
	number := fmt.Sprintf("%s%d", p.letter, len(p.paras)+1)
	p.paras = append(p.paras, para{number: number, title: title, name: name, body: body})
	return &p.paras[len(p.paras)-1]
}

// say adds a sentence, unless it is empty.
func (p *para) say(format string, args ...any) {
	if words := fmt.Sprintf(format, args...); words != "" {
		p.body = append(p.body, text(words))
	}
}

// rules adds sentences to the list that the paragraph ends with, or starts one;
// empty ones are left out.
func (p *para) rules(sentences ...string) {
	var out items
	for _, s := range sentences {
		if s != "" {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return
	}
	if last := len(p.body) - 1; last >= 0 {
		if list, ok := p.body[last].(items); ok {
			p.body[last] = append(list, out...)
			return
		}
	}
	p.body = append(p.body, out)
}
