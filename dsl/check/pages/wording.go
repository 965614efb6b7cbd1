package pages

import "concordat/dsl/diag"

func wordingPages() diag.Pages {
	liability := example("clause liability")
	third := anotherProvider()
	return diag.Pages{
		{
			Code:  "words-for-two",
			Says:  `Words say "both", "neither", "either" or "the other" of parties, and more than two sign. Whom the sentence binds is open.`,
			Wrong: third + line(liability, "text", `text "Neither party answers for what the other party does; for {fraud} each does, and a {wait} is nobody's fault."`),
			Right: third + line(liability, "text", `text "No party answers for what another does; for {fraud} each does, and a {wait} is nobody's fault."`),
		},
		{
			Code:  "words-count",
			Says:  `Words count what the agreement has, and come to another number: "all three areas" where five stand. One of the two is out of date.`,
			Wrong: line(liability, "text", `text "Each of the three parties answers for its own acts, and for {fraud} without limit; a {wait} is nobody's fault."`),
			Right: line(liability, "text", `text "Each of the two parties answers for its own acts, and for {fraud} without limit; a {wait} is nobody's fault."`),
		},
		{
			Code:  "reference-missing",
			Says:  `Words point to an appendix, a schedule, an annex or a clause, and nothing is numbered or titled so. What it was to say is not agreed.`,
			Wrong: line(liability, "text", `text "Each party answers for its own acts as Appendix 3 says, and for {fraud} without limit; a {wait} is nobody's fault."`),
			Right: line(liability, "text", `text "Each party answers for its own acts as clause 4.1 says, and for {fraud} without limit; a {wait} is nobody's fault."`),
		},
		{
			Code: "clause-number-gap",
			Says: `The numbers of clauses leave one out: 4.1 is followed by 4.3. A clause was dropped, or is missing. Of numbers with two parts the first
names a chapter; a chapter may have no clause, because rules fill it.`,
			Wrong: line(liability, "number", `number     "4.3"`), Right: line(liability, "number", `number     "4.2"`),
		},
	}
}
