package pages

import "concordat/dsl/diag"

func moneyPages() diag.Pages {
	core, header := example("funding core"), example("agreement base")
	return diag.Pages{
		{
			Code:  "paid-contradicts",
			Says:  `A sum in advance falls due when its period begins, a sum in arrears when it ends. The line says one and then the day of the other.`,
			Wrong: line(core, "paid", "paid       every quarter in advance, on its last day or the next working day"), Right: core,
		},
		{
			Code: "instalment-cut",
			Says: `The term begins or ends inside a period for which an instalment is paid. What the part costs that lies in the term, nobody has said: a
whole instalment, a part by days, or nothing.`,
			Wrong: line(core, "paid", "paid       every year in advance, on its first day or the next working day") +
				line(header, "term", "term       1 July 2026 to 31 March 2028") + line(example("group team"), "delegated", "delegated  1 April 2026 to 31 March 2029"),
			Right: core,
		},
		{
			Code:  "sum-missing",
			Says:  `A financial year of the term has no sum, so nothing would be paid in it.`,
			Wrong: line(core, "sum 2027/28"), Right: core,
		},
		{
			Code:  "sum-outside-term",
			Says:  `A sum is for a year of which no day is in the term, so it would never be paid.`,
			Wrong: line(core, "sum 2027/28", "sum 2027/28 £210,000", "sum 2028/29 £220,000"), Right: core,
		},
		{
			Code:  "sum-twice",
			Says:  `A year has two sums, and nobody says whether they add up or the second corrects the first.`,
			Wrong: line(core, "sum 2026/27", "sum 2026/27 £200,000", "sum 2026/27 £20,000"), Right: core,
		},
		{
			Code:  "sum-not-year",
			Says:  `A funding is a sum for each financial year. Instalments, and the pennies that do not divide, follow from it.`,
			Wrong: line(core, "sum 2026/27", "sum 2026/27 Q1 £50,000"), Right: core,
		},
		{
			Code:  "sum-zero",
			Says:  `A year's sum is nothing. If a year is not to be funded, the term should say so.`,
			Wrong: line(core, "sum 2026/27", "sum 2026/27 £0"), Right: core,
		},
		{
			Code:  "pays-itself",
			Says:  `Money would go to where it comes from. "From" names who pays, "to" who is paid; a party that is on both sides pays a part to itself.`,
			Wrong: line(core, "to", "to         paying"), Right: core,
		},
	}
}

func gainPages() diag.Pages {
	header, results := example("agreement base"), example("gainshare results")
	return diag.Pages{
		{
			Code:  "points-missing",
			Says:  `A band has no points, so a measure in that band could not be scored.`,
			Wrong: line(results, "points poor"), Right: results,
		},
		{
			Code:  "points-twice",
			Says:  `A band has two lines of points.`,
			Wrong: line(results, "points poor", "points poor          -50", "points poor          -60"), Right: results,
		},
		{
			Code:  "points-rise",
			Says:  `A worse band scores more than a better one, so worse results would pay more.`,
			Wrong: line(results, "points minimum", "points minimum        60"), Right: results,
		},
		{
			Code:  "pool-too-large",
			Says:  `The pool is to lie within a funding that is smaller than it, so it could never be paid out of it.`,
			Wrong: line(results, "pool", "pool       £400,000 a year, within core") + line(example("group team"), "binds", "binds      each seat its own party, without limit"),
			Right: results,
		},
		{
			Code:  "period-differs",
			Says:  `A sum or a wording is for another period than the block: a pool for a month where results are settled every year.`,
			Wrong: line(results, "pool", "pool       £40,000 a quarter, on top of core"), Right: results,
		},
		{
			Code:  "never-scored",
			Says:  `No band's points lie on this side of zero, so the line never pays anything.`,
			Wrong: line(line(line(line(results, "points poor", "points poor            0"), "points failure", "points failure         0"), "pain cap"), "beyond cap"),
			Right: results,
		},
		{
			Code:  "never-settled",
			Says:  `The term holds no whole financial year, and a part of one pays and costs nothing: the gainshare would never be settled.`,
			Wrong: line(header, "term", "term       1 July 2026 to 30 June 2027"), Right: results,
		},
		{
			Code: "sum-negative",
			Says: `The formula gives less than nothing. Below zero the score is negative, so "pool * score" is a negative sum, and every negative sum is
"at most" any cap. Sums are never negative: the formula of pain turns the sign round, and "from" and "to" say who pays whom.`,
			Wrong: line(results, "pain ", "pain       pool * score / 100, from doing to paying"), Right: results,
		},
		{
			Code:  "cap-never-binds",
			Says:  `The worst year costs no more than the cap, so the cap and whoever bears the rest mean nothing. Mostly the cap or the pool is not the one meant.`,
			Wrong: line(results, "pain cap", "pain cap   £40,000 a year"), Right: results,
		},
		{
			Code: "incentive-small",
			Says: `The author says from which part of the money results matter, and between the worst result and the best lies less than that: nobody
would act on it. More hangs on the results, or the line goes and the purpose alone carries them.`,
			Wrong: line(results, "part year", "part year  no gain and no pain", "matters    from 40% of core"), Right: line(results, "part year", "part year  no gain and no pain", "matters    from 10% of core"),
		},
	}
}
