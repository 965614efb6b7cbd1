package syntax

// TakerWord is where a part of a difference goes, or comes from, without a name.
type TakerWord string

func (TakerWord) Phrases() []string {
	return []string{"to the reserve", "from the reserve", "kept for the next year", "off the next transfer"}
}

// FundTier is `up to £10,000, kept for the next year`. Taker, Returned or Borne is set.
type FundTier struct {
	Range    Tier              `parser:"@@ ','"`
	Taker    Choice[TakerWord] `parser:"( @@"`
	Returned *Ident            `parser:"| 'returned' 'to' @@"`
	Borne    *Ident            `parser:"| 'borne' 'by' @@ )"`
}

// Reconciled is `every year against spend`.
type Reconciled struct {
	Against Ident `parser:"'every' 'year' 'against' @@"`
}

// PaidInBy is `by transfer`.
type PaidInBy struct {
	Fundings []*Ident `parser:"'by' @@ (',' @@)*"`
}

// HolderPart is `£50,000 for 2013/14`. Period is nil where it is that of every year.
type HolderPart struct {
	Sum    Money   `parser:"@@"`
	Period *Period `parser:"('for' @@)?"`
}

// FundReserve is `£20,000, out of the first year`.
type FundReserve struct {
	Sum Money `parser:"@@ ',' 'out' 'of' 'the' 'first' 'year'"`
}

// ReturnedTo is `returned to partners`.
type ReturnedTo struct {
	To Ident `parser:"'returned' 'to' @@"`
}

// FundPart says whether a year that the end cuts short is reconciled.
type FundPart string

const (
	PartReconciled    FundPart = "reconciled"
	PartNotReconciled FundPart = "not reconciled"
)

func (FundPart) Phrases() []string {
	return []string{string(PartReconciled), string(PartNotReconciled)}
}

// FundPartYear is `reconciled`.
type FundPartYear struct {
	Is Choice[FundPart] `parser:"@@"`
}

// HeldBy is `by county`, where `led` or `hosted` is the keyword.
type HeldBy struct {
	Party Ident `parser:"'by' @@"`
}

var advanceBlock = &BlockDef{
	Keyword: "advance", Named: true, Titled: true,
	Doc:     "What a lead does with what its partners transfer to it in advance: spends it on named fundings only, and is reconciled against what was spent.",
	Becomes: "a settlement machine for each year: awaiting figures, calculated, confirmed",
	Example: `advance yearly "What the lead does with the transfers" {
  led by       lambeth
  paid in      by transfer
  own part     £50,000 for 2015/16
  spent on     core
  reconciled   every year against spend
  underspend   any sum, off the next transfer
  overspend    up to £20,000, borne by commissioning
  overspend    above £20,000, borne by lambeth
  part year    reconciled
  confirmed    by decision settle
  paid         within 30 days of settle, or the next working day
  corrected    within 12 months of payment, by the difference
}`,
	Column: 13,
	Statements: append([]*StatementDef{{
		Keyword: "led by", Need: Required, Shape: "PARTY", Example: "led by lambeth",
		Means: "The party that holds the money and pays the provider.", value: of[Name](),
	}}, fundRows()...),
}

var fundBlock = &BlockDef{
	Keyword: "fund", Named: true, Titled: true,
	Doc:     "A pooled fund: who hosts it, who pays in, what it pays for, and where an underspend goes and an overspend comes from.",
	Becomes: "a settlement machine for each year: awaiting figures, calculated, confirmed",
	Example: `fund pool "The pooled fund" {
  hosted by    lambeth
  paid in      by contribution
  own part     £50,000 for 2015/16
  spent on     core
  approved     by leadership
  reconciled   every year against spend
  reserve      £20,000, out of the first year
  reserve short borne by commissioning
  underspend   up to £10,000, to the reserve
  underspend   above £10,000 up to £30,000, kept for the next year
  underspend   above £30,000, returned to commissioning
  overspend    up to £15,000, from the reserve
  overspend    above £15,000 up to £40,000, borne by commissioning
  overspend    above £40,000, borne by lambeth
  left over    returned to commissioning
  part year    not reconciled
  confirmed    by decision settle
  paid         within 30 days of settle, or the next working day
  corrected    within 12 months of payment, by the difference
}`,
	Column: 13,
	Statements: append([]*StatementDef{
		{
			Keyword: "hosted by", Need: Required, Shape: "PARTY", Example: "hosted by lambeth",
			Means: "The party that holds the fund and answers for its accounts.", value: of[Name](),
		},
		{
			Keyword: "approved", Need: Required, Shape: "by NAME", Example: "approved by leadership",
			Means: "Who may approve spending out of the fund: a group in which every contributor has a seat, or a party.", value: of[HeldBy](),
		},
	}, fundRows()...),
}

