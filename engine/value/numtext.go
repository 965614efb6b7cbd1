package value

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// ParseNum reads a number as people write it: "7.0", "-50", "1,000.5", or a
// fraction "1/3". There is no exponent and no space.
func ParseNum(s string) (Num, error) {
	body, negative := strings.CutPrefix(s, "-")
	above, below, fraction := strings.Cut(body, "/")
	places := 0
	if !fraction {
		var pointed bool
		var after string
		above, after, pointed = strings.Cut(body, ".")
		if pointed && !allDigits(after) {
			return Num{}, notANumber(s)
		}
		digits, ok := uncomma(above)
		if !ok {
			return Num{}, notANumber(s)
		}
		above, below, places = digits+after, "1", len(after)
	}
	n, ok1 := whole10(above)
	d, ok2 := whole10(below)
	if !ok1 || !ok2 {
		return Num{}, notANumber(s)
	}
	if negative {
		n = n.Neg()
	}
	if !fraction && places == 0 {
		return n, nil
	}
	v, err := n.Div(d)
	if err != nil {
		return Num{}, fmt.Errorf("%q is not a number: %w", s, err)
	}
	return v.Mul(pow10(-places)), nil
}

func notANumber(s string) error {
	return fmt.Errorf("%q is not a number: write it like 7.0, -50, 1,000 or 1/3", s)
}

// MustNum is ParseNum for a number known to be right; it panics if it is not.
func MustNum(s string) Num {
	n, err := ParseNum(s)
	if err != nil {
		panic("value: " + err.Error())
	}
	return n
}

// whole10 reads the digits of a whole number, with or without commas.
func whole10(s string) (Num, bool) {
	digits, ok := uncomma(s)
	if !ok {
		return Num{}, false
	}
	if n, err := strconv.ParseInt(digits, 10, 64); err == nil {
		return Int(n), true
	}
	i, ok := new(big.Int).SetString(digits, 10)
	if !ok {
		return Num{}, false
	}
	return fromInt(i), true
}

// longestDecimal is how many decimal places String writes before it prefers a fraction.
const longestDecimal = 12

// String writes a for people: as a decimal if that ends within 12 places,
// else as a fraction, with thousands commas: "12.5", "1,000", "1/3".
func (a Num) String() string {
	for places, scaled := 0, a; places <= longestDecimal; places++ {
		if scaled.IsWhole() {
			return a.Decimal(places)
		}
		scaled = scaled.Mul(Int(10))
	}
	sign := ""
	if a.Sign() < 0 {
		sign, a = "-", a.Neg()
	}
	n, d, _ := strings.Cut(a.text(), "/")
	return sign + commas(n) + "/" + commas(d)
}

// Decimal writes a with exactly so many decimal places (0 or more), rounded
// half up for the eye only: Decimal(1) of 7 is "7.0".
func (a Num) Decimal(places int) string {
	shown := a.Mul(pow10(places)).round(HalfUp)
	sign := ""
	if shown.Sign() < 0 {
		sign, shown = "-", shown.Neg()
	}
	digits := shown.text()
	if missing := places + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	at := len(digits) - places
	if places == 0 {
		return sign + commas(digits)
	}
	return sign + commas(digits[:at]) + "." + digits[at:]
}

// text is the canonical form: "3/2" in lowest terms, or "-50".
func (a Num) text() string {
	b, _ := a.AppendText(nil) // it never fails
	return string(b)
}

// AppendText writes what MarshalText writes after b.
func (a Num) AppendText(b []byte) ([]byte, error) {
	if a.big != nil {
		return append(b, a.big.RatString()...), nil
	}
	if b = strconv.AppendInt(b, a.n, 10); a.d != 0 {
		b = strconv.AppendInt(append(b, '/'), a.d, 10)
	}
	return b, nil
}

// MarshalText writes the canonical form for machines: "-50" or, in lowest
// terms, "3/2".
func (a Num) MarshalText() ([]byte, error) { return []byte(a.text()), nil }

// UnmarshalText reads whatever ParseNum reads.
func (a *Num) UnmarshalText(text []byte) error {
	n, err := ParseNum(string(text))
	if err != nil {
		return err
	}
	*a = n
	return nil
}
