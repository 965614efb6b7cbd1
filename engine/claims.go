package engine

import (
	"cmp"
	"fmt"
	"slices"

	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/refusal"
	"concordat/engine/sums"
	"concordat/engine/sums/ratecard"
	"concordat/engine/value"
)

const claimVerified = "verified"

// claimed takes a claim for an outcome of one person.
func (w *work) claimed(e Claimed) error {
	rc, p := w.M.Price(e.Outcome)
	if p == nil {
		return refusal.NoPrice(w.M, e.Outcome)
	}
	at := w.M.Chart(rc.Name + known.ClaimPart)
	if err := w.mayClaim(&w.M.Charts[at], e.By, machine.OnClaim, "claim "+p.Name); err != nil {
		return err
	}
	if why := ratecard.Pseudonym(rc.People, e.Person); why != "" {
		return refusal.NoPseudonym(rc, why)
	}
	key := Key{Chart: rc.Name + known.ClaimPart, Of: e.Outcome + " " + e.Person}
	t := w.Find(key)
	if t != nil && w.MoveOn(t, machine.OnClaim) == nil {
		return refusal.ClaimedAlready(p, t)
	}
	if err := w.checkClaim(rc, p, e); err != nil {
		return err
	}
	if t == nil {
		t = w.create(at, key, value.Period{}, Key{})
		w.effects = append(w.effects, Moved{Key: key, Move: "claim", To: t.State, On: w.today, Says: machine.Ref{Block: rc.Name, Statement: "claimed"}})
	} else {
		t = w.Edit(key)
		w.make(t, w.MoveOn(t, machine.OnClaim), nil)
	}
	t.Claim = &Claim{Outcome: e.Outcome, Person: e.Person, Reached: e.Reached, Evidence: e.Evidence}
	w.note(t, machine.AnchorReceipt, w.today)
	w.schedule(t)
	return nil
}

func (w *work) mayClaim(c *machine.Chart, by string, on machine.Trigger, act string) error {
	if may := known.WhoMay(c, on); may != nil && !w.Among(by, nil, *may) {
		return w.notYours(by, known.SaysFor(c, on), act, *may)
	}
	return w.inForce(machine.Ref{Block: c.Block, Statement: known.SaysFor(c, on).Statement})
}

// checkClaim holds a claim against the days, the evidence and the outcomes that come before it.
func (w *work) checkClaim(rc *machine.Ratecard, p *machine.Price, e Claimed) error {
	end := w.End()
	switch last, _ := w.Days().After(e.Reached, rc.Window); {
	case e.Reached > w.today:
		return refusal.NotReachedYet(p, e.Reached, w.today)
	case e.Reached < w.M.First || e.Reached > end:
		return refusal.ReachedOutside(p, e.Reached, w.M.First, end)
	case w.today > last:
		return refusal.ClaimTooLate(rc, p, e.Reached, last)
	case len(e.Evidence) == 0:
		return refusal.NoClaimEvidence(p)
	case rc.Attached != "" && rc.Attached != p.Name && w.Standing(rc, rc.Attached, e.Person) == nil:
		return refusal.NotAttached(rc, e.Person)
	case p.Spell == nil:
		return nil
	}
	began := w.Standing(rc, p.Spell.After, e.Person)
	if began == nil {
		return refusal.SpellNotBegun(p, e.Person)
	}
	if last, _ := w.Days().After(began.Claim.Reached, p.Spell.Least); e.Reached < last {
		return refusal.SpellTooShort(p, began.Claim.Reached, e.Reached, last)
	}
	return nil
}

// answerClaim verifies, rejects or overturns a claim.
func (w *work) answerClaim(act Act, outcome, person string, on machine.Trigger, because string) error {
	rc, p := w.M.Price(outcome)
	if p == nil {
		return refusal.NoPrice(w.M, outcome)
	}
	c := &w.M.Charts[w.M.Chart(rc.Name+known.ClaimPart)]
	if err := w.mayClaim(c, act.By, on, string(on)+" "+outcome); err != nil {
		return err
	}
	t := w.Find(Key{Chart: c.ID, Of: outcome + " " + person})
	if t == nil {
		return refusal.NoClaim(rc, outcome, person)
	}
	mv := w.MoveOn(t, on)
	switch {
	case mv == nil:
		return refusal.ClaimNotNow(c, t, string(on))
	case on == machine.OnVerify:
		if err := w.restsOn(rc, p, person); err != nil {
			return err
		}
	case because == "":
		return refusal.SayWhy(string(on), mv.Says)
	}
	t = w.Edit(t.Key)
	claim := *t.Claim
	claim.Because = because
	t.Claim = &claim
	w.make(t, mv, nil)
	return nil
}

