package diff

import "strings"

// Run is a stretch of prose that stands in both texts, or in one of them.
type Run struct {
	Old, New string // equal: it stands in both
}

// Prose compares two pieces of prose word by word: what stands in both is the
// longest run of words, in order, that they have in common.
func Prose(old, new string) []Run {
	a, b := strings.Fields(old), strings.Fields(new)
	left := common(a, b)
	var out []Run
	var gone, come, same []string
	flush := func() {
		if len(gone)+len(come) > 0 {
			out = append(out, Run{strings.Join(gone, " "), strings.Join(come, " ")})
		}
		if len(same) > 0 {
			words := strings.Join(same, " ")
			out = append(out, Run{words, words})
		}
		gone, come, same = nil, nil, nil
	}
	for i, j := 0, 0; i < len(a) || j < len(b); {
		if i < len(a) && j < len(b) && a[i] == b[j] {
			same = append(same, a[i])
			i, j = i+1, j+1
			continue
		}
		if len(same) > 0 {
			flush()
		}
		if j == len(b) || i < len(a) && left[i+1][j] >= left[i][j+1] {
			gone = append(gone, a[i])
			i++
		} else {
			come = append(come, b[j])
			j++
		}
	}
	flush()
	return out
}

// common counts, for every two places, the words in order that what follows
// them has in common.
func common(a, b []string) [][]int {
	left := make([][]int, len(a)+1)
	for i := range left {
		left[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				left[i][j] = left[i+1][j+1] + 1
			} else {
				left[i][j] = max(left[i+1][j], left[i][j+1])
			}
		}
	}
	return left
}
