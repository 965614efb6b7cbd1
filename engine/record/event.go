package record

import (
	"concordat/engine/value"
	"concordat/engine/vote"
)

// Event is what happened: an act of a party, or a day reached. The set is
// closed; Step handles every one.
type Event interface {
	event()
	// Act says who did it and on which day.
	What() Act
}

// Act is common to all events. On is the day it happened (not the day it was
// written down, which the store keeps); By is the party or body that did it,
// empty for a day reached; As is the officer who did it for the party, where one did.
type Act struct {
	On value.Date `json:"on"`
	By string     `json:"by,omitempty"`
	As string     `json:"as,omitempty"`
}

// What returns the act itself.
func (a Act) What() Act { return a }

type (
	// Signed: a party signs the text with this fingerprint.
	Signed struct {
		Act
		Fingerprint string `json:"fingerprint"`
	}

	// Returned: a figure comes in. Either Value, or every input by name.
	Returned struct {
		Act
		Measure string       `json:"measure"`
		Period  value.Period `json:"period"`
		Value   *value.Num   `json:"value,omitempty"`
		Inputs  []InputValue `json:"inputs,omitempty"`
	}

	// Accepted: the party that checks a figure is content with it.
	Accepted struct {
		Act
		Measure string       `json:"measure"`
		Period  value.Period `json:"period"`
	}

	// Contested: it is not; the figure goes to the dispute its return names.
	Contested struct {
		Act
		Measure string       `json:"measure"`
		Period  value.Period `json:"period"`
		Because string       `json:"because"`
	}

	// Restated: a figure that was final is returned anew.
	Restated struct {
		Act
		Measure string       `json:"measure"`
		Period  value.Period `json:"period"`
		Value   *value.Num   `json:"value,omitempty"`
		Inputs  []InputValue `json:"inputs,omitempty"`
		Because string       `json:"because"`
	}

	// Judged: a band is put forward for a judged measure, on evidence; those who
	// decide then vote on it.
	Judged struct {
		Act
		Measure  string       `json:"measure"`
		Period   value.Period `json:"period"`
		Band     value.Band   `json:"band"`
		Reasons  []Reason     `json:"reasons"`
		Evidence []string     `json:"evidence,omitempty"` // digests of files, or words
	}

	// Proposed: a decision is opened by a party that may, or an answer is put to
	// one that is open. About tells openings of one decision apart.
	Proposed struct {
		Act
		Decision string   `json:"decision"`
		About    string   `json:"about,omitempty"`
		Answer   *Answer  `json:"answer,omitempty"`
		Reasons  []Reason `json:"reasons,omitempty"`
		Text     *Text    `json:"text,omitempty"` // what the agreement would run by, of the decision that varies it
	}

	// Voted: a member's vote, once.
	Voted struct {
		Act
		Decision string   `json:"decision"`
		About    string   `json:"about,omitempty"`
		Choice   Choice   `json:"choice"`
		Reasons  []Reason `json:"reasons,omitempty"`
		Conflict string   `json:"conflict,omitempty"` // an interest declared
	}

	// Served: a notice leaves the party that gives it. An empty To is everyone it must go to.
	Served struct {
		Act
		Notice string   `json:"notice"`
		To     []string `json:"to,omitempty"`
		Manner string   `json:"manner"`
	}

	// Withdrawn: a notice is taken back.
	Withdrawn struct {
		Act
		Notice string `json:"notice"`
	}

	// Raised: a dispute is opened about something.
	Raised struct {
		Act
		Dispute string `json:"dispute"`
		About   string `json:"about"`
	}

	// Settled: the level that hears a dispute gives its answer. At a group's
	// level every member must give the same one.
	Settled struct {
		Act
		Dispute string  `json:"dispute"`
		About   string  `json:"about,omitempty"`
		Answer  *Answer `json:"answer,omitempty"` // a figure, for a contested one
		Because string  `json:"because"`
	}

	// Held: a review took place.
	Held struct {
		Act
		Review  string       `json:"review"`
		Period  value.Period `json:"period"`
		Minutes string       `json:"minutes,omitempty"`
	}

	// DayReached: the day is over; what fell due on it or before is done, in order.
	DayReached struct{ Act }

	// Assumed stands for the returns or the judgement of a period in a trial of
	// the agreement: the value or band counts as final at the end of day Final.
	// Only scenarios make it; the shell never records one.
	Assumed struct {
		Act
		Measure string       `json:"measure"`
		Period  value.Period `json:"period"`
		Value   *value.Num   `json:"value,omitempty"`
		Band    value.Band   `json:"band,omitempty"`
		Final   value.Date   `json:"final"`
	}
)

func (Signed) event()     {}
func (Returned) event()   {}
func (Accepted) event()   {}
func (Contested) event()  {}
func (Restated) event()   {}
func (Judged) event()     {}
func (Proposed) event()   {}
func (Voted) event()      {}
func (Served) event()     {}
func (Withdrawn) event()  {}
func (Raised) event()     {}
func (Settled) event()    {}
func (Held) event()       {}
func (DayReached) event() {}
func (Assumed) event()    {}

// InputValue is one named figure of a return.
type InputValue struct {
	Name  string    `json:"name"`
	Value value.Num `json:"value"`
}

// Reason is words recorded under a name that the agreement asks for
// ("best_for_service"); an empty name is the only one asked for.
type Reason struct {
	Name  string `json:"name,omitempty"`
	Words string `json:"words"`
}

// Answer is what a decision or settlement says: one of its fields, by what the
// decision decides.
type Answer struct {
	Band  value.Band   `json:"band,omitempty"`
	Date  *value.Date  `json:"date,omitempty"`
	Sum   *value.Money `json:"sum,omitempty"`
	Value *value.Num   `json:"value,omitempty"`
	Words string       `json:"words,omitempty"`
	// Inputs is the figure of a measure that is worked out from several.
	Inputs []InputValue `json:"inputs,omitempty"`
}

// Choice is a vote.
type Choice = vote.Choice

const (
	Yes     = vote.Yes
	No      = vote.No
	Abstain = vote.Abstain
)
