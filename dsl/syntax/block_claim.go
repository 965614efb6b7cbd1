package syntax

// DataFrom is the file that holds the rows: `"register.csv"`, in the same folder.
type DataFrom struct {
	File Text `parser:"@@"`
}

// Column is `value "What it pays a year", a sum`; without a form, words.
type Column struct {
	Name  Ident            `parser:"@@"`
	Title Text             `parser:"@@"`
	Form  Choice[NoteForm] `parser:"(',' @@)?"`
}

// Cell is what a row may hold: a word, or words in quotes.
type Cell struct {
	Word *Word `parser:"  @@"`
	Text *Text `parser:"| @@"`
}

// Words are what the cell must say.
func (c *Cell) Words() string {
	if c.Text != nil {
		return c.Text.Value
	}
	return c.Word.Name
}

// ColumnTest is `award is rolled or never`.
type ColumnTest struct {
	Column Ident   `parser:"@@ 'is'"`
	Not    bool    `parser:"@'not'?"`
	Cells  []*Cell `parser:"@@ ('or' @@)*"`
}

// Rows is which rows count: those that pass every test.
type Rows struct {
	Tests []*ColumnTest `parser:"@@ ('and' @@)*"`
}

// GroupedBy is `group`, or `month of ends`.
type GroupedBy struct {
	Month  bool  `parser:"@('month' 'of')?"`
	Column Ident `parser:"@@"`
}

// AtMostRows is `6, "tenders that small charities can answer in one month"`.
type AtMostRows struct {
	Count Number `parser:"@@ ','"`
	Words Text   `parser:"@@"`
}

// CountOf is `count of arrangements where …`, or of the different words in a
// column: `count of funder in arrangements`.
type CountOf struct {
	What  Ident  `parser:"'count' 'of' @@"`
	In    *Ident `parser:"('in' @@)?"`
	Where *Rows  `parser:"('where' @@)?"`
}

// SumIn is `sum of value in arrangements where …`; with Per, each row's figure is
// divided by another of the row's before they are added up: `sum of cost per months in …`.
type SumIn struct {
	Column Ident  `parser:"'sum' 'of' @@"`
	Per    *Ident `parser:"('per' @@)?"`
	In     Ident  `parser:"'in' @@"`
	Where  *Rows  `parser:"('where' @@)?"`
}

// GivenFigure is `each £41,000 "A shared contract"`: one of Count, Sum and Value is set.
type GivenFigure struct {
	Name  Ident    `parser:"@@"`
	Count *CountOf `parser:"( @@"`
	Sum   *SumIn   `parser:"| @@"`
	Value *Value   `parser:"| @@ )"`
	Title *Text    `parser:"@@?"`
}

// FigureOf is how a claim's figure comes about.
type FigureOf struct {
	Expression Expression `parser:"@@"`
}

// Stated is the figure that was printed, or that none was: one of the two is set.
type Stated struct {
	Nowhere Choice[StatedNowhere] `parser:"  @@"`
	Value   *Value                `parser:"| @@"`
}

// StatedNowhere says that nobody has stated the figure, and what kind it is.
type StatedNowhere string

const (
	NowhereSum    StatedNowhere = "nowhere, a sum"
	NowhereNumber StatedNowhere = "nowhere, a number"
)

func (StatedNowhere) Phrases() []string { return []string{string(NowhereSum), string(NowhereNumber)} }

// Bias is `too low, "hours were understated"`.
type Bias struct {
	Way Choice[BiasWay] `parser:"@@ ','"`
	Why Text            `parser:"@@"`
}

// BiasWay is on which side of the truth a figure is known to lie.
type BiasWay string

const (
	TooLow  BiasWay = "too low"
	TooHigh BiasWay = "too high"
)

func (BiasWay) Phrases() []string { return []string{string(TooLow), string(TooHigh)} }

// RoundedTo is `half up to £1,000,000`.
type RoundedTo struct {
	Mode Choice[RoundingMode] `parser:"@@ 'to'"`
	Step Value                `parser:"@@"`
}

