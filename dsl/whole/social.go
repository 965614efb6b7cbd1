package whole

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// socialReturns looks at all of them together: one model, used throughout.
func (w *Text) socialReturns() {
	for _, r := range w.Agreement.SocialReturns {
		if len(r.Is.PutIn) == 0 {
			w.NothingPutIn(r)
		}
		if w.Agreement.Model == investment && r.Benefits != nil && !slices.ContainsFunc(r.Benefits, func(b *settled.Benefit) bool { return b.Is.Kind != machine.Social }) {
			w.SocialAlone(r)
		}
		if first := w.Agreement.SocialReturns[0]; r.Is.Model != first.Is.Model {
			w.ModelsDiffer(r, first)
		}
	}
}
