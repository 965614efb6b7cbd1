package syntax

// RelationWord is what this agreement is to another contract.
type RelationWord string

const (
	Supplements RelationWord = "supplements it"
	Replaces    RelationWord = "replaces it"
	CalledOff   RelationWord = "is called off from it"
)

func (RelationWord) Phrases() []string {
	return []string{string(Supplements), string(Replaces), string(CalledOff)}
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
			Keyword: "this", Need: Required, Shape: "supplements it, or: replaces it, or: is called off from it", Example: "this supplements it",
			Means: "What this agreement is to it: both hold, this one alone holds, or this one is an order under it.", value: of[Relation](),
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
	},
}
