package syntax

// ReturnYears is `2015/16, over 5 years`.
type ReturnYears struct {
	First Period `parser:"@@ ','"`
	Years Number `parser:"'over' @@ ('years' | 'year')"`
}

// FirstYearWord says whether what comes in the first year is discounted.
type FirstYearWord string

const (
	FirstYearFull FirstYearWord = "the first year in full"
	FirstYearToo  FirstYearWord = "the first year too"
)

func (FirstYearWord) Phrases() []string { return []string{string(FirstYearFull), string(FirstYearToo)} }

// Discounted is `at Green Book rates, the first year in full`, or `at 3.5% a year, …`.
type Discounted struct {
	Book  bool                  `parser:"( @('at' 'Green' 'Book' 'rates')"`
	Rate  *Percent              `parser:"| 'at' @@ 'a' 'year' )"`
	First Choice[FirstYearWord] `parser:"(',' @@)?"`
}

// AttributionWord says whose part attribution is.
type AttributionWord string

const (
	OthersCaused AttributionWord = "what others caused"
	WorkCaused   AttributionWord = "what this work caused"
)

func (AttributionWord) Phrases() []string { return []string{string(OthersCaused), string(WorkCaused)} }

// AttributionIs is `is what others caused`.
type AttributionIs struct {
	Is Choice[AttributionWord] `parser:"'is' @@"`
}

// DropFromWord says in which year a benefit first falls.
type DropFromWord string

const (
	DropFromFirst  DropFromWord = "first"
	DropFromSecond DropFromWord = "second"
)

func (DropFromWord) Phrases() []string {
	return []string{string(DropFromFirst), string(DropFromSecond)}
}

// DropFrom is `from the second year`.
type DropFrom struct {
	Year Choice[DropFromWord] `parser:"'from' 'the' @@ 'year'"`
}

// PutInWord says whether it is money.
type PutInWord string

const (
	InMoney PutInWord = "in money"
	InKind  PutInWord = "in kind"
)

func (PutInWord) Phrases() []string { return []string{string(InMoney), string(InKind)} }

// PutsIn is `council £60,000 in 2015/16, in money, "The grant"`.
type PutsIn struct {
	Party Ident             `parser:"@@"`
	Sum   Money             `parser:"@@ 'in'"`
	Year  Period            `parser:"@@ ','"`
	Is    Choice[PutInWord] `parser:"@@ ','"`
	Says  Text              `parser:"@@"`
}

var socialReturnBlock = &BlockDef{
	Keyword: "social_return", Named: true, Titled: true,
	Doc:     "What comes back from what is put in, in pounds where it has a price; it is reported and never pays.",
	Becomes: "figures worked out anew whenever they are asked for: no day and no act moves them",
	Example: `social_return worth "What the support gives back" {
  model       "Social return on investment, as the guide of 2012 describes it"
  from        2015/16, over 5 years
  discounted  at Green Book rates, the first year in full
  attribution is what others caused
  drop off    from the second year
  puts in council £60,000 in 2015/16, in money, "The first year's investment"
  qualitative "Carers say that they sleep again"

  benefit nights "Nights in a care home that were not needed" {
    kind         cashable
    quantity     240
    proxy        £95, "What the council paid for a night in 2014/15"
    deadweight   20%
    displacement 0%
    attribution  25%
    drop off     10% a year
    lasts        3 years
  }
}`,
	Statements: []*StatementDef{
		{
			Keyword: "model", Need: Required, Shape: `"WORDS"`, Example: `model "Social return on investment, as the guide of 2012 describes it"`,
			Means: "The one model that is used throughout.", value: of[Says](),
		},
		{
			Keyword: "from", Need: Required, Shape: "YEAR, over NUMBER years", Example: "from 2015/16, over 5 years",
			Means: "The first year, and how many years are looked at.", value: of[ReturnYears](),
		},
		{
			Keyword: "discounted", Need: Required, Shape: "at Green Book rates, or: at PERCENT a year, then: , the first year in full, or: , the first year too",
			Example: "discounted at Green Book rates, the first year in full",
			Means:   "What a later pound is worth today.", value: of[Discounted](),
		},
		{
			Keyword: "attribution", Shape: "is what others caused, or: is what this work caused", Example: "attribution is what others caused",
			Means: "Whose part the benefits' lines `attribution` say; needed where one says any.", value: of[AttributionIs](),
		},
		{
			Keyword: "drop off", Shape: "from the first year, or: from the second year", Example: "drop off from the second year",
			Means: "In which year the benefits' lines `drop off` first take something off; needed where one says any.", value: of[DropFrom](),
		},
		{
			Keyword: "puts in", Key: 1, Many: true, Shape: `PARTY MONEY in YEAR, in money, or: in kind, "WORDS"`,
			Example: `puts in council £60,000 in 2015/16, in money, "The grant"`,
			Means:   "What a party puts in: money, or what else it gives and what that is worth.", value: of[PutsIn](),
		},
		{
			Keyword: "qualitative", Many: true, Shape: `"WORDS"`, Example: `qualitative "Carers say that they sleep again"`,
			Means: "What comes back and is never put in pounds.", value: of[Says](),
		},
	},
}
