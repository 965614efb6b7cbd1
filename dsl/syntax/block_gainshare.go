package syntax

// ScoreRounding says that a score is used as it comes.
type ScoreRounding string

const NotRounded ScoreRounding = "not rounded"

func (ScoreRounding) Phrases() []string { return []string{string(NotRounded)} }

// Score is `weighted average of points, not rounded`. Places is nil where the
// score is not rounded.
type Score struct {
	Rounding Choice[ScoreRounding] `parser:"'weighted' 'average' 'of' 'points' ',' ( @@"`
	Places   *Places               `parser:"| @@ )"`
}

// Points is what a band scores.
type Points struct {
	Band  Ident  `parser:"@@"`
	Score Number `parser:"@@"`
}

// MethodWord says what a value between two bands' edges scores.
type MethodWord string

const (
	Stepped      MethodWord = "stepped"
	Interpolated MethodWord = "interpolated"
)

func (MethodWord) Phrases() []string { return []string{string(Stepped), string(Interpolated)} }

// Method is `stepped`.
type Method struct {
	Is Choice[MethodWord] `parser:"@@"`
}

// Pool is `£300,000 a year, on top of core`. OnTopOf or Within is set, or
// neither where no funding stands beside the pool.
type Pool struct {
	Amount  Money         `parser:"@@ 'a'"`
	Per     Choice[Cycle] `parser:"@@"`
	OnTopOf *Ident        `parser:"( ',' 'on' 'top' 'of' @@"`
	Within  *Ident        `parser:"| ',' 'within' @@ )?"`
}

// Flow is `EXPRESSION, from NAME to NAME`: a sum, who pays it and who gets it.
type Flow struct {
	Sum  Expression `parser:"@@ ','"`
	From Ident      `parser:"'from' @@"`
	To   Ident      `parser:"'to' @@"`
}

// Cap is `£180,000 a year`, or `£360,000 in all`. Per is empty where InAll is set.
type Cap struct {
	Amount Money         `parser:"@@"`
	Per    Choice[Cycle] `parser:"( 'a' @@"`
	InAll  bool          `parser:"| @('in' 'all') )"`
}

// BorneBy is `borne by NAME`.
type BorneBy struct {
	By Ident `parser:"'borne' 'by' @@"`
}

// PartYearWord says what a year pays that is not whole.
type PartYearWord string

const (
	NothingForPart PartYearWord = "no gain and no pain"
	PartByDays     PartYearWord = "by days"
)

func (PartYearWord) Phrases() []string { return []string{string(NothingForPart), string(PartByDays)} }

// PartYear is `no gain and no pain`.
type PartYear struct {
	Is Choice[PartYearWord] `parser:"@@"`
}

// CalculatedWord says what must be known before a score is reckoned.
type CalculatedWord string

const WhenMeasuresFinal CalculatedWord = "when every measure is final"

func (CalculatedWord) Phrases() []string { return []string{string(WhenMeasuresFinal)} }

// Calculated is `when every measure is final`.
type Calculated struct {
	When Choice[CalculatedWord] `parser:"@@"`
}

// PaidWithin is `within 30 days of settle, or the next working day`. Adjust is
// empty where the day itself binds.
type PaidWithin struct {
	Within Within         `parser:"@@"`
	Adjust Choice[Adjust] `parser:"(',' @@)?"`
}

// SetOffWord says whether a sum may be taken from another payment.
type SetOffWord string

const NeverSetOff SetOffWord = "never"

func (SetOffWord) Phrases() []string { return []string{string(NeverSetOff)} }

// SetOff is `never`, or `against core`.
type SetOff struct {
	Is      Choice[SetOffWord] `parser:"  @@"`
	Against *Ident             `parser:"| 'against' @@"`
}

// CorrectedBy says how a sum is corrected when a figure is restated.
type CorrectedBy string

const ByTheDifference CorrectedBy = "by the difference"

func (CorrectedBy) Phrases() []string { return []string{string(ByTheDifference)} }

// Corrected is `within 12 months of payment, by the difference`.
type Corrected struct {
	Within Within              `parser:"@@ ','"`
	By     Choice[CorrectedBy] `parser:"@@"`
}

// Matters is `from 5% of core`.
type Matters struct {
	From Percent `parser:"'from' @@"`
	Of   Ident   `parser:"'of' @@"`
}

