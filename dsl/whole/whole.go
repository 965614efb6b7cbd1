// Package whole looks at a settled agreement as a whole, for what no block shows
// by itself: a decision that no vote can carry, a chain without an end, a step
// nobody reaches, money after the last day, a delegation that ends before it is
// needed, words that speak of two where three sign. What goes in has been settled
// without an error; what comes out are findings of package problem, most of them
// over last days, which package lastday reckons.
package whole

import (
	"concordat/dsl/problem"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// Block is a block as written and as meant.
type Block struct {
	At *syntax.Block
	Is settled.Named
}

// Text is a settled agreement and what its settling learnt of the text.
type Text struct {
	*problem.Collector // where findings go

	Blocks  []Block                              // in the order of the text
	Used    map[settled.Named]bool               // named by another block, or by words
	Openers map[*settled.Decision][]settled.Said // the statements that open each
	Drafted bool                                 // a value is still to be agreed, so what depends on it is unknown
}

// Look adds what it finds to what has been found. Where no day can be reckoned
// yet, it looks for nothing that hangs on days.
func (w *Text) Look() {
	w.wording()
	w.drifts()
	w.signatories()
	w.waivers()
	if w.Agreement.Template && !w.Drafted {
		w.TemplateFilled()
	}
	w.carried()
	w.chains()
	w.processes()
	w.roles()
	w.families()
	w.success()
	w.outputs()
	if w.Drafted || w.Agreement.Calendar == nil || !w.Agreement.Last.IsSet() || w.Agreement.YearStart.Month == 0 {
		return
	}
	w.practised()
	w.matters()
	w.contracts()
	w.ratecards()
	w.socialReturns()
	w.funds()
	w.authority()
	w.stakes()
	w.afterTheEnd()
	w.tooEarly()
	w.tooSlow()
	w.unread()
}
