package syntax

// Pseudonym is `of the form "P-000"`: the form that a person's name has.
type Pseudonym struct {
	Form Text `parser:"'of' 'the' 'form' @@"`
}

// ClaimedWithin is `within 6 weeks of the outcome`.
type ClaimedWithin struct {
	Length Length `parser:"'within' @@ 'of' 'the' 'outcome'"`
}

// ClaimSilence is what silence about a claim means.
type ClaimSilence string

const (
	SilenceVerifies ClaimSilence = "verification"
	SilenceRejects  ClaimSilence = "rejection"
)

func (ClaimSilence) Phrases() []string {
	return []string{string(SilenceVerifies), string(SilenceRejects)}
}

// SilentClaim is `is rejection`.
type SilentClaim struct {
	Is Choice[ClaimSilence] `parser:"'is' @@"`
}

// CapOf is what a cap is the most of.
type CapOf string

const (
	CapPerson CapOf = "a person"
	CapTotal  CapOf = "in total"
)

func (CapOf) Phrases() []string { return []string{string(CapPerson), string(CapTotal)} }

// CapEdge says what the claim that reaches a cap is paid.
type CapEdge string

const (
	LastInPart  CapEdge = "the last claim in part"
	WholeClaims CapEdge = "whole claims only"
)

func (CapEdge) Phrases() []string { return []string{string(LastInPart), string(WholeClaims)} }

// ClaimCap is `£2,400 a person, the last claim in part`.
type ClaimCap struct {
	Sum  Money           `parser:"@@"`
	Of   Choice[CapOf]   `parser:"@@"`
	Edge Choice[CapEdge] `parser:"(',' @@)?"`
}

// WhichOf says which of several outcomes a person is paid for.
type WhichOf string

const (
	TheDearest WhichOf = "the dearest of"
	TheFirst   WhichOf = "the first of"
)

func (WhichOf) Phrases() []string { return []string{string(TheDearest), string(TheFirst)} }

// Exclusive is `the dearest of home_13, home_26`.
type Exclusive struct {
	Which  Choice[WhichOf] `parser:"@@"`
	Prices []*Ident        `parser:"@@ (',' @@)*"`
}

// AttachedBy is `by joined`.
type AttachedBy struct {
	Price Ident `parser:"'by' @@"`
}

// ClawbackWord says what comes back for an outcome that is overturned.
type ClawbackWord string

const (
	LastInFirstOut ClawbackWord = "last in first out"
	WhatItWasPaid  ClawbackWord = "what the claim was paid"
	NoClawback     ClawbackWord = "never"
)

func (ClawbackWord) Phrases() []string {
	return []string{string(LastInFirstOut), string(WhatItWasPaid), string(NoClawback)}
}

// Clawback is `last in first out, within 12 months of payment, repaid within 30
// days, or the next working day`. Within and Repaid are nil with `never`.
type Clawback struct {
	Is     Choice[ClawbackWord] `parser:"@@"`
	Within *Within              `parser:"( ',' @@"`
	Repaid *Length              `parser:"  ',' 'repaid' 'within' @@"`
	Adjust Choice[Adjust]       `parser:"  (',' @@)? )?"`
}

// SetsAside is `council £150,000`.
type SetsAside struct {
	Party Ident `parser:"@@"`
	Sum   Money `parser:"@@"`
}

var ratecardBlock = &BlockDef{
	Keyword: "ratecard", Named: true, Titled: true,
	Doc:     "What is paid for each outcome of each person that has been verified; people are pseudonyms.",
	Becomes: "a claim machine for each person and outcome, and a settlement for each period",
	Example: `ratecard outcomes "What each outcome pays" {
  every      quarter
  from       commissioning
  to         certitude
  pseudonym  of the form "P-000"
  claimed    within 6 weeks of the outcome
  verified   by lambeth, within 20 working days of receipt
  silence    is rejection
  exclusive  the dearest of home_13, home_26
  cap        £2,400 a person, the last claim in part
  cap        £250,000 in total, the last claim in part
  paid       within 30 days of quarter end, or the next working day
  clawback   last in first out, within 12 months of payment, repaid within 30 days

  price home_13 "In a home of their own for 13 weeks" {
    pays       £900 a person
    evidence   "The tenancy, and a visit"
  }
}`,
	Statements: []*StatementDef{
		{
			Keyword: "every", Need: Required, Shape: "month, quarter, half year or year", Example: "every quarter",
			Means: "How often verified claims are settled: each in the period of its verification.", value: of[Every](),
		},
		{
			Keyword: "from", Need: Required, Shape: "NAME", Example: "from commissioning",
			Means: "Who pays: a party, or shares.", value: of[Name](),
		},
		{
			Keyword: "to", Need: Required, Shape: "NAME", Example: "to certitude",
			Means: "Who claims and is paid: a party, or shares.", value: of[Name](),
		},
		{
			Keyword: "pseudonym", Need: Required, Shape: `of the form "FORM"`, Example: `pseudonym of the form "P-000"`,
			Means: "How a person is named in a claim: a zero stands for a digit. Anything else is refused, and is never recorded.", value: of[Pseudonym](),
		},
		{
			Keyword: "attached", Shape: "by PRICE", Example: "attached by joined",
			Means: "The outcome that a person must have before any other is claimed; it pays the attachment fee.", value: of[AttachedBy](),
		},
		{
			Keyword: "claimed", Need: Required, Shape: "within LENGTH of the outcome", Example: "claimed within 6 weeks of the outcome",
			Means: "The last day for a claim.", value: of[ClaimedWithin](),
		},
		{
			Keyword: "verified", Need: Required, Shape: "by PARTY, within LENGTH of receipt", Example: "verified by lambeth, within 20 working days of receipt",
			Means: "Who verifies a claim or rejects it, and until when.", value: of[Accepted](),
		},
		{
			Keyword: "silence", Need: Required, Shape: "is verification, or: is rejection", Example: "silence is rejection",
			Means: "What it means when nobody answers a claim in time.", value: of[SilentClaim](),
		},
		{
			Keyword: "exclusive", Many: true, Shape: "the dearest of, or: the first of, then: PRICE, PRICE", Example: "exclusive the dearest of home_13, home_26",
			Means: "Outcomes of which a person is paid for one.", value: of[Exclusive](),
		},
		{
			Keyword: "cap", Many: true, Shape: "MONEY a person, or: in total, then: , the last claim in part, or: , whole claims only",
			Example: "cap £2,400 a person, the last claim in part",
			Means:   "The most that is paid; what lies beyond is not paid later either.", value: of[ClaimCap](),
		},
		{
			Keyword: "sets aside", Key: 1, Many: true, Shape: "PARTY MONEY", Example: "sets aside lambeth £150,000",
			Means: "What a payer has set aside; together it is what the outcomes that are expected come to.", value: of[SetsAside](),
		},
		{
			Keyword: "paid", Need: Required, Shape: "within LENGTH of PERIOD end[, or the next working day]",
			Example: "paid within 30 days of quarter end, or the next working day",
			Means:   "The last day for payment.", value: of[PaidWithin](),
		},
		{
			Keyword: "clawback", Need: Required,
			Shape:   "never, or: last in first out, or: what the claim was paid, then: , within LENGTH of payment, repaid within LENGTH[, or the next working day]",
			Example: "clawback last in first out, within 12 months of payment, repaid within 30 days",
			Means:   "What comes back when an outcome is overturned after payment, until when, and in what time.", value: of[Clawback](),
		},
	},
}
