package pages

import "concordat/dsl/diag"

func scenarioPages() diag.Pages {
	fine := story("on 10 July 2026  charity returns waiting 30 for 2026/27 Q1")
	return diag.Pages{
		{
			Code:  "scenario-agreement",
			Says:  `The first line of a file of scenarios names another agreement than the one that they are played on.`,
			Wrong: line(fine, "agreement", "agreement bass"), Right: fine,
		},
		{
			Code:  "scenario-twice",
			Says:  `Two scenarios of one file have one title, so a result cannot be told from the other's.`,
			Wrong: fine + "\nscenario \"An example\" {\n}\n", Right: fine,
		},
		{
			Code: "dates-go-back",
			Says: `The lines of a scenario run in order, and their dates never go back: within a day first what people do, then the day's deadlines, then what
is expected.`,
			Wrong: story("on 10 July 2026  charity returns waiting 30 for 2026/27 Q1", "on 9 July 2026   charity proposes vary"),
			Right: story("on 9 July 2026   charity proposes vary", "on 10 July 2026  charity returns waiting 30 for 2026/27 Q1"),
		},
		{
			Code: "period-not-kept",
			Says: `A period is named for which there is nothing: a figure for a year where figures come in each quarter, a quarter's settlement where the
year is settled, or a year outside the term.`,
			Wrong: story("on 10 July 2026  charity returns waiting 30 for 2026/27"), Right: fine,
		},
		{
			Code:  "judged-figure",
			Says:  `A measure that people judge has a band and no figure.`,
			Wrong: story("given voice 30 for 2026/27, final 1 May 2027"), Right: story("given voice minimum for 2026/27, final 1 May 2027"),
		},
		{
			Code: "inputs-needed",
			Says: `A measure is reckoned from two or more numbers. Those are returned, by name, and never the result: the year's value could not be worked out
from rounded results.`,
			Wrong: story("on 10 July 2026  charity returns visits 5.0 for 2026/27 Q1"), Right: story("on 10 July 2026  charity returns visits made 50, listed 10 for 2026/27 Q1"),
		},
		{
			Code: "reason-unknown",
			Says: `A refusal is expected because of a statement that the agreement does not have. The reason is a block and one of its lines:
"waiting.returned".`,
			Wrong: story("on 10 July 2026  refuse council returns waiting 30 for 2026/27 Q1, because waiting.returner"),
			Right: story("on 10 July 2026  refuse council returns waiting 30 for 2026/27 Q1, because waiting.returned"),
		},
	}
}
