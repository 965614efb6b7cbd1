package syntax

// Due is `within 15 working days of quarter end`.
type Due struct {
	Within Within `parser:"@@"`
}

// Accepted says who accepts a figure, and until when.
type Accepted struct {
	By     Who    `parser:"'by' @@ ','"`
	Within Within `parser:"@@"`
}

// ReturnSilence is what silence about a returned figure means.
type ReturnSilence string

const (
	SilenceAccepts  ReturnSilence = "acceptance"
	SilenceContests ReturnSilence = "contest"
)

func (ReturnSilence) Phrases() []string {
	return []string{string(SilenceAccepts), string(SilenceContests)}
}

// AcceptSilence is `is acceptance`.
type AcceptSilence struct {
	Is Choice[ReturnSilence] `parser:"'is' @@"`
}

// Contested is `under figures`.
type Contested struct {
	Under Ident `parser:"'under' @@"`
}

// AfterDue is `5 working days after due, ACTION`.
type AfterDue struct {
	After  Length `parser:"@@ 'after' 'due' ','"`
	Action Action `parser:"@@"`
}

var returnBlock = &BlockDef{
	Keyword: "return", Named: true, Titled: true,
	Doc:     "When figures are due, who accepts them, and what silence, lateness and absence mean.",
	Becomes: "a machine for each measure and period: scheduled, due, submitted, accepted or contested, final, restated, late, missing",
	Example: `return kpi "KPI return" {
  every      quarter
  due        within 15 working days of quarter end
  accepted   by ccg, within 10 working days of receipt
  silence    is acceptance
  contested  under figures
  if late    5 working days after due, remind
  if missing 20 working days after due, open fill_gap
}`,
	Statements: []*StatementDef{
		{
			Keyword: "every", Need: Required, Shape: "month, quarter, half year or year", Example: "every quarter",
			Means: "For which periods figures are returned.", value: of[Every](),
		},
		{
			Keyword: "due", Need: Required, Shape: "within LENGTH of ANCHOR", Example: "due within 15 working days of quarter end",
			Means: "The last day on which a figure is in time.", value: of[Due](),
		},
		{
			Keyword: "accepted", Need: Required, Shape: "by WHO, within LENGTH of ANCHOR",
			Example: "accepted by ccg, within 10 working days of receipt",
			Means:   "Who accepts a figure or contests it, and until when.", value: of[Accepted](),
		},
		{
			Keyword: "silence", Need: Required, Shape: "is acceptance, or: is contest", Example: "silence is acceptance",
			Means: "What it means when nobody accepts or contests in time.", value: of[AcceptSilence](),
		},
		{
			Keyword: "contested", Need: Required, Shape: "under DISPUTE", Example: "contested under figures",
			Means: "The dispute that a contested figure goes to.", value: of[Contested](),
		},
		{
			Keyword: "if late", Need: Required, Many: true, Shape: "LENGTH after due, ACTION",
			Example: "if late 5 working days after due, remind",
			Means:   "What happens while a figure is late.", value: of[AfterDue](),
		},
		{
			Keyword: "if missing", Need: Required, Shape: "LENGTH after due, ACTION",
			Example: "if missing 20 working days after due, open fill_gap",
			Means:   "When a late figure counts as missing, and what happens then.", value: of[AfterDue](),
		},
	},
}
