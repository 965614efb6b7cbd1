package syntax

// RouteValue is what decides which way is taken. Rate is that of the VAT, where
// the total has to be converted.
type RouteValue struct {
	Funding Ident            `parser:"'total' 'value' 'of' @@ ','"`
	VAT     Choice[RouteVAT] `parser:"@@"`
	Rate    *Percent         `parser:"('at' @@)?"`
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

// Threshold is the value at which the way changes, and from which day on it does.
type Threshold struct {
	Sum  Money `parser:"@@"`
	From *Date `parser:"('from' @@)?"`
}

// Begun is the day on which procurement begins: `on 1 February 2026`.
type Begun struct {
	On Date `parser:"'on' @@"`
}

// WaySide is for which values a way is taken.
type WaySide string

const (
	WayAbove   WaySide = "above"
	WayAtLeast WaySide = "at or above"
	WayAtMost  WaySide = "at or below"
	WayBelow   WaySide = "below"
)

func (WaySide) Phrases() []string {
	return []string{string(WayAbove), string(WayAtLeast), string(WayAtMost), string(WayBelow)}
}

// Way is `tender above threshold`, or with a value of its own. Threshold or
// Value is set. With Quotes it waits for as many entries in a register.
type Way struct {
	Name      Ident           `parser:"@@"`
	Side      Choice[WaySide] `parser:"@@"`
	Threshold bool            `parser:"( @'threshold'"`
	Value     *Money          `parser:"| @@ )"`
	Quotes    *Number         `parser:"( ',' 'with' @@ 'entries' 'in'"`
	Register  *Ident          `parser:"  @@ )?"`
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
			Keyword: "on", Need: Required, Shape: "total value of FUNDING, excluding VAT, or: , including VAT, then: [ at PERCENT]", Example: "on total value of core, excluding VAT",
			Means: "The value that decides: the most that the funding pays over the whole term, with or without VAT.", value: of[RouteValue](),
		},
		{
			Keyword: "threshold", Many: true, Shape: "MONEY[ from DATE]", Example: "threshold £100,000",
			Means: "The value at which the way changes; of dated ones, that which is in force on the day on which procurement begins.", value: of[Threshold](),
		},
		{
			Keyword: "begun", Shape: "on DATE", Example: "begun on 2 February 2026",
			Means: "The day on which procurement begins.", value: of[Begun](),
		},
		{
			Keyword: "way", Key: 1, Need: Required, Many: true, Shape: "NAME SIDE threshold, or: NAME SIDE MONEY, with SIDE above, at or above, at or below, or below; then: [, with NUMBER entries in REGISTER]",
			Example: "way tender at or above threshold",
			Means:   "The way for values on that side: every value has exactly one. One with entries waits until so many quotes are written down.", value: of[Way](),
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
