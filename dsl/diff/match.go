package diff

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pair is a block in both revisions; one side is nil where it is in one only.
type pair struct{ old, new *block }

// match pairs the blocks of two revisions by kind and name; what is left is
// paired by kind where it says the same under another name. The pairs stand in
// the order of the newer text, what was removed behind what stood before it.
func match(old, new []*block) []pair {
	var out []pair
	taken := map[*block]bool{}
	for _, n := range new {
		p := pair{new: n}
		for _, o := range old {
			if !taken[o] && o.keyword == n.keyword && o.name == n.name {
				p.old = o
				break
			}
		}
		if p.old != nil {
			taken[p.old] = true
		}
		out = append(out, p)
	}
	for i := range out {
		if out[i].old != nil {
			continue
		}
		if o := renamed(old, out[i].new, taken); o != nil {
			out[i].old, taken[o] = o, true
		}
	}
	for i, o := range old {
		if !taken[o] {
			out = slices.Insert(out, after(out, old[:i]), pair{old: o})
		}
	}
	return out
}

// renamed is the block that has become another name: the one of its kind that
// is left and says most of what it says. It must share its title or more than
// half of its statements.
func renamed(old []*block, n *block, taken map[*block]bool) *block {
	var best *block
	most := 0.0
	for _, o := range old {
		if taken[o] || o.keyword != n.keyword || o.name == "" {
			continue
		}
		if like := likeness(o, n); like > most {
			best, most = o, like
		}
	}
	if most <= 0.5 {
		return nil
	}
	return best
}

func likeness(o, n *block) float64 {
	if len(o.lines)+len(n.lines) == 0 {
		if o.title == n.title {
			return 1
		}
		return 0
	}
	left := slices.Clone(n.lines)
	same := 0
	for _, l := range o.lines {
		at := slices.IndexFunc(left, func(m line) bool { return m.def == l.def && m.words == l.words })
		if at >= 0 {
			same++
			left = slices.Delete(left, at, at+1)
		}
	}
	like := 2 * float64(same) / float64(len(o.lines)+len(n.lines))
	if o.title != "" && o.title == n.title {
		like += 0.5
	}
	return like
}

// after is the place behind the last pair that holds one of these blocks.
func after(pairs []pair, before []*block) int {
	for i := len(before) - 1; i >= 0; i-- {
		if at := slices.IndexFunc(pairs, func(p pair) bool { return p.old == before[i] }); at >= 0 {
			return at + 1
		}
	}
	return 0
}

// renames are the names that have become others: `{old}` in prose too.
func renames(pairs []pair) map[string]string {
	out := map[string]string{}
	for _, p := range pairs {
		if p.old != nil && p.new != nil && p.old.name != p.new.name {
			out[p.old.name] = p.new.name
		}
	}
	return out
}

// rename gives the statements of a block the new names, so that a name that
// was changed everywhere is one change.
func (b *block) rename(names map[string]string) {
	for i := range b.lines {
		l := &b.lines[i]
		for j, p := range l.pieces {
			switch now := names[p.text]; {
			case p.kind == word && now != "":
				l.pieces[j].text = now
				l.words = wholeWord(l.words, p.text, now)
			case p.kind == text:
				l.pieces[j].text = renamedIn(p.text, names)
				l.words = strings.ReplaceAll(l.words, p.text, l.pieces[j].text)
			}
		}
	}
}

// wholeWord replaces a name where it stands as a word of its own, outside quotes.
func wholeWord(words, old, now string) string {
	var out strings.Builder
	for i, quoted := range strings.Split(words, `"`) {
		if i > 0 {
			out.WriteByte('"')
		}
		if i%2 == 1 {
			out.WriteString(quoted)
			continue
		}
		for quoted != "" {
			end := strings.IndexFunc(quoted, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			if end < 0 {
				end = len(quoted)
			}
			if end == 0 {
				_, end = utf8.DecodeRuneInString(quoted)
			}
			if quoted[:end] == old {
				out.WriteString(now)
			} else {
				out.WriteString(quoted[:end])
			}
			quoted = quoted[end:]
		}
	}
	return out.String()
}

func renamedIn(prose string, names map[string]string) string {
	for old, now := range names {
		for _, end := range []string{"}", "."} {
			prose = strings.ReplaceAll(prose, "{"+old+end, "{"+now+end)
		}
	}
	return prose
}
