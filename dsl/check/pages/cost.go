package pages

import (
	"strings"

	"concordat/dsl/diag"
)

// costExample is a gainshare by cost with all that it names, on the base agreement.
func costExample() string {
	books := strings.NewReplacer("monthly", "books", "fill_gap", "fix_cost").Replace(example("return monthly"))
	fix := line(line(strings.ReplaceAll(example("decision fill_gap"), "fill_gap", "fix_cost"), "decides", "decides    a figure"), "otherwise", "otherwise  take £50,000")
	head := line(example("agreement base"), "survives", "survives   monthly, books, fix_cost, settle_cost, prove, sharing, judge_voice, fill_gap, quarterly, results, settle, figures")
	settle := strings.NewReplacer("decision settle ", "decision settle_cost ", "pay results", "pay sharing").Replace(example("decision settle"))
	prove := strings.ReplaceAll(line(line(example("decision fill_gap"), "decides", "decides    that the saving is real"), "otherwise", "otherwise  lapse"), "fill_gap", "prove")
	return head + books + fix + settle + prove + `cost spend "What the service cost" {
  of           core
  means        "Money paid in the quarter for the service"
  returned     by charity in books
  each quarter as returned
  each year    sum of quarters
}
gainshare sharing "Saving and overrun" {
  every      year
  cost       spend
  target 2026/27 £200,000
  target 2027/28 £210,000
  target moved never
  under      up to 5% of target, 50% from doing to paying
  under      above 5% of target, 60% from doing to paying
  over       any amount, 30% from paying to doing
  under cap  £20,000 a year
  over cap   £20,000 a year
  beyond cap borne by doing
  rest       with doing
  substantiated by decision prove, or nothing is shared
  part year  no gain and no pain
  confirmed  by decision settle_cost
  paid       within 30 days of settle_cost, or the next working day
  set off    never
  corrected  within 12 months of payment, by the difference
}
`
}

func costPages() diag.Pages {
	right := costExample()
	return diag.Pages{
		{
			Code: "share-settled",
			Says: `A cost is settled by year, or once for the term. By year a saving of one year is shared although the next spends it; over the term only
what is left of all years is. The two pay different sums, so the line says which; and what goes with it agrees: targets, caps, and what an
early end leaves.`,
			Wrong: strings.Replace(right, "  every      year\n  cost ", "  cost ", 1), Right: right,
		},
		{
			Code:  "cost-in-part",
			Says:  `What was spent on one outcome is a part of a cost. Sharing it, or settling a fund against it, would leave the rest out.`,
			Wrong: line(right, "of     ", "of           core", "for          sooner"), Right: right,
		},
		{
			Code: "share-base",
			Says: `A percentage does not say of what. Of the target and of what was spent it gives different sums, so the ranges would begin at
different places.`,
			Wrong: line(right, "under      up to", "under      up to 5%, 50% from doing to paying"), Right: right,
		},
		{
			Code: "share-swing",
			Says: `A share that a score changes by 20% may become 20 points more, or a fifth of itself more. Both are in use, and they pay different
sums, so the line says points or a part of the share; its bounds stand in order.`,
			Wrong: line(right, "rest", "rest       with doing", "under modified by results, 20% less at a score of 100, between 30% and 70%"),
			Right: line(right, "rest", "rest       with doing", "under modified by results, 20 points less at a score of 100, between 30% and 70%"),
		},
		{
			Code: "share-sides",
			Says: `Who holds the money keeps a saving and carries an overrun until it is shared. So a share of a saving comes from the holder, and a
share of an overrun goes to it; with a fixed sum the holder is who is paid that sum. Otherwise somebody is paid twice for one saving.`,
			Wrong: line(right, "rest", "rest       with paying"), Right: right,
		},
		{
			Code:  "share-above-whole",
			Says:  `More than a pound would be paid for a pound saved or spent. Whoever holds the money would do better by spending more, or by saving less.`,
			Wrong: line(right, "under      above", "under      above 5% of target, 120% from doing to paying"), Right: right,
		},
		{
			Code: "share-tiny",
			Says: `The most that can be gained in a year is less than 1% of what the year should cost. So small a sum hardly changes what anybody does;
it may be meant, where the purpose carries the agreement.`,
			Wrong: line(right, "under cap", "under cap  £500 a year"), Right: right,
		},
	}
}
