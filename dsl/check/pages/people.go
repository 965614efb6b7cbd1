package pages

import (
	"strings"

	"concordat/dsl/diag"
)

// enterprise is a social enterprise that earns so much of its turnover by trade.
func enterprise(part string) string {
	return `party charity "The Charity" { role provider, vcse, social_enterprise
  social aim "Work for people who have been ill for long"
  owned by "its members, one vote each"
  trades ` + part + ` of turnover
}
`
}

func peoplePages() diag.Pages {
	team, chiefs, paying := example("group team"), example("group chiefs"), example("shares paying")
	return diag.Pages{
		{
			Code:  "seat-twice",
			Says:  `A party has two seats in one group. A vote counts once a seat, so it would have two votes.`,
			Wrong: line(team, "seat council", `seat council "Head of commissioning"`, `seat council "Head of finance"`), Right: team,
		},
		{
			Code: "party-without-seat",
			Says: `A party is bound by the agreement, but sits in no group, so everything is decided without it. That may be meant; mostly a seat
was forgotten.`,
			Wrong: `party friend "The Friends" { role vcse }` + "\n" + line(chiefs, "seat", `seat council "Chief executive"`, `seat charity "Chief executive"`) + "\n" +
				line(example("measure waiting"), "returned", "returned     by friend in monthly"),
			Right: `party friend "The Friends" { role vcse }` + "\n" + line(example("measure waiting"), "returned", "returned     by friend in monthly"),
		},
		{
			Code: "delegation-short",
			Says: `A group's seats hold their power for a time that does not cover what the group has to decide. A vote counts only under a delegation
that covers its day, and the last settlement can come long after the term: the finding counts every step on the way, as late as each may be.`,
			Wrong: line(team, "delegated", "delegated  1 April 2026 to 31 March 2028"), Right: team,
		},
		{
			Code: "delegation-small",
			Says: `A group confirms sums that are larger than what a seat may commit its party to in one decision. The vote of that seat would not
count, and the sum could never be confirmed.`,
			Wrong: line(team, "binds", "binds      each seat its own party, up to £20,000 a decision"), Right: team,
		},
		{
			Code:  "share-twice",
			Says:  `A party has two shares of one whole. What it bears or gets is one part, written in one line.`,
			Wrong: line(paying, "share council", "share council 60%", "share council 40%"), Right: paying,
		},
		{
			Code:  "shares-not-whole",
			Says:  `The shares of a block make more or less than 100%. A part of every sum would be paid twice, or by nobody.`,
			Wrong: line(paying, "share council", "share council 95%"), Right: paying,
		},
		{
			Code: "unread",
			Says: `Something is declared and then named nowhere, so it changes nothing. Either a name is missing where it was meant, or the block can
go.`,
			Wrong: `define carer "Carer" { means "Somebody who cares for another without pay." }` + "\n",
			Right: `define carer "Carer" { means "Somebody who cares for another without pay." }` + "\n" +
				strings.Replace(example("define visit"), "in person", "with a {carer}", 1),
		},
		{
			Code: "social-enterprise",
			Says: `A party is called a social enterprise and does not meet the three tests, or does not say how: it trades for a social aim, it is
socially owned, and it earns more than half of its turnover by trade. Or it says so and has no such role.`,
			Wrong: enterprise("49%"), Right: enterprise("62%"),
		},
		{
			Code: "party-uneven",
			Says: `One party says who signs for it, or where it is served, and another does not. The signature page has a gap then, and a notice has no
address to go to.`,
			Wrong: `party council "The Council" { role commissioner
  signs "Head of law"
}
`,
			Right: `party council "The Council" { role commissioner
  signs "Head of law"
}
party charity "The Charity" { role provider, vcse
  signs "Chief executive"
}
`,
		},
	}
}
