package syntax

// Share is a name's part of the whole.
type Share struct {
	Of   Ident   `parser:"@@"`
	Part Percent `parser:"@@"`
}

// BasisWord says what a sum stands for.
type BasisWord string

const FixedSum BasisWord = "fixed sum, not cost"

func (BasisWord) Phrases() []string { return []string{string(FixedSum)} }

// Basis is `fixed sum, not cost`.
type Basis struct {
	Is Choice[BasisWord] `parser:"@@"`
}

// Sum is a financial year's sum.
type Sum struct {
	Period Period `parser:"@@"`
	Amount Money  `parser:"@@"`
}

// PaidWhen is on which side of its period an instalment falls.
type PaidWhen string

const (
	InAdvance PaidWhen = "in advance"
	InArrears PaidWhen = "in arrears"
)

func (PaidWhen) Phrases() []string { return []string{string(InAdvance), string(InArrears)} }

// PaidDay is the day of the period that an instalment falls on.
type PaidDay string

const (
	OnFirstDay PaidDay = "on its first day"
	OnLastDay  PaidDay = "on its last day"
)

func (PaidDay) Phrases() []string { return []string{string(OnFirstDay), string(OnLastDay)} }

// Instalments is `every quarter in advance, on its first day or the next working day`.
// Adjust is empty where the day itself binds.
type Instalments struct {
	Every  Choice[Cycle]    `parser:"'every' @@"`
	When   Choice[PaidWhen] `parser:"@@ ','"`
	On     Choice[PaidDay]  `parser:"@@"`
	Adjust Choice[Adjust]   `parser:"@@?"`
}

// InstalmentWord is one of a year's instalments.
type InstalmentWord string

const (
	FirstInstalment InstalmentWord = "on the first instalment"
	LastInstalment  InstalmentWord = "on the last instalment"
)

func (InstalmentWord) Phrases() []string {
	return []string{string(FirstInstalment), string(LastInstalment)}
}

// RemainderOn is `on the first instalment`.
type RemainderOn struct {
	On Choice[InstalmentWord] `parser:"@@"`
}

var sharesBlock = &BlockDef{
	Keyword: "shares", Named: true, Titled: true,
	Doc:     "Who bears or gets which part; the parts make 100%.",
	Becomes: "splits to the penny",
	Example: `shares commissioning "Commissioners' shares" {
  share ccg      60%
  share lambeth  40%
}`,
	Statements: []*StatementDef{
		{
			Keyword: "share", Key: 1, Need: Required, Many: true, Shape: "PARTY PERCENT", Example: "share ccg 60%",
			Means: "A party's part.", value: of[Share](),
		},
	},
}

var fundingBlock = &BlockDef{
	Keyword: "funding", Named: true, Titled: true,
	Doc:     "A sum that is paid in instalments, whatever is achieved.",
	Becomes: "payments and their postings",
	Example: `funding core "Alliance budget" {
  from       commissioning
  to         providing
  basis      fixed sum, not cost
  sum 2015/16  £6,400,000
  sum 2016/17  £5,120,000
  paid       every quarter in advance, on its first day or the next working day
  remainder  on the first instalment
  if ended   repay by days, within 30 days of the end, or the next working day
}`,
	Statements: append([]*StatementDef{
		{
			Keyword: "from", Need: Required, Shape: "NAME", Example: "from commissioning",
			Means: "Who pays: a party, or shares.", value: of[Name](),
		},
		{
			Keyword: "to", Need: Required, Shape: "NAME", Example: "to providing",
			Means: "Who is paid: a party, or shares.", value: of[Name](),
		},
		{
			Keyword: "basis", Need: Required, Shape: "fixed sum, not cost", Example: "basis fixed sum, not cost",
			Means: "What the sum stands for: it is the same whatever the work costs.", value: of[Basis](),
		},
		{
			Keyword: "sum", Key: 1, Need: OneOf, Group: "what is paid", Many: true, Shape: "YEAR MONEY", Example: "sum 2015/16 £6,400,000",
			Means: "The sum of one financial year.", value: of[Sum](),
		},
		{
			Keyword: "paid", Need: Required, Shape: "every CYCLE in advance, on its first day [or the next working day]",
			Example: "paid every quarter in advance, on its first day or the next working day",
			Means:   "When instalments fall due.", value: of[Instalments](),
		},
		{
			Keyword: "remainder", Need: Required, Shape: "on the first instalment, or: on the last instalment",
			Example: "remainder on the first instalment",
			Means:   "Which instalment gets the pennies that are left.", value: of[RemainderOn](),
		},
		{
			Keyword: "if ended", Need: Required, Shape: "repay by days, within LENGTH of the end[, or the next working day]", Example: "if ended repay by days, within 30 days of the end, or the next working day",
			Means: "What happens to money paid for time after an early end.", value: of[Then](),
		},
	}, taperStatements...),
}
