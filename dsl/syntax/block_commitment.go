package syntax

// Gives is `halton £1,200,000 for 2008/09`. Period is nil where the sum is that
// of every year.
type Gives struct {
	Party  Ident   `parser:"@@"`
	Sum    Money   `parser:"@@"`
	Period *Period `parser:"('for' @@)?"`
}

// SpentWord is where money is spent.
type SpentWord string

const (
	SpentWhereGiven SpentWord = "in the place that gave it"
	SpentAnywhere   SpentWord = "in any place"
)

func (SpentWord) Phrases() []string { return []string{string(SpentWhereGiven), string(SpentAnywhere)} }

// Spent is `in the place that gave it`.
type Spent struct {
	Where Choice[SpentWord] `parser:"@@"`
}

var commitmentBlock = &BlockDef{
	Keyword: "commitment", Named: true, Titled: true,
	Doc:     "What each partner sets aside and spends itself, year by year; money that goes from one to another is a `funding`.",
	Becomes: "part of the record: no day and no act moves it, and nothing is paid",
	Example: `commitment yearly "What each partner commits for the financial year" {
  every      year
  gives halton    £1,200,000 for 2008/09
  gives halton    £1,260,000 for 2009/10
  gives sthelens  £1,700,000
  spent      in the place that gave it
}`,
	Statements: []*StatementDef{
		{
			Keyword: "every", Need: Required, Shape: "year", Example: "every year",
			Means: "For which periods a sum is committed.", value: of[Every](),
		},
		{
			Keyword: "gives", Key: 1, Need: Required, Many: true, Shape: "PARTY MONEY[ for YEAR]", Example: "gives halton £1,200,000 for 2008/09",
			Means: "What a party commits: in that year, or in every year of the term.", value: of[Gives](),
		},
		{
			Keyword: "spent", Need: Required, Shape: "in the place that gave it, or: in any place", Example: "spent in the place that gave it",
			Means: "Whether money of a place may be spent in another.", value: of[Spent](),
		},
	},
}
