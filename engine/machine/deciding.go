package machine

import "concordat/engine/value"

// Decision is a question put to those who may answer it. Its stages are tried
// in order; the chart says what follows each.
type Decision struct {
	Name    string   `json:"name"`
	Title   string   `json:"title"`
	Decides Decides  `json:"decides,omitempty"` // what kind of answer it gives; empty is yes or no
	Opens   Opens    `json:"opens"`
	Records []string `json:"records,omitempty"` // reasons to be recorded before it can be adopted
	Stages  []Stage  `json:"stages"`
	Item    *Item    `json:"item,omitempty"` // where it stands on the agenda of a meeting
}

// Item is what is asked of a meeting, and the last day for it.
type Item struct {
	Asks    string     `json:"asks"` // "to note", "to agree" or "to delegate"
	Meeting string     `json:"meeting"`
	By      value.Date `json:"by"`
}

// Decides is the kind of answer.
type Decides string

const (
	DecidesBand   Decides = "a band"
	DecidesDate   Decides = "a date"
	DecidesSum    Decides = "a sum"
	DecidesPlan   Decides = "a plan"
	DecidesAnswer Decides = "an answer"
	DecidesFigure Decides = "a figure" // of a figure that has no bands
)

// Opens says what opens a decision: a proposal by those named, or only another
// block (Who is then empty).
type Opens struct {
	Proposal bool `json:"proposal"`
	Who      Who  `json:"who"`
}

// Stage is one round of a decision: who votes, and how votes count. State is
// the chart's state in which votes are taken.
type Stage struct {
	State     string    `json:"state"`
	By        Who       `json:"by"`
	Rule      Voting    `json:"rule"`
	Silence   Silence   `json:"silence"`
	Conflicts Conflicts `json:"conflicts"`
}

// Silence is what it means that a member did not vote in time. It never makes a quorum.
type Silence string

const (
	SilenceRefusal    Silence = "refusal"
	SilenceConsent    Silence = "consent"
	SilenceAbstention Silence = "abstention"
)

// Conflicts is what a member with an interest does.
type Conflicts string

const (
	DeclareAndVote Conflicts = "declare and vote"
	StandAside     Conflicts = "stand aside"
)

// Who is a set of parties, said as the agreement says it.
type Who struct {
	Parties []string `json:"parties,omitempty"` // named parties or bodies
	Group   string   `json:"group,omitempty"`   // every seat of a group
	Any     bool     `json:"any,omitempty"`     // any party
	Every   bool     `json:"every,omitempty"`   // every party
	But     string   `json:"but,omitempty"`     // "leaver": the party that gave the notice which opened this
	Lead    bool     `json:"lead,omitempty"`    // who leads the area that the entry of a register is about
}

// Voting is how votes make a decision.
type Voting struct {
	Kind   VotingKind `json:"kind"`
	Of     string     `json:"of"`               // "members" or "those voting"
	N      int        `json:"n,omitempty"`      // AtLeast
	Quorum int        `json:"quorum,omitempty"` // members who must vote; 0 where the rule counts all members
}

// VotingKind is a rule by name.
type VotingKind string

const (
	Unanimous VotingKind = "unanimous"
	Majority  VotingKind = "majority"
	TwoThirds VotingKind = "two thirds"
	AtLeast   VotingKind = "at least"
	Sole      VotingKind = "sole"
)

// Review looks back on a period.
type Review struct {
	Name    string           `json:"name"`
	Title   string           `json:"title"`
	Every   value.PeriodKind `json:"every"`
	By      Who              `json:"by"`
	LooksAt []string         `json:"looks_at"` // measures
}

// Condition is a rule that watches figures and acts when they meet it.
type Condition struct {
	Name  string   `json:"name"`
	Title string   `json:"title"`
	When  Expr     `json:"when"`
	Final bool     `json:"final"` // reads final values only
	Fires Fires    `json:"fires"`
	Reads []string `json:"reads"` // measures
}

// Fires says how often a rule acts.
type Fires string

const (
	FiresOnce       Fires = "once"
	FiresUntilOver  Fires = "once, until a quarter is better" // arms again when the condition no longer holds
	FiresEachPeriod Fires = "each time"
)

// Dispute is settled at the first of its levels that can.
type Dispute struct {
	Name     string  `json:"name"`
	Title    string  `json:"title"`
	Levels   []Level `json:"levels"`
	PaysNone string  `json:"pays_none,omitempty"` // meanwhile nothing is paid under this block
	Never    bool    `json:"never"`               // never outside
	Except   string  `json:"except,omitempty"`    // but for this defined term
	Figures  bool    `json:"figures"`             // returns are contested under it
}

// Level hears a dispute: a group agrees as one, a body decides. State is the chart's.
type Level struct {
	State string `json:"state"`
	By    Who    `json:"by"`
}

// Notice is served by a party on others and takes effect after its time.
type Notice struct {
	Name       string           `json:"name"`
	Title      string           `json:"title"`
	By         Who              `json:"by"`
	To         Who              `json:"to"`
	Manners    []Manner         `json:"manners"`
	GivenFirst bool             `json:"given_first"` // given when the first has received it; else the last
	AtLeast    value.Span       `json:"at_least"`
	Expiring   value.PeriodKind `json:"expiring"`          // at the end of such a period; Term is any day
	Instead    string           `json:"instead,omitempty"` // decision on another date
}

// Manner is a way of serving, and when a notice so served counts as received.
type Manner struct {
	Name     string     `json:"name"` // hand, post, email
	Words    string     `json:"words"`
	Received value.Span `json:"received"` // after the day of serving; none is the day itself
}
