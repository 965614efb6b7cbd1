package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/value"
)

func held(m *machine.Machine, a *settled.Agreement) {
	for _, f := range a.Held {
		m.Held = append(m.Held, fund(f))
	}
}

func fund(f *settled.Fund) machine.Fund {
	out := machine.Fund{
		Name: f.Name, Title: f.Title, Pooled: f.Keyword == "fund", Holder: settled.NameOf(f.Holder), Approved: whoName(f.Approved), Against: settled.NameOf(f.Against),
		Under: fundTiers(f.Under), Over: fundTiers(f.Over), LeftOver: f.LeftOver.Name(), PartYear: f.PartYear,
		Confirmed: settled.NameOf(f.Confirmed), Corrected: f.Corrected,
	}
	for _, x := range f.PaidIn {
		out.PaidIn = append(out.PaidIn, x.Name)
	}
	for _, x := range f.SpentOn {
		out.SpentOn = append(out.SpentOn, x.Name)
	}
	for _, s := range f.Own {
		out.Own = append(out.Own, machine.PeriodSum{Period: s.Period, Sum: s.Sum})
	}
	if f.Reserve != nil {
		out.Reserve = &machine.Reserve{Sum: *f.Reserve, Short: f.Short.Name()}
	}
	return out
}

func fundTiers(of []settled.FundTier) []machine.FundTier {
	var out []machine.FundTier
	for _, t := range of {
		out = append(out, machine.FundTier{Reach: t.Reach, Takes: t.Takes, Who: t.Who.Name(), Words: t.Text})
	}
	return out
}

// reconciliation adds the chart of a fund's year: calculated when what was spent
// is final and the year before is settled, confirmed by decision.
func (l *lives) reconciliation(f *settled.Fund) {
	c := newLife(machine.KindSettlement, &f.Head)
	c.Every, c.Survives = value.Year, l.survives(f.Name)
	reconciled, confirmed, corrected := f.Said("reconciled"), f.Said("confirmed"), f.Said("corrected")
	calculate := does(machine.Calculate, "", reconciled)
	c.state("awaiting figures", "calculated", "confirmed")
	c.end("fallen away", "closed")
	c.on("calculate", machine.OnReady, from("awaiting figures"), "calculated", reconciled,
		calculate, does(machine.Open, settled.NameOf(f.Confirmed), confirmed))
	c.on("pay", machine.OnDecided, from("calculated"), "confirmed", confirmed, does(machine.Pay, f.Name, confirmed))
	c.on("restated", machine.OnRestated, from("calculated"), stays, corrected, calculate)
	c.on("corrected", machine.OnRestated, from("confirmed"), stays, corrected, does(machine.PostDifference, "", corrected))
	c.on("ended", machine.OnEnded, from("awaiting figures"), "fallen away", l.lasting())
	if !f.PartYear {
		c.on("part year", machine.OnMoot, from("awaiting figures"), "closed", f.Said("part year"))
	}
	l.add(c)
}

// fundPaid adds the chart of what a fund's year pays.
func (l *lives) fundPaid(f *settled.Fund) {
	c := newLife(machine.KindPayment, &f.Head)
	c.ID += paymentPart
	at := within(f.Paid)
	at.Anchor = machine.AnchorDecision
	l.payment(c, f.Name, at, f.Said("paid"))
	l.add(c)
}
