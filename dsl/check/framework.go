package check

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/parse"
	"concordat/dsl/problem"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// ReadFramework settles the text of a framework; nil where it holds none.
func ReadFramework(path string, src []byte) (*settled.Framework, diag.List) {
	file, found := parse.Text(path, src)
	c := &checker{Collector: problem.Collect(file, &settled.Agreement{Path: path, Src: src}), names: map[string]*pair{}, used: map[settled.Named]bool{},
		openers: map[*settled.Decision][]settled.Said{}, lost: map[string]bool{}, nameless: map[string]bool{}}
	var f *settled.Framework
	for _, b := range file.Blocks {
		if b.Def == nil || b.Keyword.Name != "framework" || f != nil {
			continue
		}
		f = &settled.Framework{Path: path, Src: src}
		c.add(b, f, &f.Head)
		c.statements(&c.blocks[0])
		c.framework(b, f)
	}
	found = diag.Merge(found, c.Found)
	if f != nil {
		f.Broken = found.HasErrors()
	}
	return f, found
}

func (c *checker) framework(b *syntax.Block, f *settled.Framework) {
	words := []string{f.Name, f.Title}
	for _, s := range b.Statements {
		if s.Def != nil {
			words = append(words, c.words(s.At))
		}
	}
	sum := sha256.Sum256([]byte(strings.Join(words, "\n")))
	f.Digest = hex.EncodeToString(sum[:])
	if says := syntax.One[*syntax.Says](b, "source"); says != nil {
		f.Source = says.Text.Value
	}
	if v := syntax.One[*syntax.Vat](b, "vat"); v != nil {
		f.VAT = string(v.Sums.Word)
	}
	c.lawThresholds(b, f)
	for _, s := range b.Statements {
		if v, ok := s.Value.(*syntax.Require); ok {
			r := settled.Requirement{Said: c.said(&f.Head, s), Why: text(v.Why), Is: v}
			c.requirement(&r, f)
			f.Requires = append(f.Requires, r)
		}
	}
}

func (c *checker) lawThresholds(b *syntax.Block, f *settled.Framework) {
	for _, v := range syntax.All[*syntax.LawThreshold](b, "threshold") {
		sum, ok := c.money(&v.Sum)
		t := settled.LawThreshold{Name: v.Name.Name, Sum: sum, From: c.date(&v.From), At: v.Name.At}
		twice := slices.IndexFunc(f.Thresholds, func(e settled.LawThreshold) bool { return e.Name == t.Name && e.From == t.From })
		switch {
		case twice >= 0:
			c.LawThresholdTwice(t, f.Thresholds[twice])
		case ok:
			f.Thresholds = append(f.Thresholds, t)
		}
	}
	slices.SortStableFunc(f.Thresholds, func(x, y settled.LawThreshold) int {
		return cmp.Or(cmp.Compare(x.Name, y.Name), cmp.Compare(x.From, y.From))
	})
}

// requirement finds what a framework asks for and the language does not have.
func (c *checker) requirement(r *settled.Requirement, f *settled.Framework) {
	v := r.Is
	switch {
	case v.Term != nil:
		r.Span, _ = c.span(v.Term)
	case v.Most != nil:
		r.Count, _ = c.count(&v.Most.Count)
	case v.Every != nil:
		if w := v.Every.Block; w.Name != "review" && w.Name != "return" {
			c.RequireUnknown(w.At, "only a review or a return comes round", "write `review every year`, or `return every quarter`")
		}
	case v.In != nil:
		def := c.requireBlock(&v.In.Block)
		r.Line = statementOf(v.In)
		if def != nil && def.Lookup(r.Line) == nil {
			c.RequireUnknown(v.In.Statement[0].At, "a "+def.Keyword+" has no line `"+r.Line+"`", "see the blocks of the language for its lines")
		}
	case v.Least != nil:
		r.Count, _ = c.count(&v.Least.Count)
		c.requireBlock(&v.Least.Block)
	case v.Block != nil:
		c.requireBlock(v.Block)
	}
	if of := sumAsked(v); of != nil {
		c.sumAskedOf(of, r, f)
	}
}

// sumAsked is the sum at which a requirement begins or ends; nil where none does.
func sumAsked(v *syntax.Require) *syntax.RouteAbove {
	if v.Most != nil {
		return &v.Most.UpTo
	}
	return v.Route
}

func (c *checker) sumAskedOf(of *syntax.RouteAbove, r *settled.Requirement, f *settled.Framework) {
	if of.Sum != nil {
		r.Sum, _ = c.money(of.Sum)
	}
	if name := of.Threshold; name != nil {
		r.Threshold = name.Name
		if !slices.ContainsFunc(f.Thresholds, func(t settled.LawThreshold) bool { return t.Name == name.Name }) {
			c.RequireUnknown(name.At, "no threshold is called `"+name.Name+"`", "add `threshold "+name.Name+" £… from DATE`")
		}
	}
	if f.VAT == "" {
		c.RequireUnknown(f.At, "it names sums, and does not say whether they hold VAT", "add `vat sums exclude VAT` or `vat sums include VAT`")
	}
}

func (c *checker) requireBlock(w *syntax.Word) *syntax.BlockDef {
	def := syntax.LookupBlock(w.Name)
	if def == nil || def.In != syntax.AgreementFile {
		c.RequireUnknown(w.At, "no agreement has a block `"+w.Name+"`", "name a block of the language, like `review` or `measure`")
		return nil
	}
	return def
}

func statementOf(v *syntax.RequireIn) string {
	words := make([]string, len(v.Statement))
	for i, w := range v.Statement {
		words[i] = w.Name
	}
	return strings.Join(words, " ")
}
