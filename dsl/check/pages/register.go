package pages

import "concordat/dsl/diag"

func registerPages() diag.Pages {
	complaints, risks := example("register complaints"), example("register risks")
	return diag.Pages{
		{
			Code:  "register-twice",
			Says:  `A register has two kinds of entry, or two notes, of one name. "area" and "place" are names of what an entry is about.`,
			Wrong: line(complaints, "kinds", "kinds      complaint, compliment, complaint"), Right: complaints,
		},
		{
			Code:  "register-no-area",
			Says:  `Entries are answered by the lead of their area, but they name no area; or they are to be about an area or an outcome, and the agreement has none.`,
			Wrong: line(complaints, "about"), Right: complaints,
		},
		{
			Code: "register-late-unsaid",
			Says: `An answer is owed within a time, and the register does not say what happens when it does not come. A complaint that may stay
unanswered without anybody noticing is worse than none.`,
			Wrong: line(complaints, "if late"), Right: complaints,
		},
		{
			Code:  "register-never-answered",
			Says:  `A register whose entries are never answered asks for a lesson with the answer, or says what happens when it is late.`,
			Wrong: line(risks, "answered", "answered   never", "lesson     required"), Right: risks,
		},
		{
			Code:  "register-note-range",
			Says:  `A note has a range that no value can lie in, or one that is for numbers only.`,
			Wrong: line(risks, "notes", `notes      likelihood "How likely it is", a number from 5 to 1`), Right: risks,
		},
		{
			Code:  "register-note-unfit",
			Says:  `Entries are rated, added up or end by a note that the register does not ask for, or that is no number, sum or date.`,
			Wrong: line(risks, "rated", "rated      likelihood * owner"), Right: risks,
		},
		{
			Code: "register-no-such",
			Says: `A scenario enters what its register does not take: a kind that it has not, or a note that it does not ask for; or it numbers
something that is no entry.`,
			Wrong: story(`on 1 June 2026 charity enters moan in complaints "Nobody rang back", area children, service "Home visits"`),
			Right: story(`on 1 June 2026 charity enters complaint in complaints "Nobody rang back", area children, place town, service "Home visits"`),
		},
	}
}
