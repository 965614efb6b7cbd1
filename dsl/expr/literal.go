package expr

import (
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// literal reads the literal that a placeholder stands for: a number, a
// percentage (which is a number: 12.5% is 1/8), or a sum in pence.
func (s *settler) literal(i int) typed {
	text := s.word(i)
	switch s.x.Tokens[i].Kind {
	case token.Money:
		return s.sum(i, text)
	case token.Percent:
		n, err := value.ParseNum(strings.TrimSpace(strings.TrimSuffix(text, "%")))
		if err != nil {
			s.unreadable(i, err)
			return typed{}
		}
		return constant(machine.TypeNumber, n.Mul(value.Ratio(1, 100)), n.String()+"%", i)
	}
	n, err := value.ParseNum(text)
	if err != nil {
		s.unreadable(i, err)
		return typed{}
	}
	return constant(machine.TypeNumber, n, n.String(), i)
}

// sum reads `£426,937`, `£1.2m` or `EUR 5`.
func (s *settler) sum(i int, text string) typed {
	currency, digits := syntax.MoneyParts(text)
	if s.env.Currency != "" && currency != s.env.Currency {
		s.otherCurrency(i, currency)
		return typed{}
	}
	m, err := value.ParseMoney(digits)
	if err != nil {
		s.unreadable(i, err)
		return typed{}
	}
	return constant(machine.TypeMoney, value.FromMoney(m), m.String(), i)
}

func constant(t machine.Type, n value.Num, words string, i int) typed {
	return typed{machine.Expr{Op: machine.OpConst, Type: t, Num: &n, Text: words}, i, i, words, bindsLeaf}
}

// span is the source from one token to another, both included, and the brackets
// that belong to them.
func (s *settler) span(first, last int) diag.Span {
	tokens := s.x.Tokens
	if len(tokens) == 0 {
		return s.x.At
	}
	open, deepest := 0, 0 // brackets opened and not closed; closed and not opened
	for _, t := range tokens[first : last+1] {
		switch t.Kind {
		case token.LParen:
			open++
		case token.RParen:
			open--
		}
		deepest = min(deepest, open)
	}
	if first < last {
		first = max(0, first+deepest)
		last = min(len(tokens)-1, last+open-deepest)
	}
	return diag.Span{Path: s.x.At.Path, Start: tokens[first].Start, End: tokens[last].End}
}
