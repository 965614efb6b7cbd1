package syntax

import (
	"github.com/alecthomas/participle/v2/lexer"

	"concordat/dsl/token"
)

// ClaimsAct claims an outcome: `work for "P-017", reached 1 May 2016, on evidence "payslips"`.
type ClaimsAct struct {
	Of       ForPerson `parser:"@@ ','"`
	Reached  Date      `parser:"'reached' @@"`
	Evidence *Text     `parser:"(',' 'on' 'evidence' @@)?"`
}

// ForPerson is an outcome and a person: `work for "P-017"`.
type ForPerson struct {
	Outcome Ident `parser:"@@ 'for'"`
	Person  Text  `parser:"@@"`
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

// forWhat takes the period, or the person, that an expectation is about.
func (e *Expectation) forWhat(lex *lexer.PeekingLexer) error {
	if is(lex.Peek(), token.String) {
		e.Person = &Text{}
		return e.Person.Parse(lex)
	}
	e.Period = &Period{}
	return must(lex, e.Period.Parse(lex))
}
