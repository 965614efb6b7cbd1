package known

import (
	"cmp"

	"concordat/engine/record"
	"concordat/engine/value"
)

// Moment orders what falls on a day: what begins with the day, then the acts of
// the day, then what falls due at its end.
type Moment int64

// Morning is the moment with which a day begins.
func Morning(d value.Date) Moment { return Moment(d) * 2 }

// Evening is the moment at which a day ends.
func Evening(d value.Date) Moment { return Moment(d)*2 + 1 }

// Day is the day of a moment.
func (t Moment) Day() value.Date { return value.Date(t >> 1) }

// Timer is a deadline that is running: a move of a thing that will be made at a moment.
type Timer struct {
	At    Moment
	Chart int // place among the charts of the machine
	Key   record.Key
	Move  int // place in the chart; AssumedMove for a figure that a trial takes as given
}

// AssumedMove stands for the day on which an assumption of a trial counts.
const AssumedMove = -1

func (t *Timer) compare(u *Timer) int {
	return cmp.Or(cmp.Compare(t.At, u.At), cmp.Compare(t.Chart, u.Chart), cmp.Compare(t.Key.Of, u.Key.Of), cmp.Compare(t.Move, u.Move))
}
