package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// dispute adds the chart of a dispute: one level after the other hears it, each
// for its time, and what follows when the last has not settled it.
func (l *lives) dispute(d *settled.Dispute) {
	c := newLife(machine.KindDispute, &d.Head)
	c.Survives = l.survives(d.Name)
	levels := levelStates(d)
	if len(levels) == 0 { // who hears it is still to be agreed
		c.state("raised")
		l.add(c)
		return
	}
	meanwhile := d.Said("meanwhile")
	var hold, release []machine.Action
	if block := settled.NameOf(d.PaysNone); block != "" {
		hold = []machine.Action{does(machine.PayNone, block, meanwhile)}
		release = []machine.Action{does(machine.Release, block, meanwhile)}
	}
	for i, v := range d.Levels {
		c.waits(levels[i], who(v.By))
	}
	c.end("settled")
	if !d.Levels[len(d.Levels)-1].Waits {
		c.end(lapsed)
	}
	c.act("raise", machine.OnRaise, machine.Who{Any: true}, from(), levels[0], settled.Said{Ref: d.Ref(""), Text: d.Title}, hold...)
	for i, v := range d.Levels {
		c.act(numbered("settle", i), machine.OnSettle, who(v.By), from(levels[i]), stays, v.Said)
	}
	c.on("settled", machine.OnDecided, levels, "settled", d.Levels[0].Said, release...)
	last := len(levels) - 1
	for i, v := range d.Levels {
		if v.Waits {
			continue
		}
		at := within(v.Within)
		if i < last {
			c.day(numbered("limit", i), at, from(levels[i]), levels[i+1], v.Said)
			continue
		}
		c.day(numbered("limit", i), at, from(levels[i]), lapsed, d.Otherwise.Said, append(actions(&d.Otherwise), release...)...)
	}
	l.add(c)
}

// levelStates names the state at each level: "with leadership". The machine's
// levels carry the same names.
func levelStates(d *settled.Dispute) []string {
	states := make([]string, len(d.Levels))
	for i, v := range d.Levels {
		states[i] = "with " + whoWords(v.By)
	}
	return states
}
