package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// Charts of a ratecard that carry these after its name.
const (
	claimPart    = "/claim"
	clawbackPart = "/clawback"
)

// claims adds the life of one person's outcome: claimed, verified or not,
// settled, paid, and for a while open to be overturned.
func (l *lives) claims(r *settled.Ratecard) {
	c := newLife(machine.KindClaim, &r.Head)
	c.ID += claimPart
	c.Survives = l.survives(r.Name)
	claimant, verifier := machine.Who{Parties: partyNames(r.To)}, who(r.Verifier)
	claimed, verified, silence, clawback := r.Said("claimed"), r.Said("verified"), r.Said("silence"), r.Said("clawback")
	count := does(machine.CountClaim, "", verified)
	c.waits("claimed", verifier)
	c.state("verified", "payable")
	c.end("rejected", "lapsed", "overturned", "fallen away")
	c.act("claim again", machine.OnClaim, claimant, from("rejected", "lapsed"), "claimed", claimed)
	c.act("verify", machine.OnVerify, verifier, from("claimed"), "verified", verified, count)
	c.act("reject", machine.OnReject, verifier, from("claimed"), "rejected", verified)
	if r.SilenceVerifies {
		c.day("silence", within(r.VerifyIn), from("claimed"), "verified", silence, count)
	} else {
		c.day("silence", within(r.VerifyIn), from("claimed"), "lapsed", silence)
	}
	c.on("settled", machine.OnReady, from("verified"), "payable", r.Said("every"))
	c.on("settled at nothing", machine.OnMoot, from("verified"), "unpaid", r.Said("every"))
	if r.Clawback == "" {
		c.end("paid", "unpaid")
		c.act("overturn", machine.OnOverturn, verifier, from("verified"), "overturned", clawback)
		c.on("paid", machine.OnPaid, from("payable"), "paid", r.Paid.Said)
	} else {
		back := does(machine.ClawBack, "", clawback)
		c.state("paid", "unpaid")
		c.end("clawed back", "closed")
		c.on("paid", machine.OnPaid, from("payable"), "paid", r.Paid.Said)
		c.act("overturn", machine.OnOverturn, verifier, from("verified"), "overturned", clawback)
		c.act("overturn unpaid", machine.OnOverturn, verifier, from("unpaid"), "overturned", clawback, back)
		c.act("claw back", machine.OnOverturn, verifier, from("payable", "paid"), "clawed back", clawback, back)
		c.day("close", within(r.Overturned), from("paid", "unpaid"), "closed", clawback)
	}
	c.on("ended", machine.OnEnded, from("claimed"), "fallen away", l.lasting())
	l.add(c)
}

// statements adds the settlement of each period's claims.
func (l *lives) statements(r *settled.Ratecard) {
	c := newLife(machine.KindSettlement, &r.Head)
	c.Every, c.Survives = r.Every, l.survives(r.Name)
	every := r.Said("every")
	c.state("awaiting claims")
	c.end("settled", "fallen away")
	c.day("settle", onDay(machine.AnchorPeriodEnd), from("awaiting claims"), "settled", every,
		does(machine.SettleClaims, "", every), does(machine.Pay, r.Name, r.Paid.Said))
	if !c.Survives {
		c.on("ended", machine.OnEnded, from("awaiting claims"), "fallen away", l.lasting())
	}
	l.add(c)
}

// claimsPaid adds the payments of a ratecard, and those that come back.
func (l *lives) claimsPaid(r *settled.Ratecard) {
	c := newLife(machine.KindPayment, &r.Head)
	c.ID += paymentPart
	c.Every = r.Every
	at := within(r.Paid)
	at.Anchor = machine.AnchorPeriodEnd
	l.payment(c, r.Name, at, r.Paid.Said)
	for i := range c.Moves {
		if c.Moves[i].ID == "pay" {
			c.Moves[i].Do = append(c.Moves[i].Do, does(machine.ClaimsPaid, "", r.Paid.Said))
		}
	}
	l.add(c)
	if r.Clawback == "" {
		return
	}
	back := newLife(machine.KindPayment, &r.Head)
	back.ID += clawbackPart
	l.payment(back, r.Name, within(r.Repaid), r.Said("clawback"))
	l.add(back)
}

func partyNames(s settled.Side) []string {
	var out []string
	for _, p := range s.Parties() {
		out = append(out, settled.NameOf(p))
	}
	return out
}
