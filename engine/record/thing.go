// Package record holds what is on record of a running agreement: what happened
// (events), what is known of each thing that has a life (a figure, a decision, a
// payment) and what was caused (effects), with where every date, band, score and
// sum comes from. It only says what these are. Sums are whole pence, days civil
// dates; things are never changed in place. Digest chains them tamper-evidently.
package record

import (
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// Key names one thing that has a life: the chart it follows and which one it
// is. Of is the period ("2015/16 Q1"), the thing it was opened about
// ("placements 2015/16 Q1"), or a number counted from 1.
type Key struct {
	Chart string `json:"chart"`
	Of    string `json:"of,omitempty"`
}

func (k Key) String() string {
	if k.Of == "" {
		return k.Chart
	}
	return k.Chart + " " + k.Of
}

// Compare orders keys by chart, then by which one it is.
func (k Key) Compare(other Key) int {
	if k.Chart != other.Chart {
		return strings.Compare(k.Chart, other.Chart)
	}
	return strings.Compare(k.Of, other.Of)
}

// Thing is one life on a chart: a figure of a period, an opening of a decision,
// an instalment. Things are never changed in place.
type Thing struct {
	Key    Key
	State  string
	Since  value.Date // in this state
	Period value.Period
	Days   []Day // what happened when, by anchor
	Done   []int // deadline moves already made, by place in the chart
	Opener Key   // what opened it

	Figure     *Figure
	Ballot     *Ballot
	Notice     *NoticeRun
	Settlement *Settlement
	Payment    *Payment
	Claim      *Claim
	Round      *Round       // of a step
	Entry      *Entry       // of a register
	Signatures []Signature  // of the agreement
	Left       []Receipt    // of the agreement: parties whose membership has ended, and when
	Hands      []Hand       // what officers did to it, in order
	Targets    []TargetMove // of a settlement of cost: what took the target's place, in order
	Holidays   []Holiday    // of the agreement: bank holidays proclaimed after it was signed, in the order in which they came to be known
}

// Hand is an act of an officer: it binds the party, and stands under both.
type Hand struct {
	Officer string          `json:"officer"`
	Party   string          `json:"party"`
	Did     machine.ActKind `json:"did"`
	On      value.Date      `json:"on"`
}

// TargetMove is a sum that took a target's place, when, and by which opening of a decision.
type TargetMove struct {
	Sum value.Money `json:"sum"`
	On  value.Date  `json:"on"`
	By  string      `json:"by"`
	// Of is the year whose target it is, where a settlement holds several.
	Of value.Period `json:"of,omitzero"`
}

// Day is a dated fact of a thing.
type Day struct {
	Name machine.Anchor `json:"name"`
	On   value.Date     `json:"on"`
}

// Day finds a dated fact; NoDate if it has not happened.
func (t *Thing) Day(name machine.Anchor) value.Date {
	for _, d := range t.Days {
		if d.Name == name {
			return d.On
		}
	}
	return value.NoDate
}

// Named reports whether words name this opening: what it is about, or its number.
func (t *Thing) Named(about string) bool {
	return t.Key.Of == about || t.Key.String() == about || t.Ballot != nil && t.Ballot.About == about
}

// OwnFigure is the thing's figure, copied so that it can be changed.
func (t *Thing) OwnFigure() *Figure {
	f := Figure{}
	if t.Figure != nil {
		f = *t.Figure
	}
	t.Figure = &f
	return t.Figure
}
