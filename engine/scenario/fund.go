package scenario

import (
	"fmt"

	"concordat/engine"
)

// FundWords says what a year of an advance or a pooled fund came to.
func FundWords(s *engine.Settlement) string {
	words := fmt.Sprintf("%s spent of %s", s.Fund.Spent, s.Fund.Available)
	switch {
	case s.Raw == 0:
		words += ", nothing over"
	case s.Pain:
		words += fmt.Sprintf(", %s too much", s.Raw)
	default:
		words += fmt.Sprintf(", %s over", s.Raw)
	}
	if len(s.Lines) > 0 {
		words += "; to pay: " + lines(s.Lines)
	}
	for _, l := range s.Fund.OffNext {
		words += fmt.Sprintf("; %s off what %s transfers next", l.Sum, l.To)
	}
	if s.Fund.Reserve > 0 {
		words += fmt.Sprintf("; the reserve holds %s", s.Fund.Reserve)
	}
	if s.Fund.Kept > 0 {
		words += fmt.Sprintf("; %s is kept for the next year", s.Fund.Kept)
	}
	return words
}
