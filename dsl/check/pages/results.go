package pages

import "concordat/dsl/diag"

func resultPages() diag.Pages {
	waiting, visits, heard, monthly := example("measure waiting"), example("measure visits"), example("outcome heard"), example("return monthly")
	return diag.Pages{
		{
			Code:  "outcome-empty",
			Says:  `An outcome has no measure, so nobody could ever say whether it came about.`,
			Wrong: "outcome safer \"People are safer\" {\n  weight to be agreed \"how much it counts\" of results\n}\n", Right: heard,
		},
		{
			Code: "weight-elsewhere",
			Says: `A measure's weight is a part of the outcome that it stands in. A weight "of" another outcome would count the measure twice, or
nowhere.`,
			Wrong: line(waiting, "weight", "weight       50% of heard"), Right: waiting,
		},
		{
			Code: "weights-not-whole",
			Says: `The weights of the measures in an outcome, and of the outcomes that a gainshare reads, make 100%. Otherwise the best year could not
reach the whole pool, or could pass it.`,
			Wrong: line(waiting, "weight", "weight       40% of sooner"), Right: waiting,
		},
		{
			Code:  "nothing-scored",
			Says:  `A gainshare pays for results, but no outcome says that it counts in it.`,
			Wrong: paysForNothing(), Right: example("gainshare results"),
		},
		{
			Code:  "unit-wrong",
			Says:  `A value is written with a sign of another unit: pounds where people are counted, or a percentage where the unit is none.`,
			Wrong: line(waiting, "baseline", "baseline     12% on 1 April 2026"), Right: waiting,
		},
		{
			Code: "baseline-estimated",
			Says: `Where a figure stood before is only estimated. Every later gain or loss is measured against it, so poor data at the start become a dispute
at the end.`,
			Wrong: line(waiting, "baseline", "baseline     120 on 1 April 2026, quality estimated \"from one ward's list\""),
			Right: line(waiting, "baseline", "baseline     120 on 1 April 2026, quality counted \"from every list\""),
		},
		{
			Code: "mostly-outputs",
			Says: `More than half of what is scored is what was done for people: visits, sessions, places. Those can all be there while nothing becomes true for
anybody.`,
			Wrong: line(waiting, "better", "better       lower", "shows        an output") + line(visits, "better", "better       higher", "shows        an output"),
			Right: line(waiting, "better", "better       lower", "shows        an outcome") + line(visits, "better", "better       higher", "shows        an output"),
		},
		{
			Code:  "input-is-unit",
			Says:  `An input has the name of the unit. "People" could then be what is counted or the number that came in.`,
			Wrong: line(line(visits, "unit", "unit         visit_count, to 1 decimal place half up"), "input made", `input made   "Visits made"`, `input visit_count "Visits"`), Right: visits,
		},
		{
			Code: "value-missing",
			Says: `A measure does not say how the value of any period comes about: as it is returned, as a sum, or by a formula. A band always belongs to a
measure and a period.`,
			Wrong: line(line(waiting, "each quarter"), "each year"), Right: waiting,
		},
		{
			Code: "part-not-returned",
			Says: `A period's value is taken from a part that never comes in: a fourth quarter where figures are returned each half year, a month where they
are returned each quarter, a year as a whole where only its quarters are.`,
			Wrong: line(waiting, "each year", "each year    as returned for H1"), Right: waiting,
		},
		{
			Code: "totals-open",
			Says: `A formula for a year can be worked on the year's totals, or on each quarter and then averaged. The two differ as soon as quarters are of
different size, so the line must say which.`,
			Wrong: line(visits, "each year", "each year    made / listed"), Right: visits,
		},
		{
			Code: "zero-open",
			Says: `A formula divides by a figure that can be zero. A quarter in which nobody was on the list could then count as the best, as the worst, or
not at all; the line "if zero" says which.`,
			Wrong: line(visits, "if zero"), Right: visits,
		},
		{
			Code:  "input-unread",
			Says:  `A number is returned that no formula of its measure uses.`,
			Wrong: line(visits, "input made", `input made   "Visits made"`, `input missed "Visits missed"`), Right: visits,
		},
		{
			Code: "success-of-some",
			Says: `In an alliance the members win or lose together. Results that pay, or cost, one provider and leave another out make two winners of one
piece of work, and each has reason to look after its own figure.`,
			Wrong: line(line(anotherProvider(), "share hospital"), "share charity", "share charity 100%"), Right: anotherProvider(),
		},
		{
			Code: "steps-backwards",
			Says: `The steps after a day that was missed stand in the wrong order, or two fall on one day. What happens first is written first, and a figure
is missing only after it has been late.`,
			Wrong: line(monthly, "if missing", "if missing 3 working days after due, open fill_gap"), Right: monthly,
		},
	}
}

// paysForNothing is a second gainshare, complete but for outcomes that count in it.
func paysForNothing() string {
	savings := line(example("gainshare results"), "gainshare", `gainshare savings "Pay for savings" {`)
	savings = line(savings, "confirmed", "confirmed  by decision settle_savings")
	savings = line(savings, "paid", "paid       within 30 days of settle_savings, or the next working day")
	settle := line(example("decision settle"), "decision", `decision settle_savings "Confirm the savings" {`)
	settle = line(settle, "otherwise", "otherwise  refer to figures, then pay savings")
	settle = line(settle, "then", "then       pay savings")
	return savings + settle + line(example("agreement base"), "survives",
		"survives   monthly, judge_voice, fill_gap, quarterly, results, savings, settle, settle_savings, figures")
}
