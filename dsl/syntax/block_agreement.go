package syntax

// LanguageVersion is `language 1`.
type LanguageVersion struct {
	Version Number `parser:"@@"`
}

// Begins says on which day the agreement comes into force.
type Begins struct {
	OrLastSignature bool `parser:"'on' 'the' 'first' 'day' 'of' 'the' 'term' @(',' 'or' 'on' 'the' 'last' 'signature' 'if' 'later')?"`
}

// ShadowStart says when a shadow period begins that not everybody has signed for.
type ShadowStart string

const (
	AllSigned       ShadowStart = "if all have signed by then"
	OrLastSignature ShadowStart = "or from the last signature if later"
)

func (ShadowStart) Phrases() []string { return []string{string(AllSigned), string(OrLastSignature)} }

// Shadow is `from 1 January 2015, if all have signed by then`.
type Shadow struct {
	From  Date                `parser:"'from' @@ ','"`
	Start Choice[ShadowStart] `parser:"@@"`
}

// VatWord says whether the sums of the agreement hold VAT.
type VatWord string

const (
	ExcludeVAT VatWord = "sums exclude VAT"
	IncludeVAT VatWord = "sums include VAT"
)

func (VatWord) Phrases() []string { return []string{string(ExcludeVAT), string(IncludeVAT)} }

// Vat is `sums exclude VAT`.
type Vat struct {
	Sums Choice[VatWord] `parser:"@@"`
}

// MonthDay is a day of every year: `1 April`.
type MonthDay struct {
	Day   Number `parser:"@@"`
	Month Ident  `parser:"@@"`
}

// YearStarts is `starts 1 April`.
type YearStarts struct {
	On MonthDay `parser:"'starts' @@"`
}

// MoneyStep is what sums are rounded to.
type MoneyStep string

const (
	ToPenny MoneyStep = "penny"
	ToPound MoneyStep = "pound"
)

func (MoneyStep) Phrases() []string { return []string{string(ToPenny), string(ToPound)} }

// Rounding is `half up to the penny`.
type Rounding struct {
	Mode Choice[RoundingMode] `parser:"@@ 'to' 'the'"`
	To   Choice[MoneyStep]    `parser:"@@"`
}

// RemainderTo says which part of a split gets the pennies that are left.
type RemainderTo string

const (
	LargestFraction   RemainderTo = "the largest fraction"
	ShareWrittenFirst RemainderTo = "the share written first"
	ShareWrittenLast  RemainderTo = "the share written last"
)

func (RemainderTo) Phrases() []string {
	return []string{string(LargestFraction), string(ShareWrittenFirst), string(ShareWrittenLast)}
}

// Remainder is `to the largest fraction, then to the share written first`.
type Remainder struct {
	To []*Choice[RemainderTo] `parser:"'to' @@ (',' 'then' 'to' @@)*"`
}

// FundsWord says whether the parties' money is one fund.
type FundsWord string

const (
	SeparateFunds FundsWord = "separate"
	PooledFunds   FundsWord = "pooled"
	AlignedFunds  FundsWord = "aligned"
	AllianceFunds FundsWord = "alliance"
)

func (FundsWord) Phrases() []string {
	return []string{string(SeparateFunds), string(PooledFunds), string(AlignedFunds), string(AllianceFunds)}
}

// Funds is `separate`, or `pooled, hosted by county`.
type Funds struct {
	Are Choice[FundsWord] `parser:"@@"`
	By  *Ident            `parser:"(',' ('led' | 'hosted') 'by' @@)?"`
}

// PrevailsWhat is what goes first where documents differ.
type PrevailsWhat string

const (
	BesidePrevails    PrevailsWhat = "beside"
	AgreementPrevails PrevailsWhat = "this agreement"
)

func (PrevailsWhat) Phrases() []string {
	return []string{string(BesidePrevails), string(AgreementPrevails)}
}

// Prevails is `beside, on standards of care`.
type Prevails struct {
	What Choice[PrevailsWhat] `parser:"@@ ',' 'on'"`
	On   Phrase               `parser:"@@"`
}

