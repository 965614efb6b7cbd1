package scenario

import (
	"fmt"
	"slices"
	"strings"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Caused puts an effect in words, without the statement that provides for it
// (which SaysOf gives): "placements 2015/16 Q1 is now late", "slam is reminded
// of placements 2015/16 Q1". It is empty for an effect that changes nothing a
// reader can see, such as a vote that is only noted.
func Caused(m *machine.Machine, ef engine.Effect) string {
	switch e := ef.(type) {
	case engine.Moved:
		if e.From == e.To {
			return ""
		}
		if e.From == "" {
			return fmt.Sprintf("%s opens (%s)", e.Key, e.To)
		}
		return fmt.Sprintf("%s: %s → %s", e.Key, e.From, e.To)
	case engine.Notified:
		verb := "told"
		if e.Remind {
			verb = "reminded"
		}
		return fmt.Sprintf("%s %s %s of %s", join(e.Who), is(e.Who), verb, e.About)
	case engine.Rescheduled:
		return fmt.Sprintf("%s: its day moves from %s to %s", e.Key, e.Was, e.Day)
	case engine.Owed:
		return fmt.Sprintf("%s, due %s: %s", e.Key, e.Due, lines(e.Lines))
	case engine.Paid:
		return fmt.Sprintf("%s is paid: %s", e.Key, lines(e.Lines))
	case engine.Scored:
		return scored(m, e)
	case engine.Valued:
		return valued(m, e)
	default:
		panic(fmt.Sprintf("scenario: unknown effect %T", ef))
	}
}

// SaysOf is the statement that provides for an effect.
func SaysOf(ef engine.Effect) machine.Ref {
	switch e := ef.(type) {
	case engine.Moved:
		return e.Says
	case engine.Notified:
		return e.Says
	case engine.Rescheduled:
		return e.Says
	case engine.Owed:
		return e.Says
	case engine.Paid:
		return e.Says
	case engine.Scored:
		return e.Says
	case engine.Valued:
		return e.Says
	default:
		panic(fmt.Sprintf("scenario: unknown effect %T", ef))
	}
}

func scored(m *machine.Machine, e engine.Scored) string {
	s := e.Settlement
	if m.Ratecard(e.Key.Chart) != nil {
		return s.Because.Says
	}
	if s.Fund != nil {
		return e.Key.String() + ": " + FundWords(&s)
	}
	words := fmt.Sprintf("%s scores %s: ", e.Key, s.Score)
	g := m.Gainshare(e.Key.Chart)
	byCost := g != nil && g.Cost != nil
	switch {
	case byCost && s.Raw == 0:
		return e.Key.String() + ": nothing is shared"
	case byCost && s.Pain:
		words = fmt.Sprintf("%s: %s of an overrun is shared", e.Key, s.Sum)
	case byCost:
		words = fmt.Sprintf("%s: %s of a saving is shared", e.Key, s.Sum)
	case s.Raw == 0:
		return words + "no gain and no pain"
	case s.Pain:
		words += "pain of " + s.Sum.String()
	default:
		words += "gain of " + s.Sum.String()
	}
	if s.Raw > s.Sum {
		words += fmt.Sprintf(" (%s before the cap)", s.Raw)
	}
	return words
}

func valued(m *machine.Machine, e engine.Valued) string {
	words := fmt.Sprintf("%s %s", e.Measure, m.YearStart.Label(e.Period))
	if e.Value != nil {
		words += " is " + decimal(m, e.Measure, *e.Value)
	}
	switch {
	case e.Band == value.NoBand:
		return words + ", final"
	case e.Value == nil:
		return words + " is " + e.Band.String() + ", final"
	}
	return words + ", which is " + e.Band.String() + ", final"
}

// lines says what each payer pays in all and what each payee receives: "ccg
// £960,000 and lambeth £640,000 to slam £800,000, certitude £480,000 and thames
// £320,000".
func lines(ls []engine.Line) string {
	if len(ls) == 0 {
		return "nothing"
	}
	var from, to totals
	for _, l := range ls {
		from.add(l.From, l.Sum)
		to.add(l.To, l.Sum)
	}
	return from.String() + " to " + to.String()
}

// totals are sums by name, in the order in which the names came up.
type totals struct {
	names []string
	sums  []value.Money
}

func (t *totals) add(name string, sum value.Money) {
	at := slices.Index(t.names, name)
	if at < 0 {
		t.names, t.sums = append(t.names, name), append(t.sums, 0)
		at = len(t.names) - 1
	}
	t.sums[at] += sum
}

func (t *totals) String() string {
	parts := make([]string, len(t.names))
	for i, name := range t.names {
		parts[i] = name + " " + t.sums[i].String()
	}
	return join(parts)
}

// join says several names as a sentence does: "a, b and c".
func join(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

func is(who []string) string {
	if len(who) > 1 {
		return "are"
	}
	return "is"
}
