package parse

import "testing"

func TestSlip(t *testing.T) {
	for text, want := range map[string]bool{
		"to be agreed\n": true, "tba": true, "TBC": true, "1st April 2027": true, "01/04/2027": true, "six months": true,
		"to partner": false, "15 working days": false, "tbale": false, "£60,000": false, "sixty": false,
	} {
		if got := slip(text) != ""; got != want {
			t.Errorf("help for %q: %v, want %v", text, got, want)
		}
	}
}
