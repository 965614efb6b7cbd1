package pages

import (
	"strings"

	"concordat/dsl/diag"
)

func shadowPages() diag.Pages {
	right := strings.Replace(example("agreement base"), "  survives", "  shadow     from 1 January 2026, if all have signed by then\n  survives", 1)
	for _, group := range []string{"team", "chiefs"} {
		right += line(example("group "+group), "delegated", "delegated  1 January 2026 to 31 March 2029")
	}
	return diag.Pages{
		{
			Code: "shadow-in-term",
			Says: `An agreement is practised before its term begins: the shadow period ends with the day before. A day of the term, or after it, cannot
be its first.`,
			Wrong: line(right, "shadow", "shadow     from 1 April 2026, if all have signed by then"), Right: right,
		},
		{
			Code: "shadow-empty",
			Says: `What is practised are figures and reviews of whole periods. A shadow period that holds no whole quarter, or whatever they come round
by, practises nothing.`,
			Wrong: line(right, "shadow", "shadow     from 10 January 2026, if all have signed by then"), Right: right,
		},
	}
}
