package pages

import "concordat/dsl/diag"

func officerPages() diag.Pages {
	head := example("officer head")
	return diag.Pages{
		{
			Code: "officer-gap",
			Says: `What a party has delegated only its officers can do. On some of the days on which it may have to act no delegation holds, so that
nobody could act for it: the finding counts every step to the last such day, as late as each may be.`,
			Wrong: line(head, "delegated", "delegated  1 January 2026 to 31 March 2028"), Right: head,
		},
		{
			Code:  "delegated-twice",
			Says:  `Two delegations of one officer have a day in common. It cannot be told under which of them the officer acts on it.`,
			Wrong: line(head, "delegated", "delegated  1 January 2026 to 31 March 2027", "delegated  31 March 2027 to 31 March 2030"),
			Right: line(head, "delegated", "delegated  1 January 2026 to 31 March 2027", "delegated  1 April 2027 to 31 March 2030"),
		},
		{
			Code: "officer-idle",
			Says: `An officer's delegation has ended before the agreement begins. Nothing but signing can be done by then, and the officer may not
sign.`,
			Wrong: head + `officer former "The former head" {
  acts for   council
  may        hold reviews
  delegated  1 January 2025 to 31 December 2025
}
`,
			Right: head,
		},
		{
			Code: "officer-small",
			Says: `An officer must vote on a sum that is larger than what the delegation covers. The yes would not count, and nobody else can vote for
the party.`,
			Wrong: line(head, "up to", "up to      £500 a decision"), Right: head,
		},
		{
			Code: "officers-overlap",
			Says: `Two officers of a party may do the same, up to the same sum, on the same days. Whichever acts first binds the party. That may be
meant, as for a deputy; mostly the first delegation was to end.`,
			Wrong: head + `officer deputy "The deputy" {
  acts for   council
  may        vote
  up to      any sum
  delegated  1 April 2026 to 31 March 2030
}
`,
			Right: head + `officer deputy "The deputy" {
  acts for   council
  may        vote
  up to      £20,000 a decision
  delegated  1 April 2026 to 31 March 2030
}
`,
		},
	}
}