// Bought is what an agreement buys, and how hard that is to buy well.
type Bought string

const (
	SimpleGoods     Bought = "simple goods"
	ComplexGoods    Bought = "complex goods"
	SimpleServices  Bought = "simple services"
	ComplexServices Bought = "complex services"
)

func (Bought) Phrases() []string {
	return []string{string(SimpleGoods), string(ComplexGoods), string(SimpleServices), string(ComplexServices)}
}

// Category says how widely what is bought is bought together: for the whole
// public sector (A), for one sector (B), for one place (C1), or by one body (C).
type Category string

const (
	CategoryA  Category = "category A"
	CategoryB  Category = "category B"
	CategoryC  Category = "category C"
	CategoryC1 Category = "category C1"
)

func (Category) Phrases() []string {
	return []string{string(CategoryA), string(CategoryB), string(CategoryC), string(CategoryC1)}
}

// Buys is `complex services, category C1`.
type Buys struct {
	What Choice[Bought]    `parser:"@@"`
	In   *Choice[Category] `parser:"(',' @@)?"`
}

// SignedAct is a kind of act that must carry a signature by key.
type SignedAct string

const (
	SigningByKey  SignedAct = "signing"
	VotingByKey   SignedAct = "voting"
	SettlingByKey SignedAct = "settling"
)

func (SignedAct) Phrases() []string {
	return []string{string(SigningByKey), string(VotingByKey), string(SettlingByKey)}
}

// KeySigned is `by key for signing, voting and settling`.
type KeySigned struct {
	Acts []*Choice[SignedAct] `parser:"'by' 'key' 'for' @@ ((',' | 'and') @@)*"`
}

