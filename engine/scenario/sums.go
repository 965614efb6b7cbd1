package scenario

import (
	"slices"

	"concordat/engine"
	"concordat/engine/sums"
	"concordat/engine/value"
)

// owes adds up what is still to be paid under a block for a period. Sums that
// have been paid, and instalments that have fallen away, are no longer owed; a
// sum that a dispute holds back still is.
func (a *answered) owes(x Owes) {
	var sum value.Money
	var why engine.Derivation
	due := value.NoDate
	for t := range a.s.All() {
		if !a.isOpenPayment(t, x.Under, x.Period) {
			continue
		}
		part := a.part(t.Payment.Lines, x.Party, x.Owed)
		if part != 0 {
			sum, due, why = sum+part, t.Payment.Due, t.Payment.Because
		}
	}
	verb := "owes"
	if x.Owed {
		verb = "is owed"
	}
	switch {
	case sum != x.Sum:
		a.not(why, "%s %s %s", x.Party, verb, sum)
	case x.Due.IsSet() && due != x.Due:
		a.is = "it is due " + due.String()
	}
}

func (a *answered) isOpenPayment(t *engine.Thing, block string, p value.Period) bool {
	if t.Payment == nil || t.Payment.Paid.IsSet() || !a.m.YearStart.Within(t.Period, p) {
		return false
	}
	chart := &a.m.Charts[a.m.Chart(t.Key.Chart)]
	return chart.Block == block && !chart.State(t.State).End
}

// part is what one party, or everybody in a block of shares, pays or receives.
func (a *answered) part(lines []engine.Line, who string, receives bool) value.Money {
	names, _ := sums.Parts(a.m, who)
	var sum value.Money
	for _, l := range lines {
		name := l.From
		if receives {
			name = l.To
		}
		if slices.Contains(names, name) {
			sum += l.Sum
		}
	}
	return sum
}

func (a *answered) bears(x Bears) {
	t := a.s.Find(engine.Key{Chart: x.Under, Of: x.Period.String()})
	if t == nil || t.Settlement == nil {
		a.is = "nothing has been calculated: " + a.waiting(x.Under, x.Period)
		return
	}
	if sum := a.part(t.Settlement.Bearers, x.Who, false); sum != x.Sum {
		a.not(t.Settlement.Because, "%s bears %s", x.Who, sum)
	}
}
