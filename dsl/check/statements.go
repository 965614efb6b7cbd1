package check

import (
	"bytes"
	"reflect"

	"concordat/dsl/diag"
	"concordat/dsl/syntax"
)

// statements notes the place and the words of every statement of a block, and
// finds those that are missing, repeated or still to be agreed.
func (c *checker) statements(p *pair) {
	h := p.is.head()
	h.Lines = make([]Said, 0, len(p.at.Statements))
	unknown := 0
	for i, s := range p.at.Statements {
		if s.Def == nil {
			unknown++
			c.broken = true
			continue
		}
		if s.Bad() {
			c.broken = true
		}
		if first := firstOf(p.at, s, i); first != nil {
			c.statementTwice(h, s, first)
		}
		said := Said{Ref: h.Ref(s.Keyword.Name), Text: c.words(s.ValueAt), At: s.At}
		h.Lines = append(h.Lines, said)
		c.holes(said, s)
	}
	c.missing(p, unknown)
}

// firstOf is an earlier statement that says the same thing, where it may be
// said once only.
func firstOf(b *syntax.Block, s *syntax.Statement, i int) *syntax.Statement {
	if s.Def.Many {
		return nil
	}
	for _, earlier := range b.Statements[:i] {
		if earlier.Def == s.Def {
			return earlier
		}
	}
	return nil
}

// said is the place of a statement, which h keeps once its block has been noted.
func (c *checker) said(h *Head, s *syntax.Statement) Said {
	for i := range h.Lines {
		if h.Lines[i].At == s.At {
			return h.Lines[i]
		}
	}
	return Said{Ref: h.Ref(s.Keyword.Name), Text: c.words(s.ValueAt), At: s.At}
}

// words is a piece of the source in its one form, whatever its layout.
func (c *checker) words(at diag.Span) string {
	return c.file.Words(at)
}

var toBeAgreed = []byte("to be agreed")

// holes finds the values of a statement that are still to be agreed. Only text
// that holds the words is looked through.
func (c *checker) holes(said Said, s *syntax.Statement) {
	if s.Hole != nil {
		c.hole(Said{Ref: said.Ref, Text: said.Text, At: s.Hole.At}, s.Hole)
		return
	}
	if s.Value == nil || !bytes.Contains(c.file.Src[s.ValueAt.Start:s.ValueAt.End], toBeAgreed) {
		return
	}
	seen := map[*syntax.Hole]bool{}
	eachHole(reflect.ValueOf(s.Value), func(h *syntax.Hole) {
		if !seen[h] {
			seen[h] = true
			c.hole(Said{Ref: said.Ref, Text: said.Text, At: h.At}, h)
		}
	})
}

// eachHole walks the value of a statement, whatever its type.
func eachHole(v reflect.Value, found func(*syntax.Hole)) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return
		}
		if h, ok := v.Interface().(*syntax.Hole); ok {
			found(h)
			return
		}
		eachHole(v.Elem(), found)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				eachHole(v.Field(i), found)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachHole(v.Index(i), found)
		}
	}
}

func (c *checker) hole(said Said, h *syntax.Hole) {
	c.drafted = true
	c.a.Holes = append(c.a.Holes, Hole{said, h.What})
	c.stillOpen(said, h)
}

// missing finds the statements that a block must have. A line that starts with
// an unknown word is probably one of them, misspelt: for each such line one
// finding is left out, the likeliest.
func (c *checker) missing(p *pair, unknown int) {
	var lacks []*syntax.StatementDef
	groups := map[string]bool{}
	for _, def := range p.at.Def.Statements {
		switch {
		case def.Need == syntax.Optional || has(p.at, def):
		case def.Need == syntax.OneOf:
			if !groups[def.Group] && !hasGroup(p.at, def.Group) {
				lacks = append(lacks, def)
			}
			groups[def.Group] = true
		default:
			lacks = append(lacks, def)
		}
	}
	for _, def := range c.askedFor(p) {
		if !has(p.at, def) {
			lacks = append(lacks, def)
		}
	}
	for _, def := range withoutMisspelt(p.at, lacks, unknown) {
		c.statementMissing(p, def)
	}
}

func has(b *syntax.Block, def *syntax.StatementDef) bool {
	for _, s := range b.Statements {
		if s.Def == def {
			return true
		}
	}
	return false
}

func hasGroup(b *syntax.Block, group string) bool {
	for _, s := range b.Statements {
		if s.Def != nil && s.Def.Need == syntax.OneOf && s.Def.Group == group {
			return true
		}
	}
	return false
}

// withoutMisspelt leaves out one missing statement for each line whose first
// word is unknown: the one whose keyword is nearest, else the first.
func withoutMisspelt(b *syntax.Block, lacks []*syntax.StatementDef, unknown int) []*syntax.StatementDef {
	for _, s := range b.Statements {
		if unknown == 0 || len(lacks) == 0 {
			break
		}
		if s.Def != nil {
			continue
		}
		unknown--
		known := make([]string, len(lacks))
		for i, def := range lacks {
			known[i] = def.Keyword
		}
		nearest := diag.Nearest(s.Keyword.Name, known)
		at := 0
		for i, word := range known {
			if word == nearest {
				at = i
			}
		}
		lacks = append(lacks[:at:at], lacks[at+1:]...)
	}
	return lacks
}

// askedFor are the statements that a block needs because of what else it says.
func (c *checker) askedFor(p *pair) []*syntax.StatementDef {
	def, b := p.at.Def, p.at
	lookup := func(keywords ...string) (defs []*syntax.StatementDef) {
		for _, k := range keywords {
			if d := def.Lookup(k); d != nil {
				defs = append(defs, d)
			}
		}
		return defs
	}
	switch b.Keyword.Name {
	case "agreement":
		if b.Find("beside") != nil {
			return lookup("prevails")
		}
	case "measure":
		if b.Find("returned") != nil && b.Find("judged") == nil {
			return lookup("means", "unit", "better")
		}
	case "decision":
		if r := syntax.One[*syntax.DecisionRule](b, "rule"); r == nil || !r.Sole {
			return lookup("silence", "conflicts")
		}
	case "gainshare":
		if b.Find("pain cap") != nil {
			return lookup("beyond cap")
		}
	}
	return nil
}
