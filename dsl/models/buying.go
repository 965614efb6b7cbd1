package models

// The models in which several bodies buy a service, invest in one, or share
// the risk of it.

var standAlone = Model{
	Name:  "stand_alone",
	Title: "Stand-alone partnership",
	Says:  "One body sees a need, invites others to buy the service with it this once, and leads.",
	Fits: []string{
		"The service is new, or few bodies would fund it.",
		"Bodies that said no to aligned budgets still want this one thing together.",
	},
	Unfit: []string{
		"Many bodies buy the same service already: aligned budgets save more.",
		"The sum is so small that a shared purchase costs more than it saves.",
	},
	For: []string{
		"It is quick to set up and binds nobody beyond this purchase.",
		"Each body chooses whether the lead or itself manages its part.",
	},
	Against: []string{
		"Each new need starts from nothing.",
		"Where every partner manages its own part, the provider reports to all of them.",
	},
	Risks: []string{
		"The one that invites does the work, and the others treat it as their supplier.",
		"Rules of the lead apply that the others do not know.",
	},
	Needs: []string{
		"A need that one body can state for all.",
		"It is said whose rules of procurement apply, and who manages what.",
	},
	Example: "agreements/tscip/stand_alone.agreement",
}

var alignedBudgets = Model{
	Name:  "aligned_budgets",
	Title: "Aligned budgets with a lead commissioner",
	Says:  "Many bodies that fund the same service let one buy it for all; each pays its part to the lead, a year in advance.",
	Fits: []string{
		"Several bodies pay the same organisations for the same kind of service.",
		"Staff time spent on many small contracts is worth saving.",
	},
	Unfit: []string{
		"Only one body wants the service, or nobody saves anything by sharing.",
		"The partners want one pot and one decision on it: that is a pooled fund.",
	},
	For: []string{
		"One tender, one contract and one report instead of one for each funder.",
		"Contracts last three years instead of one, and providers can plan.",
		"Each body keeps its own needs, priorities and outcomes.",
	},
	Against: []string{
		"Each partner's own cabinet has to approve.",
		"What it costs each is known only when all have said whether they take part.",
	},
	Risks: []string{
		"A partner does not pay its part in time, and the lead has signed the contract.",
		"Too many tenders at once for small providers.",
		"Old arrangements that were never procured come to light on the way.",
	},
	Needs: []string{
		"A register of everything that is funded now, with its end and how it was awarded.",
		"A lead that has the people to buy, pay and monitor for all.",
		"Transfers that may be spent on this service alone, and are reconciled each year.",
	},
	Example: "agreements/tscip/aligned.agreement",
}

var leadCommissioning = Model{
	Name:  "lead_commissioning",
	Title: "Lead commissioning",
	Says:  "Public bodies divide the groups of people they serve among themselves; for each group one buys for all.",
	Fits: []string{
		"Councils and health bodies serve the same people under different laws.",
		"They want one buyer for each group of people, without mixing their money.",
	},
	Unfit: []string{
		"The partners want to share money or risk and not only the buying.",
		"One purchase only: a stand-alone partnership is lighter.",
	},
	For: []string{
		"For every group it is clear whom to ask.",
		"Nobody gives up a duty or a budget.",
		"Gaps and double spending between bodies are seen.",
	},
	Against: []string{
		"Staff work under one body's rules and another body's lead.",
		"Without a common fund each year's money has to be committed anew.",
	},
	Risks: []string{
		"A group has no lead, or two.",
		"Money given for one place is spent in another.",
		"One partner leaves, and nobody has said whether the others go on.",
	},
	Needs: []string{
		"Exactly one lead for each group in each place, by name.",
		"A schedule of what each commits, every year.",
		"Meetings often enough that managers trust each other's figures.",
	},
	Example: "agreements/s31/s31_mended.agreement",
}

var investment = Model{
	Name:  "investment",
	Title: "Partnership investment",
	Says:  "A public body puts money into an organisation for a limited time, because that prevents need or brings back more than it costs.",
	Fits: []string{
		"Support given early stops need from growing, and the evidence says so or can be gathered.",
		"Volunteers, networks or other funders add to the money.",
	},
	Unfit: []string{
		"An existing contract is to be turned into one: it has to end first.",
		"Personal health budgets already pay for it: that would be paying twice.",
	},
	For: []string{
		"It ends, or tapers, on a day that everybody knows.",
		"It asks both questions: what was prevented, and what came back.",
		"Small organisations can be treated lightly.",
	},
	Against: []string{
		"Prevention is hard to show within the term.",
		"Money that falls from year to year strains a small organisation.",
	},
	Risks: []string{
		"The organisation has grown used to the money when it ends.",
		"It is rolled over instead of being specified anew.",
		"A ceiling with many exceptions is none.",
	},
	Needs: []string{
		"Measures of both families, prevention and return.",
		"A route of procurement for every value, with a waiver only on evidence.",
		"A decision before the end: specify anew, or stop.",
	},
	Example: "agreements/pia/mended.agreement",
}

var alliance = Model{
	Name:  "alliance",
	Title: "Alliance",
	Says:  "Buyers and providers sign one agreement, decide together, and share gain and pain for one set of outcomes.",
	Fits: []string{
		"Several providers can only succeed together, and the buyer can help or hinder them.",
		"Relations are mature, and all sides are ready to carry risk.",
		"One small set of outcomes stands for success.",
	},
	Unfit: []string{
		"One member's success would have to be paid apart from the others'.",
		"A party's board will not let its member decide.",
	},
	For: []string{
		"Everybody gains or loses together, so nobody gains by moving a problem to another.",
		"Decisions are made for the service, by the people who can carry them out.",
		"Failures are learned from instead of fought over.",
	},
	Against: []string{
		"Deciding without a dissenting voice takes senior people's time.",
		"Open books, and outcomes in public, are not for everyone.",
	},
	Risks: []string{
		"The gain is too small to matter, or the pain too large for a small member.",
		"Baselines are bad, and results pay for what was never there.",
		"A new person in the leadership reopens what was settled.",
	},
	Needs: []string{
		"A vision first, then outcomes, then levels, then money, all agreed before the start.",
		"Members with authority, in writing, that their own organisation cannot undo.",
		"A shadow period before anything is paid.",
		"A gain and a pain that are worth having and can be borne.",
	},
	Example: "agreements/ipsa/ipsa.agreement",
}