// restsOn refuses to verify an outcome before those that must come first.
func (w *work) restsOn(rc *machine.Ratecard, p *machine.Price, person string) error {
	for _, first := range []struct{ outcome, block, statement string }{{rc.Attached, rc.Name, "attached"}, {known.SpellAfter(p), p.Name, "spell"}} {
		if first.outcome == "" || first.outcome == p.Name {
			continue
		}
		if t := w.Standing(rc, first.outcome, person); t == nil || t.Claim.Nth == 0 {
			return refusal.FirstVerify(machine.Ref{Block: first.block, Statement: first.statement}, p.Name, first.outcome, person)
		}
	}
	return nil
}

// countClaim gives a claim that is now verified its place, and the period in which it is settled.
func (w *work) countClaim(t *Thing) {
	c := *t.Claim
	c.Nth = 1
	for other := range w.Of(t.Key.Chart) {
		c.Nth = max(c.Nth, other.Claim.Nth+1)
	}
	t.Claim = &c
	w.note(t, machine.AnchorVerified, w.today)
	block := w.ChartOf(t).Block
	t.Period = w.M.YearStart.Of(w.M.Ratecard(block).Every, w.today)
	if key := (Key{Chart: block, Of: t.Period.String()}); w.Find(key) == nil {
		w.create(w.M.Chart(block), key, t.Period, Key{}) // a period after the term
	}
}

// settleClaims works out what the claims of a period pay.
func (w *work) settleClaims(t *Thing) {
	rc := w.M.Ratecard(t.Key.Chart)
	things, claims := w.Counted(rc, false)
	says := machine.Ref{Block: rc.Name, Statement: "every"}
	var out Settlement
	n := 0
	for i, paid := range ratecard.Pay(w.M, rc, claims) {
		if things[i].State != claimVerified || things[i].Period != t.Period {
			continue
		}
		c := *things[i].Claim
		c.Sum, c.Why = &paid.Sum, known.ClaimWhy(&c, paid)
		w.Edit(things[i].Key).Claim = &c
		out.Because.From = append(out.Because.From, c.Why)
		out.Sum += paid.Sum
		n++
		on := machine.OnReady
		if paid.Sum == 0 {
			on = machine.OnMoot
			w.note(w.Edit(things[i].Key), machine.AnchorPayment, w.today) // there is nothing to wait for
		}
		w.signal(things[i].Key, on, t.Key, nil)
	}
	out.Raw, out.Lines = out.Sum, sums.Matrix(w.M, out.Sum, rc.From, rc.To)
	out.Because.Says, out.Because.At = fmt.Sprintf("%s for %s pays %s for %d verified claim(s)", rc.Name, w.M.YearStart.Label(t.Period), out.Sum, n), says
	t.Settlement = &out
	w.effects = append(w.effects, Scored{Key: t.Key, Settlement: out, Says: says})
}

// claimsPaid tells the claims of a period that their money has moved.
func (w *work) claimsPaid(payment *Thing) {
	for _, t := range slices.Collect(w.Of(w.ChartOf(payment).Block + known.ClaimPart)) {
		if t.Period == payment.Period && t.State == "payable" {
			w.note(w.Edit(t.Key), machine.AnchorPayment, w.today)
			w.signal(t.Key, machine.OnPaid, payment.Key, nil)
		}
	}
}

// clawBack makes what comes back for an overturned claim payable: its own sum, or
// what the claims that stand pay less without it.
func (w *work) clawBack(t *Thing, says machine.Ref) {
	rc := w.M.Ratecard(w.ChartOf(t).Block)
	back := *t.Claim.Sum
	why := Derivation{Says: fmt.Sprintf("%s for %s was overturned: what it was paid, %s, is paid back", t.Claim.Outcome, t.Claim.Person, back), At: says, From: []Derivation{t.Claim.Why}}
	if rc.Clawback == machine.LastInFirstOut {
		_, without := w.Counted(rc, true)
		at, _ := slices.BinarySearchFunc(without, t.Claim.Nth, func(c ratecard.Claim, nth int) int { return cmp.Compare(w.Nth(rc, c), nth) })
		with := slices.Insert(slices.Clone(without), at, ratecard.Claim{Price: t.Claim.Outcome, Person: t.Claim.Person, Reached: t.Claim.Reached, Counted: t.Day(machine.AnchorVerified)})
		before, after := ratecard.Total(ratecard.Pay(w.M, rc, with)), ratecard.Total(ratecard.Pay(w.M, rc, without))
		back = max(0, before-after)
		why.Says = fmt.Sprintf("%s for %s was overturned: the claims that have been settled come to %s with it and %s without it, so %s is paid back", t.Claim.Outcome, t.Claim.Person, before, after, back)
	}
	if back == 0 {
		return
	}
	chart := rc.Name + known.ClawbackPart
	p := w.create(w.M.Chart(chart), Key{Chart: chart, Of: t.Key.Of}, t.Period, t.Key)
	w.note(p, machine.AnchorOverturn, w.today)
	p.Payment = &Payment{Lines: sums.Matrix(w.M, back, rc.To, rc.From), Says: says, Because: why, Due: value.NoDate, Paid: value.NoDate}
	w.setDue(p)
	w.effects = append(w.effects, Owed{Key: p.Key, Due: p.Payment.Due, Lines: p.Payment.Lines, Says: says})
}
