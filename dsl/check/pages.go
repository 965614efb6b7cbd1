package check

import (
	"slices"

	"concordat/dsl/diag"
)

// Pages explain the findings of this package.
func Pages() diag.Pages {
	return slices.Concat(namePages(), statementPages(), peoplePages(), resultPages(), bandPages(), moneyPages(),
		decidingPages(), runningPages(), wordPages(), scenarioPages())
}
