package syntax

// OpensWhen is a moment at which a decision opens by itself.
type OpensWhen string

const (
	AtYearEnd     OpensWhen = "at year end"
	AtHalfYearEnd OpensWhen = "at half-year end"
	AtQuarterEnd  OpensWhen = "at quarter end"
	AtMonthEnd    OpensWhen = "at month end"
)

func (OpensWhen) Phrases() []string {
	return []string{string(AtYearEnd), string(AtHalfYearEnd), string(AtQuarterEnd), string(AtMonthEnd)}
}

// Opens says when a decision opens, or on whose proposal.
type Opens struct {
	At       Choice[OpensWhen] `parser:"( @@"`
	Proposal *Who              `parser:"| 'on' 'a' 'proposal' 'by' @@ )"`
}

// DecidesWhat is the kind of thing that a decision fixes.
type DecidesWhat string

const (
	DecidesBand   DecidesWhat = "a band"
	DecidesDate   DecidesWhat = "a date"
	DecidesSum    DecidesWhat = "a sum"
	DecidesPlan   DecidesWhat = "a plan"
	DecidesAnswer DecidesWhat = "an answer"
	DecidesStep   DecidesWhat = "that the step is done"
	DecidesBack   DecidesWhat = "to go back"
	DecidesFigure DecidesWhat = "a figure"
	DecidesSaving DecidesWhat = "that the saving is real"
)

func (DecidesWhat) Phrases() []string {
	return []string{string(DecidesBand), string(DecidesDate), string(DecidesSum), string(DecidesPlan), string(DecidesAnswer), string(DecidesFigure), string(DecidesStep), string(DecidesBack), string(DecidesSaving)}
}

// Decides is `a band`.
type Decides struct {
	What Choice[DecidesWhat] `parser:"@@"`
}

// Counted is whose votes a rule counts.
type Counted string

const (
	OfMembers Counted = "members"
	OfVoting  Counted = "those voting"
)

func (Counted) Phrases() []string { return []string{string(OfMembers), string(OfVoting)} }

// Majority is how many must say yes.
type Majority string

const (
	Unanimous Majority = "unanimous"
	MoreThan  Majority = "majority"
	TwoThirds Majority = "two thirds"
)

func (Majority) Phrases() []string {
	return []string{string(Unanimous), string(MoreThan), string(TwoThirds)}
}

// DecisionRule is when a decision is adopted: `unanimous of those voting`,
// `at least 3 of members`, `sole`.
type DecisionRule struct {
	Sole    bool             `parser:"( @'sole'"`
	Part    Choice[Majority] `parser:"| ( @@"`
	AtLeast *Number          `parser:"  | 'at' 'least' @@ )"`
	Of      Choice[Counted]  `parser:"  'of' @@ )"`
}

// Quorum is `3 members`.
type Quorum struct {
	Members Number `parser:"@@ ('members' | 'member')"`
}

// VoteSilence is what a vote means that is not cast.
type VoteSilence string

const (
	SilenceRefuses  VoteSilence = "refusal"
	SilenceConsents VoteSilence = "consent"
	SilenceAbstains VoteSilence = "abstention"
)

func (VoteSilence) Phrases() []string {
	return []string{string(SilenceRefuses), string(SilenceConsents), string(SilenceAbstains)}
}

// DecisionSilence is `is refusal`.
type DecisionSilence struct {
	Is Choice[VoteSilence] `parser:"'is' @@"`
}

// ConflictWord is what a member does who has an interest of its own.
type ConflictWord string

const (
	DeclareAndVote ConflictWord = "declare and vote"
	StandAside     ConflictWord = "stand aside"
)

func (ConflictWord) Phrases() []string { return []string{string(DeclareAndVote), string(StandAside)} }

// Conflicts is `declare and vote`.
type Conflicts struct {
	Must Choice[ConflictWord] `parser:"@@"`
}

// DecisionWithin is `20 working days of opening`, after the keyword `within`.
type DecisionWithin struct {
	Length Length
	Of     Anchor
}

