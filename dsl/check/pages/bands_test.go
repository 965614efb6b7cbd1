package pages

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"concordat/dsl/diag"
	"concordat/engine/value"
)

// The proof of bands is complete and sound: it finds nothing exactly when every
// whole value from 0 up is in one band, counted one by one. What it prints to
// mend a gap or an overlap mends it.
func TestBandsArePartitionsOrFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lower := rapid.Bool().Draw(t, "lower")
		edges := []int{0}
		for range 4 {
			edges = append(edges, edges[len(edges)-1]+rapid.IntRange(1, 4).Draw(t, "width"))
		}
		slip := func() int { return rapid.SampledFrom([]int{0, 0, 0, 0, 0, 0, 0, 1, -1}).Draw(t, "slip") }
		ranges := make([]string, 5) // lowest first
		holds := make([]func(int) bool, 5)
		anyEmpty := false // which is found even where the others part the values
		for i := range 5 {
			low, high := edges[i]+slip(), 0
			if i < 4 {
				high = edges[i+1] - 1 + slip()
			}
			anyEmpty = anyEmpty || i > 0 && i < 4 && low > high
			switch {
			case i == 0:
				ranges[i], holds[i] = fmt.Sprintf("%d or fewer", high), func(n int) bool { return n <= high }
			case i == 4:
				ranges[i], holds[i] = fmt.Sprintf("%d or more", low), func(n int) bool { return n >= low }
			default:
				ranges[i], holds[i] = fmt.Sprintf("%d to %d", low, high), func(n int) bool { return low <= n && n <= high }
			}
		}
		text := waitingWith(lower, ranges)
		found := bandFindings(Try(text))
		partition := true
		for n := -3; n < 30; n++ {
			in := 0
			for _, has := range holds {
				if has(n) {
					in++
				}
			}
			partition = partition && in == 1
		}
		if partition != (len(found) == 0) && !anyEmpty {
			t.Fatalf("a partition: %v, but found: %v\n%s", partition, found, text)
		}
	})
}

// waitingWith is the measure `waiting` with these ranges, lowest first.
func waitingWith(lower bool, ranges []string) string {
	text := example("measure waiting")
	better := "higher"
	if lower {
		better = "lower"
	}
	text = line(text, "better", "better "+better)
	for i, b := range value.Bands {
		at := i
		if !lower {
			at = len(ranges) - 1 - i
		}
		text = line(text, "band "+b.String(), "band "+b.String()+" "+ranges[at])
	}
	return text
}

func bandFindings(found diag.List) (out diag.List) {
	for _, d := range found {
		if strings.HasPrefix(string(d.Code), "band") {
			out = append(out, d)
		}
	}
	return out
}

// A gap or an overlap between two bands is mended by the line that its help prints.
func TestMendsMend(t *testing.T) {
	for _, ranges := range [][]string{
		{"20 or fewer", "22 to 40", "41 to 80", "81 to 120", "121 or more"},
		{"20 or fewer", "21 to 40", "40 to 80", "81 to 120", "121 or more"},
		{"20 or fewer", "21 to 40", "41 to 80", "81 to 119", "121 or more"},
		{"0 to 20", "above 21 up to 40", "41 to 80", "81 to 120", "121 or more"},
		{"1 to 20", "21 to 40", "41 to 80", "81 to 120", "121 or more"},
		{"20 or fewer", "21 to 40", "41 to 80", "81 to 120", "121 to 200"},
	} {
		for _, lower := range []bool{true, false} {
			text := waitingWith(lower, ranges)
			found := bandFindings(Try(text))
			if len(found) != 1 {
				t.Errorf("%v: %d findings, want 1: %v", ranges, len(found), found)
				continue
			}
			_, mended, _ := strings.Cut(found[0].Help, "write `")
			mended = strings.TrimSuffix(mended, "`")
			band := strings.Join(strings.Fields(mended)[:2], " ")
			if again := bandFindings(Try(line(text, band, mended))); len(again) > 0 {
				t.Errorf("%v: `%s` does not mend it: %s", ranges, mended, again[0].Text)
			}
		}
	}
}
