package pages

import (
	"strings"

	"concordat/dsl/diag"
)

func decidingPages() diag.Pages {
	plan, settle := example("decision plan"), example("decision settle")
	return diag.Pages{
		{
			Code: "quorum-missing",
			Says: `A rule that counts those voting needs to say how many must vote. Without a quorum one member could decide alone on a quiet day.
Silence never makes a quorum.`,
			Wrong: line(settle, "quorum"), Right: settle,
		},
		{
			Code:  "quorum-refused",
			Says:  `A rule that counts all members says already how many must say yes; a quorum beside it would repeat or contradict it.`,
			Wrong: line(plan, "rule", "rule       unanimous of members", "quorum     2 members"), Right: plan,
		},
		{
			Code:  "quorum-too-large",
			Says:  `More members must vote, or say yes, than there are. The decision could never be carried.`,
			Wrong: line(settle, "quorum", "quorum     3 members"), Right: settle,
		},
		{
			Code:  "sole-of-many",
			Says:  `"Sole" means that one decides alone, but several are named as those who decide.`,
			Wrong: line(plan, "rule", "rule       sole"), Right: line(line(plan, "rule", "rule       sole"), "by", "by         council"),
		},
		{
			Code: "stand-aside-deadlock",
			Says: `The rule needs a yes of every member, and a member with an interest of its own must stand aside. As soon as one does, the
decision can no longer be carried.`,
			Wrong: line(plan, "conflicts", "conflicts  stand aside"), Right: plan,
		},
	}
}

func chainPages() diag.Pages {
	plan, settle := example("decision plan"), example("decision settle")
	fillGap, vary, determine := example("decision fill_gap"), example("decision vary"), example("decision determine")
	return diag.Pages{
		{
			Code: "otherwise-never-ends",
			Says: `What follows without a yes must come to an end. An escalation can fail as the first vote did, and a dispute ends without telling what
then becomes of the decision; so the last line ends the matter.`,
			Wrong: line(plan, "otherwise", "otherwise  escalate to chiefs by the same rule, within 10 working days"),
			Right: line(plan, "otherwise", "otherwise  escalate to chiefs by the same rule, within 10 working days", "otherwise  lapse"),
		},
		{
			Code:  "otherwise-unreached",
			Says:  `A line stands behind one that ends the matter, so it is never tried. Several lines of "otherwise" are tried in order.`,
			Wrong: line(plan, "otherwise", "otherwise  lapse", "otherwise  escalate to chiefs by the same rule, within 10 working days"), Right: plan,
		},
		{
			Code:  "otherwise-goes-round",
			Says:  `The question is put to people who have been asked already: the same group, or a group in which nobody else sits.`,
			Wrong: line(plan, "otherwise", "otherwise  escalate to team by the same rule, within 10 working days", "otherwise  lapse"), Right: plan,
		},
		{
			Code: "leaver-unknown",
			Says: `"Every party but the leaver" has a meaning only where a notice of leaving opened the decision; otherwise nobody knows who the leaver
is.`,
			Wrong: line(plan, "by", "by         every party but the leaver"), Right: example("decision go_on"),
		},
		{
			Code: "notice-elsewhere",
			Says: `Something waits for a notice to take effect that has nothing to do with it. Only the notice that opened a decision, or the one that
the line stands in, can be waited for.`,
			Wrong: line(plan, "otherwise", "otherwise  end agreement, when leave takes effect"), Right: example("decision go_on"),
		},
		{
			Code:  "opens-for-nothing",
			Says:  `A decision opens at the end of a period, but no measure is judged by it for that period, so there is nothing to decide.`,
			Wrong: line(example("decision judge_voice"), "opens", "opens      at quarter end"), Right: example("decision judge_voice"),
		},
		{
			Code: "decides-other",
			Says: `A decision is opened for one thing and decides another: a figure that did not come needs a band, a notice another date, what is
unclear an answer.`,
			Wrong: line(determine, "decides", "decides    a plan"), Right: determine,
		},
		{
			Code: "settlement-without-money",
			Says: `A settlement confirms what is owed. If a no, or silence, could end it without money, every debtor could put its own debt off for
ever. So a yes pays, and the last line of "otherwise" pays as well, mostly after an independent look at the figures.`,
			Wrong: line(settle, "otherwise", "otherwise  lapse"), Right: settle,
		},
		{
			Code: "figure-without-end",
			Says: `A figure can stay without a band for ever: nobody settles it, and the last line does not either. Everything that waits for the
figure, and the money with it, would wait too.`,
			Wrong: line(fillGap, "otherwise", "otherwise  lapse"), Right: fillGap,
		},
		{
			Code: "variation-without-effect",
			Says: `The agreement names the decision by which it can be changed; but nobody may propose a change, or a yes adopts none. The agreement
could never be varied.`,
			Wrong: line(vary, "opens"), Right: vary,
		},
		{
			Code:  "meeting-outside-term",
			Says:  `A decision stands on the agenda of a meeting on a day on which the agreement is not in force.`,
			Wrong: line(plan, "within", "within     10 working days of opening", `item       to agree, at "the board's meeting" by 30 November 2029`), Right: line(plan, "within", "within     10 working days of opening", `item       to agree, at "the board's meeting" by 30 November 2026`),
		},
		{
			Code:  "decision-unopened",
			Says:  `Nothing opens the decision: nobody may propose it, and no other block names it. It will never be taken.`,
			Wrong: strings.Replace(plan, "decision plan", "decision spare", 1), Right: line(strings.Replace(plan, "decision plan", "decision spare", 1), "by", "opens      on a proposal by any party", "by         team"),
		},
	}
}
