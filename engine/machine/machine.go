// Package machine is the compiled agreement as data: who its parties are, what
// is measured, what is paid, how decisions are made, and one state chart for
// each thing that has a life of its own. Formulas and conditions are small
// typed trees that the engine evaluates exactly. A machine is plain JSON with a
// format number and a fingerprint, so it can be signed, stored and replayed
// whatever the compiler does next. The package knows values only: neither the
// language that a machine was written in, nor how it is run.
package machine

import "concordat/engine/value"

// Format is the version of the encoding and of what Step makes of it. A machine
// of a newer format is refused by name.
const Format = 1

// Machine is one agreement. Slices keep the order of the text.
type Machine struct {
	Format    int             `json:"format"`
	Language  int             `json:"language"`
	Name      string          `json:"name"`
	Title     string          `json:"title"`
	Model     string          `json:"model"`
	Buys      string          `json:"buys,omitempty"`     // "complex services"
	Category  string          `json:"category,omitempty"` // "category C1"
	First     value.Date      `json:"first"`              // first day of the term
	Last      value.Date      `json:"last"`               // last day of the term, included
	Begins    Begins          `json:"begins"`
	Shadow    *Shadow         `json:"shadow,omitempty"`
	Currency  string          `json:"currency"`
	VAT       string          `json:"vat"`
	Funds     string          `json:"funds"`
	FundsBy   string          `json:"funds_by,omitempty"` // who leads aligned funds, or hosts pooled ones
	YearStart value.YearStart `json:"year_start"`
	Calendar  CalendarRef     `json:"calendar"`
	Rounding  value.Rounding  `json:"rounding"` // sums, to the penny
	Remainder value.Remainder `json:"remainder"`
	Survives  []string        `json:"survives,omitempty"` // blocks whose duties go on after the end
	Varied    string          `json:"varied"`             // decision that adopts a revision
	Unclear   string          `json:"unclear"`            // decision that settles what the words do not
	// KeySigned are the kinds of event that must carry a signature by key: "signed", "voted", "settled".
	KeySigned []string `json:"key_signed,omitempty"`

	Purpose    string       `json:"purpose,omitempty"`
	Principles []Term       `json:"principles,omitempty"`
	Under      string       `json:"under,omitempty"` // the law that lets the parties act together
	Beside     []string     `json:"beside,omitempty"`
	Prevails   []Prevailing `json:"prevails,omitempty"`
	Follows    []Followed   `json:"follows,omitempty"` // frameworks that the text was checked against
	Terms      []Term       `json:"terms,omitempty"`

	Parties       []Party        `json:"parties"`
	Bodies        []Body         `json:"bodies,omitempty"`
	Groups        []Group        `json:"groups,omitempty"`
	Officers      []Officer      `json:"officers,omitempty"`
	Places        []Place        `json:"places,omitempty"`
	Areas         []Area         `json:"areas,omitempty"`
	Shares        []Shares       `json:"shares,omitempty"`
	Returns       []Return       `json:"returns,omitempty"`
	Outcomes      []Outcome      `json:"outcomes,omitempty"`
	Measures      []Measure      `json:"measures,omitempty"`
	Fundings      []Funding      `json:"fundings,omitempty"`
	Tranches      []Tranche      `json:"tranches,omitempty"`
	Commitments   []Commitment   `json:"commitments,omitempty"`
	Gainshares    []Gainshare    `json:"gainshares,omitempty"`
	Held          []Fund         `json:"held,omitempty"` // advances and pooled funds
	SocialReturns []SocialReturn `json:"social_returns,omitempty"`
	Ratecards     []Ratecard     `json:"ratecards,omitempty"`
	Routes        []Route        `json:"routes,omitempty"`
	Decisions     []Decision     `json:"decisions,omitempty"`
	Reviews       []Review       `json:"reviews,omitempty"`
	Rules         []Condition    `json:"rules,omitempty"`
	Disputes      []Dispute      `json:"disputes,omitempty"`
	Notices       []Notice       `json:"notices,omitempty"`
	Contracts     []Contract     `json:"contracts,omitempty"`
	Clauses       []Clause       `json:"clauses,omitempty"`
	Registers     []Register     `json:"registers,omitempty"`
	Processes     []Process      `json:"processes,omitempty"`

	// Charts are the state charts, in the order in which deadlines that fall on
	// one day are run: figures, decisions, reviews, disputes, notices, rules,
	// settlements, payments, and the agreement's own last.
	Charts []Chart `json:"charts"`

	// Holes are values still to be agreed: a machine that has any cannot be signed.
	Holes []Hole `json:"holes,omitempty"`

	// Source maps a statement to its line in the text. It is no part of the
	// fingerprint: moving a line changes nothing that was agreed.
	Source []Line `json:"source,omitempty"`

	earlier *Earlier
	index   index
}

