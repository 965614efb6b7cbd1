package known

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/value"
)

func bandWords(me *machine.Measure, b value.Band) string {
	for _, r := range me.Bands {
		if r.Band == b && r.Words != "" {
			return fmt.Sprintf("%s (%s)", b, r.Words)
		}
	}
	return b.String()
}

// whichIs adds the band to a sentence; a figure without bands has none.
func whichIs(me *machine.Measure, b value.Band) string {
	if len(me.Bands) == 0 {
		return ""
	}
	return ", which is " + bandWords(me, b)
}

func inputWords(me *machine.Measure, in []record.InputValue) string {
	var parts []string
	for _, x := range in {
		parts = append(parts, fmt.Sprintf("%s %s", x.Name, x.Value))
	}
	return strings.Join(parts, ", ")
}

// figureDerivation says what a figure is and how it came to count.
func figureDerivation(me *machine.Measure, t *record.Thing) record.Derivation {
	f := t.Figure
	var what string
	switch {
	case f.Assumed && t.Figure.Value == nil:
		what = "taken as " + f.Band.String() + " in this scenario"
	case f.Assumed:
		what = "taken as " + f.Value.String() + " in this scenario"
	case f.Band != value.NoBand:
		what = "decided to be " + f.Band.String()
	case f.Value != nil:
		what = "returned as " + f.Value.String()
	default:
		what = "returned as " + inputWords(me, f.Inputs)
	}
	d := record.Derivation{Says: fmt.Sprintf("%s for %s: %s", me.Name, t.Period, what), At: f.By}
	if day := t.Day(machine.AnchorReceipt); day.IsSet() {
		d.Says += ", received " + day.String()
	}
	if f.Final {
		d.Says += fmt.Sprintf(", %s since %s", t.State, t.Since)
	}
	return d
}

// GainOrPain words a settlement as a gain or a pain.
func GainOrPain(s *record.Settlement) string {
	switch {
	case s.Sum == 0:
		return "nothing"
	case s.Pain:
		return "a pain of " + s.Sum.String()
	}
	return "a gain of " + s.Sum.String()
}
