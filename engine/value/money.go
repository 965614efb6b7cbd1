package value

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Money is a sum in whole minor units (pence). A sum that somebody owes is
// never negative; only a difference between two sums may be. In JSON it is the
// integer number of pence.
type Money int64

// ErrTooLarge says that a sum does not fit: it is beyond 92 quadrillion pounds.
var ErrTooLarge = errors.New("the sum is larger than money can be")

// Add returns m + n, or ErrTooLarge.
func (m Money) Add(n Money) (Money, error) {
	sum, ok := addInt(int64(m), int64(n))
	if !ok {
		return 0, ErrTooLarge
	}
	return Money(sum), nil
}

// Sub returns m - n, or ErrTooLarge. The result is negative when n is larger.
func (m Money) Sub(n Money) (Money, error) {
	if n == math.MinInt64 {
		return 0, ErrTooLarge
	}
	return m.Add(-n)
}

// String writes pounds with thousands commas, and pence only when there are
// any: "£426,937", "£1,234.50".
func (m Money) String() string {
	sign, pence := "", uint64(m)
	if m < 0 {
		sign, pence = "-", -uint64(m)
	}
	pounds := sign + "£" + commas(strconv.FormatUint(pence/100, 10))
	if pence%100 == 0 {
		return pounds
	}
	return fmt.Sprintf("%s.%02d", pounds, pence%100)
}

// ParseMoney reads a sum in pounds without its currency sign: "426,937",
// "6,400,000.50", or millions as "1.2m". Pence have two figures; commas, if
// there are any, stand before every three figures; there is no sign, because
// who pays whom says which way money goes.
func ParseMoney(s string) (Money, error) {
	if strings.HasPrefix(s, "-") {
		return 0, fmt.Errorf("£%s is negative: write the sum without a sign and say who pays whom", s)
	}
	figures, millions := strings.CutSuffix(s, "m")
	whole, fraction, pointed := strings.Cut(figures, ".")
	digits, ok := uncomma(whole)
	if !ok || pointed && !allDigits(fraction) {
		return 0, fmt.Errorf("£%s is not a sum of money: write it like £426,937, £1,234.50 or £1.2m", s)
	}
	places := 2
	if millions {
		places = 8
		fraction = strings.TrimRight(fraction, "0")
	} else if pointed && len(fraction) != 2 {
		return 0, fmt.Errorf("£%s is not a sum of money: write pence with two figures", s)
	}
	if len(fraction) > places {
		return 0, fmt.Errorf("£%s is not a whole number of pence", s)
	}
	pence, err := strconv.ParseInt(digits+fraction+strings.Repeat("0", places-len(fraction)), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("£%s: %w", s, ErrTooLarge)
	}
	return Money(pence), nil
}