// Begins says when the agreement comes into force.
type Begins string

const (
	OnFirstDay       Begins = "first day"                   // of the term, whenever it was signed
	OnLaterSignature Begins = "first day or last signature" // the later of the two
)

// Shadow is the time before the term in which the agreement is practised and
// nothing is paid. It ends with the day before the term.
type Shadow struct {
	First value.Date `json:"first"`
	Late  bool       `json:"late,omitempty"` // it may begin with the last signature; otherwise it needs all by its first day
}

// Starts is the first day on which anything runs: of the shadow period, or of
// the term where there is none.
func (m *Machine) Starts() value.Date {
	if m.Shadow != nil {
		return m.Shadow.First
	}
	return m.First
}

// InShadow reports whether a period lies in the shadow period with all its days.
func (m *Machine) InShadow(p value.Period) bool {
	return m.Shadow != nil && m.YearStart.First(p) >= m.Shadow.First && m.YearStart.Last(p) < m.First
}

// CalendarRef pins the bank holidays that the agreement was signed with.
type CalendarRef struct {
	Name    string     `json:"name"`    // england_and_wales, scotland, northern_ireland
	Version string     `json:"version"` // of the data
	Digest  string     `json:"digest"`  // SHA-256 of that nation's rows
	Horizon value.Date `json:"horizon"` // later days are computed by rule and provisional
}

// Ref names a statement by block and keyword ("placements", "returned"): what a
// refusal, a deadline and a payment give as their reason.
type Ref struct {
	Block     string `json:"block"`
	Statement string `json:"statement,omitempty"`
}

func (r Ref) String() string {
	if r.Statement == "" {
		return r.Block
	}
	return r.Block + "." + r.Statement
}

// Line is where a statement stands in the text, counted from 1.
type Line struct {
	At   Ref `json:"at"`
	Line int `json:"line"`
}

// Followed is a framework, pinned to the words that it had.
type Followed struct {
	Name   string `json:"name"`
	Title  string `json:"title"`
	Digest string `json:"digest"` // SHA-256 of its words, in hexadecimal
}

// Term is a name with a title and a meaning: a definition or a principle.
type Term struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Means string `json:"means,omitempty"`
}

// Prevailing says which text wins, and on what.
type Prevailing struct {
	Text string `json:"text"` // "beside" or "this agreement"
	On   string `json:"on"`
}

// Hole is a value to be agreed.
type Hole struct {
	At   Ref    `json:"at"`
	What string `json:"what"`
}

// Party signs the agreement and is bound by it.
type Party struct {
	Name  string   `json:"name"`
	Title string   `json:"title"`
	Roles []string `json:"roles"`

	Legal      string `json:"legal,omitempty"` // its name in law, where the title is another
	Registered string `json:"registered,omitempty"`
	Signs      string `json:"signs,omitempty"`     // the office whose holder signs for it
	ServedAt   string `json:"served_at,omitempty"` // the address for notices

	SocialAim string     `json:"social_aim,omitempty"` // of a social enterprise
	OwnedBy   string     `json:"owned_by,omitempty"`
	Trades    *value.Num `json:"trades,omitempty"` // the part of its turnover that it earns by trade
}

// Body advises, hears or judges; it neither signs nor votes.
type Body struct {
	Name   string `json:"name"`
	Title  string `json:"title"`
	PaidBy string `json:"paid_by,omitempty"` // shares block
	PartOf string `json:"part_of,omitempty"` // party
}

// Group votes. Each seat binds its own party, one vote a seat.
type Group struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Seats []Seat `json:"seats"`
	// Limit is what a seat may commit its party to in one decision; nil is without limit.
	Limit  *value.Money `json:"limit,omitempty"`
	From   value.Date   `json:"from"` // the delegation holds from this day
	To     value.Date   `json:"to"`   // up to and including this day
	Undone []string     `json:"undone,omitempty"`
}

// Seat is a place in a group, held for a party by an office.
type Seat struct {
	Party  string `json:"party"`
	Office string `json:"office"`
}

// Shares split a sum between parties; parts make exactly 1.
type Shares struct {
	Name  string  `json:"name"`
	Title string  `json:"title"`
	Parts []Share `json:"parts"`
}

// Share is one party's part.
type Share struct {
	Party string    `json:"party"`
	Part  value.Num `json:"part"`
}

// Return says when figures are due and what becomes of them; its deadlines are
// moves of the charts of the measures returned in it.
type Return struct {
	Name     string           `json:"name"`
	Title    string           `json:"title"`
	Every    value.PeriodKind `json:"every"`
	Accepter string           `json:"accepter"`
	Dispute  string           `json:"dispute"`
}

