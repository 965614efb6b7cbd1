package settled

import (
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Who is a set of people. Exactly one of its fields is set, but for Leaver and Other.
type Who struct {
	Parties []*Party
	Body    *Body
	Group   *Group // every member of it
	Any     bool   // any party; with Group, any member of it
	Every   bool   // every party
	Leaver  bool   // with Every: but the one whose notice opened this
	Other   bool   // with Every: but the one who acts
	Nobody  bool
}

// Zero reports whether nobody has been named, or the name could not be settled.
func (w Who) Zero() bool {
	return len(w.Parties) == 0 && w.Body == nil && w.Group == nil && !w.Any && !w.Every && !w.Nobody
}

// Within is a time in which something is to be done.
type Within struct {
	Said
	Span     value.Span
	Anchor   machine.Anchor
	Decision *Decision      // of whose adoption, with AnchorDecision
	Adjust   machine.Adjust // of the last day
}

// Action is one step of the closed list after `then`, `otherwise`, `if …`.
type Action struct {
	Said
	Verb machine.Verb
	// On is the block it is done to: a *Decision to open, a *Gainshare to pay,
	// a *Dispute to refer to, a *Funding to repay, a *Notice's sender to leave.
	On       Named
	Who      Who        // Tell
	Take     value.Band // TakeBand
	Figure   *value.Num // TakeFigure
	TermsEnd bool       // it waits until the term ends
	After    *Notice    // it waits until this notice takes effect
	Then     *Action    // Refer: done when the dispute has ended
	Within   Within     // Repay: its last day, counted from the agreement's
	Stage    *Stage     // an escalation: the round that follows. Verb is Escalate
}

// Escalate is the verb of an action that puts the question to other people. The
// Machine has no such verb: it has a further stage.
const Escalate machine.Verb = "escalate"

// Decision is a question put to those who may answer it.
type Decision struct {
	Head
	Decides   machine.Decides // empty: yes or no
	Passes    bool            // yes lets a step be done
	Returns   bool            // yes takes a process back
	Proves    bool            // yes finds a saving to be real
	Opens     Opens
	Item      *machine.Item // nil where it names no meeting
	Records   []string      // principles by name, or "reason"
	Stages    []*Stage      // the first, then one for each escalation, in order
	Otherwise []*Action     // tried in order; the last ends the matter
	Then      []*Action
	Survives  bool
}

// Opens says what opens a decision beside the blocks that name it.
type Opens struct {
	Said
	Proposal  bool // on a proposal by Who
	Who       Who
	PeriodEnd value.PeriodKind // at the end of each; zero is not
}

// Stage is one round of a decision. A later stage has the rule, silence and
// conflicts of the first.
type Stage struct {
	Said
	By        Who
	Rule      machine.Voting
	Silence   machine.Silence
	Conflicts machine.Conflicts
	Within    Within
}

// Review looks back on a period.
type Review struct {
	Head
	Once      bool         // held once, Held before the term ends
	When      machine.Expr // of the one `then` that has a condition; no Op where there is none
	Otherwise []*Action    // where it does not hold
	Every     value.PeriodKind
	Held      Within
	Inside    bool // held while the period still runs: Held is its last day
	By        Who
	LooksAt   []*Measure
	Missed    []*Action
	Then      []*Action
	Survives  bool
}

// Rule watches figures and acts when they meet its condition.
type Rule struct {
	Head
	When     machine.Expr
	Final    bool // reads final values only
	Fires    machine.Fires
	Reads    []*Measure
	Then     []*Action
	Survives bool
}

// Dispute is settled at the first of its levels that can.
type Dispute struct {
	Head
	Levels    []Level
	PaysNone  Named // meanwhile nothing is paid under this block; nil: what falls due is paid
	Never     bool  // never outside
	Except    *Term // but for this
	Otherwise Action
	Figures   bool // returns are contested under it
	Survives  bool
}

// Level hears a dispute.
type Level struct {
	Said
	By      Who  // a group, a body or a party
	Decides bool // a body that answers, or directs how to settle it
	Waits   bool // without a time limit: Within is empty
	Within  Within
}

// Notice is served by a party on others and takes effect after its time.
type Notice struct {
	Head
	By         Who
	To         Who
	Manners    []Manner
	GivenFirst bool // given when the first of them has received it; else the last
	AtLeast    value.Span
	Expiring   value.PeriodKind // at the end of such a period; zero is any day
	Instead    *Decision        // on another date
	Withdrawn  Withdrawal
	Then       []*Action
	Survives   bool
}

// Withdrawal says whether a notice can be taken back.
type Withdrawal string

const (
	NeverWithdrawn     Withdrawal = "never"
	WithdrawnTillGiven Withdrawal = "before it is given"
)

// Manner is a way of serving, and when what is so served counts as received.
type Manner struct {
	Said
	Name     string     // hand, post, email
	Received value.Span // after the day of serving; none is the day itself
}

// Clause is the agreement in words.
type Clause struct {
	Head
	Number string
	States []Named // the blocks that it puts in words; none is `words only`
	Text   string  // with its {values} filled in
}

// Name is the one name that a set of people has; empty where it has none or several.
func (w Who) Name() string {
	switch {
	case w.Group != nil:
		return w.Group.Name
	case w.Body != nil:
		return w.Body.Name
	case len(w.Parties) == 1:
		return w.Parties[0].Name
	}
	return ""
}
