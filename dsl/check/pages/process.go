package pages

import "concordat/dsl/diag"

func processPages() diag.Pages {
	p, gate := example("process moving"), example("decision let_in")
	return diag.Pages{
		{
			Code:  "process-empty",
			Says:  `A process has no step.`,
			Wrong: "process moving \"A home of one's own\" {\n  starts     on the first day of the term\n}\n", Right: p,
		},
		{
			Code:  "process-never-starts",
			Says:  `Processes wait for one another, and none of them starts by itself or by anybody's wish.`,
			Wrong: line(p, "starts", "starts     when moving is done"), Right: p,
		},
		{
			Code:  "step-elsewhere",
			Says:  `A step waits for, or goes back to, a step of another process.`,
			Wrong: line(p, "if refused", "if refused back to elsewhere") + "process other \"Another\" {\n  starts     on the first day of the term\n\n  step elsewhere \"Elsewhere\" {\n    lead       council\n    after      start\n  }\n}\n",
			Right: p,
		},
		{
			Code: "step-circle",
			Says: `Steps wait for one another, so none of them ever opens. A way back that is allowed is no circle: it is said with "back to", and
a decision takes it.`,
			Wrong: line(line(p, "if refused", "if refused stay open"), "after      look", "after      move"), Right: p,
		},
		{
			Code:  "step-back",
			Says:  `A way back names a step that does not lead here: that would be a way forward, past what has not been done.`,
			Wrong: line(line(p, "after      look", "after      start"), "if refused", "if refused back to look"), Right: p,
		},
		{
			Code:  "step-time",
			Says:  `A step has a time and nothing follows when it is over; or something follows, and it has no time; or it has two.`,
			Wrong: line(p, "if late"), Right: p,
		},
		{
			Code:  "step-after-term",
			Says:  `A step may take until a day on which the agreement has ended, and its process does not survive.`,
			Wrong: line(p, "within", "until      1 April 2039"), Right: p,
		},
		{
			Code: "step-before-earlier",
			Says: `The last day of a step comes before that of a step it waits for: it can be in time only where the other is done early. Of a
step without a time the last day is taken to be that of those before it; times count from the first day of the term.`,
			Wrong: line(p, "gate", "until      1 May 2026", "if late    remind", "gate       by decision let_in"), Right: p,
		},
		{
			Code:  "steps-outlast",
			Says:  `Each step may take the time it has, and together they run past the end of the agreement, so that the last ones fall away.`,
			Wrong: line(p, "within", "within     14 years of opening"), Right: p,
		},
		{
			Code: "step-both-sides",
			Says: `A party that led a step in one role takes part in a later one that is led in another: who wrote what is bought competes for
it, or judges its own work. It can be meant, but it must be said: somebody else does it, the party stands aside, or it keeps both roles.`,
			Wrong: line(p, "lead       council", "lead       charity as evaluator"), Right: p,
		},
		{
			Code:  "gate-refused-unsaid",
			Says:  `A step has a gate, and nothing says what follows when its decision is not adopted; or the other way round.`,
			Wrong: line(p, "if refused"), Right: p,
		},
		{
			Code:  "gate-decides-nothing",
			Says:  `The decision at a gate must decide that the step is done, and the one that opens a way back must decide to go back.`,
			Wrong: line(gate, "decides", "decides    a plan"), Right: gate,
		},
		{
			Code:  "evidence-twice",
			Says:  `A step asks for the same evidence twice.`,
			Wrong: line(p, "evidence", "evidence   viewing \"What was seen\"", "evidence   viewing \"Notes of the visit\""), Right: p,
		},
		{
			Code:  "criteria-not-whole",
			Says:  `What offers are compared by weighs more or less than 100% together, so that nobody can say what the best offer is.`,
			Wrong: line(p, "evidence", `evidence   viewing "What was seen"`, "scored     on price 40%, quality 50%"), Right: line(p, "evidence", `evidence   viewing "What was seen"`, "scored     on price 40%, quality 40%, social_value 20%"),
		},
		{
			Code:  "criteria-lopsided",
			Says:  `One thing that offers are compared by weighs 90% or more: no other can change who wins, whatever is said of it.`,
			Wrong: line(p, "evidence", `evidence   viewing "What was seen"`, "scored     on price 90%, quality 10%"), Right: line(p, "evidence", `evidence   viewing "What was seen"`, "scored     on price 40%, quality 60%"),
		},
		{
			Code:  "evidence-unknown",
			Says:  `A scenario files evidence that its step does not ask for.`,
			Wrong: story(`on 1 June 2026 charity files photograph for look "A picture"`),
			Right: story(`on 1 June 2026 charity files viewing for look "Three flats"`),
		},
	}
}
