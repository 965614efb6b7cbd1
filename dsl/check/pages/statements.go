package pages

import "concordat/dsl/diag"

func statementPages() diag.Pages {
	plan := example("decision plan")
	return diag.Pages{
		{
			Code: "statement-missing",
			Says: `A block lacks a line that it must have. Nothing that moves money, time or a right is ever assumed: what silence means, who
bears the rest, what follows when nobody acts. The finding gives the two readings that the missing line leaves open.`,
			Wrong: line(plan, "silence"), Right: plan,
		},
		{
			Code:  "statement-twice",
			Says:  `A line stands twice that can stand only once, so two facts contradict or repeat each other.`,
			Wrong: line(plan, "decides", "decides    a plan", "decides    an answer"), Right: plan,
		},
		{
			Code: "statement-misplaced",
			Says: `A line has no meaning in this block because of what else the block says: a unit of a measure that people judge, a cap on pain
where there is no pain, a text that prevails where nothing stands beside the agreement.`,
			Wrong: line(example("measure voice"), "weight", "weight   100% of heard", "unit     people, whole"), Right: example("measure voice"),
		},
		{
			Code: "to-be-agreed",
			Says: `A value is still to be agreed. The agreement is checked all the same, so that work can go on around the gap; but nobody can sign it
until a value stands there.`,
			Wrong: line(plan, "within", `within     to be agreed "how long the team may take" of opening`), Right: plan,
		},
		{
			Code:  "value-wrong",
			Says:  `A value cannot be: a count of nothing or of halves, more decimal places than anybody measures, a day on which no year starts.`,
			Wrong: line(plan, "within", "within     0 working days of opening"), Right: plan,
		},
		{
			Code:  "dates-backwards",
			Says:  `A range of days ends before it begins. Both days belong to the range.`,
			Wrong: line(example("group team"), "delegated", "delegated  31 March 2029 to 1 April 2026"), Right: example("group team"),
		},
		{
			Code:  "currency-differs",
			Says:  `A sum is in another currency than the agreement. Sums of two currencies cannot be added, compared or set against each other.`,
			Wrong: line(example("funding core"), "sum 2026/27", "sum 2026/27 EUR 200,000"), Right: example("funding core"),
		},
	}
}

func formPages() diag.Pages {
	header, results := example("agreement base"), example("gainshare results")
	return diag.Pages{
		{
			Code: "not-offered",
			Says: `The line says something that reads well but that this version cannot run, such as rounding sums to the pound or paying gain by
days. It is refused here, so that nobody signs what would then be done differently.`,
			Wrong: line(results, "set off", "set off    against core"), Right: results,
		},
		{
			Code: "language-unknown",
			Says: `The agreement is written in a version of the language that this program does not know. The version is part of the text, so that a
later program reads an old agreement as it was meant.`,
			Wrong: line(header, "language", "language   2"), Right: header,
		},
		{
			Code: "anchor-wrong",
			Says: `A time is counted from something that does not happen here. A decision's time counts from its opening, a figure is due after the end
of the period that its return is for, acceptance counts from receipt, a level of a dispute from referral, a payment from the decision that
confirms it.`,
			Wrong: line(example("return monthly"), "due", "due        within 10 working days of year end"), Right: example("return monthly"),
		},
		{
			Code: "remainder-open",
			Says: `When a sum is split, pennies can be left. "The largest fraction" says who gets one, unless two shares lost equally much: then
something more must be said.`,
			Wrong: line(header, "remainder", "remainder  to the largest fraction"), Right: header,
		},
		{
			Code: "action-misplaced",
			Says: `What is to follow makes no sense in this place: a rule cannot lapse, a late figure is reminded of and not voted on. Each place has
a short list of what can follow from it; the finding gives it.`,
			Wrong: line(example("rule long_waits"), "then", "then       lapse"), Right: example("rule long_waits"),
		},
		{
			Code: "survives-missing",
			Says: `Something must still happen after the last day of the term: the last figures come in, the last year is settled, the last review is
held. Whatever outlives the term is named in the line "survives", so that everybody who signs knows how long they are bound.`,
			Wrong: line(header, "survives", "survives   monthly, judge_voice, fill_gap, results, settle, figures"), Right: header,
		},
		{
			Code:  "survives-needless",
			Says:  `A block is said to survive the term, but everything that it provides for lies within the term.`,
			Wrong: line(header, "survives", "survives   monthly, judge_voice, fill_gap, quarterly, results, settle, figures, leave"), Right: header,
		},
	}
}
