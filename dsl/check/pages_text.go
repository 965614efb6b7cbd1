package check

import (
	"strings"

	"concordat/dsl/diag"
)

// textPages explain what the scanner and the parser find.
func textPages() diag.Pages {
	plan, party := example("decision plan"), example("party council")
	return diag.Pages{
		{
			Code: "lookalike",
			Says: `A character looks like a letter or a sign of the language but is another one: a Cyrillic "а", a dash of a word processor, a blank
that does not break. Two names that look the same would be different, so none of these may stand outside quotes.`,
			Wrong: line(plan, "within", "within     20\u00a0working days of opening"), Right: plan,
		},
		{
			Code: "bidi",
			Says: `An invisible sign changes the direction of the text, so that a line reads differently from what it says. Such signs may not stand
anywhere in an agreement, not even in quotes or in a comment.`,
			Wrong: line(plan, "record", "record     reason  # \u202etxet"), Right: plan,
		},
		{
			Code:  "stray-character",
			Says:  `A character stands where the language does not use it. Text that is to be printed as it is belongs in quotes.`,
			Wrong: line(plan, "record", "record     reason;"), Right: plan,
		},
		{
			Code: "text-not-closed",
			Says: `A text begins with a quote and never ends. A text in one quote ends on its own line; a text of several lines begins and ends with
three quotes.`,
			Wrong: line(example("clause liability"), "number", `number     "5.1`), Right: example("clause liability"),
		},
		{
			Code:  "not-utf-8",
			Says:  `The file holds bytes that are not text in UTF-8. A pound sign that was saved in an older encoding is the usual cause.`,
			Wrong: strings.Replace(example("define fraud"), "A false", "A \xa3 false", 1), Right: example("define fraud"),
		},
		{
			Code:  "no-such-date",
			Says:  `The calendar has no such day: 31 June, or 29 February of a year that is no leap year.`,
			Wrong: line(example("group team"), "delegated", "delegated  1 April 2026 to 31 June 2029"), Right: example("group team"),
		},
		{
			Code:  "no-such-year",
			Says:  `A financial year is written with both of its calendar years, and the second follows the first: 2026/27.`,
			Wrong: line(example("funding core"), "sum 2026/27", "sum 2026/28 £200,000"), Right: example("funding core"),
		},
		{
			Code: "unknown-keyword",
			Says: `A line begins with a word that means nothing there. A line's first word is always a keyword of its block, never a name and
never the rest of the line above.`,
			Wrong: line(plan, "silence", "silense    is refusal"), Right: plan,
		},
		{
			Code: "statement-form",
			Says: `The keyword is right, but what follows it does not have the form that the keyword needs. The finding says at which word the
line stops making sense, and shows a line that is right.`,
			Wrong: line(plan, "within", "within     20 working days"), Right: plan,
		},
		{
			Code:  "block-form",
			Says:  `The first line of a block does not have its form: the keyword, a name in small letters, a title in quotes and a brace.`,
			Wrong: strings.Replace(party, ` "The Council"`, "", 1), Right: party,
		},
		{
			Code:  "brace",
			Says:  `A brace is missing or one too many. Every block opens with a brace at the end of its first line and closes with one of its own.`,
			Wrong: strings.TrimSuffix(strings.TrimSpace(plan), "}"), Right: plan,
		},
		{
			Code:  "block-place",
			Says:  `A block stands where it cannot: a measure belongs inside the outcome that it shows, every other block stands by itself.`,
			Wrong: line(plan, "otherwise", "otherwise  lapse", party), Right: plan + party,
		},
		{
			Code: "too-long",
			Says: `A statement has more words than anybody reads right, or blocks stand too deep inside one another. Split it into several
statements: one fact a line.`,
			Wrong: line(example("agreement base"), "survives", "survives   monthly"+strings.Repeat(", monthly", 600)), Right: example("agreement base"),
		},
	}
}
