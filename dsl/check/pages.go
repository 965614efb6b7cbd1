package check

import (
	"slices"

	"concordat/dsl/diag"
)

// Pages explain the findings of the scanner, the parser and the checker.
func Pages() diag.Pages {
	return slices.Concat(namePages(), statementPages(), peoplePages(), resultPages(), bandPages(), moneyPages(),
		decidingPages(), runningPages(), wordPages(), scenarioPages())
}
