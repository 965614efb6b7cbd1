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
// disk. While it does, the next are run; of these at most waiting times as many,
// which then go to it in one commit.
const together, waiting = 64, 16

// ranDay is what running a due day of an agreement came to.
type ranDay struct {
	Outcome
	err error
}

// runDays runs one due day of several agreements. What fails, and what somebody
// else was quicker with, costs the others nothing.
func (r *Shell) runDays(rows []store.DueRow) []ranDay {
	done := make([]ranDay, len(rows))
	ready := make(chan batch, waiting)
	appended := make(chan batch, len(rows)/together+1) // there is room for all: nobody waits to hand one back
	go r.appendBatches(ready, appended)
	for at := 0; at < len(rows); at += together {
		end := min(at+together, len(rows))
		ready <- r.runSome(rows[at:end], done[at:end])
		for len(appended) > 0 {
			r.settle(<-appended)
		}
	}
	close(ready)
	for b := range appended {
		r.settle(b)
	}
	return done
}

// batch is what a due day of some agreements comes to.
type batch struct {
	rows    []store.DueRow
	done    []ranDay
	ready   []*writing
	adds    []store.Append
	places  []int // in rows and done, of those that are ready
	results []store.Result
}

// runSome readies a due day of some agreements.
func (r *Shell) runSome(rows []store.DueRow, done []ranDay) batch {
	b := batch{rows: rows, done: done}
	for i, row := range rows {
		w, err := r.readyDay(row.Stream, value.Date(row.Day))
		if err != nil {
			done[i].err = err
			continue
		}
		b.ready, b.adds, b.places = append(b.ready, w), append(b.adds, w.add("")), append(b.places, i)
	}
	return b
}

// appendBatches appends batches as they come, those together that wait, and hands
// them back in the same order.
func (r *Shell) appendBatches(ready <-chan batch, appended chan<- batch) {
	defer close(appended)
	for b := range ready {
		some, adds := []batch{b}, slices.Clip(b.adds)
		for len(ready) > 0 {
			next := <-ready
			some, adds = append(some, next), append(adds, next.adds...)
		}
		results := r.log.AppendAll(adds)
		for _, b := range some {
			b.results, results = results[:len(b.adds)], results[len(b.adds):]
			appended <- b
		}
	}
}

// settle notes what came of each append.
func (r *Shell) settle(b batch) {
	for n, result := range b.results {
		i := b.places[n]
		b.done[i].Outcome, b.done[i].err = r.saved(b.ready[n], "", result.Err)
		if errors.Is(b.done[i].err, store.ErrConflict) {
			b.done[i].Outcome, b.done[i].err = r.runAgain(b.rows[i].Stream, value.Date(b.rows[i].Day))
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
