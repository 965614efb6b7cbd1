package diff

import (
	"slices"
	"strings"

	"concordat/engine/machine"
)

// parties are those that a role finds for a change, in the order of the text.
// Both texts are asked: who was meant and who is meant are both concerned.
func (d *differ) parties(r role, c *Change) []string {
	var out []string
	for _, rev := range []*Revision{d.new, d.old} {
		block, words := c.Block, c.New
		if rev == d.old {
			words = c.Old
			if c.Was != "" {
				block = c.Was
			}
		}
		out = append(out, rev.parties(r, block, words)...)
	}
	var in []string
	for _, rev := range []*Revision{d.new, d.old} {
		for _, p := range rev.Machine.Parties {
			if slices.Contains(out, p.Name) && !slices.Contains(in, p.Name) {
				in = append(in, p.Name)
			}
		}
	}
	return in
}

func (r *Revision) parties(of role, block, words string) []string {
	m := r.Machine
	switch of {
	case payer, payee:
		from, to := r.sides(block)
		if of == payer {
			return expand(m, from)
		}
		return expand(m, to)
	case actor:
		return r.actors(block)
	case others:
		if r.anyActs(block) {
			return everybody(m) // each is another's other
		}
		actors := r.actors(block)
		if len(actors) == 0 {
			actors = mentioned(m, words)
		}
		return slices.DeleteFunc(everybody(m), func(p string) bool { return slices.Contains(actors, p) })
	case everyone:
		return everybody(m)
	case giver, taker:
		from, to := fromToWords(words)
		if of == giver {
			return expand(m, from)
		}
		return expand(m, to)
	case named, sharer:
		return mentioned(m, words)
	case commissioners, providers:
		want := map[role]string{commissioners: "commissioner", providers: "provider"}[of]
		var out []string
		for _, p := range m.Parties {
			if slices.Contains(p.Roles, want) {
				out = append(out, p.Name)
			}
		}
		return out
	case reacher:
		return r.parties(payee, block, words)
	}
	return nil
}

func everybody(m *machine.Machine) []string {
	out := make([]string, len(m.Parties))
	for i, p := range m.Parties {
		out[i] = p.Name
	}
	return out
}

// expand names the parties behind a name: a party, shares, or a group.
func expand(m *machine.Machine, names ...string) []string {
	var out []string
	for _, name := range names {
		for _, p := range m.Parties {
			if p.Name == name {
				out = append(out, name)
			}
		}
		for _, s := range m.Shares {
			for _, part := range s.Parts {
				if s.Name == name {
					out = append(out, part.Party)
				}
			}
		}
		for _, g := range m.Groups {
			for _, seat := range g.Seats {
				if g.Name == name {
					out = append(out, seat.Party)
				}
			}
		}
	}
	return out
}

func who(m *machine.Machine, w machine.Who) []string {
	if w.Any || w.Every {
		return everybody(m)
	}
	return expand(m, append(slices.Clone(w.Parties), w.Group)...)
}

// sides are who pays and who is paid under a block: as its `from` and `to`
// say, or its first statement that says both; of a measure or an outcome, under
// the gainshare that it counts in.
func (r *Revision) sides(block string) (from, to string) {
	if g := r.scoredBy(block); g != "" {
		block = g
	}
	for _, b := range r.blocks() {
		if b.name != block {
			continue
		}
		for i := range b.lines {
			l := &b.lines[i]
			switch l.def.Keyword {
			case "from":
				from = l.words
			case "to":
				to = l.words
			default:
				if f, t := fromTo(l.pieces); from == "" && f != "" {
					from, to = f, t
				}
			}
		}
	}
	return from, to
}

// fromTo finds `from NAME to NAME` in a statement.
func fromTo(of []piece) (from, to string) {
	for i := 0; i+3 < len(of); i++ {
		if of[i].text == "from" && of[i+2].text == "to" && of[i+1].kind == word && of[i+3].kind == word {
			return of[i+1].text, of[i+3].text
		}
	}
	return "", ""
}

// fromToWords finds `from NAME to NAME` in words.
func fromToWords(words string) (from, to string) {
	of := strings.Fields(words)
	for i := 0; i+3 < len(of); i++ {
		if of[i] == "from" && of[i+2] == "to" {
			return of[i+1], of[i+3]
		}
	}
	return "", ""
}

// scoredBy is the gainshare that a measure or an outcome counts in; none is empty.
func (r *Revision) scoredBy(block string) string {
	m := r.Machine
	for i := range m.Gainshares {
		for j := range m.Measures {
			me := &m.Measures[j]
			if (me.Name == block || me.Outcome == block) && m.Scores(&m.Gainshares[i], me) {
				return m.Gainshares[i].Name
			}
		}
	}
	return ""
}

// mentioned are the parties that a statement names, itself or by shares or groups.
func mentioned(m *machine.Machine, words string) []string {
	return expand(m, strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == ',' })...)
}

// anyActs reports whether each party may act under a block by itself.
func (r *Revision) anyActs(block string) bool {
	m := r.Machine
	return slices.ContainsFunc(m.Notices, func(n machine.Notice) bool { return n.Name == block && n.By.Any }) ||
		slices.ContainsFunc(m.Decisions, func(d machine.Decision) bool { return d.Name == block && d.Stages[0].By.Any })
}

// actors are who must act, or may, under a block.
func (r *Revision) actors(block string) []string {
	m := r.Machine
	for _, d := range m.Decisions {
		if d.Name == block {
			return who(m, d.Stages[0].By)
		}
	}
	for _, v := range m.Reviews {
		if v.Name == block {
			return who(m, v.By)
		}
	}
	for _, n := range m.Notices {
		if n.Name == block {
			return who(m, n.By)
		}
	}
	if f := m.Fund(block); f != nil {
		return expand(m, f.Holder)
	}
	var out []string
	for _, me := range m.Measures {
		if me.Return == block || me.Name == block {
			out = append(out, me.Returner)
		}
	}
	return expand(m, out...)
}