var gainshareBlock = &BlockDef{
	Keyword: "gainshare", Named: true, Titled: true,
	Doc:     "What results or a cost pay: points, pool, gain and pain, or a target cost and its ranges; caps, and who bears the rest.",
	Becomes: "a settlement machine for each period",
	Example: `gainshare results "Gain and pain for results" {
  every      year
  score      weighted average of points, not rounded
  points gamebreaking   100
  points stretch         50
  points minimum          0
  points poor           -50
  points failure       -100
  method     stepped
  pool       £300,000 a year, on top of core
  gain       pool * score / 100, from commissioning to providing
  pain       pool * -score / 100, from providing to commissioning
  pain cap   £180,000 a year
  beyond cap borne by commissioning
  part year  no gain and no pain
  calculated when every measure is final
  confirmed  by decision settle
  paid       within 30 days of settle, or the next working day
  set off    never
  corrected  within 12 months of payment, by the difference
}`,
	Statements: append([]*StatementDef{
		{
			Keyword: "every", Need: Required, Unless: "cost", Shape: "year", Example: "every year",
			Means: "Results, or a cost, are settled by year.", value: of[Every](),
		},
		{
			Keyword: "score", Need: Required, Unless: "cost", Shape: "weighted average of points, not rounded, or: , to NUMBER decimal places MODE",
			Example: "score weighted average of points, not rounded",
			Means:   "How the bands' points become one score.", value: of[Score](),
		},
		{
			Keyword: "points", Key: 1, Need: Required, Unless: "cost", Many: true, Shape: "BAND NUMBER", Example: "points poor -50",
			Means: "What a band scores.", value: of[Points](),
		},
		{
			Keyword: "method", Need: Required, Unless: "cost", Shape: "stepped or interpolated", Example: "method stepped",
			Means: "What a value between two bands' edges scores.", value: of[Method](),
		},
		{
			Keyword: "pool", Need: Required, Unless: "cost", Shape: "MONEY a year[, on top of FUNDING or: , within FUNDING]",
			Example: "pool £300,000 a year, on top of core",
			Means:   "The sum that the score is a part of.", value: of[Pool](),
		},
		{
			Keyword: "gain", Need: OneOf, Group: "what results pay or cost", Unless: "cost", Shape: "EXPRESSION, from NAME to NAME",
			Example: "gain pool * score / 100, from commissioning to providing",
			Means:   "What a score above zero pays, who pays it and who gets it.", value: of[Flow](),
		},
		{
			Keyword: "pain", Need: OneOf, Group: "what results pay or cost", Unless: "cost", Shape: "EXPRESSION, from NAME to NAME",
			Example: "pain pool * -score / 100, from providing to commissioning",
			Means:   "What a score below zero costs, who pays it and who gets it.", value: of[Flow](),
		},
		{
			Keyword: "matters", Shape: "from PERCENT of FUNDING", Example: "matters from 5% of core",
			Means: "How much must lie between the worst result and the best, as a part of what the funding pays in the same time, for anybody to act on it.", value: of[Matters](),
		},
		{
			Keyword: "gain cap", Shape: "MONEY a year", Example: "gain cap £250,000 a year",
			Means: "The most that a good year pays; what lies beyond is not paid.", value: of[Cap](),
		},
		{
			Keyword: "pain cap", Shape: "MONEY a year", Example: "pain cap £180,000 a year",
			Means: "The most that a bad year costs.", value: of[Cap](),
		},
		{
			Keyword: "beyond cap", Shape: "borne by NAME", Example: "beyond cap borne by commissioning",
			Means: "Who bears what lies beyond the cap.", value: of[BorneBy](),
		},
		{
			Keyword: "part year", Need: Required, Shape: "no gain and no pain", Example: "part year no gain and no pain",
			Means: "What a year pays that is not whole.", value: of[PartYear](),
		},
		{
			Keyword: "calculated", Need: Required, Unless: "cost", Shape: "when every measure is final", Example: "calculated when every measure is final",
			Means: "When the score is reckoned.", value: of[Calculated](),
		},
		{
			Keyword: "confirmed", Need: Required, Shape: "by decision NAME", Example: "confirmed by decision settle",
			Means: "The decision that confirms the sum.", value: of[ByDecision](),
		},
		{
			Keyword: "paid", Need: Required, Shape: "within LENGTH of DECISION[, or the next working day]",
			Example: "paid within 30 days of settle, or the next working day",
			Means:   "The last day for payment.", value: of[PaidWithin](),
		},
		{
			Keyword: "set off", Need: Required, Shape: "never", Example: "set off never",
			Means: "Whether the sum may be taken from another payment.", value: of[SetOff](),
		},
		{
			Keyword: "corrected", Need: Required, Shape: "within LENGTH of payment, by the difference",
			Example: "corrected within 12 months of payment, by the difference",
			Means:   "Until when a restated figure still changes a sum that was paid, and how.", value: of[Corrected](),
		},
	}, costRows()...),
}
