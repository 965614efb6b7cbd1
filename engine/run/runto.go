package run

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"concordat/engine/value"
	"concordat/store"
)

// Ran is what running to a day came to.
type Ran struct {
	Outcomes []Outcome  // one a day and agreement, in the order in which they fell due
	Aside    []SetAside // agreements that could not go on, each once
}

// SetAside is an agreement that failed; the others went on without it.
type SetAside struct {
	Agreement string
	On        value.Date // the day that could not be run
	Err       error
}

// RunTo runs everything that falls due up to and including a day, in all
// agreements, by day and then by name. An agreement that fails is set aside.
// The error is only for a record that cannot be read at all, or a day to come.
func (r *Shell) RunTo(day value.Date) (Ran, error) {
	var out Ran
	if day > r.Today() {
		return out, &AheadError{On: day, Today: r.Today()}
	}
	rows, err := r.log.Due(int32(day))
	if err != nil {
		return out, err
	}
	for len(rows) > 0 {
		row := rows[0]
		rows = rows[1:]
		done, err := r.runDay(row.Stream, value.Date(row.Day))
		if errors.Is(err, errElsewhere) {
			continue
		}
		if err != nil {
			out.Aside = append(out.Aside, SetAside{Agreement: row.Stream, On: value.Date(row.Day), Err: err})
			continue
		}
		out.Outcomes = append(out.Outcomes, done)
		if next := done.State().Wake(); next.IsSet() && next <= day {
			row.Day = int32(next)
			at, _ := slices.BinarySearchFunc(rows, row, compareDue)
			rows = slices.Insert(rows, at, row)
		}
	}
	return out, nil
}

func compareDue(a, b store.DueRow) int {
	return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Stream, b.Stream))
}

// errElsewhere: somebody else has run the day in the meantime.
var errElsewhere = errors.New("the day was run elsewhere")

// runDay runs one due day of one agreement. A panic of the engine stops only
// this agreement. When somebody else records something at the same moment, it
// looks again: their act may have run the day.
func (r *Shell) runDay(name string, day value.Date) (out Outcome, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	for try := range looks {
		a, err := r.load(name)
		if err != nil {
			return Outcome{}, err
		}
		if wake := a.State.Wake(); try > 0 && (!wake.IsSet() || wake > day) {
			return Outcome{}, errElsewhere
		}
		w := r.write(a)
		if err := w.reach(day); err != nil {
			return Outcome{}, err
		}
		if out, err = r.save(w, ""); !errors.Is(err, store.ErrConflict) {
			return out, err
		}
	}
	return out, store.ErrConflict
}
