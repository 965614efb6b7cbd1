package known

import (
	"fmt"
	"slices"

	"concordat/engine/formula"
	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/value"
)

// Worth is what a measure comes to in a period. Final is whether every figure
// it rests on is; Band is NoBand where the measure has none for such a period.
type Worth struct {
	Value   *value.Num
	Band    value.Band
	Final   bool
	Because record.Derivation
}

// WorthOf evaluates a measure for a period of any kind that it has a line for.
func (v *View) WorthOf(measure string, p value.Period) (Worth, bool) {
	me := v.M.Measure(measure)
	if me == nil {
		return Worth{}, false
	}
	return v.Worth(me, p), true
}

// Worth is the one evaluation from which a measure is shown, scored and paid.
func (v *View) Worth(me *machine.Measure, p value.Period) Worth { return v.worth(me, p, true) }

// Counts is Worth without Because: most steps need no words for what they find.
func (v *View) Counts(me *machine.Measure, p value.Period) Worth {
	w := v.worth(me, p, false)
	w.Because = record.Derivation{}
	return w
}

func (v *View) worth(me *machine.Measure, p value.Period, say bool) Worth {
	if t := v.In(me.Name, p); t != nil && t.Figure != nil && (t.Figure.Assumed || me.Judged != "" || t.Figure.Band != value.NoBand) {
		return assumedWorth(me, p, t, say)
	}
	line := valueLine(me, p.Kind)
	parts := v.figuresOf(me, p, line)
	w := Worth{Final: len(parts) > 0}
	if w.Because.At = (machine.Ref{Block: me.Name, Statement: "returned"}); line != nil && say {
		w.Because.At.Statement = "each " + p.Kind.String()
	}
	worst := value.NoBand
	for _, t := range parts {
		if t == nil || t.Figure == nil || !t.Figure.Final {
			w.Final = false
			continue
		}
		if say {
			w.Because.From = append(w.Because.From, figureDerivation(me, t))
		}
		if b := t.Figure.Band; b != value.NoBand && (worst == value.NoBand || b < worst) {
			worst = b
		}
	}
	if !w.Final {
		if say {
			w.Because.Says = fmt.Sprintf("%s for %s is not final", me.Name, p)
		}
		return w
	}
	if worst != value.NoBand {
		w.Band = worst
		w.Because.Says = fmt.Sprintf("%s for %s is %s: no figure was returned, so its band was fixed by decision", me.Name, p, worst)
		return w
	}
	w.evaluate(me, line, parts, p, say)
	if say && w.Value != nil {
		w.committed(v.M, me, p)
	}
	return w
}

// committed says what is left of a commitment where a cost is spent of it.
func (w *Worth) committed(m *machine.Machine, me *machine.Measure, p value.Period) {
	for i := range m.Commitments {
		x := &m.Commitments[i]
		for _, g := range x.Gives {
			if x.Name != me.Commitment || g.Party != me.Returner || g.Period != p {
				continue
			}
			spent, _ := w.Value.Mul(value.Int(100)).Money(value.HalfUp) // a cost is in whole pence already
			left := fmt.Sprintf("%s of it is left", g.Sum-spent)
			if spent > g.Sum {
				left = fmt.Sprintf("%s more than that was spent", spent-g.Sum)
			}
			w.Because.From = append(w.Because.From, record.Derivation{
				Says: fmt.Sprintf("%s gives %s for %s: %s", g.Party, g.Sum, p, left), At: machine.Ref{Block: x.Name, Statement: "gives"},
			})
		}
	}
}

func assumedWorth(me *machine.Measure, p value.Period, t *record.Thing, say bool) Worth {
	w := Worth{Value: t.Figure.Value, Band: t.Figure.Band, Final: t.Figure.Final}
	banded := w.Band != value.NoBand
	if w.Value != nil && !banded {
		w.Band = bandOf(me, *w.Value)
	}
	if !say {
		return w
	}
	w.Because = figureDerivation(me, t)
	if w.Value != nil && !banded {
		w.Because.Says = fmt.Sprintf("%s for %s is %s", me.Name, p, w.Value) + whichIs(me, w.Band)
	}
	return w
}