// Record is a reason that must be recorded: a principle, `reason`, or one that
// is declared here with its title.
type Record struct {
	What  Ident `parser:"@@"`
	Title *Text `parser:"@@?"`
}

// ItemAsks is what is asked of those who decide.
type ItemAsks string

const (
	ToNote     ItemAsks = "to note"
	ToAgree    ItemAsks = "to agree"
	ToDelegate ItemAsks = "to delegate"
)

func (ItemAsks) Phrases() []string {
	return []string{string(ToNote), string(ToAgree), string(ToDelegate)}
}

// Item is `to note, at "the leaders' meeting" by 20 September 2011`.
type Item struct {
	Asks    Choice[ItemAsks] `parser:"@@ ','"`
	Meeting Text             `parser:"'at' @@"`
	By      Date             `parser:"'by' @@"`
}

var decisionBlock = &BlockDef{
	Keyword: "decision", Named: true, Titled: true,
	Doc:     "Something that people decide: who, by what rule, in what time, and what follows if they do not.",
	Becomes: "a machine for each opening: open, adopted, rejected, escalated, lapsed",
	Example: `decision vary "Change this agreement" {
  opens      on a proposal by any member
  by         leadership
  rule       unanimous of members
  silence    is refusal
  conflicts  declare and vote
  within     20 working days of opening
  record     best_for_service
  otherwise  lapse
  then       adopt revision
}`,
	Statements: []*StatementDef{
		{
			Keyword: "opens", Shape: "at quarter end, or: on a proposal by WHO", Example: "opens on a proposal by any member",
			Means: "When it opens; without this line, another rule opens it.", value: of[Opens](),
		},
		{
			Keyword: "item", Shape: `to note, to agree or to delegate, then: , at "MEETING" by DATE`, Example: `item to agree, at "the chief executives' meeting" by 30 November 2011`,
			Means: "What is asked of those who decide, and at which meeting it stands on the agenda; what is open is listed with it.", value: of[Item](),
		},
		{
			Keyword: "by", Need: Required, Shape: "WHO", Example: "by leadership",
			Means: "Who decides.", value: of[By](),
		},
		{
			Keyword: "decides", Need: OneOf, Group: "what the decision changes", Shape: "a band, a date, a sum, a plan or an answer",
			Example: "decides a band", Means: "What the decision fixes.", value: of[Decides](),
		},
		{
			Keyword: "rule", Need: Required, Shape: "unanimous of members, majority of those voting, at least NUMBER of members, or: sole",
			Example: "rule unanimous of members", Means: "How many must say yes, of whom.", value: of[DecisionRule](),
		},
		{
			Keyword: "quorum", Shape: "NUMBER members", Example: "quorum 3 members",
			Means: "How many must vote, where only those voting are counted.", value: of[Quorum](),
		},
		{
			Keyword: "silence", Shape: "is refusal, is consent, or: is abstention", Example: "silence is refusal",
			Means: "What a vote means that is not cast.", value: of[DecisionSilence](),
		},
		{
			Keyword: "conflicts", Shape: "declare and vote, or: stand aside", Example: "conflicts declare and vote",
			Means: "What a member does who has an interest of its own.", value: of[Conflicts](),
		},
		{
			Keyword: "within", Need: Required, Shape: "LENGTH of ANCHOR", Example: "within 20 working days of opening",
			Means: "The last day for a decision.", value: of[DecisionWithin](),
		},
		{
			Keyword: "record", Need: Required, Many: true, Shape: `PRINCIPLE, reason, or: NAME "WORDS"`, Example: "record best_for_service",
			Means: "A reason that must be recorded before the decision counts.", value: of[Record](),
		},
		{
			Keyword: "otherwise", Need: Required, Many: true, Shape: "ACTION",
			Example: "otherwise escalate to chiefs by the same rule, within 10 working days",
			Means:   "What follows without a yes in time; several lines are tried in order.", value: of[Then](),
		},
		{
			Keyword: "then", Need: OneOf, Group: "what the decision changes", Many: true, Shape: "ACTION", Example: "then adopt revision",
			Means: "What follows from a yes.", value: of[Then](),
		},
	},
}
