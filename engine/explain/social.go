package explain

import (
	"fmt"
	"strings"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/sums/socialreturn"
	"concordat/engine/value"
)

// SocialReturn reckons what comes back, with the figures that are final now.
func SocialReturn(m *machine.Machine, s engine.State, r *machine.SocialReturn) socialreturn.Result {
	return socialreturn.Reckon(r, func(b *machine.Benefit) (value.Num, bool) {
		if b.Quantity != nil {
			return *b.Quantity, true
		}
		w, _ := engine.WorthOf(m, s, b.Measure, b.Period)
		if !w.Final || w.Value == nil {
			return value.Num{}, false
		}
		return *w.Value, true
	})
}

// WhySocialReturn derives a social return line by line; false where the
// agreement has none of that name. Each sum is rounded to the penny where it is
// shown, the ratio to two places; what follows rests on the exact figures.
func WhySocialReturn(m *machine.Machine, s engine.State, name string) (engine.Derivation, bool) {
	r := m.SocialReturn(name)
	if r == nil {
		return engine.Derivation{}, false
	}
	e := shown{m, r}
	of := SocialReturn(m, s, r)
	d := e.line("model", "%s: %s", r.Name, e.Ratio(of))
	d.From = append(d.From, e.conventions()...)
	for k, kind := range machine.BenefitKinds {
		of := e.kind(of, kind, of.Kinds[k])
		if len(of.From) > 0 {
			d.From = append(d.From, of)
		}
	}
	in := e.line("puts in", "put in: %s", e.pounds(of.In))
	for i, x := range r.PutIn {
		how := "in money"
		if x.InKind {
			how = "in kind"
		}
		in.From = append(in.From, e.line("puts in "+x.Party, "%s puts in %s in %s, %s (%s): %s today", x.Party, x.Sum, m.YearStart.Label(x.Year), how, x.Says, e.pounds(of.Inputs[i])))
	}
	d.From = append(d.From, in, e.line("from", "what comes back less what is put in: %s", e.pounds(of.Net)))
	for _, words := range r.Told {
		d.From = append(d.From, e.line("qualitative", "not in pounds: %s", words))
	}
	return d, true
}

// shown words what a social return comes to.
type shown struct {
	m *machine.Machine
	r *machine.SocialReturn
}

func (e shown) line(statement, format string, args ...any) engine.Derivation {
	return engine.Derivation{Says: fmt.Sprintf(format, args...), At: machine.Ref{Block: e.r.Name, Statement: statement}}
}

// Ratio is what comes back for every pound, and what is missing from it.
func (e shown) Ratio(of socialreturn.Result) string {
	words := fmt.Sprintf("%s comes back for %s", e.pounds(of.Total), e.pounds(of.In))
	if of.Ratio == nil {
		words = e.pounds(of.Total) + " comes back, and nothing is put in: there is no ratio"
	} else {
		rounded := of.Ratio.RoundTo(2, e.m.Rounding)
		words += fmt.Sprintf(", £%s for every £1", rounded.Decimal(2))
		if !rounded.Equal(*of.Ratio) {
			words += fmt.Sprintf(" (rounded %s to the penny)", e.m.Rounding)
		}
	}
	if len(of.Missing) > 0 {
		words += "; without " + strings.Join(of.Missing, ", ") + ", whose figures are not final"
	}
	return words
}

// RatioWords is what a social return comes to in a sentence.
func RatioWords(m *machine.Machine, s engine.State, r *machine.SocialReturn) string {
	return shown{m, r}.Ratio(SocialReturn(m, s, r))
}

// pounds writes an exact sum of pence; one that is no whole penny says how it was rounded.
func (e shown) pounds(n value.Num) string {
	sign := ""
	if n.Sign() < 0 {
		sign, n = "-", n.Neg()
	}
	sum, exact := n.Money(e.m.Rounding)
	if exact {
		return sign + sum.String()
	}
	return fmt.Sprintf("%s%s (rounded %s)", sign, sum, e.m.Rounding)
}

func (e shown) conventions() []engine.Derivation {
	rates := "the rate of this agreement"
	if e.r.RatesOf != "" {
		rates = e.r.RatesOf
	}
	var each []string
	for _, x := range e.r.Rates {
		words := percent(x.Rate) + " a year"
		if x.Until > 0 {
			words += fmt.Sprintf(" up to year %d", x.Until)
		}
		each = append(each, words)
	}
	pick := func(is bool, yes, no string) string {
		if is {
			return yes
		}
		return no
	}
	return []engine.Derivation{
		e.line("model", "the model: %s", e.r.Model),
		e.line("discounted", "discounted at %s (%s), the first year %s", strings.Join(each, ", "), rates, pick(e.r.FirstFull, "in full", "too")),
		e.line("attribution", "attribution is %s", pick(e.r.Own, "what this work caused", "what others caused")),
		e.line("drop off", "benefits drop off from the %s year", pick(e.r.DropFirst, "first", "second")),
	}
}

var kindWords = map[machine.BenefitKind]string{
	machine.Cashable: "cashable: a budget falls", machine.Capacity: "capacity: somebody has room again, no budget falls", machine.Social: "social: lives are better, no budget falls",
}

func (e shown) kind(of socialreturn.Result, kind machine.BenefitKind, sum value.Num) engine.Derivation {
	d := e.line("from", "%s: %s", kindWords[kind], e.pounds(sum))
	for i := range of.Benefits {
		if of.Benefits[i].Of.Kind == kind {
			d.From = append(d.From, e.benefit(&of.Benefits[i]))
		}
	}
	return d
}

func (e shown) benefit(w *socialreturn.Worth) engine.Derivation {
	b := w.Of
	at := func(statement string) machine.Ref { return machine.Ref{Block: b.Name, Statement: statement} }
	if !w.Known {
		return engine.Derivation{Says: fmt.Sprintf("%s: %s for %s is not final", b.Name, b.Measure, e.m.YearStart.Label(b.Period)), At: at("quantity")}
	}
	d := engine.Derivation{Says: fmt.Sprintf("%s: %s today", b.Name, e.pounds(w.Present)), At: at("")}
	add := func(statement, format string, args ...any) {
		d.From = append(d.From, engine.Derivation{Says: fmt.Sprintf(format, args...), At: at(statement)})
	}
	from := ""
	if b.Measure != "" {
		from = fmt.Sprintf(" (%s for %s)", b.Measure, e.m.YearStart.Label(b.Period))
	}
	add("quantity", "%s%s, each worth %s (“%s”): %s a year", w.Quantity, from, b.Proxy, b.Source, e.pounds(w.Gross))
	add("deadweight", "less deadweight of %s and displacement of %s, times %s that this work caused: %s", percent(b.Deadweight), percent(b.Displacement), percent(socialreturn.Ours(e.r, b)), e.pounds(w.Impact))
	for _, y := range w.Years {
		add("drop off", "%s: %s, today %s", e.m.YearStart.Label(y.Of), e.pounds(y.Value), e.pounds(y.Present))
	}
	return d
}

func percent(n value.Num) string { return n.Mul(value.Int(100)).String() + "%" }
