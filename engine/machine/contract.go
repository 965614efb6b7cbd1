package machine

import "concordat/engine/value"

// Contract is another contract of some of the parties, to which this agreement
// stands in a relation.
type Contract struct {
	Name     string     `json:"name"`
	Title    string     `json:"title"`
	Between  []string   `json:"between"`
	Relation string     `json:"relation"`           // "supplements it", "replaces it", "is called off from it", "winds it down"
	Prevails []string   `json:"prevails,omitempty"` // on what it goes first
	Until    value.Date `json:"until"`              // its last day
	Closing  string     `json:"closing,omitempty"`  // of one that is wound down: the funding that pays its last money; empty where it pays that itself
	Anew     string     `json:"anew,omitempty"`     // of one that is wound down: the process by which what takes its place is procured; empty for nothing
}
