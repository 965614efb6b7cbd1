package syntax

// Held is `within 30 working days of quarter end`, `6 months before the term ends`, or `by month end`: then By
// is set, and it is held while the period still runs.
type Held struct {
	Within *Within              `parser:"( @@"`
	By     *Choice[AnchorEvent] `parser:"| 'by' @@"`
	Before *Length              `parser:"| @@ 'before' 'the' 'term' 'ends' )"`
}

// LooksAtWord is what a review looks at where it is not listed by name.
type LooksAtWord string

const (
	EveryMeasureOfPeriod LooksAtWord = "every measure returned or judged in the quarter"
	EveryMeasure         LooksAtWord = "every measure"
)

func (LooksAtWord) Phrases() []string {
	return []string{string(EveryMeasureOfPeriod), string(EveryMeasure)}
}

// LooksAt is what a review looks at: a wording, or names.
type LooksAt struct {
	Set   Choice[LooksAtWord] `parser:"( @@"`
	Names []*Ident            `parser:"| @@ (',' @@)* )"`
}

// When is a condition.
type When struct {
	Condition Condition `parser:"@@"`
}

// ReadsWord is which values a rule looks at.
type ReadsWord string

const (
	FinalValues     ReadsWord = "final values"
	SubmittedValues ReadsWord = "submitted values"
)

func (ReadsWord) Phrases() []string { return []string{string(FinalValues), string(SubmittedValues)} }

// Reads is `final values`.
type Reads struct {
	What Choice[ReadsWord] `parser:"@@"`
}

// FiresWord is how often a rule acts.
type FiresWord string

const (
	OnceUntilBetter FiresWord = "once, until a quarter is better"
	Once            FiresWord = "once"
	EachTime        FiresWord = "each time"
)

func (FiresWord) Phrases() []string {
	return []string{string(OnceUntilBetter), string(Once), string(EachTime)}
}

// Fires is `once, until a quarter is better`.
type Fires struct {
	How Choice[FiresWord] `parser:"@@"`
}

// Level is one level of a dispute. Within is nil where one that decides or
// directs may take as long as it needs.
type Level struct {
	Of      Ident   `parser:"@@"`
	Decides bool    `parser:"( @('decides' 'or' 'directs')"`
	Within  *Within `parser:"  (',' @@)? | @@ )"`
}

// Outside is `never, except for NAME`: whether a dispute may leave the alliance.
type Outside struct {
	Except *Ident `parser:"'never' (',' 'except' 'for' @@)?"`
}

var reviewBlock = &BlockDef{
	Keyword: "review", Named: true, Titled: true,
	Doc:     "A meeting that looks at the figures, again and again.",
	Becomes: "a machine for each occurrence: scheduled, due, held, missed",
	Example: `review quarterly "Quarterly performance review" {
  every      quarter
  held       within 30 working days of quarter end
  by         leadership
  looks at   every measure returned or judged in the quarter
  if missed  tell chiefs
}`,
	Statements: []*StatementDef{
		{
			Keyword: "every", Shape: "month, quarter, half year or year", Example: "every quarter",
			Means: "How often it is held; one that is held before the term ends is held once.", value: of[Every](),
		},
		{
			Keyword: "held", Need: Required, Shape: "within LENGTH of ANCHOR, by PERIOD end, or: LENGTH before the term ends", Example: "held within 30 working days of quarter end",
			Means: "The last day for holding it; `by month end` is in the month itself.", value: of[Held](),
		},
		{
			Keyword: "by", Need: Required, Shape: "WHO", Example: "by leadership",
			Means: "Who holds it.", value: of[By](),
		},
		{
			Keyword: "looks at", Shape: "every measure [returned or judged in the quarter], or: NAMES",
			Example: "looks at every measure returned or judged in the quarter",
			Means:   "What it looks at.", value: of[LooksAt](),
		},
		{
			Keyword: "if missed", Need: Required, Shape: "ACTION", Example: "if missed tell chiefs",
			Means: "What happens when it is not held in time.", value: of[Then](),
		},
		{
			Keyword: "then", Many: true, Shape: "ACTION[, when CONDITION]",
			Example: "then open recovery_plan, when placements.band is poor or worse",
			Means:   "What follows from holding it.", value: of[Then](),
		},
		{
			Keyword: "otherwise", Shape: "ACTION[, at the end of the term]", Example: "otherwise end agreement, at the end of the term",
			Means: "What follows from holding it where the condition of `then` does not hold.", value: of[Then](),
		},
	},
}

var ruleBlock = &BlockDef{
	Keyword: "rule", Named: true, Titled: true,
	Doc:     "Something that follows by itself when a condition comes true.",
	Becomes: "a guard that is evaluated when what it reads changes",
	Example: `rule falling_back "Two poor quarters running call for a recovery plan" {
  when       placements.band is poor or worse for 2 quarters running
  reads      final values
  fires      once, until a quarter is better
  then       open recovery_plan
}`,
	Statements: []*StatementDef{
		{
			Keyword: "when", Need: Required, Shape: "CONDITION",
			Example: "when placements.band is poor or worse for 2 quarters running",
			Means:   "The condition.", value: of[When](),
		},
		{
			Keyword: "reads", Need: Required, Shape: "final values, or: submitted values", Example: "reads final values",
			Means: "Whether it waits until figures are final.", value: of[Reads](),
		},
		{
			Keyword: "fires", Need: Required, Shape: "once; once, until a quarter is better; or: each time",
			Example: "fires once, until a quarter is better",
			Means:   "How often it acts while the condition stays true.", value: of[Fires](),
		},
		{
			Keyword: "then", Need: Required, Many: true, Shape: "ACTION", Example: "then open recovery_plan",
			Means: "What it does.", value: of[Then](),
		},
	},
}

var disputeBlock = &BlockDef{
	Keyword: "dispute", Named: true, Titled: true,
	Doc:     "How a disagreement is settled, level by level.",
	Becomes: "a dispute machine",
	Example: `dispute inside "Every other dispute stays inside the alliance" {
  level leadership  within 10 working days of referral
  level chiefs      within 20 working days of referral
  meanwhile  pay what falls due
  outside    never, except for wilful_default
  otherwise  lapse
}`,
	Statements: []*StatementDef{
		{
			Keyword: "level", Key: 1, Need: Required, Many: true, Shape: "NAME within LENGTH of ANCHOR, or: BODY decides or directs[, within LENGTH of ANCHOR]",
			Example: "level leadership within 10 working days of referral",
			Means:   "Who tries to settle it, and until when; levels follow one another. A body that decides or directs may have no time limit.", value: of[Level](),
		},
		{
			Keyword: "meanwhile", Need: Required, Shape: "ACTION", Example: "meanwhile pay what falls due",
			Means: "What is paid until it is settled.", value: of[Then](),
		},
		{
			Keyword: "outside", Shape: "never[, except for NAME]", Example: "outside never, except for wilful_default",
			Means: "That it does not go to a court or an arbitrator, and the exception.", value: of[Outside](),
		},
		{
			Keyword: "otherwise", Need: Required, Many: true, Shape: "ACTION", Example: "otherwise take the figure as returned",
			Means: "What follows when no level settles it.", value: of[Then](),
		},
	},
}
