package record

import (
	"concordat/engine/machine"
	"concordat/engine/value"
)

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
	Text     *Text    `json:"text,omitempty"`   // of a change of the agreement: what it would run by
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

// VoteOf is a member's vote of this stage; nil if it has not voted.
func (b *Ballot) VoteOf(name string) *Vote {
	for i := range b.Votes {
		if b.Votes[i].By == name {
			return &b.Votes[i]
		}
	}
	return nil
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
	Refused   bool        `json:"refused,omitempty"`   // a saving of cost that was not substantiated
	Fund      *FundYear   `json:"fund,omitempty"`      // of an advance or a pooled fund
}

// FundYear is what a year of a fund came to.
type FundYear struct {
	Available value.Money `json:"available"` // paid in, own part and what was kept
	Spent     value.Money `json:"spent"`
	Reserve   value.Money `json:"reserve"`            // afterwards
	Kept      value.Money `json:"kept"`               // for the next year
	OffNext   []Line      `json:"off_next,omitempty"` // the holder's credit to each payer
}

// Payment is a sum with a day.
type Payment struct {
	Due     value.Date  `json:"due"`
	Lines   []Line      `json:"lines"`
	Held    []string    `json:"held,omitempty"`    // what holds it back
	Credits []Line      `json:"credits,omitempty"` // what came off the lines, because it was there already
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
