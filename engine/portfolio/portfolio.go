// Package portfolio looks at many agreements as one: when they end and by which
// day a notice must be given to leave them, what they cost whom in which year,
// how much of that is for prevention and on what evidence, on which providers
// they hang, what is paid for twice, what was never procured, which old contracts come to
// their end, and which figures can be compared. It reads machines and a day and nothing
// else: what the parties have done under an agreement is not its matter. Money
// is in pence; days count as the agreement's own calendar counts them. Where an
// agreement does not say something, that is said, and never guessed.
package portfolio

import (
	"slices"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// View is what is seen on a day.
type View struct {
	On       value.Date
	Terms    []Term
	Windows  []Window
	Money    []Share
	Unknown  []Uncounted
	Purposes []Purpose
	Years    []Prevention
	Hangs    []Provider
	Twice    []Twice
	Bought   []Bought
	Apart    []Apart
	Closings []Closing
	Compared []Compared
}

// Look looks at agreements on a day. They keep their order; ends come soonest first.
func Look(all []*machine.Machine, on value.Date) View {
	v := View{On: on, Money: money(all), Years: prevention(all), Hangs: providers(all), Twice: twice(all),
		Apart: apart(all), Closings: closings(all), Compared: compare(all)}
	for _, m := range all {
		v.Terms = append(v.Terms, term(m, on))
		v.Unknown = append(v.Unknown, uncounted(m)...)
		v.Windows = append(v.Windows, windows(m, on)...)
		v.Purposes = append(v.Purposes, purpose(m))
		v.Bought = append(v.Bought, bought(m)...)
	}
	slices.SortStableFunc(v.Terms, func(a, b Term) int { return a.rank() - b.rank() })
	slices.SortStableFunc(v.Windows, func(a, b Window) int { return int(a.Last - b.Last) })
	return v
}

// Standing is where an agreement's term is on a day.
type Standing string

const (
	Open     Standing = "open" // the term is still to be agreed
	NotBegun Standing = "not begun"
	Running  Standing = "running"
	Ended    Standing = "ended"
)

// Term is an agreement's term. Days are those from the day of the look to the
// last day, while it runs.
type Term struct {
	Of    *machine.Machine
	Is    Standing
	Days  int
	First value.Date
	Last  value.Date
}

func term(m *machine.Machine, on value.Date) Term {
	t := Term{Of: m, Is: Running, First: m.First, Last: m.Last}
	switch {
	case !m.First.IsSet() || !m.Last.IsSet():
		t.Is = Open
	case on < m.First:
		t.Is = NotBegun
	case on > m.Last:
		t.Is = Ended
	default:
		t.Days = int(m.Last - on)
	}
	return t
}

// rank puts the ends that come in order, then what has ended, then what is open.
func (t Term) rank() int {
	const ended, open = 1 << 28, 1 << 29
	switch t.Is {
	case Ended:
		return ended + int(t.Last)
	case Open:
		return open
	}
	return int(t.Last)
}

// titleOf is what a party is called to people; different agreements may name one party differently.
func titleOf(m *machine.Machine, party string) string {
	for _, p := range m.Parties {
		if p.Name == party && p.Title != "" {
			return p.Title
		}
	}
	return party
}

// same is a title as it is compared: capitals, spaces and the last full stop do not matter.
func same(title string) string {
	return strings.TrimSuffix(strings.ToLower(strings.Join(strings.Fields(title), " ")), ".")
}
