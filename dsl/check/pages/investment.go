package pages

import "concordat/dsl/diag"

func investmentPages() diag.Pages {
	header := line(example("agreement base"), "model", "model      investment")
	sooner, heard := example("outcome sooner"), example("outcome heard")
	apart := line(example("funding core"), "if ended", "if ended   repay by days, within 30 days of the end", `excludes   "What personal health budgets already pay for"`)
	both := apart + line(sooner, "weight", "weight 60% of results", "family prevention") + line(heard, "weight", "weight 40% of results", "family organisational")
	late := example("return monthly")
	const route = "route choose \"How the partner is chosen\" {\n  on         total value of core, excluding VAT\n  threshold  £300,000\n  way tender at or above threshold\n  way quotes below threshold\n}\n"
	waive := line(line(line(example("decision plan"), "decision", "decision waive \"Buy from one provider\" {"), "decides"), "by ", "by         expert", "opens      on a proposal by council")
	waive = line(line(line(waive, "rule", "rule       sole"), "silence"), "conflicts")
	waiver := line(route, "way quotes", "way quotes below threshold", "waiver     by decision waive")
	once := "review closing \"The end of the term\" {\n  held       6 months before the term ends\n  by         team\n  looks at   every measure\n  if missed  tell chiefs\n" +
		"  then       respecify, when waiting.band is stretch or better\n  otherwise  end agreement, at the end of the term\n}\n"
	return diag.Pages{
		{
			Code:  "review-branches",
			Says:  `One thing follows from a review where a condition holds and another where it does not. That needs a review held once, and both branches.`,
			Wrong: line(once, "otherwise"), Right: once,
		},
		{
			Code:  "ends-undated",
			Says:  `A review ends the agreement, and the line does not say when.`,
			Wrong: line(once, "otherwise", "otherwise  end agreement"), Right: once,
		},
		{
			Code:  "holds-when",
			Says:  `A review that comes round is held for a period; one that is held once has none.`,
			Wrong: story("on 1 May 2027 team holds quarterly"), Right: story("on 1 May 2027 council holds quarterly for 2026/27 Q4"),
		},
		{
			Code:  "waiver-untaken",
			Says:  `A route names a decision as its waiver, but a yes does not take it; or a decision takes a waiver that no route offers.`,
			Wrong: waiver + line(waive, "otherwise", "otherwise  lapse", "then       tell council"),
			Right: waiver + line(waive, "otherwise", "otherwise  lapse", "then       take waiver"),
		},
		{
			Code:  "template-filled",
			Says:  `A template is there to be filled in. In this one nothing is left to fill in.`,
			Wrong: line(example("agreement base"), "agreement", "template base \"A small alliance\" {"),
			Right: example("agreement base"),
		},
		{
			Code:  "withholds-what",
			Says:  `A late figure withholds the next instalment, and the line does not say of which funding.`,
			Wrong: line(late, "if late", "if late    5 working days after due, withhold the next instalment until returned"),
			Right: line(late, "if late", "if late    5 working days after due, withhold the next instalment of core until returned"),
		},
		{
			Code:  "family-missing",
			Says:  `An investment must show two things: that it prevents need, and what comes back from it. Each outcome says which of the two it answers.`,
			Wrong: header + apart + sooner + heard, Right: header + both,
		},
		{
			Code: "family-unasked",
			Says: `An investment must show two things: that it prevents need, and what comes back from it. No outcome answers one of them.`,
			Wrong: header + apart + line(sooner, "weight", "weight 60% of results", "family prevention") +
				line(heard, "weight", "weight 40% of results", "family prevention"), Right: header + both,
		},
		{
			Code:  "investment-purpose",
			Says:  `An investment is made for one of two reasons: support that keeps need from growing, or a return that is worth more than the money. It says which.`,
			Wrong: line(header, "purpose") + both, Right: header + both,
		},
		{
			Code: "paid-twice",
			Says: `What personal budgets buy already must not be paid for again, and a provider that is paid twice has an advantage over others. No funding says
what its money is not for.`,
			Wrong: header + line(both, "excludes"), Right: header + both,
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
