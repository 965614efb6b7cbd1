package explain

import (
	"cmp"
	"slices"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Entries are those of a register as they were entered, or with the highest
// rating first where it rates them.
func Entries(s engine.State, r *machine.Register) []*engine.Thing {
	out := slices.Collect(s.Of(r.Name))
	slices.SortFunc(out, func(a, b *engine.Thing) int { return cmp.Compare(a.Entry.N, b.Entry.N) })
	if len(r.Rated) > 0 {
		slices.SortStableFunc(out, func(a, b *engine.Thing) int { return Rating(r, b.Entry).Cmp(Rating(r, a.Entry)) })
	}
	return out
}

// Rating is the product of the two numbers by which a register rates an entry.
func Rating(r *machine.Register, e *engine.Entry) value.Num {
	product := value.Int(1)
	for _, name := range r.Rated {
		product = product.Mul(value.MustNum(e.Note(name)))
	}
	return product
}

// Tally is how many entries of a kind there are, what became of them, and the
// sums of what the register totals, in its order.
type Tally struct {
	Kind    string
	Entered int
	InTime  int // answered in time
	Late    int // answered late
	Open    int // still owed an answer
	Overdue int // of those, late
	Expired int
	Totals  []value.Num
}

// Tallies counts a register by kind, in the order of its kinds.
func Tallies(s engine.State, r *machine.Register) []Tally {
	out := make([]Tally, len(r.Kinds))
	for i, kind := range r.Kinds {
		out[i] = Tally{Kind: kind, Totals: make([]value.Num, len(r.Totals))}
	}
	for _, t := range Entries(s, r) {
		out[slices.Index(r.Kinds, t.Entry.Kind)].add(r, t)
	}
	return out
}

func (x *Tally) add(r *machine.Register, t *engine.Thing) {
	x.Entered++
	switch {
	case t.Entry.Reply != nil && t.Entry.Reply.Late:
		x.Late++
	case t.Entry.Reply != nil:
		x.InTime++
	case t.State == "entered":
		x.Open++
	case t.State == "late":
		x.Open++
		x.Overdue++
	}
	if t.State == "expired" {
		x.Expired++
	}
	for i, name := range r.Totals {
		x.Totals[i] = x.Totals[i].Add(value.MustNum(t.Entry.Note(name)))
	}
}
