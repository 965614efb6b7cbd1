package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// agreementID is the name of the agreement's own chart and block in reasons.
const agreementID = "agreement"

// agreement adds the agreement's own chart, the last.
func (l *lives) agreement() {
	c := newLife(machine.KindAgreement, &l.a.Head)
	c.ID, c.Block = agreementID, agreementID
	every := machine.Who{Every: true}
	begins, term := l.said("begins"), l.said("term")
	whole := settled.Said{Ref: machine.Ref{Block: agreementID}, Text: l.a.Title}
	running := from("in force")
	c.waits("draft", every)
	c.state("agreed", "in force")
	c.act("sign", machine.OnSign, every, from("draft"), stays, whole)
	c.on("signed", machine.OnSigned, from("draft"), "agreed", whole)
	first := onDay(machine.AnchorTermStart)
	first.Morning = true // the first day itself is in force
	before := from("agreed")
	if l.a.Shadow != nil {
		shadow := onDay(machine.AnchorShadow)
		shadow.Morning = true
		c.state("in shadow")
		c.day("practise", shadow, before, "in shadow", l.said("shadow"), does(machine.Practise, "", l.said("shadow")))
		before = from("agreed", "in shadow")
	}
	c.day("begin", first, before, "in force", begins, does(machine.Begin, "", begins))
	if len(l.a.Notices) > 0 {
		running = from("in force", "in notice")
		c.state("in notice")
		c.on("notice", machine.OnGiven, from("in force"), "in notice", l.a.Notices[0].Said("given"))
	}
	c.day("end", onDay(machine.AnchorTermEnd), running, "ended", term)
	if l.a.Shadow != nil {
		running = append(running, "in shadow")
	}
	c.on("end early", machine.OnEnded, running, "ended", term)
	c.end("ended")
	l.add(c)
}
