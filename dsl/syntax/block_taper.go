package syntax

// TaperReading is which straight line is meant: the field uses three.
type TaperReading string

const (
	LastYearPaysLast TaperReading = "reached in the last year"
	MiddleOfYear     TaperReading = "averaged over each year"
	LastComesAfter   TaperReading = "reached after the last year"
)

func (TaperReading) Phrases() []string {
	return []string{string(LastYearPaysLast), string(MiddleOfYear), string(LastComesAfter)}
}

// TaperBase is what a percentage is taken of: the field uses two.
type TaperBase string

const (
	OfFirstSum   TaperBase = "of the first sum"
	OfYearBefore TaperBase = "of the year before's sum"
)

func (TaperBase) Phrases() []string { return []string{string(OfFirstSum), string(OfYearBefore)} }

// Taper is one of the ways in which a sum falls from year to year:
//
//	3 yearly steps, first £60,000, last £30,000
//	straight line from £60,000 to £30,000 over 3 years, reached in the last year
//	first £60,000, then 20% less each year, of the first sum
//	percentages of £60,000
//	first £60,000, then by the band of volunteers, held back until it is final
//
// One of them is set; Rounded says that the year's percentage is rounded before
// the money is worked out from it.
type Taper struct {
	Steps   *TaperSteps `parser:"(  @@"`
	Line    *TaperLine  `parser:" | @@"`
	Table   *TaperTable `parser:" | @@"`
	First   *Money      `parser:" | 'first' @@ ',' 'then'"`
	Fall    *TaperFall  `parser:"   ( @@"`
	ByBand  *Ident      `parser:"   | 'by' 'the' 'band' 'of' @@ ',' 'held' 'back' 'until' 'it' 'is' 'final' ) )"`
	Rounded *Places     `parser:"(',' 'percentage' 'rounded' @@)?"`
}

// TaperTable is `percentages of £60,000`; a line `part` gives each year's.
type TaperTable struct {
	Of Money `parser:"'percentages' 'of' @@"`
}

// TaperFall is `20% less each year, of the first sum`. Of is empty where the
// text does not say.
type TaperFall struct {
	Less Percent           `parser:"@@ 'less' 'each' 'year'"`
	Of   Choice[TaperBase] `parser:"(',' @@)?"`
}

// TaperPart is `2016/17 80%`: a year's part of the sum that tapers.
type TaperPart struct {
	Period Period  `parser:"@@"`
	Part   Percent `parser:"@@"`
}

// TaperNext is `stretch £45,000`, or `stretch 90% of the year before's sum`: what
// the next year pays after a year in this band. Sum, or Part and Of, is set.
type TaperNext struct {
	Band Ident             `parser:"@@"`
	Sum  *Money            `parser:"( @@"`
	Part *Percent          `parser:"| @@"`
	Of   Choice[TaperBase] `parser:"  @@ )"`
}

// TaperSteps is `3 yearly steps, first £60,000, last £30,000`.
type TaperSteps struct {
	Count Number `parser:"@@ 'yearly' 'steps' ','"`
	First Money  `parser:"'first' @@ ','"`
	Last  Money  `parser:"'last' @@"`
}

// TaperLine is a straight line and which of its readings is meant. Reading is
// empty where the text does not say.
type TaperLine struct {
	First   Money                `parser:"'straight' 'line' 'from' @@"`
	Last    Money                `parser:"'to' @@"`
	Years   Number               `parser:"'over' @@ 'years'"`
	Reading Choice[TaperReading] `parser:"(',' @@)?"`
}

// CeilingOver is the time in which no more than a ceiling is paid.
type CeilingOver string

const (
	InTotal CeilingOver = "in total"
	AYear   CeilingOver = "a year"
)

func (CeilingOver) Phrases() []string { return []string{string(InTotal), string(AYear)} }

// Ceiling is `£150,000 in total, unless decision exceed_ceiling`.
type Ceiling struct {
	Sum    Money               `parser:"@@"`
	Over   Choice[CeilingOver] `parser:"@@"`
	Unless *Ident              `parser:"(',' 'unless' 'decision' @@)?"`
}

// Withheld is `while volunteers.band is failure, and never before its first value`.
type Withheld struct {
	While Condition `parser:"'while' @@ ',' 'and' 'never' 'before' 'its' 'first' 'value'"`
}

// taperStatements are the statements of a funding that is an investment.
var taperStatements = []*StatementDef{
	{
		Keyword: "taper", Need: OneOf, Group: "what is paid",
		Shape: "NUMBER yearly steps, first MONEY, last MONEY; straight line from MONEY to MONEY over NUMBER years, READING; first MONEY, then PERCENT less each year, of the first sum or of the year before's sum; " +
			"percentages of MONEY; or: first MONEY, then by the band of MEASURE, held back until it is final; each then: [, percentage rounded to NUMBER decimal places MODE]",
		Example: "taper 3 yearly steps, first £60,000, last £30,000",
		Means: "A sum that changes from year to year: in equal steps, by a percentage, by a table of percentages (`part`), or by the year's band (`next`). " +
			"A straight line is `reached in the last year`, `averaged over each year` or `reached after the last year`.", value: of[Taper](),
	},
	{
		Keyword: "part", Key: 1, Many: true, Shape: "YEAR PERCENT", Example: "part 2016/17 80%",
		Means: "A year's percentage of the sum that tapers.", value: of[TaperPart](),
	},
	{
		Keyword: "next", Key: 1, Many: true, Shape: "BAND MONEY, or: BAND PERCENT of the first sum, or: of the year before's sum", Example: "next stretch £45,000",
		Means: "What the next year pays after a year in this band.", value: of[TaperNext](),
	},
	{
		Keyword: "ceiling", Many: true, Shape: "MONEY in total, or: MONEY a year, then: [, unless decision NAME]", Example: "ceiling £150,000 in total, unless decision exceed_ceiling",
		Means: "The most that is paid over the whole term, or in any year; what lies above waits for the decision, whose sum takes the ceiling's place.", value: of[Ceiling](),
	},
	{
		Keyword: "withheld", Shape: "while CONDITION, and never before its first value", Example: "withheld while volunteers.band is failure, and never before its first value",
		Means: "While this is so, every instalment is held back; it is paid when it no longer is.", value: of[Withheld](),
	},
	{
		Keyword: "excludes", Many: true, Shape: `"WORDS"`, Example: `excludes "What personal health budgets already pay for"`,
		Means: "What the money is not for.", value: of[Says](),
	},
}
