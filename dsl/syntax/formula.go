package syntax

import (
	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"concordat/dsl/scan"
	"concordat/dsl/token"
)

// tails are the words that end an expression outside brackets: what follows is
// the reader's, not the expression language's.
var tails = map[string]bool{
	"and": true, "or": true, "for": true, "from": true, "in": true, "on": true, "over": true, "then": true, "when": true,
}

// joins are the words that stand between or before values of an expression.
var joins = map[string]bool{"and": true, "or": true, "not": true}

// Parse takes the tokens of an expression up to a comma or a tail word outside
// brackets. Two values side by side are no expression.
func (v *Expression) Parse(lex *lexer.PeekingLexer) error {
	if v.Hole = hole(lex); v.Hole != nil {
		v.At = v.Hole.At
		return nil
	}
	first := lex.RawCursor()
	depth, value := 0, false // value: the last token ends a value
	for t := lex.Peek(); ; t = lex.Peek() {
		kind := token.Kind(t.Type)
		if t.EOF() || kind == token.End || kind == token.Open || kind == token.Close || depth == 0 &&
			(kind == token.Comma || kind == token.Ident && tails[t.Value]) {
			break
		}
		switch kind {
		case token.LParen:
			depth++
			value = false
		case token.RParen:
			depth = max(0, depth-1)
			value = true
		case token.Ident:
			joining := joins[t.Value]
			if value && !joining || Reserved(t.Value) && !joining {
				return unexpected(lex)
			}
			value = !joining
		case token.Number, token.Percent, token.Money, token.Date, token.Period, token.String, token.Prose, token.Hole:
			if value {
				return unexpected(lex)
			}
			value = true
		default:
			value = false
		}
		v.Tokens = append(v.Tokens, token.Token{Kind: kind, Start: t.Pos.Offset, End: t.Pos.Offset + len(t.Value)})
		lex.Next()
	}
	if len(v.Tokens) == 0 {
		return participle.NextMatch
	}
	v.At = spanOf(lex, first)
	return nil
}

// The parts of tests and actions. Their first words tell them apart, so no
// wrong turn has to be taken back, and a finding stands where it belongs.
var (
	bandRule     = rule[BandTest]{short: true}
	runningRule  = rule[Running]{short: true}
	inAnyRule    = rule[InAny]{short: true}
	dayRule      = rule[DayTest]{short: true}
	tellRule     = rule[Tell]{short: true}
	openRule     = rule[OpenOne]{short: true}
	takeRule     = rule[Take]{short: true}
	escalateRule = rule[Escalate]{short: true}
	referRule    = rule[Refer]{short: true}
	adoptRule    = rule[Adopt]{short: true}
	payRule      = rule[Pay]{short: true}
	repayRule    = rule[Repay]{short: true}
	withholdRule = rule[Withhold]{short: true}
	endRule      = rule[EndIt]{short: true}
)

// Parse takes tests joined by `and`, or by `or`.
func (c *Condition) Parse(lex *lexer.PeekingLexer) error {
	first := lex.RawCursor()
	joined := ""
	for {
		test := &Test{}
		if err := test.read(lex); err != nil {
			return err
		}
		c.Tests = append(c.Tests, test)
		t := lex.Peek()
		if !scan.Is(t, token.Ident) || t.Value != "and" && t.Value != "or" {
			break
		}
		if joined != "" && t.Value != joined {
			return unexpected(lex)
		}
		joined = t.Value
		lex.Next()
	}
	c.Any, c.At = joined == "or", spanOf(lex, first)
	return nil
}

func (t *Test) read(lex *lexer.PeekingLexer) (err error) {
	first := lex.RawCursor()
	if bandAsked(lex) {
		t.Band, err = bandRule.read(lex)
	} else {
		t.Expression = &Expression{}
		err = t.Expression.Parse(lex)
	}
	if err == participle.NextMatch {
		return unexpected(lex)
	}
	if err != nil {
		return err
	}
	switch tail := lex.Peek(); {
	case !scan.Is(tail, token.Ident):
	case tail.Value == "for":
		t.Running, err = runningRule.read(lex)
	case tail.Value == "in":
		t.InAny, err = inAnyRule.read(lex)
	case tail.Value == "on":
		t.Day, err = dayRule.read(lex)
	}
	t.At = spanOf(lex, first)
	return err
}

// bandAsked reports whether `NAME.band is` or the beginning of it stands here.
func bandAsked(lex *lexer.PeekingLexer) bool {
	start := lex.MakeCheckpoint()
	defer lex.LoadCheckpoint(start)
	var name Ident
	if name.Parse(lex) != nil || !scan.Is(lex.Next(), token.Dot) {
		return false
	}
	return word(lex, "band") && word(lex, "is")
}

// Parse takes an action, and when it happens.
func (a *Action) Parse(lex *lexer.PeekingLexer) error {
	first := lex.RawCursor()
	err := a.verb(lex)
	if err == nil {
		err = a.later(lex)
	}
	a.At = spanOf(lex, first)
	return err
}

func (a *Action) verb(lex *lexer.PeekingLexer) (err error) {
	switch lex.Peek().Value {
	case "remind":
		a.Remind = &Remind{At: scan.At(lex.Next())}
	case "tell":
		a.Tell, err = tellRule.read(lex)
	case "open":
		a.Open, err = openRule.read(lex)
	case "take":
		a.Take, err = takeRule.read(lex)
	case "escalate":
		a.Escalate, err = escalateRule.read(lex)
	case "refer":
		a.Refer, err = referRule.read(lex)
	case "lapse":
		a.Lapse = &Lapse{At: scan.At(lex.Next())}
	case "adopt":
		a.Adopt, err = adoptRule.read(lex)
	case "pay":
		a.Pay, err = payRule.read(lex)
	case "repay":
		a.Repay, err = repayRule.read(lex)
	case "withhold":
		a.Withhold, err = withholdRule.read(lex)
	case "end":
		a.EndIt, err = endRule.read(lex)
	case "respecify":
		a.Respecify = &Respecify{At: scan.At(lex.Next())}
	default:
		return participle.NextMatch
	}
	return err
}

// later takes `, when NAME takes effect`, `, when CONDITION` or `, at the end
// of the term`, if one stands here.
func (a *Action) later(lex *lexer.PeekingLexer) error {
	if !scan.Is(lex.Peek(), token.Comma) {
		return nil
	}
	comma := lex.MakeCheckpoint()
	lex.Next()
	if a.AtTermsEnd.Parse(lex) == nil {
		return nil
	}
	if !word(lex, "when") {
		lex.LoadCheckpoint(comma)
		return nil
	}
	when := lex.MakeCheckpoint()
	var name Ident
	if name.Parse(lex) == nil && word(lex, "takes") {
		if !word(lex, "effect") {
			return unexpected(lex)
		}
		a.TakesHold = &name
		return nil
	}
	lex.LoadCheckpoint(when)
	a.When = &Condition{}
	return a.When.Parse(lex)
}
