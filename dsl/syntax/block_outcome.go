package syntax

// Unit is what a measure counts, and how finely. Whole, or To is set.
type Unit struct {
	Of    Phrase  `parser:"@@ ','"`
	Whole bool    `parser:"( @'whole'"`
	To    *Places `parser:"| @@ )"`
}

// Direction says which values are better.
type Direction string

const (
	LowerIsBetter  Direction = "lower"
	HigherIsBetter Direction = "higher"
)

func (Direction) Phrases() []string { return []string{string(LowerIsBetter), string(HigherIsBetter)} }

// Better is `lower`.
type Better struct {
	Is Choice[Direction] `parser:"@@"`
}

// DataQuality is how far a figure can be relied on.
type DataQuality string

const (
	QualityAudited   DataQuality = "audited"
	QualityCounted   DataQuality = "counted"
	QualityEstimated DataQuality = "estimated"
)

func (DataQuality) Phrases() []string {
	return []string{string(QualityAudited), string(QualityCounted), string(QualityEstimated)}
}

// Baseline is `200 on 1 April 2015`, and how good the data are:
// `, quality estimated "from one ward's list"`.
type Baseline struct {
	Value   Value               `parser:"@@"`
	On      Date                `parser:"'on' @@"`
	Quality Choice[DataQuality] `parser:"( ',' 'quality' @@"`
	From    *Text               `parser:"  @@ )?"`
}

// Shows is what kind of thing a figure shows.
type Shows string

const (
	ShowsOutcome Shows = "an outcome"
	ShowsOutput  Shows = "an output"
)

func (Shows) Phrases() []string { return []string{string(ShowsOutcome), string(ShowsOutput)} }

// MeasureShows is `an outcome`.
type MeasureShows struct {
	What Choice[Shows] `parser:"@@"`
}

// Returned says who returns the figure, in which return.
type Returned struct {
	By Ident `parser:"'by' @@"`
	In Ident `parser:"'in' @@"`
}

// Judged says that people judge the band, how often and by which decision.
type Judged struct {
	Every    Choice[Cycle] `parser:"'every' @@ ','"`
	Decision Ident         `parser:"'by' 'decision' @@"`
}

// IfZero says which band a formula has that would divide by nothing.
type IfZero struct {
	Band Ident `parser:"'take' @@"`
}

// Band is a band and the values, or the statement, that put a period in it.
type Band struct {
	Name  Ident
	Says  *Text
	Range *Range
}

var outcomeBlock = &BlockDef{
	Keyword: "outcome", Named: true, Titled: true,
	Doc: "Something that should become true for people, and the measures that show it.",
	Example: `outcome choose "Make their own choices and reach personal goals" {
  weight     30% of results
}`,
	Statements: []*StatementDef{
		{
			Keyword: "weight", Shape: "PERCENT of NAME", Example: "weight 40% of results",
			Means: "How much the outcome counts, and in which gainshare; without it, no money depends on it.", value: of[Weight](),
		},
		{
			Keyword: "family", Shape: "prevention or organisational", Example: "family prevention",
			Means: "Which question it answers: what prevents need, or what comes back; an investment asks both.", value: of[Family](),
		},
		{
			Keyword: "improves", Many: true, Shape: `"WORDS"`, Example: `improves "People choose who helps them"`,
			Means: "An improvement that is intended under it; what shows it is a measure.", value: of[Says](),
		},
	},
}

