package syntax

// RouteValue is what decides which way is taken.
type RouteValue struct {
	Funding Ident            `parser:"'total' 'value' 'of' @@ ','"`
	VAT     Choice[RouteVAT] `parser:"@@"`
}

// RouteVAT says whether the value holds VAT.
type RouteVAT string

const (
	RouteExcludesVAT RouteVAT = "excluding VAT"
	RouteIncludesVAT RouteVAT = "including VAT"
)

func (RouteVAT) Phrases() []string {
	return []string{string(RouteExcludesVAT), string(RouteIncludesVAT)}
}

// Threshold is the value at which the way changes.
type Threshold struct {
	Sum Money `parser:"@@"`
}

// WaySide is for which values a way is taken.
type WaySide string

const (
	WayAbove   WaySide = "above threshold"
	WayAtLeast WaySide = "at or above threshold"
	WayAtMost  WaySide = "at or below threshold"
	WayBelow   WaySide = "below threshold"
)

func (WaySide) Phrases() []string {
	return []string{string(WayAbove), string(WayAtLeast), string(WayAtMost), string(WayBelow)}
}

// Way is `tender above threshold`.
type Way struct {
	Name Ident           `parser:"@@"`
	Side Choice[WaySide] `parser:"@@"`
}

var routeBlock = &BlockDef{
	Keyword: "route", Named: true, Titled: true,
	Doc:     "How a partner is chosen: one way for every total value, and the decision that may waive it.",
	Becomes: "the way that applies to the total, until a waiver is taken",
	Example: `route procurement "How the partner is chosen" {
  on         total value of core, excluding VAT
  threshold  £100,000
  way tender        at or above threshold
  way three_quotes  below threshold
  waiver     by decision waive_standing_orders
}`,
	Statements: []*StatementDef{
		{
			Keyword: "on", Need: Required, Shape: "total value of FUNDING, excluding VAT, or: , including VAT", Example: "on total value of core, excluding VAT",
			Means: "The value that decides: what the funding pays over the whole term.", value: of[RouteValue](),
		},
		{
			Keyword: "threshold", Need: Required, Shape: "MONEY", Example: "threshold £100,000",
			Means: "The value at which the way changes.", value: of[Threshold](),
		},
		{
			Keyword: "way", Key: 1, Need: Required, Many: true, Shape: "NAME above, at or above, at or below, or below threshold", Example: "way tender at or above threshold",
			Means: "The way for values on that side. Every value has exactly one.", value: of[Way](),
		},
		{
			Keyword: "waiver", Shape: "by decision NAME", Example: "waiver by decision waive_standing_orders",
			Means: "The decision that may choose a single partner instead.", value: of[ByDecision](),
		},
	},
}

var templateBlock = &BlockDef{
	Keyword: "template", Named: true, Titled: true,
	Doc:        "An agreement whose open values are its point: it is checked like any other, and nobody can sign it.",
	Example:    "template pia \"Partnership Investment Agreement\" {\n  language   1\n  model      investment\n  term       to be agreed \"the timeframe\"\n  begins     on the first day of the term\n  currency   GBP\n  vat        sums exclude VAT\n  year       starts 1 April\n  calendar   england_and_wales\n  rounding   half up to the penny\n  remainder  to the share written first\n  funds      separate\n  varied     by decision vary\n  unclear    by decision determine\n  purpose    \"What is invested in.\"\n}",
	Statements: agreementBlock.Statements,
}
