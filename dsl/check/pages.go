package check

import (
	"slices"

	"concordat/dsl/diag"
)

// Pages explain the findings of this package.
func Pages() diag.Pages {
	return slices.Concat(namePages(), statementPages(), formPages(), peoplePages(), officerPages(), countPages(), fundPages(), resultPages(), bandPages(), moneyPages(), gainPages(), costPages(),
		decidingPages(), chainPages(), runningPages(), leadPages(), wordPages(), scenarioPages(), investmentPages(), routePages(), taperPages(), ratecardPages(), socialPages(), registerPages(), frameworkPages(), processPages())
}
