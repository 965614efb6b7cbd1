package diff

import (
	"slices"
	"strings"
)

// weigh gives a change its level and says what it does to each party.
func (d *differ) weigh(c *Change) {
	c.Level = d.level(c)
	if c.Level == WordingOnly {
		return
	}
	in := interests[c.Keyword+"."+c.Statement]
	for_, against := d.parties(in.serves, c), d.parties(in.costs, c)
	serves, costs := Unknown, Unknown
	switch d.direction(c) {
	case up:
		serves, costs = Gains, Loses
	case down:
		serves, costs = Loses, Gains
	}
	if in.serves == sharer {
		serves, costs = d.share(c, serves), None
	}
	d.side(c, for_, serves)
	d.side(c, against, costs)
	if len(c.Sides) == 0 && c.Level == Variation {
		d.side(c, d.parties(everyone, c), Unknown)
	}
	slices.SortStableFunc(c.Sides, func(a, b Side) int { return d.order(a.Party) - d.order(b.Party) })
}

// level is how much weight a change has.
func (d *differ) level(c *Change) Level {
	switch {
	case c.Was != "" || c.Statement == "" && c.Aspect == Wording:
		return WordingOnly
	case c.Area == Words && c.Statement == "text" && c.Old == "" && c.New == "":
		return Note
	case c.Area == Words && c.Statement == "text" && d.wordsOnly(c.Block):
		return NoticeIt
	case c.Area == Words || c.Area == Data && c.Aspect == Wording:
		return WordingOnly
	case c.Area == Data:
		return Note
	case c.Keyword == "framework":
		return NoticeIt // which agreements follow it, it does not say
	case c.Aspect == Wording || c.Area == Definition:
		return NoticeIt
	}
	return Variation
}

// wordsOnly reports whether a clause is the rule itself: nothing else says it.
func (d *differ) wordsOnly(clause string) bool {
	for _, r := range []*Revision{d.new, d.old} {
		for _, c := range r.Machine.Clauses {
			if c.Name == clause {
				return len(c.States) == 0
			}
		}
	}
	return false
}

// direction is whether what a statement gives grows or shrinks.
func (d *differ) direction(c *Change) way {
	way := sideways
	switch c.Action {
	case Add, Raise, Loosen:
		way = up
	case Remove, Lower, Tighten:
		way = down
	}
	switch {
	case c.Area == Band:
		return d.easier(c, way)
	case ranges[c.Keyword+"."+c.Statement] && c.Old != "" && c.New != "":
		return wider(c, way)
	}
	return way
}

// ranges are the statements that say who has what part of a range of a sum.
var ranges = map[string]bool{
	"advance.underspend": true, "advance.overspend": true, "fund.underspend": true, "fund.overspend": true, "gainshare.under": true, "gainshare.over": true,
}

// wider is whether more falls to those whom a line about a range names: its upper
// limit is higher, its lower limit lower, or its part greater. A part that moves
// with its limits, and a limit of a part that passes from one to another, the text
// alone does not weigh.
func wider(c *Change, number way) way {
	old, new := strings.Fields(c.Old), strings.Fields(c.New)
	at, changed := 0, 0
	for i := range min(len(old), len(new)) {
		if old[i] != new[i] {
			at, changed = i, changed+1
		}
	}
	passes := slices.Contains(new, "from")
	switch {
	case len(old) != len(new) || changed != 1 || at == 0:
		return sideways
	case passes && at+1 < len(new) && new[at+1] == "from":
		return number
	case passes:
		return sideways
	case new[at-1] == "above":
		return -number
	}
	return number
}

// easier is whether a band has become easier to reach: where less is better, a
// higher limit is. The bands below the middle are those one wants to leave.
func (d *differ) easier(c *Change, limit way) way {
	if c.Action != Raise && c.Action != Lower {
		return sideways
	}
	for _, me := range d.new.Machine.Measures {
		if me.Name == c.Block && me.Lower {
			return limit
		}
	}
	return -limit
}

// share is what a greater part means for whoever has it: more of what shares
// are paid, or more of what they pay.
func (d *differ) share(c *Change, greater Effect) Effect {
	pays, paid := false, false
	for _, b := range d.new.blocks() {
		for i := range b.lines {
			of := b.lines[i].pieces
			for j, p := range of {
				if p.text != c.Block || p.kind != word {
					continue
				}
				before := b.lines[i].def.Keyword
				if j > 0 {
					before = of[j-1].text
				}
				pays = pays || before == "from" || before == "by" && strings.HasPrefix(b.lines[i].def.Keyword, "beyond")
				paid = paid || before == "to"
			}
		}
	}
	switch {
	case pays && paid:
		return Mixed
	case paid:
		return greater
	case pays:
		return greater.Mirror()
	}
	return Unknown
}

func (d *differ) side(c *Change, parties []string, e Effect) {
	for _, p := range parties {
		at := slices.IndexFunc(c.Sides, func(s Side) bool { return s.Party == p })
		switch {
		case e == None:
		case at < 0:
			c.Sides = append(c.Sides, Side{p, e})
		case c.Sides[at].Effect != e:
			c.Sides[at].Effect = Mixed
		}
	}
}

func (d *differ) order(party string) int {
	at := slices.Index(everybody(d.new.Machine), party)
	if at < 0 {
		at = len(d.new.Machine.Parties) + slices.Index(everybody(d.old.Machine), party)
	}
	return at
}
