package check

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

func (c *collector) noHeader() {
	c.unsettled("agreement-missing", diag.Span{Path: c.file.Path}, "the file has no `agreement` block",
		"begin with `agreement NAME \"Title\" { … }`: it gives the term, the money, the calendar and how the agreement changes")
}

func (c *collector) secondHeader(b, first *syntax.Block) {
	c.unsettled("agreement-twice", b.Head, "a file holds one agreement, and this is the second",
		"put it in a file of its own", see(first.Head, "the first agreement"))
}

func (c *collector) nameTwice(second, first *settled.Head) {
	c.unsettled("name-taken", second.NameAt,
		fmt.Sprintf("`%s` is the name of %s already", second.Name, a(kindWords[first.Keyword])),
		fmt.Sprintf("give this %s another name: a name means one thing in the whole agreement", kindWords[second.Keyword]),
		see(first.NameAt, "the name is first used here"))
}

func (c *collector) nameIsKeyword(h *settled.Head) {
	c.unsettled("name-is-keyword", h.NameAt, fmt.Sprintf("`%s` is a word of the language and cannot be a name", h.Name),
		fmt.Sprintf("add a word that says which one, such as `%s_%s`", h.Name, underscored(kindWords[h.Keyword])))
}

func (c *collector) nameUnknown(name *syntax.Ident, wanted []string) {
	if i, again := c.unknown[name.Name]; again {
		c.again(i, name.At)
		return
	}
	c.unknown[name.Name] = len(c.found)
	text := fmt.Sprintf("`%s` is no %s", name.Name, either(nouns(wanted)))
	known := c.namesOf(wanted)
	if len(wanted) == 1 && wanted[0] == "principle" {
		known = append(known, "reason")
		for _, p := range c.a.Principles {
			known = append(known, p.Name)
		}
	}
	switch near := diag.Nearest(name.Name, known); {
	case near != "":
		c.unsettled("name-unknown", name.At, fmt.Sprintf("%s; did you mean `%s`?", text, near), fmt.Sprintf("write `%s`", near))
	case len(known) == 0:
		c.unsettled("name-unknown", name.At, text, fmt.Sprintf("the agreement has no %s yet: declare one", either(nouns(wanted))))
	case len(known) <= 8:
		c.unsettled("name-unknown", name.At, text, fmt.Sprintf("there is %s", both(code(known))))
	default:
		c.unsettled("name-unknown", name.At, text, fmt.Sprintf("declare it, or write the name of %s that is declared", a(either(nouns(wanted)))))
	}
}

// again adds a place to a finding that was made before; the finding stands at
// the first of its places in the text.
func (c *collector) again(i int, at diag.Span) {
	d := &c.found[i]
	if at.Start < d.At.Start {
		at, d.At = d.At, at
	}
	d.See = append(d.See, see(at, "and here"))
}

func (c *collector) nameWrongKind(name *syntax.Ident, h *settled.Head, wanted []string) {
	text := fmt.Sprintf("`%s` is %s, and %s must stand here", name.Name, a(kindWords[h.Keyword]), a(either(nouns(wanted))))
	help := fmt.Sprintf("write the name of %s", a(either(nouns(wanted))))
	if known := c.namesOf(wanted); len(known) > 0 && len(known) <= 8 {
		help = fmt.Sprintf("write %s", either(code(known)))
	}
	c.unsettled("name-wrong-kind", name.At, text, help, see(h.NameAt, fmt.Sprintf("`%s` is declared here", name.Name)))
}

func (c *collector) whoMisplaced(at diag.Span, words, may string) {
	c.unsettled("who-misplaced", at, fmt.Sprintf("`%s` cannot stand here", words), "write "+may)
}

func (c *collector) tooMany(at diag.Span, may string) {
	c.unsettled("who-misplaced", at, "one name too many stands here", "write "+may)
}

func (c *collector) bandUnknown(name *syntax.Ident) {
	var known []string
	for _, b := range value.Bands {
		known = append(known, b.String())
	}
	c.wordUnknown(name, "band", known)
}

func (c *collector) wordUnknown(name *syntax.Ident, what string, known []string) {
	text, help := fmt.Sprintf("`%s` is no %s", name.Name, what), "write "+either(code(known))
	if near := diag.Nearest(name.Name, known); near != "" {
		text += fmt.Sprintf("; did you mean `%s`?", near)
	}
	c.unsettled("word-unknown", name.At, text, help)
}

func (c *collector) listedTwice(name *syntax.Ident, in settled.Said) {
	c.report("listed-twice", name.At, fmt.Sprintf("`%s` is listed twice", name.Name), "take one of them out", see(in.At, "both are here, or in a line like this"))
}

func (c *collector) insertUnknown(place diag.Span, name string) {
	if i, again := c.unknown[name]; again {
		c.again(i, place)
		return
	}
	c.unknown[name] = len(c.found)
	var known []string
	for _, h := range c.heads {
		known = append(known, h.Name)
	}
	text, help := fmt.Sprintf("`{%s}` names nothing", name), "name a term that is defined, or a rule and its line: `{leave.at_least}`; a brace by itself is written `{{`"
	if near := diag.Nearest(name, known); near != "" {
		text += fmt.Sprintf("; did you mean `{%s}`?", near)
	}
	c.unsettled("insert-unknown", place, text, help)
}

func (c *collector) insertNoLine(place diag.Span, h *settled.Head, keyword string) {
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

func (c *collector) braceOpen(at diag.Span) {
	c.unsettled("brace-open", at, "this brace is not closed on its line", "close it after the name, or write `{{` for a brace by itself")
}
