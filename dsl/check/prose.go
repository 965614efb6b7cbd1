package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"concordat/dsl/diag"
	"concordat/dsl/scan"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// Words name what the rules say in braces: `{care_bed}` is a term, `{vary.within}`
// what that statement says, `{leadership.title}` a title. `{{` is a brace.

// prose settles the words of a statement: every brace is filled in.
func (c *checker) prose(b *syntax.Block, keyword string, h *settled.Head) string {
	says := syntax.One[*syntax.Says](b, keyword)
	if says == nil || says.Text.Hole != nil {
		return ""
	}
	return c.fill(&says.Text)
}

func (c *checker) fill(t *syntax.Text) string {
	if !strings.Contains(t.Value, "{") {
		return t.Value
	}
	// Findings point into the source; its lines are indented, those of the value
	// are not, but both have the same braces in the same order.
	raw, open := scan.Inserts(string(c.File.Src[t.At.Start:t.At.End]))
	if open >= 0 {
		c.BraceOpen(diag.Span{Path: t.At.Path, Start: t.At.Start + open, End: t.At.Start + open + 1})
		return t.Value
	}
	found, _ := scan.Inserts(t.Value)
	var out strings.Builder
	from := 0
	for i, in := range found {
		out.WriteString(t.Value[from:in.Start])
		place := diag.Span{Path: t.At.Path, Start: t.At.Start + raw[i].Start, End: t.At.Start + raw[i].End}
		out.WriteString(c.inserted(in.Name, place))
		from = in.End
	}
	out.WriteString(t.Value[from:])
	return strings.ReplaceAll(out.String(), "{{", "{")
}

// inserted is what stands in place of `{name}`.
func (c *checker) inserted(name string, place diag.Span) string {
	block, statement, dotted := strings.Cut(name, ".")
	p := c.names[block]
	if block == "agreement" {
		p = c.header()
	}
	if p == nil {
		c.Broken = true
		if !c.isLost(block, stated...) {
			c.InsertUnknown(place, block)
		}
		return ""
	}
	h := settled.HeadOf(p.is)
	c.used[p.is] = true
	switch {
	case dotted && statement == "title":
		return h.Title
	case dotted:
		return c.insertedValue(p, statement, place)
	case h.Keyword == "define":
		return lowerFirst(h.Title)
	}
	return h.Title
}

func (c *checker) header() *pair {
	for i := range c.blocks {
		if c.blocks[i].is == settled.Named(c.Agreement) {
			return &c.blocks[i]
		}
	}
	return nil
}

// lowerFirst makes a title fit into a sentence, unless it starts with an
// abbreviation.
func lowerFirst(title string) string {
	first, n := utf8.DecodeRuneInString(title)
	second, _ := utf8.DecodeRuneInString(title[n:])
	if unicode.IsUpper(second) {
		return title
	}
	return string(unicode.ToLower(first)) + title[n:]
}

// insertedValue is what a statement says: of a time the length alone, of a sum
// the period that it is for, else its words.
func (c *checker) insertedValue(p *pair, statement string, place diag.Span) string {
	keyword := strings.ReplaceAll(statement, "_", " ")
	s := p.at.Find(keyword)
	if def := p.at.Def.Lookup(keyword); s == nil && def != nil && def.Need == syntax.Required && settled.HeadOf(p.is).Keyword != "principle" {
		return "" // that the line is missing has been said
	}
	if s == nil && c.Broken && c.unreadIn(p.at) {
		return ""
	}
	if s == nil || settled.HeadOf(p.is).Keyword == "principle" {
		c.InsertNoLine(place, settled.HeadOf(p.is), keyword)
		return ""
	}
	switch v := s.Value.(type) {
	case *syntax.DecisionWithin:
		return c.words(v.Length.At)
	case *syntax.AtLeast:
		return c.words(v.Length.At)
	case *syntax.Due:
		return c.words(v.Within.Length.At)
	case *syntax.Held:
		return c.words(v.Within.Length.At)
	case *syntax.Accepted:
		return c.words(v.Within.Length.At)
	case *syntax.PaidWithin:
		return c.words(v.Within.Length.At)
	case *syntax.Corrected:
		return c.words(v.Within.Length.At)
	case *syntax.AfterDue:
		return c.words(v.After.At)
	case *syntax.Pool:
		return c.sumWords(&v.Amount) + " a " + string(v.Per.Word)
	case *syntax.Cap:
		return c.sumWords(&v.Amount) + " a " + string(v.Per.Word)
	case *syntax.Instead:
		return "on the date decided under " + c.titleOf(&v.Decision)
	case *syntax.ByDecision:
		return "by the decision " + c.titleOf(&v.Decision)
	case *syntax.Name:
		return c.titleOf(&v.Name)
	case *syntax.Says:
		return v.Text.Value
	}
	return c.words(s.ValueAt)
}

func (c *checker) sumWords(m *syntax.Money) string {
	if sum, err := value.ParseMoney(m.Digits); err == nil && m.Hole == nil {
		return sum.String()
	}
	return c.words(m.At)
}

// titleOf is the title of what a name means, in quotes; the name itself where
// it means no block.
func (c *checker) titleOf(name *syntax.Ident) string {
	if p := c.names[name.Name]; p != nil {
		return "“" + settled.HeadOf(p.is).Title + "”"
	}
	return name.Name
}
