package report

import (
	"errors"

	"concordat/engine"
	"concordat/engine/run"
)

// Proclaimed is what putting a bank holiday on record came to in one agreement.
type Proclaimed struct {
	Agreement run.Agreement // as it was before
	Outcome   run.Outcome
	Refused   error // nil where it was recorded
}

// why is a refusal in one sentence.
func (one Proclaimed) why() string {
	var r *engine.Refusal
	if errors.As(one.Refused, &r) {
		return r.Text
	}
	return one.Refused.Error()
}

// Proclaimed lists, agreement by agreement, which days a bank holiday moves, and
// where it was not recorded.
func (p *Page) Proclaimed(ev engine.Proclaimed, all []Proclaimed) {
	if len(all) == 0 {
		p.Line("no agreement has been signed in this store yet")
	}
	recorded := 0
	for _, one := range all {
		name := one.Agreement.Name
		if one.Refused != nil {
			p.Item(0, name+":", "not recorded: %s", one.why())
			continue
		}
		recorded++
		if one.Outcome.Already {
			p.Item(0, name+":", "already recorded as event %d", one.Outcome.Seq)
			continue
		}
		for _, e := range one.Outcome.Entries {
			if dayEnds(e) {
				p.Item(0, name+":", "event %d: %s ends, and with it", e.Seq, e.Event.What().On)
				p.causes(one.Agreement, e)
				continue
			}
			words := caused(under(one.Agreement, e), e.Effects)
			if len(words) == 0 {
				p.Item(0, name+":", "event %d: no day moves", e.Seq)
				continue
			}
			p.Item(0, name+":", "event %d", e.Seq)
			p.causes(one.Agreement, e)
		}
	}
	p.Line("%s, %s: on the record of %d of %d agreements", ev.Day, ev.Name, recorded, len(all))
}

type proclaimedJSON struct {
	SchemaVersion int              `json:"schema_version"`
	Day           string           `json:"day"`
	Name          string           `json:"name"`
	Agreements    []proclaimedLine `json:"agreements"`
}

type proclaimedLine struct {
	Agreement string       `json:"agreement"`
	Refused   string       `json:"refused,omitempty"`
	Outcome   *outcomeJSON `json:"outcome,omitempty"`
}

// ProclaimedJSON is the same for machines.
func ProclaimedJSON(ev engine.Proclaimed, all []Proclaimed) ([]byte, error) {
	out := proclaimedJSON{SchemaVersion: 1, Day: ev.Day.ISO(), Name: ev.Name, Agreements: []proclaimedLine{}}
	for _, one := range all {
		line := proclaimedLine{Agreement: one.Agreement.Name}
		if one.Refused != nil {
			line.Refused = one.why()
		} else {
			of := outcomeOf(one.Agreement, one.Outcome)
			line.Outcome = &of
		}
		out.Agreements = append(out.Agreements, line)
	}
	return Indent(out)
}
