package check

import "concordat/dsl/diag"

func investmentPages() diag.Pages {
	header := line(example("agreement base"), "model", "model      investment")
	sooner, heard := example("outcome sooner"), example("outcome heard")
	both := line(sooner, "weight", "weight 60% of results", "family prevention") + line(heard, "weight", "weight 40% of results", "family organisational")
	return diag.Pages{
		{
			Code:  "family-missing",
			Says:  `An investment must show two things: that it prevents need, and what comes back from it. Each outcome says which of the two it answers.`,
			Wrong: header + sooner + heard, Right: header + both,
		},
		{
			Code: "family-unasked",
			Says: `An investment must show two things: that it prevents need, and what comes back from it. No outcome answers one of them.`,
			Wrong: header + line(sooner, "weight", "weight 60% of results", "family prevention") +
				line(heard, "weight", "weight 40% of results", "family prevention"), Right: header + both,
		},
		{
			Code: "evidence-contradicts",
			Says: `A figure's evidence is established already, or is still being established by readings that come in with its returns. A line says it twice, or
readings are taken more often than anybody returns them.`,
			Wrong: line(sooner, "better", "better       lower", "evidence     being established, by wait every month"),
			Right: line(sooner, "better", "better       lower", "evidence     being established, by wait every quarter"),
		},
	}
}
