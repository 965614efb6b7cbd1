package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// NoHeader reports agreement-missing.
func (c *Collector) NoHeader() {
	c.unsettled("agreement-missing", diag.Span{Path: c.File.Path}, "the file has no `agreement` block",
		"begin with `agreement NAME \"Title\" { … }`: it gives the term, the money, the calendar and how the agreement changes")
}

// SecondHeader reports agreement-twice.
func (c *Collector) SecondHeader(b, first *syntax.Block) {
	c.unsettled("agreement-twice", b.Head, "a file holds one agreement, and this is the second",
		"put it in a file of its own", see(first.Head, "the first agreement"))
}

// NameTwice reports name-taken.
func (c *Collector) NameTwice(second, first *settled.Head) {
	c.unsettled("name-taken", second.NameAt,
		fmt.Sprintf("`%s` is the name of %s already", second.Name, a(kindWords[first.Keyword])),
		fmt.Sprintf("give this %s another name: a name means one thing in the whole agreement", kindWords[second.Keyword]),
		see(first.NameAt, "the name is first used here"))
}

// NameIsKeyword reports name-is-keyword.
func (c *Collector) NameIsKeyword(h *settled.Head) {
	c.unsettled("name-is-keyword", h.NameAt, fmt.Sprintf("`%s` is a word of the language and cannot be a name", h.Name),
		fmt.Sprintf("add a word that says which one, such as `%s_%s`", h.Name, underscored(kindWords[h.Keyword])))
}

// NameUnknown reports name-unknown.
func (c *Collector) NameUnknown(name *syntax.Ident, wanted []string) {
	if i, again := c.unknown[name.Name]; again {
		c.again(i, name.At)
		return
	}
	c.unknown[name.Name] = len(c.Found)
	text := fmt.Sprintf("`%s` is no %s", name.Name, Either(nouns(wanted)))
	known := c.namesOf(wanted)
	if len(wanted) == 1 && wanted[0] == "principle" {
		known = append(known, "reason")
		for _, p := range c.Agreement.Principles {
			known = append(known, p.Name)
		}
	}
	switch near := diag.Nearest(name.Name, known); {
	case near != "":
		c.unsettled("name-unknown", name.At, fmt.Sprintf("%s; did you mean `%s`?", text, near), fmt.Sprintf("write `%s`", near))
	case len(known) == 0:
		c.unsettled("name-unknown", name.At, text, fmt.Sprintf("the agreement has no %s yet: declare one", Either(nouns(wanted))))
	case len(known) <= 8:
		c.unsettled("name-unknown", name.At, text, fmt.Sprintf("there is %s", both(code(known))))
	default:
		c.unsettled("name-unknown", name.At, text, fmt.Sprintf("declare it, or write the name of %s that is declared", a(Either(nouns(wanted)))))
	}
}

// again adds a place to a finding that was made before; the finding stands at
// the first of its places in the text.
func (c *Collector) again(i int, at diag.Span) {
	d := &c.Found[i]
	if at.Start < d.At.Start {
		at, d.At = d.At, at
	}
	d.See = append(d.See, see(at, "and here"))
}

// NameWrongKind reports name-wrong-kind.
func (c *Collector) NameWrongKind(name *syntax.Ident, h *settled.Head, wanted []string) {
	text := fmt.Sprintf("`%s` is %s, and %s must stand here", name.Name, a(kindWords[h.Keyword]), a(Either(nouns(wanted))))
	help := fmt.Sprintf("write the name of %s", a(Either(nouns(wanted))))
	if known := c.namesOf(wanted); len(known) > 0 && len(known) <= 8 {
		help = fmt.Sprintf("write %s", Either(code(known)))
	}
	c.unsettled("name-wrong-kind", name.At, text, help, see(h.NameAt, fmt.Sprintf("`%s` is declared here", name.Name)))
}

// WhoMisplaced reports who-misplaced.
func (c *Collector) WhoMisplaced(at diag.Span, words, may string) {
	c.unsettled("who-misplaced", at, fmt.Sprintf("`%s` cannot stand here", words), "write "+may)
}

// TooMany reports who-misplaced.
func (c *Collector) TooMany(at diag.Span, may string) {
	c.unsettled("who-misplaced", at, "one name too many stands here", "write "+may)
}

// BandUnknown reports a word that is no band.
func (c *Collector) BandUnknown(name *syntax.Ident) {
	var known []string
	for _, b := range value.Bands {
		known = append(known, b.String())
	}
	c.WordUnknown(name, "band", known)
}

// WordUnknown reports word-unknown.
func (c *Collector) WordUnknown(name *syntax.Ident, what string, known []string) {
	text, help := fmt.Sprintf("`%s` is no %s", name.Name, what), "write "+Either(code(known))
	if near := diag.Nearest(name.Name, known); near != "" {
		text += fmt.Sprintf("; did you mean `%s`?", near)
	}
	c.unsettled("word-unknown", name.At, text, help)
}

// ListedTwice reports listed-twice.
func (c *Collector) ListedTwice(name *syntax.Ident, in settled.Said) {
	c.report("listed-twice", name.At, fmt.Sprintf("`%s` is listed twice", name.Name), "take one of them out", see(in.At, "both are here, or in a line like this"))
}

// InsertUnknown reports insert-unknown.
func (c *Collector) InsertUnknown(place diag.Span, name string) {
	if i, again := c.unknown[name]; again {
		c.again(i, place)
		return
	}
	c.unknown[name] = len(c.Found)
	var known []string
	for _, h := range c.Heads {
		known = append(known, h.Name)
	}
	text, help := fmt.Sprintf("`{%s}` names nothing", name), "name a term that is defined, or a rule and its line: `{leave.at_least}`; a brace by itself is written `{{`"
	if near := diag.Nearest(name, known); near != "" {
		text += fmt.Sprintf("; did you mean `{%s}`?", near)
	}
	c.unsettled("insert-unknown", place, text, help)
}

// InsertNoLine reports insert-unknown.
func (c *Collector) InsertNoLine(place diag.Span, h *settled.Head, keyword string) {
	var known []string
	for _, s := range h.Lines {
		known = append(known, s.Ref.Statement)
	}
	text, help := fmt.Sprintf("`%s` has no line `%s`", h.Name, keyword), fmt.Sprintf("name a line that it has, or `{%s.title}`", h.Name)
	if near := diag.Nearest(keyword, known); near != "" {
		text += fmt.Sprintf("; did you mean `%s`?", near)
		help = fmt.Sprintf("write `{%s.%s}`", h.Name, underscored(near))
	}
	c.unsettled("insert-unknown", place, text, help, see(h.At, fmt.Sprintf("`%s` is declared here", h.Name)))
}

// BraceOpen reports brace-open.
func (c *Collector) BraceOpen(at diag.Span) {
	c.unsettled("brace-open", at, "this brace is not closed on its line", "close it after the name, or write `{{` for a brace by itself")
}
