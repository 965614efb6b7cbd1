package play

import (
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// The literals of a line as values. The parser and the checker have refused
// every one that is none.

// date is a civil date.
func date(d syntax.Date) value.Date { return value.MustDate(d.Year, d.Month, d.Day) }

// period is a year, a half, a quarter or a month.
func period(p syntax.Period) value.Period {
	switch {
	case p.Term:
		return value.Period{Kind: value.Term}
	case p.Quarter > 0:
		return value.Period{Kind: value.Quarter, Start: p.Year, N: p.Quarter}
	case p.Half > 0:
		return value.Period{Kind: value.HalfYear, Start: p.Year, N: p.Half}
	case p.Month > 0:
		return value.Period{Kind: value.Month, Start: p.Year, N: p.Month}
	}
	return value.Period{Kind: value.Year, Start: p.Year}
}

// band is NoBand for a word that is no band's name: an answer that the engine refuses.
func band(name syntax.Ident) value.Band {
	b, err := value.ParseBand(name.Name)
	if err != nil {
		return value.NoBand
	}
	return b
}

// num is a figure; of a sum of money its pounds.
func num(v syntax.Value) value.Num {
	switch {
	case v.Money != nil:
		return value.MustNum(v.Money.Digits)
	case v.Percent != nil:
		return value.MustNum(v.Percent.Digits)
	}
	return value.MustNum(v.Number.Digits)
}

// money is a sum in pence.
func money(m syntax.Money) value.Money {
	sum, err := value.ParseMoney(m.Digits)
	if err != nil {
		panic("play: " + err.Error())
	}
	return sum
}
