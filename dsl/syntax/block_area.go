package syntax

// LeadIn is `halton in halton_place`; Place is nil where the party leads
// everywhere.
type LeadIn struct {
	Party Ident  `parser:"@@"`
	Place *Ident `parser:"('in' @@)?"`
}

// Leads is who leads, everywhere or place by place.
type Leads struct {
	Leads []*LeadIn `parser:"@@ (',' @@)*"`
}

// Ages is `all`, `18 to 64`, or `65 and over, some from 55`. To is nil where
// there is no oldest age.
type Ages struct {
	All  bool    `parser:"( @'all'"`
	From *Number `parser:"| @@"`
	To   *Number `parser:"  ( 'to' @@"`
	Over bool    `parser:"  | @('and' 'over') )"`
	Some *Number `parser:"  (',' 'some' 'from' @@)? )"`
}

// LeadsWith is `pct for alcohol_health_outcomes`.
type LeadsWith struct {
	Party Ident  `parser:"@@ 'for'"`
	For   Phrase `parser:"@@"`
}

var placeBlock = &BlockDef{
	Keyword: "place", Named: true, Titled: true, Bare: true,
	Doc:     "A place that leads and money can belong to.",
	Becomes: "part of the record: no day and no act moves it",
	Example: `place halton_place "Halton"`,
}

var areaBlock = &BlockDef{
	Keyword: "area", Named: true, Titled: true,
	Doc:     "A group of people for whom services are bought, and the one party that leads: in every place exactly one.",
	Becomes: "part of the record: no day and no act moves it",
	Example: `area older_people "Older people" {
  ages       65 and over, some from 55
  lead       halton in halton_place, sthelens in sthelens_place
  reports to older_peoples_board
}`,
	Statements: []*StatementDef{
		{
			Keyword: "ages", Need: Required, Shape: "all, or: AGE to AGE, or: AGE and over, then: , some from AGE",
			Example: "ages 65 and over, some from 55",
			Means:   "For whom: both ages belong to the range.", value: of[Ages](),
		},
		{
			Keyword: "lead", Need: Required, Shape: "PARTY, or: PARTY in PLACE, PARTY in PLACE",
			Example: "lead halton in halton_place, sthelens in sthelens_place",
			Means:   "The party that buys for all of them, everywhere or in its place.", value: of[Leads](),
		},
		{
			Keyword: "with", Many: true, Shape: "PARTY for WORDS", Example: "with pct for alcohol_health_outcomes",
			Means: "A party that leads together with the lead on one matter.", value: of[LeadsWith](),
		},
		{
			Keyword: "reports to", Shape: "NAME", Example: "reports to older_peoples_board",
			Means: "The body or group that the lead reports to.", value: of[Name](),
		},
	},
}
