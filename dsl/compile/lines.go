package compile

import (
	"slices"
	"sort"
	"strings"

	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// Lines is where each block and each statement stands in the text, in the order
// of the text, counted from 1. Of statements that may stand more than once
// there is also one by its first word: "points poor", "band stretch".
func Lines(a *settled.Agreement) []machine.Line {
	starts := []int{0}
	for i, b := range a.Src {
		if b == '\n' {
			starts = append(starts, i+1)
		}
	}
	line := func(offset int) int { return sort.SearchInts(starts, offset+1) }
	var out []machine.Line
	add := func(block, statement string, offset int) {
		out = append(out, machine.Line{At: machine.Ref{Block: block, Statement: statement}, Line: line(offset)})
	}
	for _, h := range heads(a) {
		name := h.Name
		if h == &a.Head {
			name = agreementID
		}
		add(name, "", h.At.Start)
		for _, s := range h.Lines {
			add(name, s.Ref.Statement, s.At.Start)
			if word, _, more := strings.Cut(s.Text, " "); more && repeated(h, s.Ref.Statement) {
				add(name, s.Ref.Statement+" "+word, s.At.Start)
			}
		}
	}
	slices.SortStableFunc(out, func(x, y machine.Line) int { return x.Line - y.Line })
	return out
}

func repeated(h *settled.Head, keyword string) bool {
	n := 0
	for _, s := range h.Lines {
		if s.Ref.Statement == keyword {
			n++
		}
	}
	return n > 1
}

// heads are all blocks of an agreement.
func heads(a *settled.Agreement) []*settled.Head {
	out := []*settled.Head{&a.Head}
	for _, b := range a.Blocks() {
		out = append(out, settled.HeadOf(b))
	}
	return out
}
