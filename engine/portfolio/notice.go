package portfolio

import (
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Window is the time in which a notice can still be given for the next exit.
type Window struct {
	Of     *machine.Machine
	Notice *machine.Notice
	// Effect is the next day on which the notice can take effect. A notice that
	// may take effect on any day takes effect on it if it is given on the day of the look.
	Effect value.Date
	// Last is the last day on which it can be given for that exit; of one that may
	// take effect on any day, the last on which it still ends something before
	// the term does. NoDate where the term ends first.
	Last   value.Date
	AnyDay bool
	Serve  []Serve
	Open   bool // how long the notice runs is still to be agreed
}

// Serve is the last safe day to serve in a manner, so that the notice is given
// by the window's last day. NoDate where it is too late for this manner.
type Serve struct {
	Manner string
	By     value.Date
}

// windows are the windows of an agreement that has not ended.
func windows(m *machine.Machine, on value.Date) []Window {
	if !m.Last.IsSet() || on > m.Last {
		return nil
	}
	var out []Window
	for i := range m.Notices {
		out = append(out, window(m, &m.Notices[i], max(on, m.First)))
	}
	return out
}

func window(m *machine.Machine, n *machine.Notice, from value.Date) Window {
	w := Window{Of: m, Notice: n, Effect: value.NoDate, Last: value.NoDate, AnyDay: n.Expiring == value.NoPeriod || n.Expiring == value.Term, Open: n.AtLeast.N == 0}
	if w.Open {
		return w
	}
	w.Effect = effect(m, n, from)
	if w.Effect >= m.Last {
		return w // the term ends before the notice could
	}
	until := w.Effect
	if w.AnyDay {
		until = m.Last.AddDays(-1)
	}
	for w.Last = from; effect(m, n, w.Last.AddDays(1)) <= until; w.Last = w.Last.AddDays(1) {
	}
	for _, manner := range n.Manners {
		w.Serve = append(w.Serve, Serve{Manner: manner.Name, By: serveBy(m, manner, from, w.Last)})
	}
	return w
}

// effect is the day on which a notice takes effect that is given on a day: the
// rule of the notice itself, without what a decision may put in its place.
func effect(m *machine.Machine, n *machine.Notice, given value.Date) value.Date {
	day, _ := m.Days().After(given, n.AtLeast)
	if n.Expiring != value.NoPeriod && n.Expiring != value.Term {
		day = m.YearStart.Last(m.YearStart.Of(n.Expiring, day))
	}
	return day
}

// serveBy is the last day from which a notice served in a manner is received by a day.
func serveBy(m *machine.Machine, manner machine.Manner, from, by value.Date) value.Date {
	for day := by; day >= from; day = day.AddDays(-1) {
		received := day
		if manner.Received.N > 0 {
			received, _ = m.Days().After(day, manner.Received)
		}
		if received <= by {
			return day
		}
	}
	return value.NoDate
}
