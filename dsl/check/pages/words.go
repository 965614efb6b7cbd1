package pages

import "concordat/dsl/diag"

func wordPages() diag.Pages {
	leaving, liability := example("clause leaving"), example("clause liability")
	return diag.Pages{
		{
			Code: "insert-unknown",
			Says: `Words name something in braces that is not there. "{care_bed}" is a term that the agreement defines, "{leave.at_least}" what that line of a
rule says, "{team.title}" a title. A keyword of two words is joined by "_"; a brace by itself is written twice.`,
			Wrong: line(liability, "text", `text "Each party answers for {frod}."`), Right: liability,
		},
		{
			Code:  "brace-open",
			Says:  `A brace in words is not closed on its line. A brace by itself is written twice.`,
			Wrong: line(liability, "text", `text "Each party answers for {fraud without limit."`), Right: liability,
		},
		{
			Code: "clause-drift",
			Says: `A clause puts a rule in words, and the words say a figure that the rule does not have: a sum, a date, a length of time, a percentage. One
of the two is wrong, and a court would read the words. A value in braces always says what the rule says.`,
			Wrong: drifted, Right: leaving,
		},
		{
			Code:  "clause-number-twice",
			Says:  `Two clauses have one number, so that a reference to it means two things.`,
			Wrong: line(liability, "number", `number     "4.1"`), Right: liability,
		},
	}
}

const drifted = `clause leaving "Leaving early" {
  number     "4.1"
  states     leave
  text       "Any party may leave by giving every other party at least twelve months of notice."
}
`
