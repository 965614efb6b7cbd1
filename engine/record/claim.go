package record

import "concordat/engine/value"

// Claim is one person's outcome, for which a ratecard has a price. The person is
// a pseudonym: no other name is ever recorded.
type Claim struct {
	Outcome  string       `json:"outcome"`
	Person   string       `json:"person"`
	Reached  value.Date   `json:"reached"`
	Evidence []string     `json:"evidence,omitempty"` // digests of files, or words
	Nth      int          `json:"nth,omitempty"`      // of all that were verified, from 1
	Sum      *value.Money `json:"sum,omitempty"`      // what its statement pays for it; nil before
	Because  string       `json:"because,omitempty"`  // of a rejection or overturning
	Why      Derivation   `json:"why"`                // of Sum
}

type (
	// Claimed: an outcome is claimed for a person who reached it on a day.
	Claimed struct {
		Act
		Outcome  string     `json:"outcome"`
		Person   string     `json:"person"`
		Reached  value.Date `json:"reached"`
		Evidence []string   `json:"evidence,omitempty"`
	}

	// Verified: whoever checks claims has seen that the outcome came about.
	Verified struct {
		Act
		Outcome string `json:"outcome"`
		Person  string `json:"person"`
	}

	// Rejected: it has seen that it did not, or not in the way that pays.
	Rejected struct {
		Act
		Outcome string `json:"outcome"`
		Person  string `json:"person"`
		Because string `json:"because"`
	}

	// Overturned: an outcome that was verified turns out not to have come about.
	Overturned struct {
		Act
		Outcome string `json:"outcome"`
		Person  string `json:"person"`
		Because string `json:"because"`
	}
)

func (Claimed) event()    {}
func (Verified) event()   {}
func (Rejected) event()   {}
func (Overturned) event() {}

// claimFollows stands where else the length of a list does.
const claimFollows = -2

func (b *canonical) claim(c *Claim) {
	b.text(c.Outcome)
	b.text(c.Person)
	b.day(c.Reached)
	list(b, c.Evidence, b.text)
	b.int(int64(c.Nth))
	b.flag(c.Sum != nil)
	if c.Sum != nil {
		b.sum(*c.Sum)
	}
	b.text(c.Because)
}
