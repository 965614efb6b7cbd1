package diag

import "testing"

func TestNearest(t *testing.T) {
	known := []string{"placements", "acute_stays", "pool", "score", "settle"}
	for _, c := range []struct{ word, want string }{
		{"placement", "placements"},
		{"Placements", "placements"},
		{"plcaements", "placements"},
		{"scoer", "score"},
		{"pol", "pool"},
		{"acutestays", "acute_stays"},
		{"elephant", ""},
		{"x", ""},
		{"", ""},
	} {
		if got := Nearest(c.word, known); got != c.want {
			t.Errorf("Nearest(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}
