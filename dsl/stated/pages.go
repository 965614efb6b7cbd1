package stated

import (
	"strings"

	"concordat/dsl/diag"
)

// Pages explain the findings of this package.
func Pages() diag.Pages {
	cost := ExampleData + claimExample
	change := func(old, with string) string { return strings.Replace(cost, old, with, 1) }
	return diag.Pages{
		{
			Code: "claim-differs",
			Says: `A figure that somebody has stated is not what it comes to. Both are shown, with what the figure rests on. Either something that is
given is wrong, or how it comes about, or the figure itself; if it was rounded, say how.`,
			Wrong: change("stated     £109,289", "stated     £109,298"), Right: cost,
		},
		{
			Code: "claim-not-reproducible",
			Says: `A stated figure cannot be worked out from what is known, and the claim says what is missing. It is listed as such, so that nobody
takes it as checked.`,
			Wrong: change("figure     2 * contract + advocacy", `needs      "what the project cost"`), Right: cost,
		},
		{
			Code:  "claim-twice",
			Says:  `Two claims, or two figures that a claim rests on, have one name.`,
			Wrong: change("given      advocacy £27,289", "given      contract £27,289\n  given      advocacy £27,289"), Right: cost,
		},
		{
			Code: "claim-form",
			Says: `A claim lacks a line or has one too many: its source, the stated figure, and either how it comes about or what is missing; or it is
rounded to a step in another unit, divides by nothing, or adds up what is no figure.`,
			Wrong: change("  source     \"The report, 3.5\"\n", ""), Right: cost,
		},
		{
			Code:  "data-unknown",
			Says:  `A claim reads data, a column or a word in one that is not there. A test that no row could pass is probably misspelt.`,
			Wrong: cost + "tally ends \"Ends\" { of gifts\n  by ends }\n", Right: cost,
		},
		{
			Code:  "data-unread",
			Says:  `The file that holds the rows is not beside the claims, lacks a column, or has a cell that is not what its column says.`,
			Wrong: change(`column     funder "Who pays"`, `column     payer "Who pays"`), Right: cost,
		},
		{
			Code:  "tally-above",
			Says:  `A group has more rows than it may have: more tenders in one month than those who would bid can answer.`,
			Wrong: cost + tallyExample, Right: cost + strings.Replace(tallyExample, "at most 1", "at most 2", 1),
		},
	}
}

// ExampleData is data that the pages read, and ExampleRows its file.
const (
	ExampleData = `data arrangements "Every known funding arrangement" {
  from       "arrangements.csv"
  column     funder "Who pays"
  column     award "How it was awarded"
  column     value "What it pays a year", a sum
  column     ends "Its last day", a date
}
`
	ExampleRows = `funder,award,value,ends
county,rolled,"£41,000",2012-03-31
city,never,£500,
city,procured,£27289.50,2012-03-31
`
	claimExample = `claim cost "Three shared contracts" {
  source     "The report, 3.5"
  given      contract £41,000 "A contract for fifteen bodies"
  given      advocacy £27,289 "A contract for five"
  figure     2 * contract + advocacy
  stated     £109,289
}
`
	tallyExample = `tally tenders "Tenders by month" {
  of         arrangements
  where      funder is county or city
  by         month of ends
  sums       value
  at most 1, "charities cannot answer more at once"
}
`
)
