package check

import (
	"slices"

	"concordat/dsl/problem"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
)

// A name is looked up for the kind of block that is wanted where it stands. One
// that is not there is one finding; whatever hangs on it stays silent.

// find returns the block that a name means, and notes that it is used.
func (c *checker) find(name *syntax.Ident, wanted ...string) settled.Named {
	if name == nil || name.Hole != nil || name.Name == "" {
		return nil
	}
	p := c.names[name.Name]
	if p == nil {
		if !c.isLost(name.Name, wanted...) {
			c.NameUnknown(name, wanted)
		}
		return nil
	}
	c.used[p.is] = true
	kind := settled.HeadOf(p.is).Keyword
	if isFigure(kind) && slices.Contains(wanted, "measure") {
		return p.is
	}
	if !slices.Contains(wanted, kind) {
		c.NameWrongKind(name, settled.HeadOf(p.is), wanted)
		return nil
	}
	return p.is
}

// declaredInVain reports whether the text has a block of this name that is not
// in the tree: it stands in a wrong place, or its keyword is missing.
func (c *checker) declaredInVain(name string) bool {
	begins, keyword, bare := true, false, false // a line begins; the last word, the line's first, is a block's; or the name
	for _, t := range c.File.Tokens {
		if t.Kind != token.Ident {
			if bare && t.Kind == token.String {
				return true
			}
			begins = t.Kind == token.Newline || t.Kind == token.Open || t.Kind == token.Close
			keyword, bare = false, false
			continue
		}
		word := t.Text(c.File.Src)
		if keyword && word == name {
			return true
		}
		keyword, bare = begins && syntax.LookupBlock(word) != nil, begins && word == name
		begins = false
	}
	return false
}

// isLost reports whether a name belongs to something that could not be read.
func (c *checker) isLost(name string, wanted ...string) bool {
	return c.lost[name] || slices.ContainsFunc(wanted, func(kind string) bool { return c.nameless[kind] }) || c.declaredInVain(name)
}

// one looks a name up that can be of one kind only.
func one[B settled.Named](c *checker, name *syntax.Ident, wanted string) (none B) {
	if is, ok := c.find(name, wanted).(B); ok {
		return is
	}
	return none
}

func (c *checker) side(name *syntax.Ident) settled.Side {
	switch x := c.find(name, "party", "shares").(type) {
	case *settled.Party:
		return settled.Side{Party: x}
	case *settled.Shares:
		return settled.Side{Shares: x}
	}
	return settled.Side{}
}

// opens looks up a decision that a statement opens.
func (c *checker) opens(name *syntax.Ident, by settled.Said) *settled.Decision {
	d := one[*settled.Decision](c, name, "decision")
	if d != nil {
		c.openers[d] = append(c.openers[d], by)
	}
	return d
}

// people says which sets of people may stand in a place.
type people uint16

const (
	aParty people = 1 << iota
	parties
	aGroup
	aBody
	everyParty
	butLeaver
	everyOther
	anyParty
	anyMember
	nobody
	anOfficer // who acts for a party
)

var peopleWords = []struct {
	may   people
	words string
}{
	{aParty | parties, "a party"}, {aGroup, "a group"}, {aBody, "a body"}, {everyParty, "`every party`"},
	{butLeaver, "`every party but the leaver`"}, {everyOther, "`every other party`"}, {anyParty, "`any party`"},
	{anyMember, "`any member`"}, {nobody, "`nobody`"},
}

// words are the people that may stand in a place.
func (may people) words() string {
	var words []string
	for _, w := range peopleWords {
		if may&w.may != 0 {
			words = append(words, w.words)
		}
	}
	return problem.Either(words)
}

// sets are the people who are not listed by name, and what allows them.
var sets = map[syntax.WhoSet]struct {
	need people
	who  settled.Who
}{
	syntax.EveryParty:          {everyParty, settled.Who{Every: true}},
	syntax.EveryPartyButLeaver: {butLeaver, settled.Who{Every: true, Leaver: true}},
	syntax.EveryOtherParty:     {everyOther, settled.Who{Every: true, Other: true}},
	syntax.AnyParty:            {anyParty, settled.Who{Any: true}},
	syntax.AnyMember:           {anyMember, settled.Who{Any: true}},
	syntax.EveryMember:         {aGroup, settled.Who{}},
	syntax.Nobody:              {nobody, settled.Who{Nobody: true}},
}

// who settles a set of people.
func (c *checker) who(w *syntax.Who, may people) settled.Who {
	if w == nil || w.Set.Hole != nil {
		return settled.Who{}
	}
	if w.Set.Word == "" {
		return c.named(w.Names, may)
	}
	set := sets[w.Set.Word]
	if may&set.need == 0 {
		c.WhoMisplaced(w.Set.At, string(w.Set.Word), may.words())
		return settled.Who{}
	}
	member := w.Set.Word == syntax.EveryMember || w.Set.Word == syntax.AnyMember
	switch {
	case w.Of != nil && !member:
		c.WhoMisplaced(w.Of.At, string(w.Set.Word)+" of "+w.Of.Name, may.words())
		return settled.Who{}
	case w.Of != nil:
		set.who.Group = one[*settled.Group](c, w.Of, "group")
	case w.Set.Word == syntax.EveryMember:
		c.WhoMisplaced(w.Set.At, "every member", may.words())
		return settled.Who{}
	}
	return set.who
}

func (c *checker) named(names []*syntax.Ident, may people) settled.Who {
	var kinds []string
	for kind, need := range map[string]people{"party": aParty | parties, "group": aGroup, "body": aBody, "officer": anOfficer} {
		if may&need != 0 {
			kinds = append(kinds, kind)
		}
	}
	slices.Sort(kinds)
	slices.Reverse(kinds) // a party is what is meant most often, so it is named first
	var w settled.Who
	for i, name := range names {
		is := c.find(name, kinds...)
		p, isParty := is.(*settled.Party)
		if o, ok := is.(*settled.Officer); ok && o.Party != nil {
			p, isParty = o.Party, true
		}
		if is != nil && i > 0 && (!isParty || w.Group != nil || w.Body != nil || may&parties == 0) {
			c.TooMany(name.At, may.words())
			return w
		}
		switch x := is.(type) {
		case *settled.Party, *settled.Officer:
			w.Parties = append(w.Parties, p)
		case *settled.Group:
			w.Group = x
		case *settled.Body:
			w.Body = x
		}
	}
	return w
}