var measureBlock = &BlockDef{
	Keyword: "measure", Named: true, Titled: true, Inside: "outcome", Column: 13,
	Doc:     "One figure or judgement: what it counts, who returns it, how a period's value comes about, and its five bands.",
	Becomes: "a value and a band for each period",
	Example: `measure own_tenancy "People who moved into a tenancy of their own" {
  means        "People who signed a tenancy in the period, each counted once a year"
  unit         people, whole
  weight       100% of choose
  better       higher
  returned     by thames in kpi
  each year    sum of quarters

  band gamebreaking  100 or more
  band stretch       70 to 99
  band minimum       45 to 69
  band poor          25 to 44
  band failure       24 or fewer
}`,
	Statements: []*StatementDef{
		{
			Keyword: "means", Shape: `"WORDS"`, Example: `means "People who signed a tenancy in the period"`,
			Means: "What exactly is counted, and when.", value: of[Says](),
		},
		{
			Keyword: "unit", Shape: "WORDS, whole, or: WORDS, to NUMBER decimal places MODE",
			Example: "unit stays a person, to 1 decimal place half up",
			Means:   "What is counted, how finely, and how a figure is rounded.", value: of[Unit](),
		},
		{
			Keyword: "weight", Need: Required, Shape: "PERCENT of OUTCOME", Example: "weight 50% of recover",
			Means: "How much the measure counts in its outcome.", value: of[Weight](),
		},
		{
			Keyword: "better", Shape: "lower or higher", Example: "better lower",
			Means: "Which values are better.", value: of[Better](),
		},
		{
			Keyword: "baseline", Shape: `VALUE on DATE[, quality audited, counted or estimated "WHERE FROM"]`, Example: `baseline 200 on 1 April 2015, quality estimated "from one ward's list"`,
			Means: "Where the figure stood before, and how good the data are that say so.", value: of[Baseline](),
		},
		{
			Keyword: "shows", Shape: "an outcome or an output", Example: "shows an outcome",
			Means: "Whether the figure shows what became true for people, or what was done for them.", value: of[MeasureShows](),
		},
		{
			Keyword: "returned", Need: OneOf, Group: "where its value comes from", Shape: "by PARTY in RETURN",
			Example: "returned by slam in kpi", Means: "Who returns the figure, in which return.", value: of[Returned](),
		},
		{
			Keyword: "judged", Need: OneOf, Group: "where its value comes from", Shape: "every CYCLE, by decision NAME",
			Example: "judged every year, by decision judge_voice",
			Means:   "That people judge the band, and by which decision.", value: of[Judged](),
		},
		{
			Keyword: "evidence", Many: true, Shape: `NAME "WORDS"; being established, by TERM every CYCLE; or: already established, in "WORDS"`,
			Example: `evidence interviews "Interviews held by people who use the service"`,
			Means:   "Evidence that a judgement rests on; of a figure, whether it is known to show what it claims.", value: of[MeasureEvidence](),
		},
		{
			Keyword: "input", Key: 1, Many: true, Shape: `NAME "WORDS"`, Example: `input stays "Acute stays"`,
			Means: "A number that is returned, from which the figure is reckoned.", value: of[Titled](),
		},
		{
			Keyword: "each month", Shape: "FIGURE", Example: "each month as returned",
			Means: "How a month's value comes about.", value: of[Figure](),
		},
		{
			Keyword: "each quarter", Shape: "FIGURE", Example: "each quarter stays / offered",
			Means: "How a quarter's value comes about.", value: of[Figure](),
		},
		{
			Keyword: "each half year", Shape: "FIGURE", Example: "each half year sum of quarters",
			Means: "How a half year's value comes about.", value: of[Figure](),
		},
		{
			Keyword: "each year", Shape: "FIGURE", Example: "each year stays / offered, on the year's totals",
			Means: "How a year's value comes about.", value: of[Figure](),
		},
		{
			Keyword: "if zero", Shape: "take BAND", Example: "if zero take minimum",
			Means: "The band of a period in which the formula would divide by nothing.", value: of[IfZero](),
		},
		{
			Keyword: "band", Key: 1, Need: Required, Many: true, Shape: `BAND RANGE, or: BAND "WORDS"`,
			Example: "band stretch above 1.0 up to 3.0",
			Means:   "The values, or the statement, that put a period in this band.", value: of[Band](),
		},
	},
}
