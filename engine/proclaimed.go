package engine

import (
	"slices"
	"strings"

	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/refusal"
	"concordat/engine/value"
)

// proclaimed takes a bank holiday into the calendar and counts every deadline
// that runs anew. What has fallen due stays as it was; a day that is counted
// back and has passed by then is today.
func (w *work) proclaimed(e Proclaimed) error {
	if err := w.mayProclaim(e); err != nil {
		return err
	}
	was := slices.Collect(w.running())
	effects := w.effectDays()
	instead := value.NoDate
	if e.Instead != nil {
		instead = *e.Instead
	}
	before := w.Days()
	a := w.Edit(Key{Chart: known.AgreementChart})
	a.Holidays = append(slices.Clip(a.Holidays), Holiday{Day: e.Day, Name: e.Name, Instead: instead, In: e.In, Source: e.Source, By: e.By, On: e.On})
	w.onTheWay(before)
	w.takeEffectAnew(effects)
	for _, r := range was {
		w.runAnew(r)
	}
	w.payAnew()
	return nil
}

func (w *work) mayProclaim(e Proclaimed) error {
	days := w.Days()
	named := func(d value.Date) string { name, _, _ := days.Holiday(d); return name }
	switch every := (machine.Who{Any: true}); {
	case !w.Among(e.By, nil, every):
		return w.notYours(e.By, refusal.CalendarLine, "put a bank holiday on record", every)
	case strings.TrimSpace(e.Name) == "" || strings.TrimSpace(e.Source) == "":
		return refusal.HolidayUnsourced()
	case !slices.Contains(e.In, days.Name):
		return refusal.HolidayElsewhere(days.Name, e.In)
	case e.Day < e.On:
		return refusal.HolidayPast(e.Day, e.On)
	case e.Day.Weekday() >= value.Saturday:
		return refusal.HolidayOnWeekend(e.Day)
	case named(e.Day) != "":
		return refusal.HolidayAlready(e.Day, named(e.Day))
	case e.Instead != nil && *e.Instead <= e.On:
		return refusal.HolidayBegun(*e.Instead, e.On)
	case e.Instead != nil && named(*e.Instead) == "":
		return refusal.NoHoliday(*e.Instead)
	case w.EndedOn().IsSet() && !w.Wake().IsSet():
		return refusal.NothingRuns(w.EndedOn())
	}
	return nil
}

// run is a deadline that runs, and the moment that the calendar gives it.
type run struct {
	known.Timer
	falls known.Moment
}

func (w *work) running() func(func(run) bool) {
	return func(yield func(run) bool) {
		for timer := range w.Timers() {
			if timer.Move == known.AssumedMove {
				continue
			}
			falls, _ := w.fallsAt(w.Find(timer.Key), &w.M.Charts[timer.Chart].Moves[timer.Move])
			if !yield(run{timer, falls}) {
				return
			}
		}
	}
}

// runAnew moves a deadline to the day that it has now.
func (w *work) runAnew(r run) {
	mv := &w.M.Charts[r.Chart].Moves[r.Move]
	at, ok := w.fallsAt(w.Find(r.Key), mv)
	if !ok || at == r.falls {
		return
	}
	if at < w.now {
		at = known.Evening(w.today)
	}
	w.Postpone(r.Timer, at)
	if at.Day() != r.At.Day() {
		w.effects = append(w.effects, Rescheduled{Key: r.Key, Move: mv.ID, Was: r.At.Day(), Day: at.Day(), Says: mv.Says})
	}
}

// payAnew sets the days of the payments that have not been made.
func (w *work) payAnew() {
	for _, t := range slices.Collect(w.All()) {
		if t.Payment == nil || w.ChartOf(t).State(t.State).End {
			continue
		}
		mv, due := w.dueOf(t)
		if mv == nil || due == t.Payment.Due {
			continue
		}
		was := t.Payment.Due
		w.dueOn(t, due)
		if listed := func(ef Effect) bool { r, ok := ef.(Rescheduled); return ok && r.Key == t.Key }; !slices.ContainsFunc(w.effects, listed) {
			w.effects = append(w.effects, Rescheduled{Key: t.Key, Move: mv.ID, Was: was, Day: due, Says: mv.Says})
		}
	}
}

// onTheWay counts the working days anew after which a notice that has been
// served, and not yet received, counts as received.
func (w *work) onTheWay(before *value.Calendar) {
	now := w.Days()
	for i := range w.M.Notices {
		n := &w.M.Notices[i]
		for _, t := range slices.Collect(w.Of(n.Name)) {
			received := slices.Clone(t.Notice.Received)
			for j := range received {
				r := &received[j]
				manner := slices.IndexFunc(n.Manners, func(m machine.Manner) bool { return m.Name == r.Manner })
				if r.On <= w.today || manner < 0 {
					continue // received, or sent in a manner that a later text no longer knows
				}
				span := n.Manners[manner].Received
				if day, _ := now.After(sent(before, w.today, span, r.On), span); day != r.On {
					moved := Rescheduled{Key: t.Key, Move: "received", Was: r.On, Day: day, Says: machine.Ref{Block: n.Name, Statement: "received"}}
					if !slices.Contains(w.effects, Effect(moved)) { // once for all who receive it that day
						w.effects = append(w.effects, moved)
					}
					r.On = day
				}
			}
			if slices.Equal(received, t.Notice.Received) {
				continue
			}
			t = w.Edit(t.Key)
			run := *t.Notice
			run.Received = received
			t.Notice = &run
			if given := t.Day(machine.AnchorGiven); given.IsSet() && given != known.GivenOn(n, t.Notice, w.Addressees(n, t.Notice.By)) {
				w.maybeGiven(t, n)
			}
		}
	}
}

// sent is the last day up to today after which a span ends on a day.
func sent(days *value.Calendar, today value.Date, span value.Span, ends value.Date) value.Date {
	for d := today; ; d = d.AddDays(-1) {
		if end, _ := days.After(d, span); end <= ends {
			return d
		}
	}
}

// effectDays are the notices that run, and take effect on the day that their own
// lines give them; one that was agreed on stays.
func (w *work) effectDays() []Key {
	var out []Key
	for i := range w.M.Notices {
		for t := range w.Of(w.M.Notices[i].Name) {
			if day, ok := w.effectDay(t); ok && day == t.Day(machine.AnchorEffect) && day > w.today {
				out = append(out, t.Key)
			}
		}
	}
	return out
}

// effectDay is the day that a notice's own lines give it.
func (w *work) effectDay(t *Thing) (value.Date, bool) {
	mv := EffectMove(w.ChartOf(t))
	if mv == nil || !slices.Contains(mv.From, t.State) || !t.Day(machine.AnchorEffect).IsSet() {
		return value.NoDate, false
	}
	bare := *t
	bare.Days = slices.DeleteFunc(slices.Clone(t.Days), func(d Day) bool { return d.Name == machine.AnchorEffect })
	return w.Deadline(&bare, mv.At), true
}

func (w *work) takeEffectAnew(notices []Key) {
	for _, k := range notices {
		t := w.Find(k)
		if day, _ := w.effectDay(t); day != t.Day(machine.AnchorEffect) {
			w.note(w.Edit(k), machine.AnchorEffect, max(day, w.today))
		}
	}
}
