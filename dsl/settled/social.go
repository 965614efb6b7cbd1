package settled

import "concordat/engine/machine"

// SocialReturn says what comes back from what is put in. Its meaning is plain
// data; what is kept beside it says where that stands in the text.
type SocialReturn struct {
	Head
	Is                          machine.SocialReturn
	Benefits                    []*Benefit
	Discounts, Attributes, Drop bool // the author names a convention
}

// Benefit is one thing that comes back.
type Benefit struct {
	Head
	Of *SocialReturn
	Is machine.Benefit
}