// Outcome is a change for people, scored by its measures.
type Outcome struct {
	Name     string    `json:"name"`
	Title    string    `json:"title"`
	Of       string    `json:"of,omitempty"` // the gainshare or scorecard that reads it
	Weight   value.Num `json:"weight"`
	Family   string    `json:"family,omitempty"`   // of an investment: "prevention" or "organisational"
	Improves []string  `json:"improves,omitempty"` // what is intended under it, in words
}

// Measure is a figure and what it means.
type Measure struct {
	Name       string           `json:"name"`
	Title      string           `json:"title"`
	Outcome    string           `json:"outcome"`
	Weight     value.Num        `json:"weight"`
	Means      string           `json:"means,omitempty"`
	Unit       string           `json:"unit,omitempty"` // "people", "stays a person"
	Places     int              `json:"places"`         // decimal places a figure may have
	Rounding   value.Rounding   `json:"rounding"`       // of a computed figure to those places
	Lower      bool             `json:"lower"`          // lower is better
	Baseline   *Baseline        `json:"baseline,omitempty"`
	Return     string           `json:"return,omitempty"`
	Returner   string           `json:"returner,omitempty"`
	Inputs     []Input          `json:"inputs,omitempty"` // returned instead of the figure itself
	Values     []PeriodValue    `json:"values,omitempty"`
	IfZero     *ZeroRule        `json:"if_zero,omitempty"`
	Bands      []BandRange      `json:"bands"`
	Judged     string           `json:"judged,omitempty"` // decision, for a judged measure
	Every      value.PeriodKind `json:"every"`            // how often it is returned or judged
	Evidence   []Term           `json:"evidence,omitempty"`
	Shown      string           `json:"shown,omitempty"`      // whether it is known to show what it claims
	Output     bool             `json:"output,omitempty"`     // it shows what was done, not what became true
	Commitment string           `json:"commitment,omitempty"` // of a cost: what its returner committed and spends itself
	CostOf     string           `json:"cost_of,omitempty"`    // of a cost that is for one outcome: the funding or commitment that it is a part of
	For        string           `json:"for,omitempty"`        // of a cost: the outcome on which this part was spent
}

// Baseline is the starting value.
type Baseline struct {
	Value   value.Num  `json:"value"`
	On      value.Date `json:"on"`
	Quality string     `json:"quality,omitempty"` // "audited", "counted" or "estimated"
	From    string     `json:"from,omitempty"`    // where the figure comes from, in words
}

// Input is a figure that a formula reads, returned by name; always a whole number unless Places says otherwise.
type Input struct {
	Name   string `json:"name"`
	Title  string `json:"title"`
	Places int    `json:"places"`
}

// PeriodValue says how a period's value comes about.
type PeriodValue struct {
	Every value.PeriodKind `json:"every"`
	How   How              `json:"how"`
	From  int              `json:"from,omitempty"` // AsReturnedFor: the part's number (4 for Q4)
	By    *Expr            `json:"by,omitempty"`   // Computed: over the inputs of the period (of a longer period: their totals)
}

// How a period's value comes about.
type How string

const (
	AsReturned    How = "as returned"
	AsReturnedFor How = "as returned for" // one part stands for the whole
	SumOfParts    How = "sum"
	Computed      How = "computed"
)

// ZeroRule is the band taken where a formula divides by zero.
type ZeroRule struct {
	Take value.Band `json:"take"`
}

// BandRange is one of the five bands: a range of values, or for a judged measure a statement.
type BandRange struct {
	Band  value.Band   `json:"band"`
	Range *value.Range `json:"range,omitempty"`
	Says  string       `json:"says,omitempty"`  // a judged measure's statement
	Words string       `json:"words,omitempty"` // the range as written: "61 to 100"
}

// Funding is a sum that falls due in instalments, whatever the results.
type Funding struct {
	Name  string           `json:"name"`
	Title string           `json:"title"`
	From  string           `json:"from"` // party or shares
	To    string           `json:"to"`   // party or shares
	Basis string           `json:"basis"`
	Sums  []PeriodSum      `json:"sums"`
	Every value.PeriodKind `json:"every"`
	Odd   int              `json:"odd"`   // which instalment of the year takes the odd pennies, from 0; -1 is the last
	Repay bool             `json:"repay"` // if ended: repay by days what was paid in advance
	// Taper is what the yearly sums follow from, in words: "3 yearly steps, …".
	Taper    string   `json:"taper,omitempty"`
	Ceiling  *Ceiling `json:"ceiling,omitempty"`
	Excludes []string `json:"excludes,omitempty"` // what the money is not for
	// CeilingAYear is the most that is paid in any one year.
	CeilingAYear *Ceiling `json:"ceiling_a_year,omitempty"`
	// Next is set where a year's sum follows from the band of the year before: then
	// only the first of Sums holds a sum, and the others are nothing until that band is final.
	Next *NextYear `json:"next,omitempty"`
}

