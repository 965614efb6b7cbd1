package syntax

// CostOf is what a cost is the cost of.
type CostOf struct {
	Of Ident `parser:"@@"`
}

var countBlock = &BlockDef{
	Keyword: "count", Named: true, Titled: true,
	Doc:     "A number that is returned and has no bands: nobody is paid by the band that it falls in.",
	Becomes: "a figure of each period: due, late, submitted, accepted, contested, missing, restated",
	Example: `count referred "People referred" {
  means        "People whom somebody referred in the period, each counted once"
  unit         people, whole
  returned     by slam in kpi
  each quarter as returned
  each year    sum of quarters
}`,
	Column:     13,
	Statements: append(figureLines(), figureRow("unit", Required)),
}

var costBlock = &BlockDef{
	Keyword: "cost", Named: true, Titled: true,
	Doc:     "What was spent, in pounds to the penny; it is returned, checked and restated as any figure, and has no bands.",
	Becomes: "a figure of each period: due, late, submitted, accepted, contested, missing, restated",
	Example: `cost spend "What core cost" {
  of           core
  means        "Money paid in the period for the service, with evidence of each payment"
  returned     by lambeth in kpi
  each quarter as returned
  each year    sum of quarters
}`,
	Column: 13,
	Statements: append(figureLines(), &StatementDef{
		Keyword: "of", Need: Required, Shape: "FUNDING or COMMITMENT", Example: "of core",
		Means: "What it is the cost of: of money that is paid on, or of what whoever returns it has committed and spends itself.", value: of[CostOf](),
	}, &StatementDef{
		Keyword: "for", Shape: "OUTCOME", Example: "for recover",
		Means: "Which outcome it was spent on, where it is only a part of what that money is for: the part is accounted for by itself.", value: of[Name](),
	}),
}

// figureLines are the statements that any figure has, with or without bands.
func figureLines() []*StatementDef {
	var out []*StatementDef
	for _, k := range []string{"means", "returned"} {
		out = append(out, figureRow(k, Required))
	}
	for _, k := range []string{"input", "each month", "each quarter", "each half year", "each year"} {
		out = append(out, figureRow(k, Optional))
	}
	return out
}

// figureRow is a measure's statement, needed or not.
func figureRow(keyword string, need Need) *StatementDef {
	row := *measureBlock.Lookup(keyword)
	row.Need, row.Group = need, ""
	return &row
}
