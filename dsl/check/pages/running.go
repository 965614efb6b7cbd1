package pages

import "concordat/dsl/diag"

func runningPages() diag.Pages {
	quarterly, rule, leave, inside := example("review quarterly"), example("rule long_waits"), example("notice leave"), example("dispute inside")
	return diag.Pages{
		{
			Code: "review-too-early",
			Says: `A review may be held, and missed, before what it looks at can be final, even when every figure comes in on its last day and nobody
contests it. The review would look at figures that can still change.`,
			Wrong: line(quarterly, "held", "held       within 20 working days of quarter end"), Right: quarterly,
		},
		{
			Code: "acceptance-too-long",
			Says: `A figure may still be open, although nobody contests it, when the figure of the next period is due. Two periods would be under way at
once, and whoever reads the second cannot know the first.`,
			Wrong: line(example("return monthly"), "accepted", "accepted   by council, within 70 working days of receipt") + line(quarterly, "held", "held       within 90 working days of quarter end"),
			Right: example("return monthly"),
		},
		{
			Code:  "accepts-itself",
			Says:  `A party accepts the figures that it returns, so nobody else looks at them before they pay.`,
			Wrong: line(example("return monthly"), "accepted", "accepted   by charity, within 10 working days of receipt"), Right: example("return monthly"),
		},
		{
			Code:  "rule-never",
			Says:  `The condition of a rule can never come true: it asks for more periods than the term has, or for bands that exclude each other.`,
			Wrong: line(rule, "when", "when       waiting.band is poor or worse for 9 quarters running"), Right: rule,
		},
		{
			Code: "outside-never",
			Says: `No agreement can keep its parties from the courts altogether, and a line that says so may fail as a whole. It should name what may go
outside, such as a breach that a party intends.`,
			Wrong: line(inside, "outside", "outside    never"), Right: inside,
		},
		{
			Code:  "level-twice",
			Says:  `A dispute comes back to people who have tried to settle it already.`,
			Wrong: line(inside, "level chiefs", "level team   within 20 working days of referral"), Right: inside,
		},
		{
			Code: "received-missing",
			Says: `A notice may be served in a way for which nobody says when it then counts as received. A letter posted a day before the last safe day is
in time, or a year late, by this alone.`,
			Wrong: line(leave, "served", "served     in writing, by hand or by post or by email"), Right: leave,
		},
		{
			Code:  "received-unserved",
			Says:  `The agreement says when a notice counts as received in a way in which it cannot be served.`,
			Wrong: line(leave, "received", "received   by hand on the day, by post 2 working days after posting, by email on the day"), Right: leave,
		},
		{
			Code: "notice-never",
			Says: `A notice cannot take effect within the term, even if it is given on the first day: the time that it must run, and the days on which
it may expire, leave no room.`,
			Wrong: line(leave, "at least", "at least   24 months"), Right: leave,
		},
		{
			Code: "end-without-day",
			Says: `A notice ends a membership, or the agreement, and the line does not say when: on the day on which it is given, or on the day on which it
takes effect.`,
			Wrong: line(leave, "then       end", "then       end membership"), Right: leave,
		},
	}
}
