package syntax

// FamilyWord is which of the two questions about an investment an outcome answers.
type FamilyWord string

const (
	Prevention     FamilyWord = "prevention"
	Organisational FamilyWord = "organisational"
)

func (FamilyWord) Phrases() []string { return []string{string(Prevention), string(Organisational)} }

// Family is `prevention`.
type Family struct {
	Is Choice[FamilyWord] `parser:"@@"`
}

// MeasureEvidence is what shows that a measure means what it claims: evidence
// by name that a judgement rests on, a tool that establishes it, or a study that
// has. Exactly one of Being, Already and Name is set.
type MeasureEvidence struct {
	Being   *Establishing `parser:"  @@"`
	Already *Text         `parser:"| 'already' 'established' ',' 'in' @@"`
	Name    *Ident        `parser:"| ( @@"`
	Title   *Text         `parser:"    @@ )"`
}

// Establishing is `being established, by outcome_star every half year`.
type Establishing struct {
	By    Ident         `parser:"'being' 'established' ',' 'by' @@"`
	Every Choice[Cycle] `parser:"'every' @@"`
}

var scorecardBlock = &BlockDef{
	Keyword: "scorecard", Named: true, Titled: true,
	Doc:     "How something stands, scored from its measures each year; it pays nothing.",
	Becomes: "a settlement machine for each period, without money: awaiting figures, scored",
	Example: `scorecard standing "How the investment stands" {
  every      year
  score      weighted average of points, not rounded
  points gamebreaking   100
  points stretch         50
  points minimum          0
  points poor           -50
  points failure       -100
  method     stepped
}`,
	Statements: []*StatementDef{
		{
			Keyword: "every", Need: Required, Shape: "year", Example: "every year",
			Means: "How often it is scored.", value: of[Every](),
		},
		{
			Keyword: "score", Need: Required, Shape: "weighted average of points, not rounded, or: , to NUMBER decimal places MODE",
			Example: "score weighted average of points, not rounded",
			Means:   "How the bands' points become one score.", value: of[Score](),
		},
		{
			Keyword: "points", Key: 1, Need: Required, Many: true, Shape: "BAND NUMBER", Example: "points poor -50",
			Means: "What a band scores.", value: of[Points](),
		},
		{
			Keyword: "method", Need: Required, Shape: "stepped or interpolated", Example: "method stepped",
			Means: "What a value between two bands' edges scores.", value: of[Method](),
		},
	},
}
