package carry

import (
	"reflect"
	"slices"
	"strings"

	"concordat/engine"
	"concordat/engine/machine"
)

// moved gives deadlines that have passed the places that they have in the new
// chart: a deadline is the same that does the same, under the same name and from
// the same states if there is a choice. One that the new text does not have is left out.
func moved(old, new *machine.Chart, done []int, names map[string]string) []int {
	var out []int
	for _, i := range done {
		was := &old.Moves[i]
		at := slices.IndexFunc(new.Moves, func(mv machine.Move) bool {
			return mv.ID == was.ID && slices.Equal(mv.From, was.From) && alike(was, &mv, names)
		})
		if at < 0 {
			at = slices.IndexFunc(new.Moves, func(mv machine.Move) bool { return alike(was, &mv, names) })
		}
		if at >= 0 {
			out = append(out, at)
		}
	}
	return out
}

// alike reports whether two deadlines do the same, on whatever day.
func alike(a, b *machine.Move, names map[string]string) bool {
	if a.On != machine.OnDeadline || b.On != machine.OnDeadline || a.To != b.To || len(a.Do) != len(b.Do) {
		return false
	}
	for i := range a.Do {
		x, y := a.Do[i], b.Do[i]
		x.Says, y.Says = machine.Ref{}, machine.Ref{}
		if now, ok := names[x.On]; ok {
			x.On = now
		}
		if !reflect.DeepEqual(x, y) {
			return false
		}
	}
	return true
}

// key is a thing's key under the names of the new text. What it is about begins
// with a name too: "figures placements 2015/16 Q1".
func (c *carrier) key(k engine.Key) engine.Key {
	block, part, parted := strings.Cut(k.Chart, "/")
	if now, ok := c.names[block]; ok {
		k.Chart = now
		if parted {
			k.Chart += "/" + part
		}
	}
	k.Of = c.about(k.Of)
	return k
}

func (c *carrier) about(words string) string {
	first, rest, more := strings.Cut(words, " ")
	block, part, parted := strings.Cut(first, "/")
	now, ok := c.names[block]
	if !ok {
		return words
	}
	if parted {
		now += "/" + part
	}
	if more {
		now += " " + c.about(rest)
	}
	return now
}
