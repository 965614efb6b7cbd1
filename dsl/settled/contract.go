package settled

import "concordat/engine/value"

// Contract is another contract of some of the parties, to which this agreement
// stands in a relation: "supplements it", "replaces it", "is called off from it",
// "winds it down".
type Contract struct {
	Head
	Between  []*Party
	Relation string
	Prevails []string // on what the other contract goes first
	Until    value.Date
	Ended    []*Action // where it ends before this agreement does
	Closing  *Funding  // of one that is wound down: its last money; nil where it pays that itself
	Anew     *Process  // of one that is wound down: how what takes its place is procured; nil for nothing
}
