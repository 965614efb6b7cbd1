package report

import (
	"fmt"
	"strconv"

	"concordat/engine/run"
)

// Outcome says what an act was recorded as and what it caused; next is the
// command to try now, and may be empty.
func (p *Page) Outcome(a run.Agreement, o run.Outcome, next string) {
	if o.Already {
		p.Line("already recorded as event %d", o.Seq)
		return
	}
	for _, e := range o.Entries {
		switch {
		case e.Event == nil:
			p.Line("event %d: %s", e.Seq, said(a, e))
			continue
		case dayEnds(e):
			p.Line("event %d: %s ends, and with it", e.Seq, e.Event.What().On)
		default:
			p.Item(0, fmt.Sprintf("event %d:", e.Seq), "%s, on %s", said(a, e), e.Event.What().On)
		}
		p.causes(a, e)
	}
	if next != "" {
		p.Line("next: %s", next)
	}
}

func (p *Page) causes(a run.Agreement, e run.Entry) {
	for _, words := range caused(under(a, e), e.Effects) {
		p.Item(4, "  →", "%s", words)
	}
}

type outcomeJSON struct {
	SchemaVersion int         `json:"schema_version"`
	Agreement     string      `json:"agreement"`
	Event         uint64      `json:"event"`
	Already       bool        `json:"already_recorded,omitempty"`
	Events        []entryJSON `json:"events,omitempty"`
}

// OutcomeJSON is the same for machines.
func OutcomeJSON(a run.Agreement, o run.Outcome) ([]byte, error) { return Indent(outcomeOf(a, o)) }

func outcomeOf(a run.Agreement, o run.Outcome) outcomeJSON {
	out := outcomeJSON{SchemaVersion: 1, Agreement: o.Agreement, Event: o.Seq, Already: o.Already}
	for _, e := range o.Entries {
		out.Events = append(out.Events, entryOf(a, e))
	}
	return out
}

func number(n uint64) string { return strconv.FormatUint(n, 10) }

// ran says one outcome of running to a day: one line a day and agreement, and what it caused.
func (p *Page) ran(a run.Agreement, o run.Outcome) {
	for _, e := range o.Entries {
		p.Line("%s  %s, event %d", e.Event.What().On, o.Agreement, e.Seq)
		if !dayEnds(e) {
			p.Item(4, "  →", "%s", said(a, e))
		}
		p.causes(a, e)
	}
}

// Ran says what fell due while running to a day. Agreements are looked up by name.
func (p *Page) Ran(r run.Ran, find func(string) run.Agreement) {
	for _, o := range r.Outcomes {
		p.ran(find(o.Agreement), o)
	}
}

type ranJSON struct {
	SchemaVersion int           `json:"schema_version"`
	To            string        `json:"to"`
	Outcomes      []outcomeJSON `json:"outcomes"`
	Aside         []asideJSON   `json:"set_aside,omitempty"`
}

type asideJSON struct {
	Agreement string `json:"agreement"`
	On        string `json:"on"`
	Why       string `json:"why"`
}

// RanJSON is the same for machines; to is the day, in ISO form.
func RanJSON(to string, r run.Ran, find func(string) run.Agreement) ([]byte, error) {
	out := ranJSON{SchemaVersion: 1, To: to, Outcomes: []outcomeJSON{}}
	for _, o := range r.Outcomes {
		line := outcomeJSON{SchemaVersion: 1, Agreement: o.Agreement, Event: o.Seq}
		for _, e := range o.Entries {
			line.Events = append(line.Events, entryOf(find(o.Agreement), e))
		}
		out.Outcomes = append(out.Outcomes, line)
	}
	for _, s := range r.Aside {
		out.Aside = append(out.Aside, asideJSON{Agreement: s.Agreement, On: s.On.ISO(), Why: s.Err.Error()})
	}
	return Indent(out)
}
