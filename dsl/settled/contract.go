package settled

import "concordat/engine/value"

// Contract is another contract of some of the parties, to which this agreement
// stands in a relation: "supplements it", "replaces it", "is called off from it".
type Contract struct {
	Head
	Between  []*Party
	Relation string
	Prevails []string // on what the other contract goes first
	Until    value.Date
	Ended    []*Action // where it ends before this agreement does
}
