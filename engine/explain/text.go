package explain

import (
	"fmt"

	"concordat/engine"
	"concordat/engine/carry"
	"concordat/engine/machine"
)

// whyText says what became of a text that a decision is about.
func whyText(m *machine.Machine, t *engine.Thing, at machine.Ref) engine.Derivation {
	text := t.Ballot.Text
	d := engine.Derivation{At: at, Says: fmt.Sprintf("it is about the text %s, fingerprint %.12s", text.Path, text.Fingerprint)}
	if text.Stays {
		d.Says += ", which leaves what is over as it was paid"
	}
	aside := t.Day(carry.AnchorAside)
	switch {
	case aside.IsSet():
		d.Says += fmt.Sprintf(", which was set aside on %s: the log says what stood in its way", aside)
	case t.State != "adopted":
	case text.Fingerprint == m.Fingerprint():
		d.Says += fmt.Sprintf(", by which the agreement runs since %s", t.Since)
	default:
		d.Says += fmt.Sprintf(", by which the agreement ran from %s until it was varied again", t.Since)
	}
	return d
}

// InForce is the opening of a decision by which the agreement's present text
// holds; nil under the text that was signed.
func InForce(m *machine.Machine, s engine.State) *engine.Thing {
	var found *engine.Thing
	for t := range s.Of(m.Varied) {
		if t.Ballot != nil && t.Ballot.Text != nil && t.State == "adopted" && !t.Day(carry.AnchorAside).IsSet() &&
			t.Ballot.Text.Fingerprint == m.Fingerprint() && (found == nil || t.Since >= found.Since) {
			found = t
		}
	}
	return found
}
