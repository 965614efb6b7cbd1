package record

import (
	"concordat/engine/machine"
	"concordat/engine/sums"
	"concordat/engine/value"
)

// Effect is what an event caused: what to tell whom, what moved, what is owed.
// The shell acts on effects after the event is saved; doing one twice is
// harmless. Each names the statement that provides for it.
type Effect interface{ effect() }

type (
	// Moved: a thing is in another state.
	Moved struct {
		Key  Key         `json:"key"`
		Move string      `json:"move"` // the chart's move
		From string      `json:"from,omitempty"`
		To   string      `json:"to"`
		On   value.Date  `json:"on"`
		Says machine.Ref `json:"says"`
	}

	// Notified: somebody is reminded of or told something.
	Notified struct {
		Who    []string    `json:"who"` // parties, groups or bodies
		About  Key         `json:"about"`
		Remind bool        `json:"remind,omitempty"`
		On     value.Date  `json:"on"`
		Says   machine.Ref `json:"says"`
	}

	// Rescheduled: a deadline that was running, or the day of a payment, falls on
	// another day than it did, because the calendar has changed.
	Rescheduled struct {
		Key  Key         `json:"key"`
		Move string      `json:"move"` // that the deadline makes; "received" of a notice on its way
		Was  value.Date  `json:"was"`
		Day  value.Date  `json:"day"`
		Says machine.Ref `json:"says"`
	}

	// Owed: a sum now falls due on a day.
	Owed struct {
		Key   Key         `json:"key"`
		Due   value.Date  `json:"due"`
		Lines []Line      `json:"lines"`
		Says  machine.Ref `json:"says"`
	}

	// Paid: the day has come and the sum moves; one posting a line.
	Paid struct {
		Key   Key         `json:"key"`
		On    value.Date  `json:"on"`
		Lines []Line      `json:"lines"`
		Says  machine.Ref `json:"says"`
	}

	// Scored: a period's score and what follows from it.
	Scored struct {
		Key        Key         `json:"key"`
		Settlement Settlement  `json:"settlement"`
		Says       machine.Ref `json:"says"`
	}

	// Valued: a figure's period value became final, changed, or was fixed by decision.
	Valued struct {
		Measure string       `json:"measure"`
		Period  value.Period `json:"period"`
		Value   *value.Num   `json:"value,omitempty"`
		Band    value.Band   `json:"band,omitempty"`
		On      value.Date   `json:"on"`
		Says    machine.Ref  `json:"says"`
	}
)

func (Moved) effect()       {}
func (Notified) effect()    {}
func (Rescheduled) effect() {}
func (Owed) effect()        {}
func (Paid) effect()        {}
func (Scored) effect()      {}
func (Valued) effect()      {}

// Line is a sum from one party to another.
type Line = sums.Line
