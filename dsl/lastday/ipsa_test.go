package lastday_test

import (
	"os"
	"testing"

	"concordat/dsl/check"
	"concordat/dsl/lastday"
	"concordat/dsl/parse"
	"concordat/engine/value"
)

// By hand: 2016/17 ends on 31 March 2017; 15 working days, with Easter between,
// are 25 April; 20 more, with May Day between, 24 May; 15 more, with the late
// May holiday between, 15 June. A figure that comes in on that day is contested
// within 10, goes through 10 and 20, and settle takes 20, 10 and 20 more.
func TestLastDaysOfIPSA(t *testing.T) {
	src, err := os.ReadFile("../../agreements/ipsa/ipsa.agreement")
	if err != nil {
		t.Fatal(err)
	}
	file, _ := parse.Text("ipsa.agreement", src)
	a, found := check.Agree(file)
	if found.HasErrors() {
		t.Fatal(found)
	}
	want := map[string]value.Date{
		"the instalment of core for 2016/17 Q4 is paid": value.MustDate(2017, 1, 3),
		"quarterly for 2016/17 Q4 is held":              value.MustDate(2017, 5, 17),
		"placements for 2016/17 Q4 is final":            value.MustDate(2017, 8, 10),
		"voice for 2016/17 is final":                    value.MustDate(2017, 6, 1),
		"results for 2016/17 is paid":                   value.MustDate(2017, 11, 20),
		"results for 2016/17 is corrected":              value.MustDate(2018, 11, 20),
		"vary has an outcome":                           value.MustDate(2017, 3, 31),
	}
	have := map[string]value.Date{}
	last := value.NoDate
	for _, d := range lastday.Duties(a) {
		have[d.What] = d.Last
		if d.Last < last {
			t.Errorf("%s on %s stands after a later day", d.What, d.Last)
		}
		last = d.Last
		if d.AfterTheTerm != (d.Last > a.Last) || d.Steps[len(d.Steps)-1].On != d.Last {
			t.Errorf("%s does not end with its last step", d.What)
		}
	}
	for what, on := range want {
		if have[what] != on {
			t.Errorf("%s: %s, want %s", what, have[what], on)
		}
	}
}
