package pages

import "concordat/dsl/diag"

func taperPages() diag.Pages {
	core := example("funding core")
	tapered := func(taper string, more ...string) string {
		return line(line(core, "sum 2027/28"), "sum 2026/27", append([]string{taper}, more...)...)
	}
	const steps = "taper      2 yearly steps, first £60,000, last £30,000"
	raise := line(line(line(example("decision plan"), "decision", "decision more_money \"Pay more\" {"), "decides", "decides    a sum"), "by ", "by         team", "opens      on a proposal by council")
	return diag.Pages{
		{
			Code:  "taper-and-sums",
			Says:  `A taper says what each year costs, and so does a line "sum": of two that speak of the same money nobody knows which one holds.`,
			Wrong: line(core, "sum 2027/28", "sum 2027/28 £210,000", steps), Right: tapered(steps),
		},
		{
			Code:  "taper-flat",
			Says:  `A taper goes from one sum to another over two years or more. With one sum or one year there is nothing to taper.`,
			Wrong: tapered("taper      2 yearly steps, first £60,000, last £60,000"), Right: tapered(steps),
		},
		{
			Code: "taper-readings",
			Says: `People draw a straight line in three ways: the last year pays the last sum, each year pays the middle of its part of the line, or the line ends
after the last year. They pay different sums, so the text says which one is meant.`,
			Wrong: tapered("taper      straight line from £60,000 to £30,000 over 2 years"),
			Right: tapered("taper      straight line from £60,000 to £30,000 over 2 years, reached in the last year"),
		},
		{
			Code:  "taper-years",
			Says:  `A taper has as many yearly sums as the term has financial years. With more or fewer, a year is without a sum or a sum without a year.`,
			Wrong: tapered("taper      3 yearly steps, first £60,000, last £30,000"), Right: tapered(steps),
		},
		{
			Code:  "ceiling-broken",
			Says:  `The sums of the years add up to more than the ceiling, and no decision is named that may allow it.`,
			Wrong: tapered(steps, "ceiling    £80,000 in total"),
			Right: raise + tapered(steps, "ceiling    £80,000 in total, unless decision more_money"),
		},
		{
			Code: "taper-base",
			Says: `A sum falls by a percentage each year. Of the first sum, it falls by as many pounds every year; of the year before's, by fewer each time.
They pay different sums from the third year on, so the text says which one is meant.`,
			Wrong: tapered("taper      first £60,000, then 20% less each year"),
			Right: tapered("taper      first £60,000, then 20% less each year, of the first sum"),
		},
		{
			Code: "taper-lines",
			Says: `A taper by a table has a line "part" for each year of the term, one by the band of a measure a line "next" for each of the five bands; no other
taper has either.`,
			Wrong: tapered("taper      percentages of £60,000", "part 2026/27  100%"),
			Right: tapered("taper      percentages of £60,000", "part 2026/27  100%", "part 2027/28  50%"),
		},
		{
			Code:  "ceiling-twice",
			Says:  `A ceiling in total, or a year, is said twice, and nobody knows which one holds.`,
			Wrong: tapered(steps, "ceiling    £90,000 in total", "ceiling    £95,000 in total"),
			Right: tapered(steps, "ceiling    £90,000 in total", "ceiling    £60,000 a year"),
		},
	}
}
