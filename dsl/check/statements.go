package check

import (
	"bytes"
	"reflect"
	"slices"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
)

// statements notes the place and the words of every statement of a block, and
// finds those that are missing, repeated or still to be agreed.
func (c *checker) statements(p *pair) {
	h := settled.HeadOf(p.is)
	h.Lines = make([]settled.Said, 0, len(p.at.Statements))
	for i, s := range p.at.Statements {
		if s.Def == nil || s.Bad() {
			c.Broken = true
		}
		if s.Def == nil {
			continue
		}
		if first := firstOf(p.at, s, i); first != nil && !s.Bad() {
			c.StatementTwice(h, s, first)
		}
		said := settled.Said{Ref: h.Ref(s.Keyword.Name), Text: c.words(s.ValueAt), At: s.At}
		h.Lines = append(h.Lines, said)
		c.holes(said, s)
	}
	c.missing(p)
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
func (c *checker) said(h *settled.Head, s *syntax.Statement) settled.Said {
	for i := range h.Lines {
		if h.Lines[i].At == s.At {
			return h.Lines[i]
		}
	}
	return settled.Said{Ref: h.Ref(s.Keyword.Name), Text: c.words(s.ValueAt), At: s.At}
}

// words is a piece of the source in its one form, whatever its layout.
func (c *checker) words(at diag.Span) string {
	return c.File.Words(at)
}

var toBeAgreed = []byte("to be agreed")

// holes finds the values of a statement that are still to be agreed. Only text
// that holds the words is looked through.
func (c *checker) holes(said settled.Said, s *syntax.Statement) {
	if s.Hole != nil {
		c.hole(settled.Said{Ref: said.Ref, Text: said.Text, At: s.Hole.At}, s.Hole)
		return
	}
	if s.Value == nil || !bytes.Contains(c.File.Src[s.ValueAt.Start:s.ValueAt.End], toBeAgreed) {
		return
	}
	seen := map[*syntax.Hole]bool{}
	eachHole(reflect.ValueOf(s.Value), func(h *syntax.Hole) {
		if !seen[h] {
			seen[h] = true
			c.hole(settled.Said{Ref: said.Ref, Text: said.Text, At: h.At}, h)
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

func (c *checker) hole(said settled.Said, h *syntax.Hole) {
	c.drafted = true
	c.Agreement.Holes = append(c.Agreement.Holes, settled.Hole{Said: said, What: h.What})
	c.StillOpen(said, h)
}

// missing finds the statements that a block must have. A line that could not be
// read is probably one of them: for each such line one finding is left out.
func (c *checker) missing(p *pair) {
	var lacks []*syntax.StatementDef
	groups := map[string]bool{}
	for _, def := range p.at.Def.Statements {
		switch {
		case def.Need == syntax.Optional || has(p.at, def) || def.Unless != "" && p.at.Find(def.Unless) != nil:
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
	if len(lacks) == 0 {
		return
	}
	for _, def := range c.withoutUnread(p.at, lacks) {
		c.StatementMissing(settled.HeadOf(p.is), p.at.Def, def)
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

// withoutUnread leaves out what probably stands in a line that could not be
// read: of a misspelt keyword the nearest, of a line without one that follows.
func (c *checker) withoutUnread(b *syntax.Block, lacks []*syntax.StatementDef) []*syntax.StatementDef {
	c.Broken = true
	if !bytes.HasPrefix(bytes.TrimSpace(c.File.Src[b.Head.End:]), []byte("{")) {
		return nil // the first line is not in form, and may have swallowed the next
	}
	take := func(i int) { lacks = append(lacks[:i:i], lacks[i+1:]...) }
	for _, s := range b.Statements {
		if len(lacks) == 0 {
			return nil
		}
		switch {
		case s.Def == nil:
			known := make([]string, len(lacks))
			for i, def := range lacks {
				known[i] = def.Keyword
			}
			take(max(0, slices.Index(known, diag.Nearest(s.Keyword.Name, known))))
		case s.Bad():
			after := slices.Index(b.Def.Statements, s.Def)
			take(max(0, slices.IndexFunc(lacks, func(def *syntax.StatementDef) bool { return slices.Index(b.Def.Statements, def) > after })))
		}
	}
	return lacks[min(len(lacks), c.strayLines(b)):]
}

// unreadIn reports whether a line of a block could not be read, so that it may be
// the one that is missed.
func (c *checker) unreadIn(b *syntax.Block) bool {
	return slices.ContainsFunc(b.Statements, func(s *syntax.Statement) bool { return s.Def == nil || s.Bad() }) || c.strayLines(b) > 0
}

// strayLines counts the lines of a block that belong to none of its statements,
// because they begin with no word.
func (c *checker) strayLines(b *syntax.Block) (lines int) {
	covered := func(t token.Token) bool {
		in := func(at diag.Span) bool { return at.Start <= t.Start && t.Start < at.End }
		return slices.ContainsFunc(b.Statements, func(s *syntax.Statement) bool { return in(s.At) }) ||
			slices.ContainsFunc(b.Blocks, func(inner *syntax.Block) bool { return in(inner.At) })
	}
	counted := false
	for i, t := range c.File.Inside(b) {
		switch {
		case i == 0 && t.Kind == token.Open: // of the block itself
		case t.Kind == token.Newline:
			counted = false
		case counted || t.Kind == token.Comment || t.Kind == token.Close || covered(t):
		default:
			lines, counted = lines+1, true
		}
	}
	return lines
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
	case "agreement", "template":
		if b.Find("beside") != nil {
			return lookup("prevails")
		}
	case "measure":
		if b.Find("returned") != nil && b.Find("judged") == nil {
			return lookup("means", "unit", "better")
		}
	case "advance", "fund":
		return lookup(fundNeeds(b)...)
	case "officer":
		if may := syntax.One[*syntax.May](b, "may"); may != nil && slices.ContainsFunc(may.Acts, func(a *syntax.Choice[syntax.MayWord]) bool { return a.Word == "vote" }) {
			return lookup("up to")
		}
	case "decision":
		if r := syntax.One[*syntax.DecisionRule](b, "rule"); r == nil || !r.Sole {
			return lookup("silence", "conflicts")
		}
	case "review":
		if h := syntax.One[*syntax.Held](b, "held"); h == nil || h.Before == nil {
			return lookup("every")
		}
	case "gainshare":
		var needs []string
		if b.Find("cost") != nil {
			needs = costNeeds
		}
		if b.Find("pain cap") != nil || b.Find("over cap") != nil {
			needs = append(needs[:len(needs):len(needs)], "beyond cap")
		}
		return lookup(needs...)
	}
	return nil
}
