package engine

import (
	"cmp"
	"iter"
	"slices"
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

// State is everything that is known of one agreement after an event. It is a
// value: Step returns a new one and leaves the old as it was.
type State struct {
	Seq    uint64     // events so far
	Today  value.Date // the day of the last event
	Closed value.Date // the last day whose deadlines have run; acts on it or before are too late
	Digest [32]byte   // chained over every change and effect since the start

	things   []*Thing // sorted by chart, then Of
	timers   []timer  // sorted by day, chart, Of, move
	endsWith []Key    // the notices that end the agreement before its term does, the first of them
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
	Signatures []Signature // of the agreement
	Left       []Receipt   // of the agreement: parties whose membership has ended, and when
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

// Figure is what is known of a measure in the period it is returned for.
// Pending is a figure that is not final yet (new, contested or restated);
// Value is the final one.
type Figure struct {
	Value   *value.Num   `json:"value,omitempty"`
	Inputs  []InputValue `json:"inputs,omitempty"`
	Band    value.Band   `json:"band,omitempty"` // fixed by decision, without a figure
	Final   bool         `json:"final,omitempty"`
	Pending *Pending     `json:"pending,omitempty"`
	Assumed bool         `json:"assumed,omitempty"`
	By      machine.Ref  `json:"by"` // the statement by which it became final
}

// Pending is a figure on its way.
type Pending struct {
	Value  *value.Num   `json:"value,omitempty"`
	Inputs []InputValue `json:"inputs,omitempty"`
	Band   value.Band   `json:"band,omitempty"`
}

// Ballot is what was put to those who decide, and how they answered.
type Ballot struct {
	Stage    int      `json:"stage"`
	About    string   `json:"about,omitempty"`
	Answer   *Answer  `json:"answer,omitempty"`
	Votes    []Vote   `json:"votes,omitempty"` // of this stage
	Earlier  []Vote   `json:"earlier,omitempty"`
	Reasons  []Reason `json:"reasons,omitempty"`
	Evidence []string `json:"evidence,omitempty"`
	Silent   []string `json:"silent,omitempty"` // who had not voted when it closed
}

// Vote is one member's.
type Vote struct {
	By       string     `json:"by"`
	On       value.Date `json:"on"`
	Choice   Choice     `json:"choice"`
	Conflict string     `json:"conflict,omitempty"`
	Aside    bool       `json:"aside,omitempty"` // stood aside: not counted
	Answer   *Answer    `json:"answer,omitempty"`
}

// NoticeRun is one service of a notice.
type NoticeRun struct {
	By       string    `json:"by"`
	Received []Receipt `json:"received"`
}

// Receipt is the day on which a notice counts as received by a party, and how it
// was served on it. Of the agreement, it is the day on which a party left.
type Receipt struct {
	By     string     `json:"by"`
	On     value.Date `json:"on"`
	Manner string     `json:"manner,omitempty"`
}

// Settlement is a gainshare's period, calculated.
type Settlement struct {
	Score     value.Num   `json:"score"`
	Raw       value.Money `json:"raw"`               // before any cap
	Sum       value.Money `json:"sum"`               // after it
	Beyond    value.Money `json:"beyond"`            // what lies beyond the cap
	Bearers   []Line      `json:"bearers,omitempty"` // who bears that: From is the bearer, To empty
	Pain      bool        `json:"pain"`
	Lines     []Line      `json:"lines"` // each payer to each payee
	Because   Derivation  `json:"because"`
	Corrected int         `json:"corrected,omitempty"` // corrections posted
}

// Payment is a sum with a day.
type Payment struct {
	Due     value.Date  `json:"due"`
	Lines   []Line      `json:"lines"`
	Held    []string    `json:"held,omitempty"` // what holds it back
	Paid    value.Date  `json:"paid"`
	Says    machine.Ref `json:"says"`
	Because Derivation  `json:"because"`
}

// Signature is a party's, on a text.
type Signature struct {
	By string     `json:"by"`
	On value.Date `json:"on"`
}

// Derivation says how a date, band, score or sum came about: a sentence, the
// statement it rests on, and what it was made from. What is shown and what is
// paid come from the same evaluation.
type Derivation struct {
	Says string       `json:"says"`
	At   machine.Ref  `json:"at"`
	From []Derivation `json:"from,omitempty"`
}

// All yields every thing, by chart, then by which one it is.
func (s State) All() iter.Seq[*Thing] { return slices.Values(s.things) }

// EndsWith names the notices with the first of which the agreement ends before
// its term does; none where it does not.
func (s State) EndsWith() []Key { return slices.Clone(s.endsWith) }

// Find returns a thing by its key, or nil.
func (s State) Find(k Key) *Thing {
	if at, ok := slices.BinarySearchFunc(s.things, k, compareThing); ok {
		return s.things[at]
	}
	return nil
}

// Of yields the things of one chart.
func (s State) Of(chart string) iter.Seq[*Thing] {
	return func(yield func(*Thing) bool) {
		at, _ := slices.BinarySearchFunc(s.things, Key{Chart: chart}, compareThing)
		for ; at < len(s.things) && s.things[at].Key.Chart == chart; at++ {
			if !yield(s.things[at]) {
				return
			}
		}
	}
}

func compareThing(t *Thing, k Key) int {
	return cmp.Or(strings.Compare(t.Key.Chart, k.Chart), strings.Compare(t.Key.Of, k.Of))
}

func compareKeys(a, b Key) int {
	return cmp.Or(strings.Compare(a.Chart, b.Chart), strings.Compare(a.Of, b.Of))
}
