package syntax

// RelationWord is what this agreement is to another contract.
type RelationWord string

const (
	Supplements RelationWord = "supplements it"
	Replaces    RelationWord = "replaces it"
	CalledOff   RelationWord = "is called off from it"
	WindsDown   RelationWord = "winds it down"
)

func (RelationWord) Phrases() []string {
	return []string{string(Supplements), string(Replaces), string(CalledOff), string(WindsDown)}
}

// Relation is `supplements it`.
type Relation struct {
	Is Choice[RelationWord] `parser:"@@"`
}

// PrevailsOn is `on standards of care`.
type PrevailsOn struct {
	On Phrase `parser:"'on' @@"`
}

// LastsUntil is `until 31 March 2018`.
type LastsUntil struct {
	Until Date `parser:"'until' @@"`
}

// OwnTerms says that a contract pays its last money itself.
type OwnTerms string

const PaysItself OwnTerms = "its own terms"

func (OwnTerms) Phrases() []string { return []string{string(PaysItself)} }

// LastMoney is `by funding closing`, or `by its own terms`.
type LastMoney struct {
	Funding *Ident           `parser:"'by' ( 'funding' @@"`
	Own     Choice[OwnTerms] `parser:"     | @@ )"`
}

// NothingAnew says that nothing takes a contract's place.
type NothingAnew string

const BuysNothing NothingAnew = "nothing"

func (NothingAnew) Phrases() []string { return []string{string(BuysNothing)} }

// Anew is `by process buying`, or `nothing`.
type Anew struct {
	Process *Ident              `parser:"( 'by' 'process' @@"`
	Nothing Choice[NothingAnew] `parser:"| @@ )"`
}

var contractBlock = &BlockDef{
	Keyword: "contract", Named: true, Titled: true,
	Doc:     "Another contract of some of the parties, over which or in place of which this agreement stands.",
	Becomes: "a watch on its last day",
	Example: `contract slam_standard "NHS Standard Contract with the trust" {
  between    ccg, slam
  this       supplements it
  prevails   on standards of care
  lasts      until 31 March 2016
  if ended   open determine
}`,
	Statements: []*StatementDef{
		{
			Keyword: "between", Need: Required, Shape: "PARTY, PARTY", Example: "between ccg, slam",
			Means: "Whose contract it is.", value: of[Names](),
		},
		{
			Keyword: "this", Need: Required, Shape: "supplements it, or: replaces it, or: is called off from it, or: winds it down", Example: "this supplements it",
			Means: "What this agreement is to it: both hold, this one alone holds, this one is an order under it, or this one brings it to its end.", value: of[Relation](),
		},
		{
			Keyword: "prevails", Many: true, Shape: "on WORDS", Example: "prevails on standards of care",
			Means: "On what the other contract goes first where the two differ; on everything else this one does.", value: of[PrevailsOn](),
		},
		{
			Keyword: "lasts", Need: Required, Shape: "until DATE", Example: "lasts until 31 March 2016",
			Means: "Its last day.", value: of[LastsUntil](),
		},
		{
			Keyword: "if ended", Shape: "ACTION", Example: "if ended open determine",
			Means: "What happens when it ends before this agreement does.", value: of[Then](),
		},
		{
			Keyword: "last money", Shape: "by funding FUNDING, or: by its own terms", Example: "last money by funding closing",
			Means: "Of a contract that is wound down: by what its last money is paid, tapered or not.", value: of[LastMoney](),
		},
		{
			Keyword: "anew", Shape: "by process PROCESS, or: nothing", Example: "anew by process buying",
			Means: "Of a contract that is wound down: how what takes its place is procured.", value: of[Anew](),
		},
	},
}
