package scenario

import (
	"fmt"
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
	case engine.Owed:
		return fmt.Sprintf("%s, due %s: %s", e.Key, e.Due, lines(e.Lines))
	case engine.Paid:
		return fmt.Sprintf("%s is paid: %s", e.Key, lines(e.Lines))
	case engine.Scored:
		return scored(e)
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

func scored(e engine.Scored) string {
	s := e.Settlement
	words := fmt.Sprintf("%s scores %s: ", e.Key, s.Score)
	switch {
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

// lines says who pays whom, each pair once.
func lines(ls []engine.Line) string {
	if len(ls) == 0 {
		return "nothing"
	}
	parts := make([]string, len(ls))
	for i, l := range ls {
		parts[i] = fmt.Sprintf("%s to %s %s", l.From, l.To, l.Sum)
	}
	return strings.Join(parts, ", ")
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