// fundRows are the statements that an advance and a pooled fund share.
func fundRows() []*StatementDef {
	return []*StatementDef{
		{
			Keyword: "paid in", Need: Required, Shape: "by FUNDING[, FUNDING]", Example: "paid in by transfer",
			Means: "The fundings by which the others pay in.", value: of[PaidInBy](),
		},
		{
			Keyword: "own part", Many: true, Shape: "MONEY[ for YEAR]", Example: "own part £50,000 for 2015/16",
			Means: "What the holder puts in itself: in that year, or in every year.", value: of[HolderPart](),
		},
		{
			Keyword: "spent on", Need: Required, Shape: "FUNDING[, FUNDING]", Example: "spent on core",
			Means: "What the money is spent on, and nothing else.", value: of[Names](),
		},
		{
			Keyword: "reconciled", Need: Required, Shape: "every year against COST", Example: "reconciled every year against spend",
			Means: "The figure of what was spent.", value: of[Reconciled](),
		},
		{
			Keyword: "reserve", Shape: "MONEY, out of the first year", Example: "reserve £20,000, out of the first year",
			Means: "What is set aside before anything is spent.", value: of[FundReserve](),
		},
		{
			Keyword: "reserve short", Shape: "borne by NAME", Example: "reserve short borne by commissioning",
			Means: "Who pays what the reserve is asked for and does not hold.", value: of[BorneBy](),
		},
		{
			Keyword: "underspend", Need: Required, Many: true, Shape: "RANGE, to the reserve; kept for the next year; off the next transfer; or: returned to NAME",
			Example: "underspend up to £10,000, kept for the next year",
			Means:   "Where each range of what was not spent goes; together every sum exactly once.", value: of[FundTier](),
		},
		{
			Keyword: "overspend", Need: Required, Many: true, Shape: "RANGE, from the reserve; or: borne by NAME",
			Example: "overspend above £15,000 up to £40,000, borne by commissioning",
			Means:   "Who pays each range of what was spent beyond what there was; together every sum exactly once.", value: of[FundTier](),
		},
		{
			Keyword: "left over", Shape: "returned to NAME", Example: "left over returned to commissioning",
			Means: "Who gets what is still held when the last year is settled.", value: of[ReturnedTo](),
		},
		{
			Keyword: "part year", Need: Required, Shape: "reconciled, or: not reconciled", Example: "part year not reconciled",
			Means: "Whether a year that the end cuts short is reconciled.", value: of[FundPartYear](),
		},
		{
			Keyword: "confirmed", Need: Required, Shape: "by decision NAME", Example: "confirmed by decision settle",
			Means: "The decision that confirms the sum.", value: of[ByDecision](),
		},
		{
			Keyword: "paid", Need: Required, Shape: "within LENGTH of DECISION[, or the next working day]", Example: "paid within 30 days of settle, or the next working day",
			Means: "The last day for payment.", value: of[PaidWithin](),
		},
		{
			Keyword: "corrected", Need: Required, Shape: "within LENGTH of payment, by the difference", Example: "corrected within 12 months of payment, by the difference",
			Means: "Until when a restated figure still changes what was paid, and how.", value: of[Corrected](),
		},
	}
}
