package settled

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// Agreement is a settled agreement. Slices keep the order of the text.
type Agreement struct {
	Head       // Name is the agreement's own name
	Path       string
	Src        []byte // the text, for line numbers
	Language   int
	Model      string
	Buys       string     // "complex services"; empty where it does not say
	Category   string     // "category C1"; empty where it does not say
	First      value.Date // of the term
	Last       value.Date // of the term, included
	Begins     machine.Begins
	Shadow     *machine.Shadow // nil: none
	Survives   []Named         // *Return, *Decision, *Review, *Gainshare, *Funding, *Dispute, *Notice, *Rule
	Currency   string          // ISO 4217
	VAT        string
	YearStart  value.YearStart
	Calendar   *value.Calendar
	Rounding   value.Rounding // of sums, to the penny
	Remainder  value.Remainder
	Funds      string
	FundsBy    *Party // who leads aligned funds, or hosts pooled ones
	Under      string // the law that lets the parties act together
	Beside     []string
	Follows    []Following
	Prevails   []machine.Prevailing
	KeySigned  []string // kinds of event that need a signature by key
	Varied     *Decision
	Unclear    *Decision
	Purpose    string
	Principles []*Principle

	Terms         []*Term
	Parties       []*Party
	Bodies        []*Body
	Groups        []*Group
	Officers      []*Officer
	Places        []*Place
	Areas         []*Area
	Shares        []*Shares
	Returns       []*Return
	Outcomes      []*Outcome
	Measures      []*Measure
	Fundings      []*Funding
	Tranches      []*Tranche
	Committed     []*Commitment
	Gainshares    []*Gainshare
	Ratecards     []*Ratecard
	SocialReturns []*SocialReturn
	Benefits      []*Benefit // of all social returns
	Prices        []*Price   // of all ratecards
	Held          []*Fund    // advances and pooled funds
	Decisions     []*Decision
	Reviews       []*Review
	Rules         []*Rule
	Disputes      []*Dispute
	Notices       []*Notice
	Clauses       []*Clause
	Registers     []*Register
	Contracts     []*Contract
	Processes     []*Process
	Steps         []*ProcessStep

	// Holes are values still to be agreed. Where one stands, the settled value
	// Is the zero of its type: no date, no number, a nil pointer.
	Holes    []Hole
	Template bool // its open values are its point

	Routes []*Route
}

// Starts is the first day on which anything of the agreement runs: of its shadow
// period, or of its term where it has none.
func (a *Agreement) Starts() value.Date {
	if a.Shadow != nil {
		return a.Shadow.First
	}
	return a.First
}

// Practises reports whether a period lies in the shadow period with all its days.
func (a *Agreement) Practises(p value.Period) bool {
	return a.Shadow != nil && a.YearStart.First(p) >= a.Shadow.First && a.YearStart.Last(p) < a.First
}

// Hole is a value to be agreed.
type Hole struct {
	Said
	What string
}

// Principle is a reason that decisions may have to record.
type Principle struct {
	Head
	Says string
}

// Term is a defined term.
type Term struct {
	Head
	Means string
}

// Party signs and is bound.
type Party struct {
	Head
	Roles      []string
	Legal      string // its name in law; empty where that is the title
	Registered string
	Signs      string // the office that signs for it
	ServedAt   string // the address for notices

	SocialAim, OwnedBy string     // of a social enterprise
	Trades             *value.Num // the part of its turnover that it earns by trade; nil where that is not said
}

// Body advises, hears or judges; it neither signs nor votes.
type Body struct {
	Head
	PaidBy Side   // empty: nobody named
	PartOf *Party // nil: none
}

// Group votes; each seat has one vote and binds its own party.
type Group struct {
	Head
	Seats  []Seat
	Limit  *value.Money // of a seat in one decision; nil is without limit
	From   value.Date   // the delegation holds from this day
	To     value.Date   // up to and including this day
	Undone Who          // who may undo a decision: Nobody, or parties
}

// Seat is a place in a group, held for a party by an office.
type Seat struct {
	Said
	Party  *Party
	Office string
}

// Shares split a sum; the parts make exactly 1.
type Shares struct {
	Head
	Parts []Share
}

// Share is one party's part.
type Share struct {
	Said
	Party *Party
	Part  value.Num
}

// Side is who pays or is paid: a party, or the parties of a shares block.
// Exactly one is set.
type Side struct {
	Party  *Party
	Shares *Shares
}

// Name is the block's name; empty where the side could not be settled.
func (s Side) Name() string {
	switch {
	case s.Party != nil:
		return s.Party.Head.Name
	case s.Shares != nil:
		return s.Shares.Head.Name
	}
	return ""
}

// Members are how many votes a set of people has in this agreement.
func (a *Agreement) Members(w Who) int {
	switch {
	case w.Group != nil:
		return len(w.Group.Seats)
	case w.Body != nil:
		return 1
	case w.Every && w.Leaver:
		return len(a.Parties) - 1
	case w.Every:
		return len(a.Parties)
	}
	return len(w.Parties)
}

// HasSeat reports whether the group has the seat.
func (g *Group) HasSeat(s Seat) bool {
	return slices.ContainsFunc(g.Seats, func(t Seat) bool { return t.Party == s.Party && t.Office == s.Office })
}

// Followed is what the machine keeps of the frameworks that an agreement follows.
func (a *Agreement) Followed() (out []machine.Followed) {
	for _, f := range a.Follows {
		if f.Is != nil {
			out = append(out, machine.Followed{Name: f.Name, Title: f.Is.Title, Digest: f.Is.Digest})
		}
	}
	return out
}

