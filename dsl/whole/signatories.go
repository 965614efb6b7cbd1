package whole

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// signatories finds a party that does not say who signs for it, or where it is
// served, although another does: a signature page or a notice needs all of them.
func (w *Text) signatories() {
	for _, keyword := range []string{"signs", "served at"} {
		var said, silent *settled.Party
		for _, p := range w.Agreement.Parties {
			switch {
			case p.Has(keyword) && said == nil:
				said = p
			case !p.Has(keyword) && silent == nil && !(keyword == "signs" && len(w.Agreement.OfficersFor(p, machine.ActSign)) > 0):
				silent = p
			}
		}
		if said != nil && silent != nil {
			w.PartyUneven(silent, said, keyword)
		}
	}
}
