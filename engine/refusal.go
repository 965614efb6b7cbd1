package engine

import (
	"fmt"

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

func (r *Refusal) Error() string { return fmt.Sprintf("%s (%s)", r.Text, r.Because) }
