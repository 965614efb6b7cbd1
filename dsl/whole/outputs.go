package whole

import "concordat/engine/value"

// outputs finds a score that mostly counts what was done, not what became true.
func (w *Text) outputs() {
	for _, g := range w.Agreement.Gainshares {
		part := value.Num{}
		for _, o := range g.Outcomes {
			for _, m := range o.Measures {
				if m.Output {
					part = part.Add(m.Weight.Mul(o.Weight))
				}
			}
		}
		if part.Cmp(value.Ratio(1, 2)) > 0 {
			w.MostlyOutputs(g, part)
		}
	}
}
