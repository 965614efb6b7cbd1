package stated

import (
	"testing"

	"concordat/dsl/syntax"
	"concordat/engine/value"
)

func TestRoundsToWholeSteps(t *testing.T) {
	for _, c := range []struct {
		n, step string
		mode    syntax.RoundingMode
		want    string
	}{
		{"4957400", "100000", syntax.Up, "5000000"},
		{"4900000", "100000", syntax.Up, "4900000"},
		{"6033700", "1000000", syntax.HalfUp, "6000000"},
		{"6500000", "1000000", syntax.HalfUp, "7000000"},
		{"6500000", "1000000", syntax.HalfEven, "6000000"},
		{"7500000", "1000000", syntax.HalfEven, "8000000"},
		{"6999999", "1000000", syntax.Down, "6000000"},
		{"-0.5", "1", syntax.HalfUp, "0"},
		{"1/3", "0.01", syntax.HalfUp, "0.33"},
	} {
		if got := round(value.MustNum(c.n), value.MustNum(c.step), c.mode); !got.Equal(value.MustNum(c.want)) {
			t.Errorf("%s to %s, %s: %s, not %s", c.n, c.step, c.mode, got, c.want)
		}
	}
}
