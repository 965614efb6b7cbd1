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

// Taper is `3 yearly steps, first £60,000, last £30,000`, or a straight line:
// `straight line from £60,000 to £30,000 over 3 years, reached in the last year`.
// Steps or Line is set.
type Taper struct {
	Steps *TaperSteps `parser:"  @@"`
	Line  *TaperLine  `parser:"| @@"`
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

// Ceiling is `£150,000 in total, unless decision exceed_ceiling`.
type Ceiling struct {
	Sum    Money  `parser:"@@ 'in' 'total'"`
	Unless *Ident `parser:"(',' 'unless' 'decision' @@)?"`
}

// Withheld is `while volunteers.band is failure, and never before its first value`.
type Withheld struct {
	While Condition `parser:"'while' @@ ',' 'and' 'never' 'before' 'its' 'first' 'value'"`
}

// taperStatements are the statements of a funding that is an investment.
var taperStatements = []*StatementDef{
	{
		Keyword: "taper", Need: OneOf, Group: "what is paid", Shape: "NUMBER yearly steps, first MONEY, last MONEY, or: straight line from MONEY to MONEY over NUMBER years, READING",
		Example: "taper 3 yearly steps, first £60,000, last £30,000",
		Means:   "A sum that changes from year to year in equal steps. A straight line is `reached in the last year`, `averaged over each year` or `reached after the last year`.", value: of[Taper](),
	},
	{
		Keyword: "ceiling", Shape: "MONEY in total[, unless decision NAME]", Example: "ceiling £150,000 in total, unless decision exceed_ceiling",
		Means: "The most that is paid over the whole term; what lies above waits for the decision, whose sum takes the ceiling's place.", value: of[Ceiling](),
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
