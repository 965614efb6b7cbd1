package syntax

// MayWord is a kind of act that a party can delegate.
type MayWord string

func (MayWord) Phrases() []string {
	return []string{
		"sign", "return", "accept", "judge", "propose", "vote", "give notice", "settle disputes", "hold reviews", "complete steps",
	}
}

// May is `sign, vote, accept`.
type May struct {
	Acts []*Choice[MayWord] `parser:"@@ (',' @@)*"`
}

// OfficerLimit is `£200,000 a decision` or `any sum`. Sum is nil for any.
type OfficerLimit struct {
	Sum *Money `parser:"( @@ 'a' 'decision'"`
	Any bool   `parser:"| @('any' 'sum') )"`
}

var officerBlock = &BlockDef{
	Keyword: "officer", Named: true, Titled: true,
	Doc:     "Somebody who acts for a party: what, up to what sum, from when to when.",
	Becomes: "who may act for a party; every act `--as` an officer is checked for its kind, its day and its sum, and binds the party",
	Example: `officer director "Director of Adult Social Care" {
  acts for   lambeth
  may        sign, accept, propose, vote
  up to      £200,000 a decision
  delegated  1 April 2015 to 31 March 2018
}`,
	Statements: []*StatementDef{
		{
			Keyword: "acts for", Need: Required, Shape: "PARTY", Example: "acts for lambeth",
			Means: "The party that is bound by what the officer does.", value: of[Name](),
		},
		{
			Keyword: "may", Need: Required, Shape: "ACT[, ACT]", Example: "may sign, accept, propose, vote",
			Means: "The kinds of act that are delegated: sign, return, accept, judge, propose, vote, give notice, settle disputes, hold reviews, complete steps. " +
				"What a party has delegated, only its officers do.", value: of[May](),
		},
		{
			Keyword: "up to", Shape: "MONEY a decision, or: any sum", Example: "up to £200,000 a decision",
			Means: "What the officer's yes may cost the party in one decision; needed where the officer may vote.", value: of[OfficerLimit](),
		},
		{
			Keyword: "delegated", Need: Required, Many: true, Shape: "DATE to DATE", Example: "delegated 1 April 2015 to 31 March 2018",
			Means: "From when to when the officer holds this power; a line for each time.", value: of[Dates](),
		},
	},
}