// NextYear says what a year pays after a year in each band of a measure.
type NextYear struct {
	Measure string     `json:"measure"`
	Steps   []NextStep `json:"steps"`
}

// NextStep is a sum, or a part of another year's: the first's, or the one's before.
type NextStep struct {
	Band    value.Band   `json:"band"`
	Sum     *value.Money `json:"sum,omitempty"`
	Part    *value.Num   `json:"part,omitempty"`
	OfFirst bool         `json:"of_first,omitempty"`
}

// Ceiling is the most that a funding pays, until a decision puts another sum in its place.
type Ceiling struct {
	Sum    value.Money `json:"sum"`
	Unless string      `json:"unless,omitempty"` // decision
}

// Route is how a partner is chosen, by the total value of a funding.
type Route struct {
	Name      string       `json:"name"`
	Title     string       `json:"title"`
	On        string       `json:"on"`                  // funding
	Threshold *value.Money `json:"threshold,omitempty"` // nil while it is open; of dated ones, that in force on Begun
	Ways      []Term       `json:"ways"`                // Means: for which values
	Takes     string       `json:"takes,omitempty"`     // the way for this total
	Waiver    string       `json:"waiver,omitempty"`    // decision

	VAT    string       `json:"vat,omitempty"`   // what the total counts, with the rate by which it is converted
	Total  *value.Money `json:"total,omitempty"` // the value that decides; nil while it is open
	Begun  *value.Date  `json:"begun,omitempty"` // the day on which procurement begins
	Dated  []Threshold  `json:"dated,omitempty"` // thresholds by the day from which they hold
	Quotes int          `json:"quotes,omitempty"`
	// Register is where as many entries as Quotes must stand before the way is open.
	Register string `json:"register,omitempty"`
}

// Threshold is a value at which a route changes, from a day on.
type Threshold struct {
	Sum  value.Money `json:"sum"`
	From value.Date  `json:"from"`
}

// PeriodSum is what a period costs.
type PeriodSum struct {
	Period value.Period `json:"period"`
	Sum    value.Money  `json:"sum"`
	How    string       `json:"how,omitempty"` // how a tapering sum comes about: "80% of £60,000"
}

// Gainshare turns the bands of a period into a sum that one side owes the other.
type Gainshare struct {
	Name      string           `json:"name"`
	Title     string           `json:"title"`
	Every     value.PeriodKind `json:"every"`
	Points    []Points         `json:"points"`
	Stepped   bool             `json:"stepped"`          // else interpolated between the points
	Places    *int             `json:"places,omitempty"` // the score is rounded to so many places; nil is not rounded
	Rounding  value.Rounding   `json:"rounding"`         // of the score, where Places is set
	Pool      value.Money      `json:"pool"`
	OnTop     string           `json:"on_top,omitempty"` // funding that the pool is paid on top of
	Inside    string           `json:"inside,omitempty"` // funding that the pool is a part of
	Gain      Formula          `json:"gain"`             // used where the score is above zero
	Pain      Formula          `json:"pain"`             // used where it is below
	GainCap   *value.Money     `json:"gain_cap,omitempty"`
	PainCap   *value.Money     `json:"pain_cap,omitempty"`
	Beyond    string           `json:"beyond,omitempty"`    // who bears what lies beyond the pain cap
	PartYear  string           `json:"part_year"`           // "none": no gain and no pain
	Confirmed string           `json:"confirmed"`           // decision
	Corrected value.Span       `json:"corrected"`           // after payment, within this time, the difference is posted
	Matters   *Matters         `json:"matters,omitempty"`   // how much must lie between worst and best
	Scorecard bool             `json:"scorecard,omitempty"` // it is scored and pays nothing
	Cost      *CostShare       `json:"cost,omitempty"`      // it shares a cost, not a pool
}

// Matters is the part of a funding that lies at least between the worst result and the best.
type Matters struct {
	From value.Num `json:"from"`
	Of   string    `json:"of"` // funding
}

// Points is the score of a band.
type Points struct {
	Band  value.Band `json:"band"`
	Score value.Num  `json:"score"`
}

// Formula is a sum and who owes it to whom.
type Formula struct {
	Sum  Expr   `json:"sum"`
	From string `json:"from"`
	To   string `json:"to"`
}

// Clause is the agreement in words.
type Clause struct {
	Name   string   `json:"name"`
	Title  string   `json:"title"`
	Number string   `json:"number"`
	States []string `json:"states,omitempty"` // blocks that it puts in words; none is "words only"
	Text   string   `json:"text"`             // with {values} filled in
}
