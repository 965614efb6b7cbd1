// Package refusal words every act that an agreement does not allow: a sentence in
// the reader's words, the statement that forbids it, and what would be allowed
// instead. One function per refusal; each gets what it names and decides nothing.
// Days are civil dates, sums whole pence.
package refusal

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
)

// Refusal is an act that the agreement does not allow. It changes nothing.
// Because names the statement that forbids it; Text is one sentence in plain
// words; Help, where there is one, says what would be allowed.
type Refusal struct {
	Because machine.Ref
	Text    string
	Help    string
}

// Error is the sentence and the statement that forbids the act.
func (r *Refusal) Error() string { return fmt.Sprintf("%s (%s)", r.Text, r.Because) }

func refuse(because machine.Ref, help, format string, args ...any) error {
	return &Refusal{Because: because, Text: fmt.Sprintf(format, args...), Help: help}
}

// whoWords says a set of parties as the agreement does.
func whoWords(w machine.Who) string {
	var s string
	switch {
	case w.Lead:
		s = "the lead of its area"
	case w.Group != "":
		s = "a member of " + w.Group
	case w.Any:
		s = "any party"
	case w.Every:
		s = "every party"
	default:
		s = strings.Join(w.Parties, " or ")
	}
	if w.But != "" {
		s += " but the " + w.But
	}
	return s
}
