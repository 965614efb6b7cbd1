package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"iter"
	"slices"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/scenario"
)

// said is an entry in words; the first is the text itself.
func said(a run.Agreement, e run.Entry) string {
	if g := e.Registered; g != nil {
		return g.Party + " registers the key " + g.Key.Fingerprint()
	}
	if v := e.Revoked; v != nil {
		words := fmt.Sprintf("%s takes the key %s back from %s on, because %q", v.Party, v.Key.Fingerprint(), v.On, v.Because)
		if e.Signature == "" {
			words += ", on the word of whoever keeps the store"
		}
		return words
	}
	if e.Event == nil {
		return "the text is laid before the parties: " + cmp.Or(e.Path, a.Path) + ", fingerprint " + under(a, e).Fingerprint()[:12]
	}
	return scenario.Said(under(a, e), e.Event)
}

// under is the machine by which an entry happened: an agreement's text may have
// been changed since.
func under(a run.Agreement, e run.Entry) *machine.Machine { return cmp.Or(e.Machine, a.Machine) }

// caused is what effects come to in words, those that a reader cannot see left out.
func caused(m *machine.Machine, effects []engine.Effect) []string {
	var out []string
	for i, ef := range effects {
		if words := scenario.Caused(m, ef); words != "" && !toldAgain(ef, effects[i+1:]) {
			out = append(out, words+" ("+short(m, scenario.SaysOf(ef))+")")
		}
	}
	return out
}

// toldAgain reports whether a move is told again, and better, by a later effect:
// a figure's value, a sum that was paid.
func toldAgain(ef engine.Effect, later []engine.Effect) bool {
	mv, ok := ef.(engine.Moved)
	if !ok {
		return false
	}
	return slices.ContainsFunc(later, func(ef engine.Effect) bool {
		switch e := ef.(type) {
		case engine.Valued:
			return (mv.To == "final" || mv.To == "determined") && mv.Key == engine.Key{Chart: e.Measure, Of: e.Period.String()}
		case engine.Paid:
			return mv.To == "paid" && mv.Key == e.Key
		}
		return false
	})
}

// Log is the numbered record in words, each event with what it caused.
func (p *Page) Log(a run.Agreement, entries iter.Seq2[run.Entry, error]) error {
	p.Head("%s", Title(a))
	for e, err := range entries {
		if err != nil {
			return err
		}
		p.entry(a, e)
	}
	return nil
}

func (p *Page) entry(a run.Agreement, e run.Entry) {
	on := ""
	if e.Event != nil {
		on = e.Event.What().On.String()
	}
	p.Item(25, fmt.Sprintf("%4d  %-17s", e.Seq, on), "%s", said(a, e))
	for _, words := range caused(under(a, e), e.Effects) {
		p.Item(25, "                      →", "%s", words)
	}
}

type logJSON struct {
	SchemaVersion int         `json:"schema_version"`
	Agreement     string      `json:"agreement"`
	Fingerprint   string      `json:"fingerprint"`
	Events        []entryJSON `json:"events"`
}

type entryJSON struct {
	Event    uint64       `json:"event"`
	On       string       `json:"on,omitempty"`
	Recorded string       `json:"recorded"`
	By       string       `json:"by,omitempty"`
	As       string       `json:"as,omitempty"`
	Kind     string       `json:"kind"`
	Key      string       `json:"key,omitempty"`
	Words    string       `json:"words"`
	Details  any          `json:"details,omitempty"`
	Caused   []effectJSON `json:"caused,omitempty"`

	Signature string `json:"signature,omitempty"`
}

type effectJSON struct {
	Words string `json:"words"`
	place
}

// LogJSON is the same for machines.
func LogJSON(a run.Agreement, entries iter.Seq2[run.Entry, error]) ([]byte, error) {
	out := logJSON{SchemaVersion: 1, Agreement: a.Name, Fingerprint: a.Fingerprint}
	for e, err := range entries {
		if err != nil {
			return nil, err
		}
		out.Events = append(out.Events, entryOf(a, e))
	}
	return Indent(out)
}

func entryOf(a run.Agreement, e run.Entry) entryJSON {
	out := entryJSON{Event: e.Seq, Recorded: e.Recorded.Format(stamp), Kind: "text", Key: e.Key, Words: said(a, e)}
	out.Signature = e.Signature
	if g := e.Registered; g != nil {
		out.By, out.Kind, out.Details = g.Party, "key", g
	}
	if v := e.Revoked; v != nil {
		out.By, out.Kind, out.Details = v.Party, "key taken back", v
	}
	if e.Event != nil {
		act := e.Event.What()
		out.On, out.By, out.As, out.Kind, out.Details = act.On.ISO(), act.By, act.As, run.KindOf(e.Event), e.Event
	}
	m := under(a, e)
	for _, ef := range e.Effects {
		if words := scenario.Caused(m, ef); words != "" {
			out.Caused = append(out.Caused, effectJSON{Words: words, place: placeOf(m, scenario.SaysOf(ef))})
		}
	}
	return out
}

const stamp = "2006-01-02T15:04:05Z07:00"

// Indent is a value as JSON that people can read as well.
func Indent(v any) ([]byte, error) {
	out, err := json.MarshalIndent(v, "", "  ")
	return append(out, '\n'), err
}
