package syntax

// ServedBy is a way of serving a notice.
type ServedBy string

const (
	ByHand      ServedBy = "by hand"
	ByPost      ServedBy = "by post"
	ByFirstPost ServedBy = "by first class post"
	ByEmail     ServedBy = "by email"
)

func (ServedBy) Phrases() []string {
	return []string{string(ByHand), string(ByPost), string(ByFirstPost), string(ByEmail)}
}

// Served is `in writing, by hand or by first class post`. Without a way, those
// of `received` are meant.
type Served struct {
	By []*Choice[ServedBy] `parser:"'in' 'writing' (',' @@ ('or' @@)*)?"`
}

// ReceivedOn is the day on which a notice arrives, where it is not counted.
type ReceivedOn string

const (
	OnTheDay         ReceivedOn = "on the day"
	OnNextWorkingDay ReceivedOn = "on the next working day"
)

func (ReceivedOn) Phrases() []string { return []string{string(OnTheDay), string(OnNextWorkingDay)} }

// ReceivedBy is `by post 2 working days after posting`: On, or After is set.
type ReceivedBy struct {
	By    Choice[ServedBy]   `parser:"@@"`
	After *Length            `parser:"( @@ 'after' 'posting'"`
	On    Choice[ReceivedOn] `parser:"| @@ )"`
}

// Received is `by hand on the day, by post 2 working days after posting`.
type Received struct {
	Ways []*ReceivedBy `parser:"@@ (',' @@)*"`
}

// GivenWhen says when a notice to several people is given.
type GivenWhen string

const (
	WhenLastHas  GivenWhen = "when the last of them has received it"
	WhenFirstHas GivenWhen = "when the first of them has received it"
)

func (GivenWhen) Phrases() []string { return []string{string(WhenLastHas), string(WhenFirstHas)} }

// Given is `when the last of them has received it`.
type Given struct {
	When Choice[GivenWhen] `parser:"@@"`
}

// AtLeast is `6 months`, after the keyword `at least`.
type AtLeast struct {
	Length Length `parser:"@@"`
}

// ExpiringAt is the kind of day on which a notice may take effect.
type ExpiringAt string

const (
	EndOfYear    ExpiringAt = "at the end of a financial year"
	EndOfQuarter ExpiringAt = "at the end of a quarter"
	EndOfMonth   ExpiringAt = "at the end of a month"
)

func (ExpiringAt) Phrases() []string {
	return []string{string(EndOfYear), string(EndOfQuarter), string(EndOfMonth)}
}

// Expiring is `at the end of a financial year`.
type Expiring struct {
	At Choice[ExpiringAt] `parser:"@@"`
}

// Instead is `on the date decided by NAME`.
type Instead struct {
	Decision Ident `parser:"'on' 'the' 'date' 'decided' 'by' @@"`
}

// WithdrawnWord says whether a notice can be taken back.
type WithdrawnWord string

const (
	NeverWithdrawn     WithdrawnWord = "never"
	WithdrawnByAll     WithdrawnWord = "by agreement of every party"
	WithdrawnTillGiven WithdrawnWord = "before it is given"
)

func (WithdrawnWord) Phrases() []string {
	return []string{string(NeverWithdrawn), string(WithdrawnByAll), string(WithdrawnTillGiven)}
}

// Withdrawn is `never`.
type Withdrawn struct {
	Is Choice[WithdrawnWord] `parser:"@@"`
}

var noticeBlock = &BlockDef{
	Keyword: "notice", Named: true, Titled: true,
	Doc:     "A notice that a party gives, and what it brings about.",
	Becomes: "a machine for each notice: served, given, running, effective, withdrawn",
	Example: `notice leave "Leaving the alliance" {
  by         any party
  to         every other party
  served     in writing, by hand or by first class post
  received   by hand on the day, by post 2 working days after posting
  given      when the last of them has received it
  at least   6 months
  expiring   at the end of a financial year
  instead    on the date decided by agree_date
  withdrawn  never
  then       open carry_on
  then       end membership, when leave takes effect
}`,
	Statements: []*StatementDef{
		{
			Keyword: "by", Need: Required, Shape: "WHO", Example: "by any party",
			Means: "Who may give it.", value: of[By](),
		},
		{
			Keyword: "to", Need: Required, Shape: "WHO", Example: "to every other party",
			Means: "Who must receive it.", value: of[By](),
		},
		{
			Keyword: "served", Need: Required, Shape: "in writing[, WAY or WAY]", Example: "served in writing, by hand or by first class post",
			Means: "How it is served.", value: of[Served](),
		},
		{
			Keyword: "received", Need: Required, Shape: "WAY on the day, WAY LENGTH after posting",
			Example: "received by hand on the day, by post 2 working days after posting",
			Means:   "On which day it counts as received.", value: of[Received](),
		},
		{
			Keyword: "given", Need: Required, Shape: "when the last of them has received it, or: the first",
			Example: "given when the last of them has received it",
			Means:   "On which day a notice to several people is given.", value: of[Given](),
		},
		{
			Keyword: "at least", Need: Required, Shape: "LENGTH", Example: "at least 6 months",
			Means: "How long it runs at the least.", value: of[AtLeast](),
		},
		{
			Keyword: "expiring", Shape: "at the end of a financial year, a quarter, or a month",
			Example: "expiring at the end of a financial year",
			Means:   "The only days on which it can take effect.", value: of[Expiring](),
		},
		{
			Keyword: "instead", Shape: "on the date decided by DECISION", Example: "instead on the date decided by agree_date",
			Means: "The decision that can fix another day.", value: of[Instead](),
		},
		{
			Keyword: "withdrawn", Need: Required, Shape: "never, or: before it is given",
			Example: "withdrawn never", Means: "Whether it can be taken back.", value: of[Withdrawn](),
		},
		{
			Keyword: "then", Need: Required, Many: true, Shape: "ACTION[, when NAME takes effect]",
			Example: "then end membership, when leave takes effect",
			Means:   "What it brings about: at once when it is given, or when it takes effect.", value: of[Then](),
		},
	},
}
