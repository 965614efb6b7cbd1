package syntax

// OnceWord says over what a cost is settled that is not settled by year.
type OnceWord string

const ForTheTerm OnceWord = "for the term"

func (OnceWord) Phrases() []string { return []string{string(ForTheTerm)} }

// OnceFor is `for the term`.
type OnceFor struct {
	Is Choice[OnceWord] `parser:"@@"`
}

// EndedWord says what is shared where the agreement ends before its term does.
type EndedWord string

const (
	WholeYearsShared EndedWord = "the whole years are shared"
	NothingShared    EndedWord = "nothing is shared"
)

func (EndedWord) Phrases() []string {
	return []string{string(WholeYearsShared), string(NothingShared)}
}

// EndedEarly is `the whole years are shared`.
type EndedEarly struct {
	Is Choice[EndedWord] `parser:"@@"`
}

// MovedWord says which target a decision moves.
type MovedWord string

const (
	TargetOfYear MovedWord = "in the year it opens"
	TargetOfTerm MovedWord = "for the term"
)

func (MovedWord) Phrases() []string { return []string{string(TargetOfYear), string(TargetOfTerm)} }

// TargetMoved is `by decision move_target, in the year it opens`, or `never`.
type TargetMoved struct {
	Never    Choice[SetOffWord] `parser:"  @@"`
	Decision *Ident             `parser:"| 'by' 'decision' @@"`
	Which    Choice[MovedWord]  `parser:"  ',' @@"`
}

// Substantiated is `by decision prove, or nothing is shared`, or `never`.
type Substantiated struct {
	Never    Choice[SetOffWord] `parser:"  @@"`
	Decision *Ident             `parser:"| 'by' 'decision' @@ ',' 'or' 'nothing' 'is' 'shared'"`
}

// RestWith is `with providing`.
type RestWith struct {
	Who Ident `parser:"'with' @@"`
}

// SwingWord says which way a score of 100 takes a share.
type SwingWord string

const (
	SwingMore SwingWord = "more"
	SwingLess SwingWord = "less"
)

func (SwingWord) Phrases() []string { return []string{string(SwingMore), string(SwingLess)} }

// ModifiedBy is `by results, 20 points less at a score of 100, between 30% and
// 70%`, or `20% of the share less`. A percentage that does not say of what has two readings.
type ModifiedBy struct {
	By      Ident             `parser:"'by' @@ ','"`
	Points  *Number           `parser:"( @@ 'points'"`
	Percent *Percent          `parser:"| @@"`
	OfShare bool              `parser:"  @('of' 'the' 'share')? )"`
	Way     Choice[SwingWord] `parser:"@@ 'at' 'a' 'score' 'of' '100' ','"`
	Least   Percent           `parser:"'between' @@"`
	Most    Percent           `parser:"'and' @@"`
}

// costRows are the statements of a gainshare that shares a cost. They stand
// together, and instead of those about points and a pool.
func costRows() []*StatementDef {
	return []*StatementDef{
		{
			Keyword: "cost", Shape: "COST", Example: "cost spend",
			Means: "The cost that is shared, instead of points and a pool.", value: of[Name](),
		},
		{
			Keyword: "once", Shape: "for the term", Example: "once for the term",
			Means: "The cost of all years together is settled, when the last of them is final.", value: of[OnceFor](),
		},
		{
			Keyword: "if ended", Shape: "the whole years are shared, or: nothing is shared", Example: "if ended the whole years are shared",
			Means: "What an early end leaves of a settlement of the whole term.", value: of[EndedEarly](),
		},
		{
			Keyword: "target", Key: 1, Many: true, Shape: "YEAR MONEY, or: the term MONEY", Example: "target 2015/16 £6,400,000",
			Means: "What a year should cost, or the whole term; years are added up where they are settled together.", value: of[Sum](),
		},
		{
			Keyword: "target moved", Shape: "never, or: by decision NAME, in the year it opens or for the term", Example: "target moved by decision move_target, in the year it opens",
			Means: "Which decision puts another sum in the place of a year's target, before it is shared.", value: of[TargetMoved](),
		},
		{
			Keyword: "under", Many: true, Shape: "RANGE, PERCENT from NAME to NAME", Example: "under up to 5% of target, 50% from providing to commissioning",
			Means: "What part of each range below the target is paid, by whom and to whom; together every saving exactly once.", value: of[TierShare](),
		},
		{
			Keyword: "over", Many: true, Shape: "RANGE, PERCENT from NAME to NAME", Example: "over above 5% of target, 100% from commissioning to providing",
			Means: "What part of each range above the target is paid, by whom and to whom; together every overrun exactly once.", value: of[TierShare](),
		},
		{
			Keyword: "under modified", Shape: "by GAINSHARE, NUMBER points or PERCENT of the share more or less at a score of 100, between PERCENT and PERCENT",
			Example: "under modified by results, 20 points less at a score of 100, between 30% and 70%",
			Means:   "How the score of another gainshare changes the shares below the target.", value: of[ModifiedBy](),
		},
		{
			Keyword: "over modified", Shape: "by GAINSHARE, NUMBER points or PERCENT of the share more or less at a score of 100, between PERCENT and PERCENT",
			Example: "over modified by results, 20% of the share more at a score of 100, between 30% and 70%",
			Means:   "How the score of another gainshare changes the shares above the target.", value: of[ModifiedBy](),
		},
		{
			Keyword: "under cap", Shape: "MONEY a year, or: in all", Example: "under cap £150,000 a year",
			Means: "The most that is paid of a saving.", value: of[Cap](),
		},
		{
			Keyword: "over cap", Shape: "MONEY a year, or: in all", Example: "over cap £150,000 a year",
			Means: "The most that is paid of an overrun.", value: of[Cap](),
		},
		{
			Keyword: "rest", Shape: "with NAME", Example: "rest with providing",
			Means: "Who keeps what is not shared of a saving, and carries what is not shared of an overrun.", value: of[RestWith](),
		},
		{
			Keyword: "substantiated", Shape: "never, or: by decision NAME, or nothing is shared", Example: "substantiated by decision prove_saving, or nothing is shared",
			Means: "Which decision must find a saving to be real before any of it is shared.", value: of[Substantiated](),
		},
	}
}