// evaluate computes the value from final figures and finds its band.
func (w *Worth) evaluate(me *machine.Measure, line *machine.PeriodValue, parts []*record.Thing, p value.Period, say bool) {
	var v value.Num
	how := "as returned"
	switch {
	case line == nil || line.How == machine.AsReturned || line.How == machine.AsReturnedFor:
		if parts[0].Figure.Value == nil {
			return
		}
		v = *parts[0].Figure.Value
		if line != nil && line.How == machine.AsReturnedFor && say {
			how = "as returned for " + parts[0].Period.String()
		}
	case line.How == machine.SumOfParts:
		for _, t := range parts {
			if t.Figure.Value != nil {
				v = v.Add(*t.Figure.Value)
			}
		}
		how = "the sum of the returns"
	case line.How == machine.Computed:
		totals := inputTotals(me, parts)
		raw, err := (&formula.Scope{Var: named(totals)}).Number(line.By)
		if err != nil {
			w.zero(me, p)
			return
		}
		v = raw.RoundTo(me.Places, me.Rounding)
		if !say {
			break
		}
		how = fmt.Sprintf("%s = %s", line.By.Text, inputWords(me, totals))
		if !v.Equal(raw) {
			how += fmt.Sprintf(" = %s, rounded %s to %d decimal place(s)", raw, me.Rounding, me.Places)
		}
	}
	w.Value = &v
	if line != nil {
		w.Band = bandOf(me, v)
	}
	if !say {
		return
	}
	w.Because.Says = fmt.Sprintf("%s for %s is %s (%s)", me.Name, p, v, how)
	if line != nil {
		w.Because.Says += whichIs(me, w.Band)
	}
}

func (w *Worth) zero(me *machine.Measure, p value.Period) {
	if me.IfZero == nil {
		w.Final = false
		w.Because.Says = fmt.Sprintf("%s for %s divides by zero, and the agreement does not say what then", me.Name, p)
		return
	}
	w.Band = me.IfZero.Take
	w.Because.At.Statement = "if zero"
	w.Because.Says = fmt.Sprintf("%s for %s would divide by zero, so it is %s", me.Name, p, w.Band)
}

// valueLine is the `each …` line of a measure for a kind of period; nil if it has none.
func valueLine(me *machine.Measure, kind value.PeriodKind) *machine.PeriodValue {
	for i := range me.Values {
		if me.Values[i].Every == kind {
			return &me.Values[i]
		}
	}
	return nil
}

// figuresOf are the figures that a period's value is made from; a nil one is not there.
func (v *View) figuresOf(me *machine.Measure, p value.Period, line *machine.PeriodValue) []*record.Thing {
	if p.Kind == me.Every {
		return []*record.Thing{v.In(me.Name, p)}
	}
	if line == nil || p.Kind < me.Every {
		return nil
	}
	parts := v.M.YearStart.Parts(p, me.Every)
	if line.How == machine.AsReturnedFor {
		if line.From < 1 || line.From > len(parts) {
			return nil
		}
		parts = parts[line.From-1 : line.From]
	}
	out := make([]*record.Thing, len(parts))
	for i, part := range parts {
		out[i] = v.Find(record.Key{Chart: me.Name, Of: part.String()})
	}
	return out
}

// named looks a figure up by name.
func named(figures []record.InputValue) func(string) (value.Num, bool) {
	return func(name string) (value.Num, bool) {
		for i := range figures {
			if figures[i].Name == name {
				return figures[i].Value, true
			}
		}
		return value.Num{}, false
	}
}

func inputTotals(me *machine.Measure, parts []*record.Thing) []record.InputValue {
	out := make([]record.InputValue, len(me.Inputs))
	for i, in := range me.Inputs {
		out[i].Name = in.Name
		for _, t := range parts {
			if at := slices.IndexFunc(t.Figure.Inputs, func(x record.InputValue) bool { return x.Name == in.Name }); at >= 0 {
				out[i].Value = out[i].Value.Add(t.Figure.Inputs[at].Value)
			}
		}
	}
	return out
}

// bandOf is the one band in which a value falls; the checker has proved that there is one.
func bandOf(me *machine.Measure, v value.Num) value.Band {
	for i := range me.Bands {
		if r := me.Bands[i].Range; r != nil && r.Has(v) {
			return me.Bands[i].Band
		}
	}
	return value.NoBand
}

// bandIn is a measure's band in a period, for conditions; NoBand where no figure
// counts yet, and in the shadow period.
func (v *View) bandIn(me *machine.Measure, p value.Period, submitted bool) value.Band {
	if v.M.InShadow(p) {
		return value.NoBand
	}
	if submitted {
		if t := v.In(me.Name, p); t != nil && t.Figure != nil && t.Figure.Pending != nil && t.Figure.Pending.Value != nil {
			return bandOf(me, *t.Figure.Pending.Value)
		}
	}
	if w := v.Counts(me, p); w.Final {
		return w.Band
	}
	return value.NoBand
}
