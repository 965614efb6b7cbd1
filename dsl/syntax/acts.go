package syntax

import (
	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"concordat/dsl/scan"
	"concordat/dsl/token"
)

// The grammars of acts and expectations; a verb says which one it is.
var (
	figureRule    = rule[FigureAct]{short: true}
	forRule       = rule[ForPeriod]{short: true}
	entersRule    = rule[EntersAct]{}
	filesRule     = rule[FilesAct]{}
	completesRule = rule[CompletesAct]{short: true}
	answersRule   = rule[AnswersAct]{}
	holdsRule     = rule[HoldsAct]{short: true}
	contestsRule  = rule[ContestsAct]{}
	judgesRule    = rule[JudgesAct]{}
	proposesRule  = rule[ProposesAct]{}
	votesRule     = rule[VotesAct]{}
	servesRule    = rule[ServesAct]{short: true}
	withdrawsRule = rule[WithdrawsAct]{short: true}
	proclaimsRule = rule[ProclaimsAct]{short: true}
	raisesRule    = rule[RaisesAct]{short: true}
	settlesRule   = rule[SettlesAct]{}
	aboutRule     = rule[About]{short: true}
	debtRule      = rule[Debt]{short: true}
	concernsRule  = rule[Concerns]{short: true}
	isRule        = rule[IsSo]{short: true}
)

// Parse takes who acts, and what they do.
func (a *Act) Parse(lex *lexer.PeekingLexer) error {
	if err := a.Who.Parse(lex); err != nil {
		return err
	}
	verb := lex.Peek()
	if !scan.Is(verb, token.Ident) {
		return unexpected(lex)
	}
	return a.verb(lex, verb)
}

func (a *Act) verb(lex *lexer.PeekingLexer, verb *lexer.Token) (err error) {
	lex.Next()
	switch verb.Value {
	case "signs", "sign":
		a.Signs = &SignsAct{At: scan.At(verb)}
	case "returns", "return":
		a.Returns, err = figureRule.read(lex)
	case "accepts", "accept":
		a.Accepts, err = forRule.read(lex)
	case "contests", "contest":
		a.Contests, err = contestsRule.read(lex)
	case "restates", "restate":
		a.Restates, err = figureRule.read(lex)
	case "judges", "judge":
		a.Judges, err = judgesRule.read(lex)
	case "proposes", "propose":
		a.Proposes, err = proposesRule.read(lex)
	case "votes", "vote":
		a.Votes, err = votesRule.read(lex)
	case "serves", "serve":
		a.Serves, err = servesRule.read(lex)
	case "withdraws", "withdraw":
		a.Withdraws, err = withdrawsRule.read(lex)
	case "proclaims", "proclaim":
		a.Proclaims, err = proclaimsRule.read(lex)
	case "raises", "raise":
		a.Raises, err = raisesRule.read(lex)
	case "settles", "settle":
		a.Settles, err = settlesRule.read(lex)
	case "holds", "hold":
		a.Holds, err = holdsRule.read(lex)
	case "files", "file":
		a.Files, err = filesRule.read(lex)
	case "completes", "complete":
		a.Completes, err = completesRule.read(lex)
	case "starts", "start":
		a.Starts, err = completesRule.read(lex)
	case "enters", "enter":
		a.Enters, err = entersRule.read(lex)
	case "answers", "answer":
		a.Answers, err = answersRule.read(lex)
	case "claims", "claim", "verifies", "verify", "rejects", "reject", "overturns", "overturn":
		err = a.claim(lex, verb.Value)
	default:
		err = &participle.UnexpectedTokenError{Unexpected: *verb}
	}
	return err
}

// Parse takes what is asked about, and what must be so of it.
func (e *Expectation) Parse(lex *lexer.PeekingLexer) (err error) {
	if err := e.Subject.Parse(lex); err != nil {
		return err
	}
	if scan.Is(lex.Peek(), token.Number) {
		e.Number = &Number{}
		if err := must(lex, e.Number.Parse(lex)); err != nil {
			return err
		}
	}
	if t := lex.Peek(); scan.Is(t, token.Ident) && t.Value == "about" {
		if e.About, err = aboutRule.read(lex); err != nil {
			return err
		}
	}
	if word(lex, "for") {
		if err := e.forWhat(lex); err != nil {
			return err
		}
	}
	return e.verb(lex)
}

func (e *Expectation) verb(lex *lexer.PeekingLexer) (err error) {
	switch {
	case word(lex, "scores"):
		e.Scores = &Number{}
		return must(lex, e.Scores.Parse(lex))
	case word(lex, "owes"):
		e.Owes, err = debtRule.read(lex)
	case word(lex, "bears"):
		e.Bears, err = debtRule.read(lex)
	case word(lex, "takes"):
		if !word(lex, "effect") {
			return unexpected(lex)
		}
		e.TakesEffect = &Date{}
		return must(lex, e.TakesEffect.Parse(lex))
	case word(lex, "comes"):
		if !word(lex, "to") {
			return unexpected(lex)
		}
		e.ComesTo = &Money{}
		return must(lex, e.ComesTo.Parse(lex))
	case word(lex, "has"):
		return must(lex, e.Has.Parse(lex))
	case word(lex, "is"):
		return e.is(lex)
	default:
		return unexpected(lex)
	}
	return err
}

// is takes what follows `is`.
func (e *Expectation) is(lex *lexer.PeekingLexer) (err error) {
	switch {
	case word(lex, "owed"):
		e.IsOwed, err = debtRule.read(lex)
	case word(lex, "reminded"):
		e.IsReminded, err = concerns(lex)
	case word(lex, "told"):
		e.IsTold, err = concerns(lex)
	default:
		e.Is, err = isRule.read(lex)
	}
	return err
}

func concerns(lex *lexer.PeekingLexer) (*Concerns, error) {
	if !word(lex, "of") {
		return nil, unexpected(lex)
	}
	return concernsRule.read(lex)
}
