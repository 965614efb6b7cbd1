package syntax

import "concordat/dsl/diag"

// Leaf values, as written. Each keeps its own place in the text; Hole is set,
// and the rest is empty, where the text says `to be agreed "what"`.

// Ident is a name or a word as written. What it names is for the checker.
type Ident struct {
	Name string
	At   diag.Span
	Hole *Hole
}

// Text is a title in quotes, or prose in three quotes. Value is without the
// quotes; prose is also without the indent that its lines share and without
// its first and last line end.
type Text struct {
	Value string
	Prose bool
	At    diag.Span
	Hole  *Hole
}

// Number is a decimal number. Digits holds its sign, digits and point, no commas: `-50`, `1.0`.
type Number struct {
	Digits string
	At     diag.Span
	Hole   *Hole
}

// Percent is a percentage. Digits are those before the sign: `12.5`.
type Percent struct {
	Digits string
	At     diag.Span
	Hole   *Hole
}

// Money is a sum. Digits are in major units, written out: `1200000` for £1.2m.
type Money struct {
	Currency string // ISO 4217: GBP, EUR
	Digits   string
	At       diag.Span
	Hole     *Hole
}

// Date is a civil date that exists.
type Date struct {
	Year, Month, Day int
	At               diag.Span
	Hole             *Hole
}

// Period is a financial year, or a quarter, a half or a month of one. It is named
// by the year in which it starts: 2015/16 has Year 2015. Term is `the term`, the
// whole of it, which has no year.
type Period struct {
	Term    bool
	Year    int
	Quarter int // 1 to 4, or 0
	Half    int // 1 or 2, or 0
	Month   int // 1 to 12, counted from the start of the financial year, or 0
	At      diag.Span
	Hole    *Hole
}

// Value is one literal where the unit decides which kind is right. Exactly one
// field is set, or Hole.
type Value struct {
	Number  *Number
	Percent *Percent
	Money   *Money
	At      diag.Span
	Hole    *Hole
}

// Phrase is a run of words of the author's own: `standards of care`.
type Phrase struct {
	Text string // words joined by one space
	At   diag.Span
	Hole *Hole
}

// phrases is a closed set of wordings. Each wording is one or more words; the
// longest that fits is taken.
type phrases interface {
	~string
	Phrases() []string
}

// Choice is one wording out of a closed set. Word is empty where an optional
// choice was not made.
type Choice[W phrases] struct {
	Word W
	At   diag.Span
	Hole *Hole
}

// Word is any word, also one that cannot be a name.
type Word struct {
	Name string
	At   diag.Span
}
