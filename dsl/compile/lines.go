package compile

import (
	"slices"
	"sort"
	"strings"

	"concordat/dsl/check"
	"concordat/engine/machine"
)

// Lines is where each block and each statement stands in the text, in the order
// of the text, counted from 1. Of statements that may stand more than once
// there is also one by its first word: "points poor", "band stretch".
func Lines(a *check.Agreement) []machine.Line {
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

func repeated(h *check.Head, keyword string) bool {
	n := 0
	for _, s := range h.Lines {
		if s.Ref.Statement == keyword {
			n++
		}
	}
	return n > 1
}

// heads are all blocks of an agreement.
func heads(a *check.Agreement) []*check.Head {
	out := []*check.Head{&a.Head}
	out = gather(out, a.Terms, func(b *check.Term) *check.Head { return &b.Head })
	out = gather(out, a.Parties, func(b *check.Party) *check.Head { return &b.Head })
	out = gather(out, a.Bodies, func(b *check.Body) *check.Head { return &b.Head })
	out = gather(out, a.Groups, func(b *check.Group) *check.Head { return &b.Head })
	out = gather(out, a.Officers, func(b *check.Officer) *check.Head { return &b.Head })
	out = gather(out, a.Places, func(b *check.Place) *check.Head { return &b.Head })
	out = gather(out, a.Areas, func(b *check.Area) *check.Head { return &b.Head })
	out = gather(out, a.Shares, func(b *check.Shares) *check.Head { return &b.Head })
	out = gather(out, a.Returns, func(b *check.Return) *check.Head { return &b.Head })
	out = gather(out, a.Outcomes, func(b *check.Outcome) *check.Head { return &b.Head })
	out = gather(out, a.Measures, func(b *check.Measure) *check.Head { return &b.Head })
	out = gather(out, a.Fundings, func(b *check.Funding) *check.Head { return &b.Head })
	out = gather(out, a.Committed, func(b *check.Commitment) *check.Head { return &b.Head })
	out = gather(out, a.Held, func(b *check.Fund) *check.Head { return &b.Head })
	out = gather(out, a.Gainshares, func(b *check.Gainshare) *check.Head { return &b.Head })
	out = gather(out, a.Ratecards, func(b *check.Ratecard) *check.Head { return &b.Head })
	out = gather(out, a.Prices, func(b *check.Price) *check.Head { return &b.Head })
	out = gather(out, a.SocialReturns, func(b *check.SocialReturn) *check.Head { return &b.Head })
	out = gather(out, a.Benefits, func(b *check.Benefit) *check.Head { return &b.Head })
	out = gather(out, a.Routes, func(b *check.Route) *check.Head { return &b.Head })
	out = gather(out, a.Decisions, func(b *check.Decision) *check.Head { return &b.Head })
	out = gather(out, a.Reviews, func(b *check.Review) *check.Head { return &b.Head })
	out = gather(out, a.Rules, func(b *check.Rule) *check.Head { return &b.Head })
	out = gather(out, a.Disputes, func(b *check.Dispute) *check.Head { return &b.Head })
	out = gather(out, a.Notices, func(b *check.Notice) *check.Head { return &b.Head })
	return gather(out, a.Clauses, func(b *check.Clause) *check.Head { return &b.Head })
}

func gather[B any](out []*check.Head, blocks []B, head func(B) *check.Head) []*check.Head {
	for _, b := range blocks {
		out = append(out, head(b))
	}
	return out
}
