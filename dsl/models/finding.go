package models

// The models that look for a service before anybody buys it, and those that
// bring several buyers' or departments' wishes together.

var developmentPartnership = Model{
	Name:  "development_partnership",
	Title: "Development partnership",
	Says:  "Several sectors look together for a service that nobody can specify yet: they try ways, compare them, and only then buy.",
	Fits: []string{
		"There is a problem with several causes, and no known solution.",
		"What was bought so far has not solved it.",
		"Nobody can say what the right service would cost.",
	},
	Unfit: []string{
		"The service is known, and only a provider is sought.",
		"Something has to run within a year.",
	},
	For: []string{
		"Every partner sees a different side of the problem, and all of them name it together.",
		"Money and risk of trying are shared.",
		"What is learned reaches the policy of every partner, not one.",
	},
	Against: []string{
		"It is slow: eight steps stand before the first lasting contract.",
		"Pilots cost much for each person they reach.",
		"Agreeing on aims can take as long as the first pilot.",
	},
	Risks: []string{
		"A partner has an aim that it does not say, and steers by it.",
		"A pilot fails. That teaches something, but somebody has to answer for it.",
		"People who built the trust change jobs before the end.",
		"The pilots were set up so differently that they cannot be compared.",
	},
	Needs: []string{
		"One strong lead that keeps the process going, and roles that everybody can repeat.",
		"Money set aside for pilots, with the cost of running the partnership shown apart.",
		"An evaluation that is designed before the first pilot starts.",
		"Patience, and leaders who want the answer.",
	},
	Example: "agreements/development-partnership/custody.agreement",
}

var publicSocialPartnership = Model{
	Name:  "public_social_partnership",
	Title: "Public social partnership",
	Says:  "A public body and voluntary organisations design a service with the people it is for, a consortium tries it out, and then it goes to open tender.",
	Fits: []string{
		"The service is new, and those who will use it should shape it.",
		"Voluntary organisations know these people better than the buyer does.",
		"There is time: the example needed over eighteen months to its first visit.",
	},
	Unfit: []string{
		"The buyer already knows what to ask for: then tender.",
		"The consortium is meant to keep the contract without a tender: the law will not have it.",
	},
	For: []string{
		"The service fits because users helped to make it.",
		"Buyers and voluntary organisations learn how the other works.",
		"Small organisations become able to bid for larger contracts.",
		"Old grants can become proper contracts.",
	},
	Against: []string{
		"The two sides think and decide at different speeds.",
		"Roles change on the way: planners become providers, and the planner beside them becomes their contract manager.",
	},
	Risks: []string{
		"The consortium runs the pilot well and loses the tender, and the relation is damaged.",
		"Who designs the service and then bids for it has an advantage that others will contest.",
		"Small organisations cannot spare the time and drop out.",
	},
	Needs: []string{
		"A problem and a solution that all have agreed before anything else begins.",
		"A neutral development officer who brings people together and decides nothing.",
		"The buyer's own departments, procurement first, brought in at the start.",
		"It is said to everybody, early and in writing, that the pilot promises nothing.",
	},
	Example: "agreements/public-social-partnership/roar.agreement",
}

var multipleOutcomes = Model{
	Name:  "multiple_outcomes",
	Title: "Multiple outcomes commissioning",
	Says:  "One body joins up what its departments buy apart, so that one contract brings each of them an outcome.",
	Fits: []string{
		"Two departments already spend money on things that could help each other.",
		"Work that has to be done anyway could give jobs to people whom another department supports.",
		"Contracts of both come up for renewal at about the same time.",
	},
	Unfit: []string{
		"The second outcome is only a wish: it must belong to the core of what is bought.",
		"The departments belong to different bodies: then look at partnership purchasing.",
	},
	For: []string{
		"The same money buys two outcomes.",
		"What one decision does elsewhere is seen and counted.",
		"No new money is needed to begin.",
	},
	Against: []string{
		"Departments have to learn what the other needs.",
		"One contract with two owners is harder to manage than two.",
	},
	Risks: []string{
		"Each head of department goes on being judged on the own budget, and the second outcome is forgotten.",
		"The provider meets the outcome that is easier to count.",
	},
	Needs: []string{
		"Somebody above both departments who wants it.",
		"Targets for heads of department that are the whole body's outcomes.",
		"Money that rests on both outcomes at once.",
	},
	Example: "agreements/multiple-outcomes/void_clearance.agreement",
}

var partnershipPurchasing = Model{
	Name:  "partnership_purchasing",
	Title: "Partnership purchasing",
	Says:  "Several public bodies buy one service for people who need something of each of them; each pays for the outcome that it wants.",
	Fits: []string{
		"The same people turn up in many services, sent from one to the next.",
		"Acting early would cost one body more than it saves, and save the others more than it costs.",
	},
	Unfit: []string{
		"Only one body would save anything: then it should pay, or ask for an investment.",
		"Nobody can name the outcome that it wants for its money.",
	},
	For: []string{
		"The cause is treated, and not each sign of it by another body.",
		"A service becomes possible that no budget carries alone.",
		"People meet one service and not five.",
	},
	Against: []string{
		"The cost comes first and the saving years later.",
		"Saving in another body's budget is hard to show, and harder to keep.",
	},
	Risks: []string{
		"A partner without a duty in law is the first to leave when money is short.",
		"Benefits fall on a partner that pays little.",
		"The evidence turns out weaker than it looked.",
	},
	Needs: []string{
		"One lead to whom the provider answers.",
		"Every partner's outcome in its own words, with the saving that justifies its part.",
		"Impact measured and reported partner by partner, from before the start.",
		"Evidence that the service works for such people.",
	},
	Example: "agreements/partnership-purchasing/care_leavers.agreement",
}
