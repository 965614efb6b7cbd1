package carry

import (
	"fmt"
	"slices"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/sums"
	"concordat/engine/value"
)

// passed finds the sums of the new text that a change does not reach: what is over
// keeps what it was paid, and what nobody was asked to pay by then is not paid.
// Nobody is meant to learn that from the ledger.
func (c *carrier) passed(after engine.State) {
	if !running(after) {
		return // all of it is still to come
	}
	for i := range c.new.Fundings {
		f := &c.new.Fundings[i]
		was := c.fundingBefore(f.Name)
		for _, p := range c.new.Periods(f.Every) {
			sum, _, _, parts := sums.Instalment(c.new, f, p)
			key := engine.Key{Chart: f.Name, Of: p.String()}
			switch t := after.Find(key); {
			case parts == 0 || sum == 0:
			case t == nil && c.before[key] == nil && c.new.LastDay(p) < c.open() && c.sumOf(was, p) != sum:
				c.notReached(key, machine.KindPayment, "never asked for", 0, sum, "its period is over, so nothing is paid for it")
			case t != nil && t.Payment != nil && t.Payment.Paid.IsSet():
				c.paidOtherwise(t, c.sumOf(was, p), sum)
			}
		}
	}
	for i := range c.new.Tranches {
		x := &c.new.Tranches[i]
		known := slices.ContainsFunc(c.old.Tranches, func(o machine.Tranche) bool { return cmpName(c.names, o.Name) == x.Name })
		if step := doneStep(after, x.Step); step != nil && none(after, x.Name) && !known {
			c.notReached(engine.Key{Chart: x.Name}, machine.KindPayment, "never asked for", 0, x.Sum, fmt.Sprintf("%s was done on %s, so nothing is paid for it", x.Step, step.Since))
		}
	}
}

// fundingBefore is a funding as the old text has it; nil where it has none. What
// that text did not reach either was settled when it was adopted.
func (c *carrier) fundingBefore(name string) *machine.Funding {
	at := slices.IndexFunc(c.old.Fundings, func(o machine.Funding) bool { return cmpName(c.names, o.Name) == name })
	if at < 0 {
		return nil
	}
	return &c.old.Fundings[at]
}

// sumOf is an instalment by the old text, in pence; without a funding £0.
func (c *carrier) sumOf(f *machine.Funding, p value.Period) value.Money {
	if f == nil {
		return 0
	}
	sum, _, _, _ := sums.Instalment(c.old, f, p)
	return sum
}

// running reports whether the term's periods have come to life.
func running(s engine.State) bool {
	for t := range s.All() {
		if !t.Period.IsZero() {
			return true
		}
	}
	return false
}

func doneStep(s engine.State, step string) *engine.Thing {
	for t := range s.Of(step) {
		if t.State == "done" {
			return t
		}
	}
	return nil
}

func none(s engine.State, chart string) bool {
	for range s.Of(chart) {
		return false
	}
	return true
}

// paidOtherwise notes an instalment that has been paid and that the new text gives
// another sum than the old one.
func (c *carrier) paidOtherwise(t *engine.Thing, was, now value.Money) {
	if was == now {
		return
	}
	var paid value.Money
	for _, l := range t.Payment.Lines {
		paid += l.Sum
	}
	c.notReached(t.Key, machine.KindPayment, t.State, paid, now, fmt.Sprintf("it was paid on %s and stays as it is", t.Payment.Paid))
}

func (c *carrier) notReached(key engine.Key, kind machine.Kind, state string, was, now value.Money, why string) {
	c.things = append(c.things, Passage{Key: key, Now: key, Kind: kind, State: state, Fate: Past, Was: value.NoDate, Day: value.NoDate, Why: why, Sum: &Sum{Was: was, Now: now}})
}

// open is the first day that is still open.
func (c *carrier) open() value.Date {
	if c.was.Closed.IsSet() {
		return max(c.on, c.was.Closed.AddDays(1))
	}
	return c.on
}
