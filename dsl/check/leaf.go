package check

import (
	"strconv"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// The leaves of a statement become values here. Each answers the zero of its
// type for a hole, and for what cannot be settled after saying so.

func (c *checker) date(d *syntax.Date) value.Date {
	if d == nil || d.Hole != nil {
		return value.NoDate
	}
	day, err := value.NewDate(d.Year, d.Month, d.Day)
	if err != nil {
		c.BadLiteral(d.At, err)
	}
	return day
}

// dates settles a range of days; ok is false where it has no two days in order.
func (c *checker) dates(d *syntax.Dates) (first, last value.Date, ok bool) {
	if d == nil {
		return value.NoDate, value.NoDate, false
	}
	first, last = c.date(&d.From), c.date(&d.To)
	if !first.IsSet() || !last.IsSet() {
		return first, last, false
	}
	if last < first {
		c.DatesBackwards(d, first, last)
		return first, last, false
	}
	return first, last, true
}

func (c *checker) num(n *syntax.Number) (value.Num, bool) {
	if n == nil || n.Hole != nil {
		return value.Num{}, false
	}
	v, err := value.ParseNum(n.Digits)
	if err != nil {
		c.BadLiteral(n.At, err)
	}
	return v, err == nil
}

// count settles a whole number from 1 up.
func (c *checker) count(n *syntax.Number) (int, bool) {
	if n == nil || n.Hole != nil {
		return 0, false
	}
	v, err := strconv.Atoi(n.Digits)
	if err != nil || v < 1 || v > 99_999 {
		c.NotACount(n)
		return 0, false
	}
	return v, true
}

func (c *checker) percent(p *syntax.Percent) (value.Num, bool) {
	if p.Hole != nil {
		return value.Num{}, false
	}
	v, err := value.ParseNum(p.Digits)
	if err != nil {
		c.BadLiteral(p.At, err)
	}
	return v.Mul(value.Ratio(1, 100)), err == nil
}

func (c *checker) money(m *syntax.Money) (value.Money, bool) {
	if m.Hole != nil {
		return 0, false
	}
	if c.Agreement.Currency != "" && m.Currency != c.Agreement.Currency {
		c.OtherCurrency(m)
		return 0, false
	}
	sum, err := value.ParseMoney(m.Digits)
	if err != nil {
		c.BadLiteral(m.At, err)
	}
	return sum, err == nil
}

func (c *checker) span(l *syntax.Length) (value.Span, bool) {
	if l.Hole != nil || l.Unit.Hole != nil {
		return value.Span{}, false
	}
	n, ok := c.count(&l.Count)
	return value.Span{N: n, Unit: units[l.Unit.Word.Singular()]}, ok
}

var units = map[string]value.Unit{
	"day": value.Days, "working day": value.WorkingDays, "week": value.Weeks, "month": value.Months, "year": value.Years,
}

func kind(c syntax.Cycle) value.PeriodKind {
	switch c {
	case syntax.Monthly:
		return value.Month
	case syntax.Quarterly:
		return value.Quarter
	case syntax.HalfYearly:
		return value.HalfYear
	case syntax.Yearly:
		return value.Year
	}
	return value.NoPeriod
}

func periodOf(p *syntax.Period) value.Period {
	switch {
	case p.Hole != nil:
		return value.Period{}
	case p.Term:
		return value.Period{Kind: value.Term}
	case p.Quarter != 0:
		return value.Period{Kind: value.Quarter, Start: p.Year, N: p.Quarter}
	case p.Half != 0:
		return value.Period{Kind: value.HalfYear, Start: p.Year, N: p.Half}
	case p.Month != 0:
		return value.Period{Kind: value.Month, Start: p.Year, N: p.Month}
	}
	return value.Period{Kind: value.Year, Start: p.Year}
}

func adjust(a syntax.Adjust) machine.Adjust {
	switch a {
	case syntax.NextWorkingDay:
		return machine.NextWorking
	case syntax.PreviousWorkingDay:
		return machine.PreviousWorking
	}
	return machine.Unadjusted
}

// rounding settles a mode; half down is in the grammar of other trades, but no
// agreement of this kind rounds so, and the engine does not.
func (c *checker) rounding(m syntax.Choice[syntax.RoundingMode]) value.Rounding {
	switch m.Word {
	case syntax.HalfUp:
		return value.HalfUp
	case syntax.HalfEven:
		return value.HalfEven
	case syntax.Up:
		return value.Up
	case syntax.Down:
		return value.Down
	case syntax.HalfDown:
		c.NotOffered(m.At, "half down", "write `half up`, `half even`, `up` or `down`")
	}
	return value.NoRounding
}

// text is a title or words; of a hole, nothing.
func text(t *syntax.Text) string {
	if t == nil {
		return ""
	}
	return t.Value
}

// anchored is what an anchor may be in one place.
type anchored struct {
	events map[syntax.AnchorEvent]machine.Anchor
	help   string // the anchors that may stand here, in words
}

// periodEnd is the anchor that ends a period of one kind. Where the kind is not
// known, any anchor passes: the finding is elsewhere.
func periodEnd(k value.PeriodKind) anchored {
	switch k {
	case value.Month:
		return onlyFrom(syntax.FromMonthEnd, machine.AnchorPeriodEnd)
	case value.Quarter:
		return onlyFrom(syntax.FromQuarterEnd, machine.AnchorPeriodEnd)
	case value.HalfYear:
		return onlyFrom(syntax.FromHalfYearEnd, machine.AnchorPeriodEnd)
	case value.Year:
		return onlyFrom(syntax.FromYearEnd, machine.AnchorPeriodEnd)
	}
	return anchored{}
}

func onlyFrom(event syntax.AnchorEvent, anchor machine.Anchor) anchored {
	return anchored{map[syntax.AnchorEvent]machine.Anchor{event: anchor}, string(event)}
}

// within settles a time and what it is counted from.
func (c *checker) within(said settled.Said, l *syntax.Length, of *syntax.Anchor, may anchored) settled.Within {
	w := settled.Within{Said: said}
	var ok bool
	if w.Span, ok = c.span(l); !ok {
		w.Span = value.Span{}
	}
	switch {
	case of.Event.Hole != nil || of.Decision != nil && of.Decision.Hole != nil:
	case of.Decision != nil:
		c.AnchorWrong(of.Decision.At, of.Decision.Name, may.help)
	default:
		w.Anchor, ok = may.events[of.Event.Word]
		if !ok && may.help != "" {
			c.AnchorWrong(of.Event.At, string(of.Event.Word), may.help)
		}
	}
	return w
}
