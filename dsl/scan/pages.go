package scan

import "concordat/dsl/diag"

// Pages explain the findings of this package.
func Pages() diag.Pages { return pages }

var pages = diag.Pages{
	{
		Code: codeLookalike,
		Says: `A character looks like another one and is not it: a letter of another alphabet, a long dash, a curly quote, a blank that is
no plain space. Two names that look the same would be two names, and a reader could not see it. In titles and texts such characters are
allowed.`,
		Wrong: "body еxpert \"An independent expert\" { paid by paying }\n",
		Right: "body expert \"An independent “expert”\" { paid by paying }\n",
	},
	{
		Code: codeBidi,
		Says: `An invisible sign turns the direction in which text is shown, so that what is read is not what is meant. It is a finding
everywhere, in comments and texts too.`,
		Wrong: "body expert \"An \u202eindependent expert\" { paid by paying }\n",
		Right: "body expert \"An independent expert\" { paid by paying }\n",
	},
	{
		Code: codeStray,
		Says: `A character stands where it means nothing. Percentages are written without a blank (12.5%), sums of money right behind
their sign (£426,937) or behind three letters (EUR 5), names with the letters a to z, digits and _.`,
		Wrong: "shares doing \"Who does the work\" {\n  share charity 100 %\n}\n",
		Right: "shares doing \"Who does the work\" {\n  share charity 100%\n}\n",
	},
	{
		Code: codeOpenText,
		Says: `A text in quotes has no closing quote. A text on one line stands between " and ", a text of several lines between """ and
""".`,
		Wrong: "define visit \"Visit\" {\n  means \"A meeting in person that lasts as long as it must.\n}\n",
		Right: "define visit \"Visit\" {\n  means \"A meeting in person that lasts as long as it must.\"\n}\n",
	},
	{
		Code:  codeNotText,
		Says:  `The file holds bytes that are not text in UTF-8. Most often it was saved by a word processor or in an old encoding.`,
		Wrong: "# caf\xe9\nbody expert \"An independent expert\" { paid by paying }\n",
		Right: "# café\nbody expert \"An independent expert\" { paid by paying }\n",
	},
	{
		Code: codeNoDate,
		Says: `The calendar has no such day.`,
		Wrong: `group chiefs "The chief executives" {
  seat every party "Chief executive"
  votes      one a seat
  binds      each seat its own party, without limit
  delegated  1 April 2026 to 31 February 2029
  undone     by nobody
}
`,
		Right: `group chiefs "The chief executives" {
  seat every party "Chief executive"
  votes      one a seat
  binds      each seat its own party, without limit
  delegated  1 April 2026 to 28 February 2029
  undone     by nobody
}
`,
	},
	{
		Code: codeNoYear,
		Says: `A financial year is named by the two years that it touches: 2026/27 begins in 2026 and ends in 2027. The second must follow
the first.`,
		Wrong: `funding core "Budget" {
  from       paying
  to         doing
  basis      fixed sum, not cost
  sum 2026/28  £100,000
  sum 2027/28  £100,000
  paid       every quarter in advance, on its first day or the next working day
  remainder  on the first instalment
  if ended   repay by days, within 30 days of the end
}
`,
		Right: `funding core "Budget" {
  from       paying
  to         doing
  basis      fixed sum, not cost
  sum 2026/27  £100,000
  sum 2027/28  £100,000
  paid       every quarter in advance, on its first day or the next working day
  remainder  on the first instalment
  if ended   repay by days, within 30 days of the end
}
`,
	},
}
