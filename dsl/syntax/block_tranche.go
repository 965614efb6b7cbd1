package syntax

// TrancheSum is: `£20,000`.
type TrancheSum struct {
	Amount Money `parser:"@@"`
}

// WhenDone is `last_claim is done`.
type WhenDone struct {
	Step Ident `parser:"@@ 'is' 'done'"`
}

var trancheBlock = &BlockDef{
	Keyword: "tranche", Named: true, Titled: true,
	Doc:     "A sum that is paid once, when a step of a process is done: what was asked for has been shown, and its gate passed.",
	Becomes: "a payment, from the day on which the step is done",
	Example: `tranche last_money "The last of the money" {
  from       council
  to         charity
  sum        £20,000
  when       pilot is done
  paid       within 30 days of pilot, or the next working day
}`,
	Statements: []*StatementDef{
		{
			Keyword: "from", Need: Required, Shape: "NAME", Example: "from council",
			Means: "Who pays: a party, or shares.", value: of[Name](),
		},
		{
			Keyword: "to", Need: Required, Shape: "NAME", Example: "to charity",
			Means: "Who is paid: a party, or shares.", value: of[Name](),
		},
		{
			Keyword: "sum", Need: Required, Shape: "MONEY", Example: "sum £20,000",
			Means: "What is paid, once: a step that is done again pays nothing more.", value: of[TrancheSum](),
		},
		{
			Keyword: "when", Need: Required, Shape: "STEP is done", Example: "when pilot is done",
			Means: "The step that must be done.", value: of[WhenDone](),
		},
		{
			Keyword: "paid", Need: Required, Shape: "within LENGTH of STEP[, or the next working day]", Example: "paid within 30 days of pilot, or the next working day",
			Means: "The last day for payment, counted from the day on which the step is done.", value: of[PaidWithin](),
		},
	},
}