var dataBlock = &BlockDef{
	Keyword: "data", Named: true, Titled: true, In: ClaimsFile,
	Doc: "Rows of a table beside the claims, such as a register of arrangements: a CSV file whose first line names its columns.",
	Example: `data arrangements "Every known funding arrangement" {
  from       "arrangements.csv"
  column     funder "Who pays"
  column     award "How it was awarded"
  column     value "What it pays a year", a sum
  column     ends "Its last day", a date
}`,
	Statements: []*StatementDef{
		{
			Keyword: "from", Need: Required, Shape: `"FILE"`, Example: `from "arrangements.csv"`,
			Means: "The file, in the same folder.", value: of[DataFrom](),
		},
		{
			Keyword: "column", Key: 1, Need: Required, Many: true, Shape: `NAME "WHAT"[, a date, a sum or a number]`, Example: `column value "What it pays a year", a sum`,
			Means: "A column that claims read. A cell that has not the form is a finding; one that is empty is nothing.", value: of[Column](),
		},
	},
}

var tallyBlock = &BlockDef{
	Keyword: "tally", Named: true, Titled: true, In: ClaimsFile,
	Doc: "Rows counted and added up, one line a group.",
	Example: `tally untendered "Never openly procured, or merely rolled on" {
  of         arrangements
  where      award is never or rolled
  by         funder
  sums       value
}`,
	Statements: []*StatementDef{
		{Keyword: "of", Need: Required, Shape: "DATA", Example: "of arrangements", Means: "Whose rows.", value: of[Name]()},
		{
			Keyword: "where", Shape: "COLUMN is WORD[ or WORD][ and …]", Example: "where award is never or rolled",
			Means: "Which rows; without it, all.", value: of[Rows](),
		},
		{
			Keyword: "by", Need: Required, Shape: "COLUMN, or: month of COLUMN", Example: "by month of ends",
			Means: "What makes a group. Rows where the column is empty are one of their own.", value: of[GroupedBy](),
		},
		{Keyword: "sums", Shape: "COLUMN, COLUMN", Example: "sums value", Means: "What is added up.", value: of[Names]()},
		{
			Keyword: "at most", Shape: `NUMBER, "WHY"`, Example: `at most 6, "small charities cannot answer more tenders at once"`,
			Means: "A group with more rows is a finding.", value: of[AtMostRows](),
		},
	},
}

var claimBlock = &BlockDef{
	Keyword: "claim", Named: true, Titled: true, In: ClaimsFile,
	Doc: "A figure that somebody has stated, and how it comes about: it is recomputed, or said to be not reproducible and why.",
	Example: `claim cost "Three shared contracts, two of them for all fifteen bodies" {
  source     "The report, 3.5"
  given      contract £41,000 "A contract for fifteen bodies"
  given      advocacy £27,289 "A contract for five"
  figure     2 * contract + advocacy
  stated     £109,289
}`,
	Statements: []*StatementDef{
		{Keyword: "source", Need: Required, Shape: `"WHERE"`, Example: `source "The report, 3.5"`, Means: "Where it is stated.", value: of[Says]()},
		{
			Keyword: "given", Key: 1, Many: true, Shape: `NAME VALUE[ "WHAT"], or: NAME count of DATA[ where …], count of COLUMN in DATA, sum of COLUMN[ per COLUMN] in DATA`,
			Example: `given all count of arrangements where award is never`,
			Means:   "A figure that it rests on: one that is stated too, or one counted from data; `count of COLUMN` counts its different words, `per` divides row by row before adding up.", value: of[GivenFigure](),
		},
		{
			Keyword: "figure", Need: OneOf, Group: "what it rests on", Shape: "EXPRESSION", Example: "figure 2 * contract + advocacy",
			Means: "How it comes about, from what is given and from claims above; exact, until `rounded` says otherwise.", value: of[FigureOf](),
		},
		{
			Keyword: "needs", Need: OneOf, Group: "what it rests on", Many: true, Shape: `"WHAT"`, Example: `needs "the project's own cost, from Appendix B"`,
			Means: "What is missing: nobody can recompute the figure without it.", value: of[Says](),
		},
		{Keyword: "stated", Need: Required, Shape: "VALUE, or: nowhere, a sum, or: nowhere, a number", Example: "stated £109,289", Means: "The figure as it is printed; one that nobody has printed is worked out here.", value: of[Stated]()},
		{
			Keyword: "bias", Shape: `too low, "WHY", or: too high, "WHY"`, Example: `bias too low, "Hours were understated by those who filled the form in"`,
			Means: "On which side of the truth the figure is known to lie; it stands beside the figure wherever that is shown.", value: of[Bias](),
		},
		{
			Keyword: "rounded", Shape: "MODE to VALUE", Example: "rounded half up to £1,000,000",
			Means: "How the printed figure was rounded; without it, the two must be equal.", value: of[RoundedTo](),
		},
	},
}
