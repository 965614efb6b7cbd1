package settled

import "concordat/engine/value"

// Tranche is a sum that is paid once, when a step is done.
type Tranche struct {
	Head
	From, To Side
	Sum      value.Money
	Step     *ProcessStep
	Paid     Within // of the day on which the step is done
}
