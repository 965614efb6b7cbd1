package syntax

// PayBand is `100 people at £700`.
type PayBand struct {
	People Number `parser:"@@ 'people' 'at'"`
	Sum    Money  `parser:"@@"`
}

// Pays is `£700 a person`, or `first 100 people at £700, then £500`. Each is
// nil where there are bands; From is nil but for a later year's sum.
type Pays struct {
	Bands []*PayBand `parser:"( 'first' @@ (',' 'next' @@)*"`
	Then  *Money     `parser:"  ',' 'then' @@"`
	Each  *Money     `parser:"| @@ 'a' 'person'"`
	From  *Period    `parser:"  (',' 'from' @@)? )"`
}

// SpellAfter is `26 weeks after joined`.
type SpellAfter struct {
	Least Length `parser:"@@ 'after'"`
	After Ident  `parser:"@@"`
}

// DeadweightPlace says whether the unpaid take places in the price bands.
type DeadweightPlace string

const (
	InsideBands  DeadweightPlace = "inside the price bands"
	OutsideBands DeadweightPlace = "outside the price bands"
)

func (DeadweightPlace) Phrases() []string { return []string{string(InsideBands), string(OutsideBands)} }

// Deadweight is `first 10 a year, outside the price bands`, or `20% of each price`.
type Deadweight struct {
	First *Number                 `parser:"( 'first' @@ 'a' 'year'"`
	Place Choice[DeadweightPlace] `parser:"  (',' @@)?"`
	Part  *Percent                `parser:"| @@ 'of' 'each' 'price' )"`
}

// Expected is `60 people`, or `60 people in 2015/16`.
type Expected struct {
	People Number  `parser:"@@ 'people'"`
	Year   *Period `parser:"('in' @@)?"`
}

var priceBlock = &BlockDef{
	Keyword: "price", Named: true, Titled: true, Inside: "ratecard",
	Doc:     "One outcome that is paid for: what it pays, on what evidence, and what is taken off.",
	Becomes: "a claim for each person, once",
	Example: `price home_26 "In a home of their own for 26 weeks" {
  pays       first 100 people at £1,400, then £900
  spell      26 weeks after joined
  deadweight first 10 a year, outside the price bands
  evidence   "The tenancy, and a visit"
  expected   60 people
}`,
	Statements: []*StatementDef{
		{
			Keyword: "pays", Need: Required, Many: true,
			Shape:   "MONEY a person[, from YEAR], or: first NUMBER people at MONEY[, next NUMBER people at MONEY], then MONEY",
			Example: "pays first 100 people at £1,400, then £900",
			Means:   "The price; bands fill up over the whole term, and a later year's price is that of outcomes reached in it or after.", value: of[Pays](),
		},
		{
			Keyword: "spell", Shape: "LENGTH after PRICE", Example: "spell 26 weeks after joined",
			Means: "The least time between another outcome of the same person and this one.", value: of[SpellAfter](),
		},
		{
			Keyword: "deadweight", Shape: "first NUMBER a year[, inside or outside the price bands], or: PERCENT of each price",
			Example: "deadweight first 10 a year, outside the price bands",
			Means:   "What would have come about anyway and is not paid.", value: of[Deadweight](),
		},
		{
			Keyword: "evidence", Need: Required, Many: true, Shape: `"WORDS"`, Example: `evidence "The tenancy, and a visit"`,
			Means: "What a claim must come with.", value: of[Says](),
		},
		{
			Keyword: "expected", Many: true, Shape: "NUMBER people[ in YEAR]", Example: "expected 60 people",
			Means: "How many people it is expected to pay for in the end, over the term or in a year; no more than a plan.", value: of[Expected](),
		},
	},
}
