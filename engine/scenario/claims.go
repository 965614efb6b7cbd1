package scenario

import (
	"fmt"
	"strconv"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/sums/ratecard"
)

// What a claim can meet beside the bands of its price.
const (
	metDeadweight = "deadweight"
	metExcluded   = "exclusive"
	metPersonCap  = "cap a person"
	metTotalCap   = "cap in total"
)

// noteClaims looks at what the claims that a ratecard has settled have met.
func (r reached) noteClaims(m *machine.Machine, s engine.State, block string) {
	rc := m.Ratecard(block)
	if rc == nil {
		return
	}
	claims := engine.Claims(m, s, rc)
	for i := range claims {
		claims[i].Was = nil // how it was reckoned is asked, not what stands
	}
	for i, paid := range ratecard.Pay(m, rc, claims) {
		took, of := paid.Took, claims[i].Price
		if took.Band >= 0 {
			r.add(claimed, of, "band "+strconv.Itoa(took.Band))
		}
		for _, met := range []struct {
			on        bool
			of, which string
		}{{took.Deadweight, of, metDeadweight}, {took.Excluded, block, metExcluded}, {took.PersonCap, block, metPersonCap}, {took.TotalCap, block, metTotalCap}} {
			if met.on {
				r.add(claimed, met.of, met.which)
			}
		}
	}
}

// ratecards: every band of a price fills up, and every cap binds at least once.
func (l *lister) ratecards() {
	for i := range l.c.m.Ratecards {
		rc := &l.c.m.Ratecards[i]
		for j := range rc.Prices {
			l.price(&rc.Prices[j])
		}
		if len(rc.Exclusive) > 0 {
			l.item(Bands, machine.Ref{Block: rc.Name, Statement: "exclusive"}, mark{claimed, rc.Name, metExcluded}, rc.Name+", one outcome leaves less of another",
				"in no scenario is a person claimed for two outcomes of which one is paid")
		}
		at := machine.Ref{Block: rc.Name, Statement: "cap"}
		if rc.PersonCap != nil {
			l.item(Bands, at, mark{claimed, rc.Name, metPersonCap}, rc.Name+", the cap a person binds", "in no scenario does the cap a person leave less of a claim")
		}
		if rc.TotalCap != nil {
			l.item(Bands, at, mark{claimed, rc.Name, metTotalCap}, rc.Name+", the cap in total binds", "in no scenario does the cap in total leave less of a claim")
		}
	}
}

func (l *lister) price(p *machine.Price) {
	filled := 0
	for i, b := range p.Bands {
		what, why := "a claim is paid", fmt.Sprintf("in no scenario is `%s` paid", p.Name)
		switch {
		case len(p.Bands) == 1:
		case b.People > 0:
			what = fmt.Sprintf("a claim from number %d to %d", filled+1, filled+b.People)
			why = fmt.Sprintf("in no scenario is a claim for `%s` number %d to %d", p.Name, filled+1, filled+b.People)
		default:
			what = fmt.Sprintf("a claim after the first %d", filled)
			why = fmt.Sprintf("in no scenario are there more than %d claims for `%s`", filled, p.Name)
		}
		filled += b.People
		l.item(Bands, machine.Ref{Block: p.Name, Statement: "pays"}, mark{claimed, p.Name, "band " + strconv.Itoa(i)}, p.Name+", "+what, why)
	}
	if p.Deadweight != nil {
		l.item(Bands, machine.Ref{Block: p.Name, Statement: "deadweight"}, mark{claimed, p.Name, metDeadweight}, p.Name+", deadweight",
			fmt.Sprintf("in no scenario is deadweight taken off `%s`", p.Name))
	}
}
