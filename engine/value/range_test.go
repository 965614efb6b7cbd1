package value

import (
	"encoding/json"
	"testing"
)

func TestRange(t *testing.T) {
	limit := func(s string) *Num {
		if s == "" {
			return nil
		}
		n := MustNum(s)
		return &n
	}
	for _, c := range []struct {
		low, high         string
		lowOpen, highOpen bool
		words, text       string
		in, out           []string
	}{
		{"61", "100", false, false, "61 to 100", "61.0 to 100.0", []string{"61", "100", "80.5"}, []string{"60", "60.99", "101"}},
		{"", "1.0", false, false, "up to 1", "up to 1.0", []string{"1", "-5"}, []string{"1.01"}},
		{"1", "3", true, false, "above 1 up to 3", "above 1.0 up to 3.0", []string{"1.1", "3"}, []string{"1", "3.1"}},
		{"100", "", false, false, "100 or more", "100.0 or more", []string{"100", "1000"}, []string{"99"}},
		{"7", "", true, false, "above 7", "above 7.0", []string{"7.1"}, []string{"7"}},
		{"", "7", false, true, "below 7", "below 7.0", []string{"6.9"}, []string{"7"}},
		{"1", "3", false, true, "1 or more, below 3", "1.0 or more, below 3.0", []string{"1", "2.9"}, []string{"0.9", "3"}},
		{"1", "3", true, true, "above 1, below 3", "above 1.0, below 3.0", []string{"2"}, []string{"1", "3"}},
		{"", "", false, false, "any figure", "any figure", []string{"-1", "0"}, nil},
	} {
		r := Range{Low: limit(c.low), High: limit(c.high), LowOpen: c.lowOpen, HighOpen: c.highOpen}
		if r.String() != c.words || r.Text(1) != c.text {
			t.Errorf("%q and %q; want %q and %q", r, r.Text(1), c.words, c.text)
		}
		encoded, err := json.Marshal(r)
		var back Range
		if err == nil {
			err = json.Unmarshal(encoded, &back)
		}
		if err != nil || back.String() != c.words {
			t.Errorf("%q is marshalled as %s and read as %q, %v", r, encoded, back, err)
		}
		for _, s := range c.in {
			if !r.Has(MustNum(s)) {
				t.Errorf("%q leaves out %s", r, s)
			}
		}
		for _, s := range c.out {
			if r.Has(MustNum(s)) {
				t.Errorf("%q takes in %s", r, s)
			}
		}
	}
}
