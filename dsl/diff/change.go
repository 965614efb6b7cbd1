package diff

import "concordat/dsl/diag"

// Area is what a change is about.
type Area string

const (
	Party      Area = "party"
	Term       Area = "term"
	Money      Area = "money"
	Measure    Area = "measure"
	Band       Area = "band"
	Decision   Area = "decision"
	Deadline   Area = "deadline"
	Right      Area = "right"
	Notice     Area = "notice"
	Dispute    Area = "dispute"
	Process    Area = "process"
	Definition Area = "definition"
	Words      Area = "words"
	Data       Area = "data"
)

// Areas are all there are, in the order of a report.
var Areas = []Area{Party, Term, Money, Measure, Band, Decision, Deadline, Right, Notice, Dispute, Process, Definition, Words, Data}

// Aspect is what about it has changed.
type Aspect string

const (
	Existence Aspect = "existence" // a block or a statement is there, or is not
	Amount    Aspect = "amount"    // a sum, a share, a number
	Threshold Aspect = "threshold" // a number that something is measured against
	Day       Aspect = "date"
	Length    Aspect = "period"    // how long
	Condition Aspect = "condition" // when, or under which rule
	Reference Aspect = "reference" // who or what is named
	Wording   Aspect = "wording"   // prose
)

// Aspects are all there are.
var Aspects = []Aspect{Existence, Amount, Threshold, Day, Length, Condition, Reference, Wording}

// Action is which way a change goes.
type Action string

const (
	Add     Action = "add"
	Remove  Action = "remove"
	Raise   Action = "raise" // of a date: later
	Lower   Action = "lower" // of a date: earlier
	Tighten Action = "tighten"
	Loosen  Action = "loosen"
	Replace Action = "replace"
)

// Mirror is the action that takes a change back.
func (a Action) Mirror() Action {
	switch a {
	case Add:
		return Remove
	case Remove:
		return Add
	case Raise:
		return Lower
	case Lower:
		return Raise
	case Tighten:
		return Loosen
	case Loosen:
		return Tighten
	}
	return a
}

// Level is how much weight a change has.
type Level uint8

const (
	WordingOnly Level = iota // words that no rule rests on
	Note                     // worth knowing; nobody's money, right, duty or date
	NoticeIt                 // the text alone cannot decide what it changes
	Variation                // money, a right, a duty or a date changes
)

var levelNames = [...]string{"wording", "note", "notice", "variation"}

func (l Level) String() string { return levelNames[l] }

// Levels are all there are, the lightest first.
var Levels = []Level{WordingOnly, Note, NoticeIt, Variation}

// LevelNamed finds a level by its name.
func LevelNamed(name string) (Level, bool) {
	for i, n := range levelNames {
		if n == name {
			return Level(i), true
		}
	}
	return 0, false
}

// Effect is what a change does to a party.
type Effect string

const (
	None    Effect = "none"
	Gains   Effect = "gains"
	Loses   Effect = "loses"
	Mixed   Effect = "mixed"
	Unknown Effect = "unknown"
)

// Mirror is the effect of taking the change back.
func (e Effect) Mirror() Effect {
	switch e {
	case Gains:
		return Loses
	case Loses:
		return Gains
	}
	return e
}

// Side is what a change does to one party.
type Side struct {
	Party  string
	Effect Effect
}

// Change is one difference in what two revisions mean.
type Change struct {
	Area   Area
	Aspect Aspect
	Action Action
	Level  Level

	Keyword   string // of the block: "funding"
	Block     string // its name, in the newer text if it is there
	Statement string // keyword; empty where the whole block is meant
	Was       string // the block's older name, where it was renamed

	Old, New     string    // the statement's words; empty where it is not there
	OldAt, NewAt diag.Span // empty where it is not there
	By           string    // how much: "£50,000 more", "10 working days longer"; empty if no number says
	Means        string    // what the statement is for, from the language reference
	Remark       string    // what a reader should also know
	Example      string    // the first case in which both come to different results

	Sides    []Side      // every party that it helps or hurts, in the order of the text
	Accepted *Acceptance // nil: nobody has accepted it
}

// Rule is the stable name of what kind of change this is: "money.amount.raise".
func (c *Change) Rule() string { return RuleID(c.Area, c.Aspect, c.Action) }

// RuleID joins the coordinates of a rule.
func RuleID(a Area, s Aspect, x Action) string { return string(a) + "." + string(s) + "." + string(x) }

// Thing names what has changed as the text does: "funding core, paid".
func (c *Change) Thing() string {
	thing := c.Keyword
	if c.Block != "" && c.Block != c.Keyword {
		thing += " " + c.Block
	}
	if c.Statement != "" {
		thing += ", " + c.Statement
	}
	return thing
}
