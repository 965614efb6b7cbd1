package pages

import (
	"strings"

	"concordat/dsl/diag"
)

func leadPages() diag.Pages {
	children, yearly, inside := example("area children"), example("commitment yearly"), example("dispute inside")
	accounts, ownCost := costBooks(), strings.NewReplacer("of           core", "of           yearly", "by charity in RETURN", "by council in books").Replace(serviceCost)
	return diag.Pages{
		{
			Code:  "ages-order",
			Says:  `The ages of an area leave nobody, or name people twice: the oldest is younger than the youngest, or "some from" lies inside.`,
			Wrong: line(children, "ages", "ages       17 to 5"), Right: children,
		},
		{
			Code: "lead-by-role",
			Says: `An area is led by "the local authority", and the agreement has several, or none. Whoever is meant has a name here; where each leads in its
own place, the line says so place by place.`,
			Wrong: line(children, "lead", "lead       commissioner"), Right: children,
		},
		{
			Code:  "lead-twice",
			Says:  `Two parties lead one area in one place. Nobody could tell whose rules, staff and duties hold there.`,
			Wrong: line(children, "lead", "lead       council in town, charity in town"), Right: children,
		},
		{
			Code:  "lead-missing",
			Says:  `The leads of an area are named place by place, and one place is left out: nobody would buy for the people who live there.`,
			Wrong: line(children, "lead", "lead       council in town") + `place coast "The coast"` + "\n", Right: children,
		},
		{
			Code:  "commitment-outside-term",
			Says:  `A sum is committed for a year that has no day in the term, or for something that is no financial year.`,
			Wrong: line(yearly, "gives", "gives council £90,000 for 2030/31"), Right: yearly,
		},
		{
			Code:  "commitment-twice",
			Says:  `A party commits two sums for one year. A line without a year counts for every year of the term.`,
			Wrong: line(yearly, "gives", "gives council £90,000", "gives council £95,000 for 2027/28"), Right: yearly,
		},
		{
			Code: "commitment-missing",
			Says: `A commissioner has no sum for a year of the term. What it sets aside for that year would be open, and the others could not rely on
it; nothing is a sum too, if it is written.`,
			Wrong: line(yearly, "gives", "gives council £90,000 for 2026/27"), Right: yearly,
		},
		{
			Code:  "cost-not-given",
			Says:  `Somebody returns what it spent of a commitment under which it gives nothing. Nothing could be held against the figure.`,
			Wrong: accounts + line(ownCost, "returned", "returned     by charity in books"), Right: line(accounts, "accepted", "accepted   by charity, within 10 working days of receipt") + ownCost,
		},
		{
			Code:  "spent-nowhere",
			Says:  `Money is to be spent in the place that gave it, but the agreement names no place.`,
			Wrong: wholeFile + placeless(), Right: yearly,
		},
		{
			Code: "level-without-limit",
			Says: `The last level of a dispute has no time limit. The dispute may wait for ever, payments that it holds back with it, and what "otherwise"
says never follows. It may be left so where the one who decides really must have all the time it needs.`,
			Wrong: line(inside, "level chiefs", "level expert decides or directs"), Right: inside,
		},
		{
			Code:  "level-after-waiting",
			Says:  `A dispute cannot get to a level, because the one before it has no time limit.`,
			Wrong: line(inside, "level team", "level expert decides or directs"), Right: inside,
		},
	}
}

// placeless is the base agreement without its place.
func placeless() string {
	return strings.NewReplacer(strings.TrimSuffix(example("place town"), "\n"), "", " in town", "").Replace(Base)
}
