package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"concordat/engine/run"
)

// Hledger writes what was paid as an hledger journal: one transaction a payment,
// one account a party. What a party has received stands above nought.
func Hledger(a run.Agreement, posted []Posting) string {
	var b strings.Builder
	fmt.Fprintf(&b, "; %s\n; sums are in %s; what a party has paid is below nought\n", Title(a), a.Machine.Currency)
	for _, tx := range byPayment(posted) {
		fmt.Fprintf(&b, "\n%s * (%s:%d) %s  ; %s\n", tx[0].On.ISO(), a.Name, tx[0].Event, tx[0].For, tx[0].Says)
		for _, side := range sides(a.Machine, tx) {
			fmt.Fprintf(&b, "    %-40s  %s %s\n", "parties:"+side.To+":"+tx[0].For.Chart, plain(side.Sum), a.Machine.Currency)
		}
	}
	return b.String()
}

// Beancount writes the same for beancount, with the accounts opened on the
// first day of the term.
func Beancount(a run.Agreement, posted []Posting) string {
	var b strings.Builder
	fmt.Fprintf(&b, "; %s\n", Title(a))
	var accounts []string
	for _, tx := range byPayment(posted) {
		for _, side := range sides(a.Machine, tx) {
			if name := account(side.To, tx[0].For.Chart); !slices.Contains(accounts, name) {
				accounts = append(accounts, name)
			}
		}
	}
	slices.Sort(accounts)
	for _, name := range accounts {
		fmt.Fprintf(&b, "%s open %s %s\n", a.Machine.First.ISO(), name, a.Machine.Currency)
	}
	for _, tx := range byPayment(posted) {
		fmt.Fprintf(&b, "\n%s * %q %q\n  event: %d\n  statement: %q\n", tx[0].On.ISO(), a.Name, tx[0].For.String(), tx[0].Event, tx[0].Says.String())
		for _, side := range sides(a.Machine, tx) {
			fmt.Fprintf(&b, "  %-40s  %s %s\n", account(side.To, tx[0].For.Chart), plain(side.Sum), a.Machine.Currency)
		}
	}
	return b.String()
}

// account is a beancount account: parts begin with a capital and hold letters,
// figures and hyphens.
func account(party, chart string) string {
	return "Equity:" + capital(party) + ":" + capital(chart)
}

func capital(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '-'
	}, s)
	return strings.ToUpper(s[:1]) + s[1:]
}
