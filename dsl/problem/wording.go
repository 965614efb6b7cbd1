package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
)

// WordsForTwo warns of words-for-two.
func (c *Collector) WordsForTwo(at diag.Span, words string, parties int) {
	c.warn("words-for-two", at, fmt.Sprintf("“%s” speaks of two, and %d parties sign", words, parties),
		"say whom it means: every party, no party, the other parties, or two by name", see(c.Agreement.Parties[2].At, "the third"))
}

// WordsCount warns of words-count.
func (c *Collector) WordsCount(at diag.Span, words string, are int, noun string) {
	c.warn("words-count", at, fmt.Sprintf("“%s” stands here, and the agreement has %s", words, count(are, noun[:len(noun)-1])),
		"write the number that there are, or leave the number out")
}

// NotAttached warns of reference-missing.
func (c *Collector) NotAttached(at diag.Span, words, kind, number string) {
	help := fmt.Sprintf("give a clause the number %q, or name the one that is meant", number)
	if kind != "clause" {
		help = fmt.Sprintf("let a clause or a defined term be titled “%s …”, or take the reference out", words)
	}
	c.warn("reference-missing", at, fmt.Sprintf("“%s” is pointed to, and nothing in the agreement is numbered or titled so", words), help)
}

// NumberGap warns of clause-number-gap.
func (c *Collector) NumberGap(x, before *settled.Clause, missing string) {
	c.warn("clause-number-gap", x.Said("number").At, fmt.Sprintf("clause %s comes after clause %s, and there is no clause %s", x.Number, before.Number, missing),
		"number the clauses without a gap, or put in the one that was left out", see(before.Said("number").At, "the one before"))
}
