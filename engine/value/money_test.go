package value

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseMoney(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Money
		out  string
	}{
		{"426,937", 42_693_700, "£426,937"},
		{"426937", 42_693_700, "£426,937"},
		{"6,400,000.50", 640_000_050, "£6,400,000.50"},
		{"1,234.05", 123_405, "£1,234.05"},
		{"1.2m", 120_000_000, "£1,200,000"},
		{"6m", 600_000_000, "£6,000,000"},
		{"1.23456789m", 123_456_789, "£1,234,567.89"},
		{"1.200000000000m", 120_000_000, "£1,200,000"},
		{"0", 0, "£0"},
		{"0.01", 1, "£0.01"},
		{"92,233,720,368,547,758.07", math.MaxInt64, "£92,233,720,368,547,758.07"},
	} {
		got, err := ParseMoney(c.in)
		if err != nil || got != c.want || got.String() != c.out {
			t.Errorf("ParseMoney(%q) = %d, %s, %v; want %d, %s", c.in, got, got, err, c.want, c.out)
		}
	}
}

func TestParseMoneyRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"":                          "is not a sum of money",
		"£5":                        "is not a sum of money",
		"4269,37":                   "is not a sum of money",
		"1,2345":                    "is not a sum of money",
		",123":                      "is not a sum of money",
		"1,":                        "is not a sum of money",
		"1.":                        "is not a sum of money",
		"m":                         "is not a sum of money",
		"1 000":                     "is not a sum of money",
		"1e6":                       "is not a sum of money",
		"+5":                        "is not a sum of money",
		"-5":                        "negative",
		"1.5":                       "pence with two figures",
		"1.505":                     "pence with two figures",
		"1.234567891m":              "not a whole number of pence",
		"92,233,720,368,547,758.08": "larger than money can be",
		"99999999999999999999m":     "larger than money can be",
	} {
		if got, err := ParseMoney(in); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ParseMoney(%q) = %v, %v; want an error that says %q", in, got, err, want)
		}
	}
}

func TestMoneyArithmetic(t *testing.T) {
	for _, c := range []struct {
		a, b      Money
		sum, diff Money
		sumErr    error
		diffErr   error
	}{
		{a: 5, b: 3, sum: 8, diff: 2},
		{a: 3, b: 5, sum: 8, diff: -2},
		{a: math.MaxInt64, b: 1, sumErr: ErrTooLarge, diff: math.MaxInt64 - 1},
		{a: -math.MaxInt64, b: 1, sum: -math.MaxInt64 + 1, diffErr: ErrTooLarge},
		{a: 0, b: math.MinInt64, sumErr: ErrTooLarge, diffErr: ErrTooLarge},
		{a: math.MaxInt64, b: -math.MaxInt64, sum: 0, diffErr: ErrTooLarge},
	} {
		if got, err := c.a.Add(c.b); got != c.sum || !errors.Is(err, c.sumErr) {
			t.Errorf("%d + %d = %d, %v", c.a, c.b, got, err)
		}
		if got, err := c.a.Sub(c.b); got != c.diff || !errors.Is(err, c.diffErr) {
			t.Errorf("%d - %d = %d, %v", c.a, c.b, got, err)
		}
	}
}

func TestMoneyIsWholePenceInJSON(t *testing.T) {
	text, err := json.Marshal(Money(123_405))
	if err != nil || string(text) != "123405" {
		t.Fatalf("marshalled as %s, %v", text, err)
	}
	var m Money
	if err := json.Unmarshal(text, &m); err != nil || m != 123_405 {
		t.Errorf("read back as %d, %v", m, err)
	}
	if err := json.Unmarshal([]byte("1234.05"), &m); err == nil {
		t.Error("a fraction of a penny was read as money")
	}
}

func TestMoneyReadsBackWhatItWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Money(rapid.Int64Min(0).Draw(t, "pence"))
		got, err := ParseMoney(strings.TrimPrefix(m.String(), "£"))
		if err != nil || got != m {
			t.Fatalf("%s read back as %s, %v", m, got, err)
		}
	})
}

func TestNegativeDifferenceIsReadable(t *testing.T) {
	if got := Money(-123_450).String(); got != "-£1,234.50" {
		t.Error(got)
	}
	if got := Money(math.MinInt64).String(); got != "-£92,233,720,368,547,758.08" {
		t.Error(got)
	}
}

func FuzzParseMoney(f *testing.F) {
	for _, s := range []string{"426,937", "1.2m", "6,400,000.50", "-5", "1,,2", "0.0m", "00,123"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseMoney(s)
		if err != nil {
			return
		}
		if again, err := ParseMoney(strings.TrimPrefix(m.String(), "£")); m < 0 || err != nil || again != m {
			t.Errorf("%q is %s, which reads back as %s, %v", s, m, again, err)
		}
	})
}