// Periods are those of a kind that have a day in the term; nil where the term
// or the year is not known.
func (a *Agreement) Periods(k value.PeriodKind) []value.Period {
	if !a.First.IsSet() || !a.Last.IsSet() || a.YearStart.Month == 0 {
		return nil
	}
	return a.YearStart.Over(k, a.First, a.Last)
}

// LastPeriod is the last period of a kind that has a day in the term.
func (a *Agreement) LastPeriod(k value.PeriodKind) (value.Period, bool) {
	p := a.YearStart.Of(k, a.Last)
	return p, !p.IsZero()
}

// LastSettled is the last whole period that a gainshare settles, and what its
// settlement is for: the term, where all years are settled together.
func (a *Agreement) LastSettled(g *Gainshare) (last value.Period, of string, ok bool) {
	whole := a.WholePeriods(min(g.Every, value.Year))
	if len(whole) == 0 {
		return value.Period{}, "", false
	}
	last = whole[len(whole)-1]
	if g.Every == value.Term {
		return last, a.YearStart.Label(value.Period{Kind: value.Term}), true
	}
	return last, a.YearStart.Label(last), true
}

// WholePeriods are the periods of a kind that lie in the term with all their days.
func (a *Agreement) WholePeriods(k value.PeriodKind) []value.Period {
	return slices.DeleteFunc(a.YearStart.Over(k, a.First, a.Last), func(p value.Period) bool {
		return a.YearStart.First(p) < a.First || a.YearStart.Last(p) > a.Last
	})
}

// Asked are those whose act is asked for by a set of people.
func (a *Agreement) Asked(w Who) []*Party {
	switch {
	case w.Group != nil:
		var out []*Party
		for _, s := range w.Group.Seats {
			out = append(out, s.Party)
		}
		return out
	case w.Every, w.Any:
		return a.Parties
	}
	return w.Parties
}

// HighestLimit is the officer who may vote on the largest sum for a party; nil
// where the party votes for itself.
func (a *Agreement) HighestLimit(p *Party) (best *Officer) {
	for _, o := range a.OfficersFor(p, machine.ActVote) {
		if best == nil || best.Limit != nil && (o.Limit == nil || *o.Limit > *best.Limit) {
			best = o
		}
	}
	return best
}

// Blocks are all named blocks of the agreement but its header, kind by kind.
func (a *Agreement) Blocks() []Named {
	var out []Named
	out = appendAll(out, a.Terms)
	out = appendAll(out, a.Parties)
	out = appendAll(out, a.Bodies)
	out = appendAll(out, a.Groups)
	out = appendAll(out, a.Officers)
	out = appendAll(out, a.Places)
	out = appendAll(out, a.Areas)
	out = appendAll(out, a.Shares)
	out = appendAll(out, a.Returns)
	out = appendAll(out, a.Outcomes)
	out = appendAll(out, a.Measures)
	out = appendAll(out, a.Fundings)
	out = appendAll(out, a.Tranches)
	out = appendAll(out, a.Committed)
	out = appendAll(out, a.Held)
	out = appendAll(out, a.Gainshares)
	out = appendAll(out, a.Ratecards)
	out = appendAll(out, a.Prices)
	out = appendAll(out, a.SocialReturns)
	out = appendAll(out, a.Benefits)
	out = appendAll(out, a.Routes)
	out = appendAll(out, a.Decisions)
	out = appendAll(out, a.Reviews)
	out = appendAll(out, a.Rules)
	out = appendAll(out, a.Disputes)
	out = appendAll(out, a.Notices)
	out = appendAll(out, a.Contracts)
	out = appendAll(out, a.Registers)
	out = appendAll(out, a.Processes)
	out = appendAll(out, a.Steps)
	return appendAll(out, a.Clauses)
}

// PartiesOf are the parties of a role.
func (a *Agreement) PartiesOf(role string) []string {
	var out []string
	for _, p := range a.Parties {
		if slices.Contains(p.Roles, role) {
			out = append(out, p.Name)
		}
	}
	return out
}

// Parties are those on a side, in the order written.
func (s Side) Parties() []*Party {
	if s.Party != nil {
		return []*Party{s.Party}
	}
	var out []*Party
	if s.Shares != nil {
		for _, part := range s.Shares.Parts {
			out = append(out, part.Party)
		}
	}
	return out
}

// Part is a party's part of what a side pays or gets.
func (s Side) Part(p *Party) value.Num {
	if s.Party == p {
		return value.Int(1)
	}
	if s.Shares != nil {
		if share := ShareOf(s.Shares, p); share != nil {
			return share.Part
		}
	}
	return value.Num{}
}

// OfficersFor are those to whom a party has delegated a kind of act.
func (a *Agreement) OfficersFor(p *Party, kind machine.ActKind) []*Officer {
	var out []*Officer
	for _, o := range a.Officers {
		if o.Party == p && o.Does(kind) {
			out = append(out, o)
		}
	}
	return out
}

// HasMember reports whether a party has a seat in the group.
func (g *Group) HasMember(p *Party) bool {
	return slices.ContainsFunc(g.Seats, func(s Seat) bool { return s.Party == p })
}

func appendAll[B Named](to []Named, list []B) []Named {
	for _, b := range list {
		to = append(to, b)
	}
	return to
}

// ShareOf is a party's part of what is shared; nil if it has none.
func ShareOf(x *Shares, p *Party) *Share {
	for i := range x.Parts {
		if x.Parts[i].Party == p {
			return &x.Parts[i]
		}
	}
	return nil
}
