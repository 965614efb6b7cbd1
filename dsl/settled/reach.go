package settled

import "concordat/engine/value"

// Reach is a range of an amount: what lies above Above, up to and including
// UpTo; nil has no upper end.
type Reach struct {
	Said
	Above value.Money
	UpTo  *value.Money
}
