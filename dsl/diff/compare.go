package diff

import (
	"cmp"
	"slices"

	"concordat/dsl/syntax"
)

// Compare finds what two revisions of one agreement mean differently, in the
// order of the newer text.
func Compare(old, new *Revision) []Change {
	d := differ{old: old, new: new, names: known(old, new)}
	pairs := match(old.blocks(), new.blocks())
	d.renamed = renames(pairs)
	for _, p := range pairs {
		if p.old != nil {
			p.old.rename(d.renamed)
			if to := d.renamed[p.old.inside]; to != "" {
				p.old.inside = to
			}
		}
	}
	for _, p := range pairs {
		switch {
		case p.old == nil:
			d.whole(p.new, Add)
		case p.new == nil:
			d.whole(p.old, Remove)
		default:
			d.blocks(p)
		}
	}
	d.wordsAndRules(pairs)
	for i := range d.found {
		d.weigh(&d.found[i])
		d.found[i].Example = d.example(&d.found[i])
	}
	return d.found
}

type differ struct {
	old, new *Revision
	names    map[string]bool // every name of a block in either text
	renamed  map[string]string
	found    []Change
}

func known(of ...*Revision) map[string]bool {
	out := map[string]bool{}
	for _, r := range of {
		for _, b := range r.blocks() {
			out[b.name] = true
		}
	}
	return out
}

// whole is a block that is in one revision only. Its statements are part of it.
func (d *differ) whole(b *block, action Action) {
	c := Change{Aspect: Existence, Action: action, Keyword: b.keyword, Block: b.name, Area: areaOf(b.keyword, "")}
	if def := syntax.LookupBlock(b.keyword); def != nil {
		c.Means = def.Doc
	}
	if action == Add {
		c.New, c.NewAt = b.summary(), b.at
	} else {
		c.Old, c.OldAt = b.summary(), b.at
	}
	d.found = append(d.found, c)
}

// summary is a block in one line: its title, or its name.
func (b *block) summary() string {
	if b.title != "" {
		return b.keyword + " " + b.name + ` "` + b.title + `"`
	}
	return b.keyword + " " + b.name
}

func (d *differ) blocks(p pair) {
	head := Change{Keyword: p.new.keyword, Block: p.new.name, OldAt: p.old.at, NewAt: p.new.at}
	if p.old.name != p.new.name {
		c := head
		c.Area, c.Aspect, c.Action, c.Was = areaOf(c.Keyword, ""), Wording, Replace, p.old.name
		c.Old, c.New = p.old.name, p.new.name
		c.Remark = "Only the name has changed: every mention of it follows."
		d.found = append(d.found, c)
	}
	if p.old.title != p.new.title {
		c := head
		c.Area, c.Aspect, c.Action = Words, Wording, Replace
		c.Old, c.New = `"`+p.old.title+`"`, `"`+p.new.title+`"`
		d.found = append(d.found, c)
	}
	if p.old.inside != p.new.inside {
		c := head
		c.Area, c.Aspect, c.Action = areaOf(c.Keyword, ""), Reference, Replace
		c.Old, c.New = "in "+p.old.inside, "in "+p.new.inside
		d.found = append(d.found, c)
	}
	d.lines(p)
	if p.new.keyword == "agreement" {
		d.laws(p)
	}
}

// lines compares the statements of a block, keyword by keyword, in the order of
// the newer text.
func (d *differ) lines(p pair) {
	var keywords []*syntax.StatementDef
	for _, l := range slices.Concat(p.new.lines, p.old.lines) {
		if !slices.Contains(keywords, l.def) {
			keywords = append(keywords, l.def)
		}
	}
	of := func(b *block, def *syntax.StatementDef) []line {
		return slices.DeleteFunc(slices.Clone(b.lines), func(l line) bool { return l.def != def })
	}
	for _, def := range keywords {
		d.statements(p, def, of(p.old, def), of(p.new, def))
	}
}

// statements pairs what both revisions say with one keyword: what is the same
// first, then what has the same key, then what is most alike.
func (d *differ) statements(p pair, def *syntax.StatementDef, old, new []line) {
	if d.reordered(p, def, old, new) {
		return
	}
	paired := make([]*line, len(new))
	take := func(alike func(o, n *line) bool) {
		for i := range new {
			if paired[i] != nil {
				continue
			}
			if at := slices.IndexFunc(old, func(o line) bool { return alike(&o, &new[i]) }); at >= 0 {
				o := old[at]
				paired[i], old = &o, slices.Delete(slices.Clone(old), at, at+1)
			}
		}
	}
	take(func(o, n *line) bool { return o.words == n.words && o.place == n.place })
	take(func(o, n *line) bool { return o.words == n.words })
	take(func(o, n *line) bool { return o.key() != "" && o.key() == n.key() })
	take(func(o, n *line) bool { return !def.Many || alike(o, n) })
	take(func(o, n *line) bool { return o.key() == "" && o.place == n.place })
	for i := range new {
		switch o := paired[i]; {
		case o == nil:
			d.line(p, nil, &new[i])
		case o.words != new[i].words:
			d.line(p, o, &new[i])
		}
	}
	for i := range old {
		d.line(p, &old[i], nil)
	}
}

// alike reports whether two statements share at least half of their words.
func alike(a, b *line) bool {
	left := slices.Clone(b.pieces)
	same := 0
	for _, p := range a.pieces {
		if at := slices.Index(left, p); at >= 0 {
			same++
			left = slices.Delete(left, at, at+1)
		}
	}
	return 2*same >= max(len(a.pieces), len(b.pieces))
}

// reordered finds statements that are the same but for their order, where the
// order is one of trying or of splitting.
func (d *differ) reordered(p pair, def *syntax.StatementDef, old, new []line) bool {
	words := func(of []line) []string {
		out := make([]string, len(of))
		for i := range of {
			out[i] = of[i].words
		}
		return out
	}
	a, b := words(old), words(new)
	if slices.Equal(a, b) {
		return true
	}
	x, y := slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	if !slices.Equal(x, y) {
		return false
	}
	if ordered[p.new.keyword+"."+def.Keyword] {
		i := slices.IndexFunc(a, func(s string) bool { return s != b[slices.Index(a, s)] })
		c := d.change(p, &old[i], &new[i])
		c.Aspect, c.Action, c.By = Condition, Replace, ""
		c.Remark = "The same lines stand in another order, and their order is the order of trying or of splitting."
		d.found = append(d.found, c)
	}
	return true
}

// ordered are the statements whose order means something.
var ordered = map[string]bool{
	"decision.otherwise": true, "dispute.level": true, "shares.share": true, "fund.overspend": true, "fund.underspend": true, "process.step": true,
}

func (d *differ) change(p pair, old, new *line) Change {
	l := cmp.Or(new, old)
	c := Change{Keyword: cmp.Or(p.new, p.old).keyword, Block: cmp.Or(p.new, p.old).name, Statement: l.def.Keyword, Means: l.def.Means}
	c.Area = areaOf(c.Keyword, c.Statement)
	if old != nil {
		c.Old, c.OldAt = old.words, old.at
	}
	if new != nil {
		c.New, c.NewAt = new.words, new.at
	}
	return c
}

// line is a statement that is new, gone or different.
func (d *differ) line(p pair, old, new *line) {
	c := d.change(p, old, new)
	switch {
	case old == nil:
		c.Aspect, c.Action = Existence, Add
	case new == nil:
		c.Aspect, c.Action = Existence, Remove
	default:
		d.difference(&c, old, new)
	}
	d.found = append(d.found, c)
}
