package syntax

// States says which rule a clause puts in words, or that it is words only.
type States struct {
	WordsOnly bool   `parser:"  @('words' 'only')"`
	Rule      *Ident `parser:"| @@"`
}

var defineBlock = &BlockDef{
	Keyword: "define", Named: true, Titled: true, Column: 1,
	Doc: "A term that other words use as {name}.",
	Example: `define care_bed "Rehabilitation ward or residential placement" {
  means "A bed in a rehabilitation ward, or a place in a care home."
}`,
	Statements: []*StatementDef{
		{
			Keyword: "means", Need: Required, Shape: `"WORDS" or """WORDS"""`,
			Example: `means "A bed in a rehabilitation ward."`, Means: "What the term means.", value: of[Says](),
		},
	},
}

var clauseBlock = &BlockDef{
	Keyword: "clause", Named: true, Titled: true,
	Doc: "A clause of the contract in words; {rule.statement} prints what a rule says.",
	Example: `clause leaving "Leaving early" {
  number     "9.2"
  states     leave
  text """
    Any party may leave by giving at least {leave.at_least} of notice.
    """
}`,
	Statements: []*StatementDef{
		{
			Keyword: "number", Need: Required, Shape: `"NUMBER"`, Example: `number "7.1"`,
			Means: "The clause's number in the contract.", value: of[Says](),
		},
		{
			Keyword: "states", Need: Required, Shape: "NAME, or: words only", Example: "states leave",
			Means: "The rule that the words put; or that no rule stands behind them.", value: of[States](),
		},
		{
			Keyword: "meets", Shape: "NAME, NAME", Example: "meets staff, goods",
			Means: "What a framework asks a clause for, that this one says.", value: of[MeetsClauses](),
		},
		{
			Keyword: "text", Need: Required, Shape: `"WORDS" or """WORDS"""`,
			Example: `text """Any party may leave by giving {leave.at_least} of notice."""`,
			Means:   "The words.", value: of[Says](),
		},
	},
}
