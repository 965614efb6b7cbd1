package report

import (
	"fmt"

	"concordat/engine/run"
	"concordat/engine/value"
)

// List is every agreement of the store, a line each.
func (p *Page) List(agreements []run.Agreement) {
	if len(agreements) == 0 {
		p.Line("no agreement has been signed in this store yet")
		return
	}
	t := Table{Head: []string{"agreement", "state", "ends", "events", "next due", "title"}, Right: map[int]bool{3: true}}
	for _, a := range agreements {
		t.Row(a.Name, state(a), a.Machine.Last.String(), number(a.Seq), nextDue(a), a.Machine.Title)
	}
	p.Table(t)
}

func nextDue(a run.Agreement) string {
	if wake := a.State.Wake(); wake.IsSet() {
		return wake.String()
	}
	return "nothing"
}

type listJSON struct {
	SchemaVersion int        `json:"schema_version"`
	Agreements    []listLine `json:"agreements"`
}

type listLine struct {
	Agreement   string     `json:"agreement"`
	Title       string     `json:"title"`
	State       string     `json:"state"`
	Fingerprint string     `json:"fingerprint"`
	First       value.Date `json:"first_day"`
	Last        value.Date `json:"last_day"`
	Events      uint64     `json:"events"`
	Next        value.Date `json:"next_due,omitempty"`
}

// ListJSON is the same for machines.
func ListJSON(agreements []run.Agreement) ([]byte, error) {
	out := listJSON{SchemaVersion: 1, Agreements: []listLine{}}
	for _, a := range agreements {
		out.Agreements = append(out.Agreements, listLine{Agreement: a.Name, Title: a.Machine.Title, State: state(a), Fingerprint: a.Fingerprint,
			First: a.Machine.First, Last: a.Machine.Last, Events: a.Seq, Next: a.State.Wake()})
	}
	return Indent(out)
}

// Counted is a number of things: "1 event", "2 events".
func Counted(n uint64, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
