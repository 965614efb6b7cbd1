package syntax

// StartsWhen says what starts a process: `on the first day of the term`,
// `on a proposal by any party` or `when monitoring is done`. One is set.
type StartsWhen struct {
	Day  Choice[StartDay] `parser:"( @@"`
	By   *Who             `parser:"| 'on' 'a' 'proposal' 'by' @@"`
	Done *Ident           `parser:"| 'when' @@ 'is' 'done' )"`
}

// StartDay is the day on which a process starts by itself.
type StartDay string

const FirstDayOfTerm StartDay = "on the first day of the term"

func (StartDay) Phrases() []string { return []string{string(FirstDayOfTerm)} }

// StepLead is `council`, or `council as contract_manager`.
type StepLead struct {
	Who Ident `parser:"@@"`
	As  *Word `parser:"('as' @@)?"`
}

// FollowsSteps is `start`, or the steps that must be done before.
type FollowsSteps struct {
	Start bool     `parser:"( @'start'"`
	Steps []*Ident `parser:"| @@ (',' @@)* )"`
}

// LastDay is a day by which something must be done.
type LastDay struct {
	Day Date `parser:"@@"`
}

// Refused is `back to design`, `stay open` or `end process`.
type Refused struct {
	Back *Ident                `parser:"( 'back' 'to' @@"`
	What Choice[RefusedEnding] `parser:"| @@ )"`
}

// RefusedEnding is what follows where a step that was refused leads nowhere else.
type RefusedEnding string

const (
	StayOpen   RefusedEnding = "stay open"
	EndProcess RefusedEnding = "end process"
)

func (RefusedEnding) Phrases() []string { return []string{string(StayOpen), string(EndProcess)} }

// BackTo is `to design, by decision rethink`.
type BackTo struct {
	Step     Ident `parser:"'to' @@ ','"`
	Decision Ident `parser:"'by' 'decision' @@"`
}

// Apart is how a conflict between two roles is dealt with: `charity stands aside`.
type Apart struct {
	Who Ident             `parser:"@@"`
	How Choice[KeptApart] `parser:"@@"`
}

// KeptApart is what becomes of a party whose roles conflict.
type KeptApart string

const (
	StandsAside KeptApart = "stands aside"
	KeepsBoth   KeptApart = "keeps both roles"
)

func (KeptApart) Phrases() []string { return []string{string(StandsAside), string(KeepsBoth)} }

// Scored is `on price 40%, quality 40%, social_value 20%`.
type Scored struct {
	On []*Share `parser:"'on' @@ (',' @@)*"`
}

var processBlock = &BlockDef{
	Keyword: "process", Named: true, Titled: true,
	Doc:     "Work that goes step by step: who leads each step, what must be shown, what must be decided before the next, and where it may go back.",
	Becomes: "a machine for each time it runs: running, done, ended",
	Example: `process partnership "From a problem to a pilot" {
  starts     on the first day of the term

  step problem "Say what the problem is" {
    lead       council
    after      start
    evidence   statement "The problem, in words users agree with"
    within     3 months of opening
    gate       by decision agree_problem
    if refused stay open
    if late    tell board
  }
  step pilot "Try it" {
    lead       charity as provider
    after      problem
    evidence   findings "What the pilot found"
  }
}`,
	Statements: []*StatementDef{
		{
			Keyword: "starts", Need: Required, Many: true, Shape: "on the first day of the term, or: on a proposal by WHO, or: when PROCESS is done",
			Example: "starts on the first day of the term",
			Means:   "What starts it; it may start again when it is over.", value: of[StartsWhen](),
		},
	},
}

var stepBlock = &BlockDef{
	Keyword: "step", Named: true, Titled: true, Inside: "process",
	Doc:     "One step of a process. It opens when those before it are done, and is done when its lead says so, everything asked for has been shown and its gate has been passed.",
	Becomes: "a machine for each round of it: waiting, open, late, at the gate, done, sent back, ended",
	Example: `step design "Design the service" {
  lead       council as designer
  with       charity
  after      problem
  evidence   design "The design, and what users said of it"
  within     6 months of opening
  gate       by decision agree_design
  if refused back to problem
  back       to problem, by decision rethink
  if late    tell board
}`,
	Statements: []*StatementDef{
		{
			Keyword: "lead", Need: Required, Shape: "NAME[ as ROLE]", Example: "lead council as contract_manager",
			Means: "Who must do it: a party, a body or a group; and in which role, where roles change on the way.", value: of[StepLead](),
		},
		{
			Keyword: "with", Shape: "NAME, NAME", Example: "with charity, users",
			Means: "Who takes part, and may show evidence too.", value: of[Names](),
		},
		{
			Keyword: "after", Need: Required, Shape: "start, or: STEP, STEP", Example: "after problem",
			Means: "Which steps must be done before it opens.", value: of[FollowsSteps](),
		},
		{
			Keyword: "evidence", Many: true, Key: 1, Shape: `NAME "WHAT"`, Example: `evidence findings "What the pilot found"`,
			Means: "What must have been shown before the step can be completed.", value: of[Titled](),
		},
		{
			Keyword: "scored", Shape: "on NAME PERCENT, NAME PERCENT", Example: "scored on price 40%, quality 40%, social_value 20%",
			Means: "By what offers are compared in it, and what each weighs; together they weigh 100%.", value: of[Scored](),
		},
		{
			Keyword: "within", Shape: "LENGTH of opening", Example: "within 3 months of opening",
			Means: "The time for it.", value: of[DecisionWithin](),
		},
		{
			Keyword: "until", Shape: "DATE", Example: "until 30 November 2011",
			Means: "The last day for it.", value: of[LastDay](),
		},
		{
			Keyword: "if late", Many: true, Shape: "ACTION", Example: "if late tell board",
			Means: "What happens when its time is over; it can still be done.", value: of[Then](),
		},
		{
			Keyword: "gate", Shape: "by decision NAME", Example: "gate by decision agree_design",
			Means: "The decision that must be adopted before the step is done: nothing after it opens sooner.", value: of[ByDecision](),
		},
		{
			Keyword: "if refused", Shape: "back to STEP, or: stay open, or: end process", Example: "if refused back to problem",
			Means: "What follows when the gate's decision is not adopted.", value: of[Refused](),
		},
		{
			Keyword: "back", Many: true, Shape: "to STEP, by decision NAME", Example: "back to problem, by decision rethink",
			Means: "A way back that is allowed while the step is open or at its gate. The steps from there on are done again; what was done stays on record.", value: of[BackTo](),
		},
		{
			Keyword: "apart", Many: true, Shape: "NAME stands aside, or: NAME keeps both roles", Example: "apart charity stands aside",
			Means: "Who had another role in an earlier step: it stays out of this one, or its two roles are known and meant.", value: of[Apart](),
		},
	},
}

// FilesAct is `statement for problem`, and what it says.
type FilesAct struct {
	Evidence Ident `parser:"@@ 'for'"`
	Step     Ident `parser:"@@"`
	Words    *Text `parser:"(@@)?"`
}

// CompletesAct is a step; StartsAct a process.
type CompletesAct struct {
	Step Ident `parser:"@@"`
}
