package pages

import (
	"strings"

	"concordat/dsl/diag"
)

func namePages() diag.Pages {
	plan, header, paying := example("decision plan"), example("agreement base"), example("shares paying")
	return diag.Pages{
		{
			Code: "agreement-missing",
			Says: `A file that ends in .agreement begins with the block "agreement". It gives what every other block counts on: the term, the
currency, the calendar, the financial year, and how the agreement is changed.`,
			Wrong: wholeFile + example("party council"), Right: header,
		},
		{
			Code:  "agreement-twice",
			Says:  `A file holds one agreement. A second one has a file, a term and signatures of its own.`,
			Wrong: "agreement second \"Another alliance\" {\n}\n", Right: header,
		},
		{
			Code: "name-unknown",
			Says: `A name is used that nothing declares. Names are closed: a misspelt name can never become a new party or a new rule. Where a
known name is near, the finding suggests it. What hangs on the unknown name is not reported again.`,
			Wrong: line(paying, "share council", "share counsil 100%"), Right: paying,
		},
		{
			Code:  "name-wrong-kind",
			Says:  `A name is declared, but as something else than what must stand there: a dispute cannot vote, and a body has no seat.`,
			Wrong: line(plan, "by", "by         figures"), Right: plan,
		},
		{
			Code: "name-taken",
			Says: `Two things have one name. A name means one thing in the whole agreement, whatever its kind, so that "{leave}" or
"pay results" can be read in one way only.`,
			Wrong: `define plan "Plan" { means "What is agreed." }` + "\n", Right: `define planning "Planning" { means "What is agreed in a {wait}." }` + "\n" + strings.Replace(example("define fraud"), "A false", "In {planning}, a false", 1),
		},
		{
			Code: "name-is-keyword",
			Says: `A name is a word of the language: of a block, of a statement, a band, or one that formulas read, such as "score", or one that joins values, such as "of". A reader could
not tell which is meant.`,
			Wrong: `define pool "Pool" { means "Money kept for results." }` + "\n", Right: example("define fraud"),
		},
		{
			Code:  "word-unknown",
			Says:  `A word stands where only a few can: a band, a currency, a calendar, a model of agreement. The finding lists them.`,
			Wrong: line(header, "calendar", "calendar   england"), Right: header,
		},
		{
			Code: "who-misplaced",
			Says: `People are named in a way that makes no sense in this place: "every other party" has a meaning only where somebody gives a
notice, "any party" cannot vote, and a review is held by one group.`,
			Wrong: line(plan, "by", "by         every other party"), Right: plan,
		},
		{
			Code:  "listed-twice",
			Says:  `A name stands twice in one list. One of them was probably meant to be another.`,
			Wrong: line(plan, "record", "record     reason", "record     reason"), Right: plan,
		},
	}
}
