package diag

import (
	"cmp"
	"slices"
	"strings"
)

// Nearest is the known word that a misspelt one is most likely meant to be, or
// "" where none is near: one letter in three may differ, and two letters that
// changed places count once. Of words equally near, the one listed first wins.
func Nearest(word string, known []string) string {
	if word == "" || len(known) == 0 {
		return ""
	}
	lower := strings.ToLower(word)
	best := slices.MinFunc(known, func(a, b string) int {
		return cmp.Compare(distance(lower, strings.ToLower(a)), distance(lower, strings.ToLower(b)))
	})
	if distance(lower, strings.ToLower(best)) > max(1, len([]rune(word))/3) {
		return ""
	}
	return best
}

// distance is how many letters must be put in, left out, changed or exchanged
// with their neighbour to make b of a.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	var before, last []int
	next := make([]int, len(y)+1)
	for j := range next {
		next[j] = j
	}
	for i := range x {
		before, last, next = last, next, make([]int, len(y)+1)
		next[0] = i + 1
		for j := range y {
			change := last[j]
			if x[i] != y[j] {
				change++
			}
			next[j+1] = min(change, last[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
	}
	return next[len(y)]
}
