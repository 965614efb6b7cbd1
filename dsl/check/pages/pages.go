// Package pages explains what the checker finds: a page for each code, with a
// wrong and a right example. The examples are blocks of one small agreement, the
// base, with a line or two changed, and Try runs them, so that no example falls
// behind the language. The golden files of this package hold every finding that
// can be caused on the base, each with the words that a reader sees.
package pages

import (
	"slices"

	"concordat/dsl/diag"
)

// Pages explain the findings of package check.
func Pages() diag.Pages {
	return slices.Concat(namePages(), statementPages(), formPages(), peoplePages(), officerPages(), countPages(), fundPages(), resultPages(), bandPages(), moneyPages(), gainPages(), costPages(),
		decidingPages(), chainPages(), runningPages(), leadPages(), wordPages(), scenarioPages(), investmentPages(), routePages(), taperPages(), ratecardPages(), socialPages(), registerPages(), frameworkPages(), processPages(), shadowPages(), wordingPages(), contractPages())
}
