package settled

import "concordat/engine/machine"

// NextYear is what a year pays after a year in each band of a measure.
type NextYear struct {
	Measure *Measure
	Steps   []machine.NextStep // one a band
}
