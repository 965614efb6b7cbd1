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
		n := 1
		for n < len(rows) && rows[n].Day == rows[0].Day {
			n++
		}
		some := rows[:n:n]
		rows = rows[n:]
		for i, done := range r.runDays(some) {
			row := some[i]
			if errors.Is(done.err, errElsewhere) {
				continue
			}
			if done.err != nil {
				out.Aside = append(out.Aside, SetAside{Agreement: row.Stream, On: value.Date(row.Day), Err: done.err})
				continue
			}
			out.Outcomes = append(out.Outcomes, done.Outcome)
			if next := done.State().Wake(); next.IsSet() && next <= day {
				row.Day = int32(next)
				at, _ := slices.BinarySearchFunc(rows, row, compareDue)
				rows = slices.Insert(rows, at, row)
			}
		}
	}
	return out, nil
}

// together is how many agreements are run before what they came to goes to the
// disk, in one commit. While it does, the next are run.
const together = 128

// ranDay is what running a due day of an agreement came to.
type ranDay struct {
	Outcome
	err error
}

// runDays runs one due day of several agreements. What fails, and what somebody
// else was quicker with, costs the others nothing.
func (r *Shell) runDays(rows []store.DueRow) []ranDay {
	done := make([]ranDay, len(rows))
	settle := func() {}
	for at := 0; at < len(rows); at += together {
		end := min(at+together, len(rows))
		next := r.runSome(rows[at:end], done[at:end])
		settle()
		settle = next()
	}
	settle()
	return done
}

// runSome readies a due day of some agreements. What it returns starts to append
// them, and what that returns waits for the end and notes what came of each.
func (r *Shell) runSome(rows []store.DueRow, done []ranDay) func() func() {
	var ready []*writing
	var adds []store.Append
	var places []int
	for i, row := range rows {
		w, err := r.readyDay(row.Stream, value.Date(row.Day))
		if err != nil {
			done[i].err = err
			continue
		}
		ready, adds, places = append(ready, w), append(adds, w.add("")), append(places, i)
	}
	return func() func() {
		appended := make(chan []store.Result, 1)
		go func() { appended <- r.log.AppendAll(adds) }()
		return func() {
			for n, result := range <-appended {
				i := places[n]
				done[i].Outcome, done[i].err = r.saved(ready[n], "", result.Err)
				if errors.Is(done[i].err, store.ErrConflict) {
					done[i].Outcome, done[i].err = r.runAgain(rows[i].Stream, value.Date(rows[i].Day))
				}
			}
		}
	}
}

func compareDue(a, b store.DueRow) int {
	return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Stream, b.Stream))
}

// errElsewhere: somebody else has run the day in the meantime.
var errElsewhere = errors.New("the day was run elsewhere")

// readyDay readies one due day of one agreement. A panic of the engine stops only
// this agreement.
func (r *Shell) readyDay(name string, day value.Date) (w *writing, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	a, err := r.load(name)
	if err != nil {
		return nil, err
	}
	w = r.write(a)
	return w, w.reach(day)
}

// runAgain runs a due day when somebody else has recorded something at the same
// moment: their act may have run the day.
func (r *Shell) runAgain(name string, day value.Date) (out Outcome, err error) {
	for range looks {
		a, err := r.load(name)
		if err != nil {
			return Outcome{}, err
		}
		if wake := a.State.Wake(); !wake.IsSet() || wake > day {
			return Outcome{}, errElsewhere
		}
		w, err := r.readyDay(name, day)
		if err != nil {
			return Outcome{}, err
		}
		if out, err = r.save(w, ""); !errors.Is(err, store.ErrConflict) {
			return out, err
		}
	}
	return out, store.ErrConflict
}
