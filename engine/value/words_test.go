package value

import (
	"encoding/json"
	"testing"
)

// closed is what all closed sets share: words in both directions.
func closed[T interface {
	~uint8
	String() string
}](t *testing.T, what string, parse func(string) (T, error), words map[T]string) {
	t.Helper()
	for v, w := range words {
		if v.String() != w {
			t.Errorf("%s %d is written %q; want %q", what, uint8(v), v, w)
		}
		if got, err := parse(w); err != nil || got != v {
			t.Errorf("%q is read as %s %d, %v", w, what, uint8(got), err)
		}
		text, err := json.Marshal(v)
		var back T
		if err == nil {
			err = json.Unmarshal(text, &back)
		}
		if err != nil || back != v || string(text) != `"`+w+`"` {
			t.Errorf("%q is marshalled as %s and read as %d, %v", w, text, uint8(back), err)
		}
	}
	for _, wrong := range []string{"", "nonsense", "?9"} {
		if got, err := parse(wrong); err == nil {
			t.Errorf("%q is read as %s %s", wrong, what, got)
		}
	}
	none := T(1)
	if err := json.Unmarshal([]byte(`""`), &none); err != nil || none != 0 {
		t.Errorf("no text is read as %s %d, %v", what, uint8(none), err)
	}
	if err := json.Unmarshal([]byte(`"nonsense"`), &none); err == nil {
		t.Errorf("nonsense is unmarshalled as a %s", what)
	}
}

func TestClosedSets(t *testing.T) {
	closed(t, "band", ParseBand, map[Band]string{
		Failure: "failure", Poor: "poor", Minimum: "minimum", Stretch: "stretch", Gamebreaking: "gamebreaking",
	})
	closed(t, "rounding", ParseRounding, map[Rounding]string{
		HalfUp: "half up", HalfEven: "half to even", Down: "down", Up: "up",
	})
	closed(t, "remainder rule", ParseRemainder, map[Remainder]string{
		LargestFraction: "to the largest fraction, then to the share written first",
		FirstShare:      "to the share written first",
		LastShare:       "to the share written last",
	})
	closed(t, "period", ParsePeriodKind, map[PeriodKind]string{
		Month: "month", Quarter: "quarter", HalfYear: "half year", Year: "year", Term: "term",
	})
}

func TestBandsRunFromBestToWorst(t *testing.T) {
	for i, b := range Bands[1:] {
		if b >= Bands[i] {
			t.Errorf("%s stands after %s", b, Bands[i])
		}
	}
	if Bands[len(Bands)-1] <= NoBand {
		t.Error("no band is not the least")
	}
}

func TestUnwordedValueShowsItsNumber(t *testing.T) {
	if got := Band(9).String(); got != "?9" {
		t.Error(got)
	}
}
