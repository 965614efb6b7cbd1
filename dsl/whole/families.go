package whole

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// investment is the model whose return is one in health or social care.
const investment = "investment"

// families finds an investment that does not ask both of its questions: what
// shows prevention, and what comes back.
func (w *Text) families() {
	if w.Agreement.Model != investment {
		return
	}
	has := map[string]bool{}
	for _, o := range w.Agreement.Outcomes {
		if o.Family == "" && !o.Has("family") {
			w.FamilyMissing(o)
			return
		}
		has[o.Family] = true
	}
	for _, family := range []syntax.FamilyWord{syntax.Prevention, syntax.Organisational} {
		if !has[string(family)] && !has[""] {
			w.FamilyUnasked(string(family))
		}
	}
	if !w.Agreement.Has("purpose") {
		w.PurposeUnsaid()
	}
	if len(w.Agreement.Fundings) > 0 && !slices.ContainsFunc(w.Agreement.Fundings, func(f *settled.Funding) bool { return f.Has("excludes") }) {
		w.NothingExcluded(w.Agreement.Fundings[0])
	}
}
