package pages

import (
	"strings"

	"concordat/dsl/diag"
)

// serviceCost is a cost returned in RETURN.
const serviceCost = `cost spend "What the service cost" {
  of           core
  means        "Money paid in the quarter for the service"
  returned     by charity in RETURN
  each quarter as returned
  each year    sum of quarters
}
`

// costBooks is the return that costs come in, the decision behind it, and the
// header that lets both outlive the term.
func costBooks() string {
	books := strings.NewReplacer("monthly", "books", "fill_gap", "fix_cost").Replace(example("return monthly"))
	fix := line(line(strings.ReplaceAll(example("decision fill_gap"), "fill_gap", "fix_cost"), "decides", "decides    a figure"), "otherwise", "otherwise  take £50,000")
	head := line(example("agreement base"), "survives", "survives   monthly, books, fix_cost, judge_voice, fill_gap, quarterly, results, settle, figures")
	return head + books + fix
}

func countPages() diag.Pages {
	return diag.Pages{
		{
			Code: "return-mixed",
			Says: `One return has figures with bands and figures without. Where one is missing, a decision fixes it; a decision gives a band or a figure,
never both.`,
			Wrong: strings.ReplaceAll(serviceCost, "RETURN", "monthly"), Right: costBooks() + strings.ReplaceAll(serviceCost, "RETURN", "books"),
		},
	}
}
