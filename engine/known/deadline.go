package known

import (
	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/value"
)

// Deadline is the day that a deadline computes for a thing; NoDate while its
// anchor has not happened.
func (v *View) Deadline(t *record.Thing, d *machine.Deadline) value.Date {
	if d.Anchor == machine.AnchorGiven && d.Span.N != 0 && t.Day(machine.AnchorEffect).IsSet() {
		return t.Day(machine.AnchorEffect) // computed when the notice was given, or moved by agreement since
	}
	day := v.Anchor(t, d.Anchor)
	if d.Day != nil {
		day = *d.Day
	}
	if !day.IsSet() {
		return day
	}
	cal := v.Days()
	if d.Span.N != 0 {
		if d.Before {
			day, _ = cal.Before(day, d.Span)
		} else {
			day, _ = cal.After(day, d.Span)
		}
	}
	if d.Expiring != value.NoPeriod && d.Expiring != value.Term {
		day = v.M.YearStart.Last(v.M.YearStart.Of(d.Expiring, day))
	}
	switch d.Adjust {
	case machine.NextWorking:
		day = cal.NextWorkingDay(day)
	case machine.PreviousWorking:
		day = cal.PreviousWorkingDay(day)
	}
	return day
}

// Days is the calendar by which the agreement counts working days: the one that
// was signed, with the bank holidays proclaimed since.
func (v *View) Days() *value.Calendar {
	days := v.M.Days()
	if a := v.agreement(); a != nil && len(a.Holidays) > 0 {
		return days.With(record.ProclaimedFor(a.Holidays, days.Name)...)
	}
	return days
}

// Anchor is the day from which a span is counted; NoDate if it has not happened.
func (v *View) Anchor(t *record.Thing, a machine.Anchor) value.Date {
	switch a {
	case machine.AnchorPeriod:
		return v.M.FirstDay(t.Period)
	case machine.AnchorPeriodEnd:
		return v.M.LastDay(t.Period)
	case machine.AnchorShadow:
		return v.shadowStart(t)
	case machine.AnchorTermStart:
		return v.M.First
	case machine.AnchorTermEnd:
		return v.End()
	default:
		return t.Day(a)
	}
}

// shadowStart is the day on which a signed agreement begins to be practised:
// NoDate where the last signature came too late for it.
func (v *View) shadowStart(agreement *record.Thing) value.Date {
	signed := value.NoDate
	for _, s := range agreement.Signatures {
		signed = max(signed, s.On)
	}
	switch first := v.M.Shadow.First; {
	case signed <= first:
		return first
	case v.M.Shadow.Late && signed < v.M.First:
		return signed
	}
	return value.NoDate
}

// End is the agreement's last day: the term's, or the first day on which a
// notice that ends it takes effect.
func (v *View) End() value.Date {
	last := v.M.Last
	for _, k := range v.endsWith {
		if day := v.Find(k).Day(machine.AnchorEffect); day.IsSet() {
			last = min(last, day)
		}
	}
	return last
}
