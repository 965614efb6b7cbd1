package syntax

// BenefitWord says who feels a benefit.
type BenefitWord string

const (
	CashableBenefit BenefitWord = "cashable"
	CapacityBenefit BenefitWord = "capacity"
	SocialBenefit   BenefitWord = "social"
)

func (BenefitWord) Phrases() []string {
	return []string{string(CashableBenefit), string(CapacityBenefit), string(SocialBenefit)}
}

// BenefitKind is `cashable`.
type BenefitKind struct {
	Is Choice[BenefitWord] `parser:"@@"`
}

// Quantity is `240`, or `breakdowns for 2015/16`.
type Quantity struct {
	Number  *Number `parser:"( @@"`
	Measure *Ident  `parser:"| @@"`
	Period  *Period `parser:"  'for' @@ )"`
}

// Proxy is `£95, "What a night costs"`.
type Proxy struct {
	Sum    Money `parser:"@@ ','"`
	Source Text  `parser:"@@"`
}

// Part is `20%`.
type Part struct {
	Part Percent `parser:"@@"`
}

// PartAYear is `10% a year`.
type PartAYear struct {
	Part Percent `parser:"@@ 'a' 'year'"`
}

// Lasts is `3 years`.
type Lasts struct {
	Years Number `parser:"@@ ('years' | 'year')"`
}

var benefitBlock = &BlockDef{
	Keyword: "benefit", Named: true, Titled: true, Inside: "social_return", Column: 13,
	Doc: "One thing that comes back and has a price: how much of it, what one is worth, and what is taken off.",
	Example: `benefit nights "Nights in a care home that were not needed" {
  kind         cashable
  quantity     240
  proxy        £95, "What the council paid for a night in 2014/15"
  deadweight   20%
  displacement 0%
  attribution  25%
  drop off     10% a year
  lasts        3 years
}`,
	Statements: []*StatementDef{
		{
			Keyword: "kind", Need: Required, Shape: "cashable, capacity or social", Example: "kind cashable",
			Means: "Whether a budget falls, somebody has room again, or lives are better and no budget falls; the three are never added into one saving.", value: of[BenefitKind](),
		},
		{
			Keyword: "quantity", Need: Required, Shape: "NUMBER, or: MEASURE for PERIOD", Example: "quantity stays_avoided for 2015/16",
			Means: "How much of it a full year brings.", value: of[Quantity](),
		},
		{
			Keyword: "proxy", Need: Required, Shape: `MONEY, "SOURCE"`, Example: `proxy £95, "What the council paid for a night in 2014/15"`,
			Means: "What one is worth, and who says so.", value: of[Proxy](),
		},
		{
			Keyword: "deadweight", Need: Required, Shape: "PERCENT", Example: "deadweight 20%",
			Means: "The part that would have come about anyway.", value: of[Part](),
		},
		{
			Keyword: "displacement", Need: Required, Shape: "PERCENT", Example: "displacement 0%",
			Means: "The part that only moved here from elsewhere.", value: of[Part](),
		},
		{
			Keyword: "attribution", Need: Required, Shape: "PERCENT", Example: "attribution 25%",
			Means: "The part that the social return's line `attribution` says.", value: of[Part](),
		},
		{
			Keyword: "drop off", Need: Required, Shape: "PERCENT a year", Example: "drop off 10% a year",
			Means: "What is lost from one year to the next.", value: of[PartAYear](),
		},
		{
			Keyword: "lasts", Need: Required, Shape: "NUMBER years", Example: "lasts 3 years",
			Means: "For how many years it is felt.", value: of[Lasts](),
		},
	},
}
