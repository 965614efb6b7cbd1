package pages

import "concordat/dsl/diag"

func socialPages() diag.Pages {
	const worth = `social_return worth "What comes back" {
  model       "Social return on investment, as the guide of 2012 describes it"
  from        2026/27, over 5 years
  discounted  at Green Book rates, the first year in full
  attribution is what others caused
  drop off    from the second year
  puts in council £20,000 in 2026/27, in money, "The grant"
  qualitative "People say that they are less alone"

  benefit nights "Nights in a care home that were not needed" {
    kind         cashable
    quantity     240
    proxy        £95, "What the council pays for a night"
    deadweight   20%
    displacement 0%
    attribution  25%
    drop off     10% a year
    lasts        3 years
  }
}
`
	invested := line(example("agreement base"), "model", "model      investment") +
		line(example("funding core"), "if ended", "if ended   repay by days, within 30 days of the end", `excludes   "What personal health budgets already pay for"`) +
		line(example("outcome sooner"), "weight", "weight 60% of results", "family prevention") + line(example("outcome heard"), "weight", "weight 40% of results", "family organisational")
	second := line(line(line(worth, "social_return", `social_return other "More that comes back" {`), "model", `model       "Another model"`), "benefit", `benefit days "Days" {`)
	return diag.Pages{
		{
			Code: "social-return-readings",
			Says: `The field works out social return in more than one way: attribution is what others caused or what this work caused, benefits drop off from the first
year or from the second, and the first year is discounted or not. Each changes the figure, so the text names one.`,
			Wrong: line(worth, "attribution is"), Right: worth,
		},
		{
			Code:  "social-return-empty",
			Says:  `Nothing is put in, or nothing comes back. A ratio to nothing is no figure.`,
			Wrong: line(worth, "puts in"), Right: worth,
		},
		{
			Code: "social-value-alone",
			Says: `Nothing that comes back from an investment is felt in health or social care: all of it is of social value. That is too broad a claim to
invest a care budget on. A benefit that lets a budget fall, or gives staff or beds back, says what kind it is.`,
			Wrong: invested + line(worth, "kind", "kind         social"), Right: invested + worth,
		},
		{
			Code:  "social-return-models",
			Says:  `Two social returns of one agreement use two models. One model is named and used throughout; else the figures say nothing about each other.`,
			Wrong: worth + second, Right: worth + line(second, "model", `model       "Social return on investment, as the guide of 2012 describes it"`),
		},
	}
}
