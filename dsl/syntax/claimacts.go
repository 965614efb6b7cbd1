package syntax

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"concordat/dsl/scan"
	"concordat/dsl/token"
)

// ClaimsAct claims an outcome: `work for "P-017", reached 1 May 2016, on evidence "payslips"`.
type ClaimsAct struct {
	Of       ForPerson `parser:"@@ ','"`
	Reached  Date      `parser:"'reached' @@"`
	Evidence *Text     `parser:"(',' 'on' 'evidence' @@)?"`
}

// ForPerson is an outcome and a person, or several whose numbers follow one
// another: `work for "P-017"`, `work for "P-001" to "P-020"`.
type ForPerson struct {
	Outcome Ident `parser:"@@ 'for'"`
	Person  Text  `parser:"@@"`
	Last    *Text `parser:"('to' @@)?"`
}

// People are the pseudonyms meant, in order; none where those written do not
// differ in a rising number of as many digits alone.
func (f *ForPerson) People() []string {
	if f.Last == nil {
		return []string{f.Person.Value}
	}
	first, last := f.Person.Value, f.Last.Value
	head := strings.TrimRight(first, "0123456789")
	from, err := strconv.Atoi(first[len(head):])
	if err != nil || len(last) != len(first) || !strings.HasPrefix(last, head) {
		return nil
	}
	to, err := strconv.Atoi(last[len(head):])
	if err != nil {
		return nil
	}
	var out []string
	for n := from; n <= to; n++ {
		out = append(out, fmt.Sprintf("%s%0*d", head, len(first)-len(head), n))
	}
	return out
}

// ClaimAct answers a claim: `work for "P-017", because "…"`.
type ClaimAct struct {
	Of      ForPerson `parser:"@@"`
	Because *Because  `parser:"(',' @@)?"`
}

var (
	claimsRule = rule[ClaimsAct]{}
	claimRule  = rule[ClaimAct]{}
)

// claim reads what is done with a claim for an outcome.
func (a *Act) claim(lex *lexer.PeekingLexer, verb string) (err error) {
	switch verb {
	case "claims", "claim":
		a.Claims, err = claimsRule.read(lex)
	case "verifies", "verify":
		a.Verifies, err = claimRule.read(lex)
	case "rejects", "reject":
		a.Rejects, err = claimRule.read(lex)
	default:
		a.Overturns, err = claimRule.read(lex)
	}
	return err
}

// ForWhom is the outcome and the people that an act on a claim is about; nil of another act.
func (a *Act) ForWhom() *ForPerson {
	switch {
	case a.Claims != nil:
		return &a.Claims.Of
	case a.Verifies != nil:
		return &a.Verifies.Of
	case a.Rejects != nil:
		return &a.Rejects.Of
	case a.Overturns != nil:
		return &a.Overturns.Of
	}
	return nil
}

// forWhat takes the period, or the person, that an expectation is about.
func (e *Expectation) forWhat(lex *lexer.PeekingLexer) error {
	if scan.Is(lex.Peek(), token.String) {
		e.Person = &Text{}
		return e.Person.Parse(lex)
	}
	e.Period = &Period{}
	return must(lex, e.Period.Parse(lex))
}