var agreementBlock = &BlockDef{
	Keyword: "agreement", Named: true, Titled: true,
	Doc:     "The agreement itself: its term, its money, its calendar, and how it changes.",
	Becomes: "the agreement's own machine: draft, agreed, in shadow, in force, in notice, ended",
	Example: `agreement ipsa "Integrated Personalised Support Alliance" {
  language   1
  model      alliance
  term       1 April 2015 to 31 March 2017
  begins     on the first day of the term, or on the last signature if later
  currency   GBP
  vat        sums exclude VAT
  year       starts 1 April
  calendar   england_and_wales
  rounding   half up to the penny
  remainder  to the largest fraction, then to the share written first
  funds      separate
  varied     by decision vary
  unclear    by decision determine

  purpose """
    People live well in their own homes.
    """
}`,
	Statements: []*StatementDef{
		{
			Keyword: "language", Need: Required, Shape: "NUMBER", Example: "language 1",
			Means: "The version of this language that the text is written in.", value: of[LanguageVersion](),
		},
		{
			Keyword: "model", Need: Required, Shape: "MODEL", Example: "model alliance",
			Means: "Which kind of agreement it is.", value: of[Name](),
		},
		{
			Keyword: "term", Need: Required, Shape: "DATE to DATE", Example: "term 1 April 2015 to 31 March 2017",
			Means: "The first and the last day of the agreement.", value: of[Dates](),
		},
		{
			Keyword: "begins", Need: Required, Shape: "on the first day of the term[, or on the last signature if later]",
			Example: "begins on the first day of the term, or on the last signature if later",
			Means:   "On which day it comes into force.", value: of[Begins](),
		},
		{
			Keyword: "shadow", Shape: "from DATE, if all have signed by then, or: from DATE, or from the last signature if later",
			Example: "shadow from 1 January 2015, if all have signed by then",
			Means:   "The agreement is practised from this day until the term begins: figures, reviews, decisions and disputes run, nothing is paid, and no rule or score reads what is returned.",
			value:   of[Shadow](),
		},
		{
			Keyword: "survives", Shape: "NAMES", Example: "survives quarterly, results, settle",
			Means: "What must still happen after the term.", value: of[Names](),
		},
		{
			Keyword: "currency", Need: Required, Shape: "CURRENCY", Example: "currency GBP",
			Means: "The currency of every sum.", value: of[Name](),
		},
		{
			Keyword: "vat", Need: Required, Shape: "sums exclude VAT, or: sums include VAT", Example: "vat sums exclude VAT",
			Means: "Whether the sums hold VAT.", value: of[Vat](),
		},
		{
			Keyword: "year", Need: Required, Shape: "starts DAY MONTH", Example: "year starts 1 April",
			Means: "On which day a financial year starts; quarters and halves follow from it.", value: of[YearStarts](),
		},
		{
			Keyword: "calendar", Need: Required, Shape: "CALENDAR", Example: "calendar england_and_wales",
			Means: "Whose bank holidays are no working days.", value: of[Name](),
		},
		{
			Keyword: "rounding", Need: Required, Shape: "MODE to the penny", Example: "rounding half up to the penny",
			Means: "How a sum that is no whole penny is rounded.", value: of[Rounding](),
		},
		{
			Keyword: "remainder", Need: Required, Shape: "to PART[, then to PART]",
			Example: "remainder to the largest fraction, then to the share written first",
			Means:   "Which share gets the pennies that are left when a sum is split.", value: of[Remainder](),
		},
		{
			Keyword: "funds", Need: Required, Shape: "separate; aligned, led by PARTY; pooled, hosted by PARTY; or: alliance", Example: "funds separate",
			Means: "Whether the parties' money stays apart, is transferred in advance to a lead, becomes one fund with a host, or is an alliance's budget.", value: of[Funds](),
		},
		{
			Keyword: "under", Shape: `"LAW"`, Example: `under "section 31, Health Act 1999"`,
			Means: "The law that lets the parties act together.", value: of[Says](),
		},
		{
			Keyword: "beside", Many: true, Shape: `"DOCUMENT"`, Example: `beside "Each provider's NHS Standard Contract"`,
			Means: "Another contract that this one is read with.", value: of[Says](),
		},
		{
			Keyword: "follows", Many: true, Shape: "FRAMEWORK[, procurement begun on DATE]", Example: "follows third_sector, procurement begun on 2 April 2012",
			Means: "A framework that the agreement is checked against; the day picks those of its values that have changed.", value: of[Follows](),
		},
		{
			Keyword: "buys", Shape: "simple goods, complex goods, simple services or complex services[, category A, B, C or C1]", Example: "buys complex services, category C1",
			Means: "What is bought, and how widely: for all of the public sector (A), for one sector (B), for one place together (C1), or by one body (C). Frameworks ask for more where it is harder.",
			value: of[Buys](),
		},
		{
			Keyword: "prevails", Many: true, Shape: "beside, or: this agreement, then: , on WORDS",
			Example: "prevails beside, on standards of care",
			Means:   "Which text goes first where this one and those beside it differ.", value: of[Prevails](),
		},
		{
			Keyword: "signed", Shape: "by key for ACT[, ACT][ and ACT]", Example: "signed by key for signing, voting and settling",
			Means: "Which acts must carry an SSH signature made with a key that the party has registered: signing the agreement, voting, settling a dispute.",
			value: of[KeySigned](),
		},
		{
			Keyword: "varied", Need: Required, Shape: "by decision NAME", Example: "varied by decision vary",
			Means: "The decision that alone can change the agreement.", value: of[ByDecision](),
		},
		{
			Keyword: "unclear", Need: Required, Shape: "by decision NAME", Example: "unclear by decision determine",
			Means: "The decision that settles what the agreement does not say.", value: of[ByDecision](),
		},
		{
			Keyword: "purpose", Shape: `"""WORDS"""`,
			Example: `purpose """People live well in their own homes."""`,
			Means:   "What the agreement is for.", value: of[Says](),
		},
		{
			Keyword: "principle", Key: 1, Column: 1, Many: true, Shape: `NAME "WORDS"`,
			Example: `principle open_book "Every member sees every cost and every result"`,
			Means:   "A principle that decisions can be asked to answer to.", value: of[Titled](),
		},
	},
}
