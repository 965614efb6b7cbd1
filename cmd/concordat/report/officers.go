package report

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/value"
)

// officerLine is an officer as a status page shows one: for whom, what, up to
// what sum, until when, and what was done last.
type officerLine struct {
	Officer string     `json:"officer"`
	Party   string     `json:"party"`
	May     []string   `json:"may"`
	Holds   bool       `json:"holds"`
	Words   string     `json:"words"`
	Last    value.Date `json:"last_act"`
}

func officerLines(a run.Agreement, today value.Date) []officerLine {
	var out []officerLine
	for i := range a.Machine.Officers {
		o := &a.Machine.Officers[i]
		line := officerLine{Officer: o.Name, Party: o.Party, Holds: o.Holds(today), Last: value.NoDate}
		for _, kind := range o.May {
			line.May = append(line.May, string(kind))
		}
		line.Words = powerWords(o, today)
		for t := range a.State.All() {
			for _, h := range t.Hands {
				if h.Officer == o.Name && (!line.Last.IsSet() || h.On >= line.Last) {
					line.Last = h.On
				}
			}
		}
		if line.Last.IsSet() {
			line.Words += fmt.Sprintf("; last acted on %s", line.Last)
		}
		out = append(out, line)
	}
	return out
}

// powerWords says what an officer may do, up to what, and whether still.
func powerWords(o *machine.Officer, today value.Date) string {
	words := make([]string, len(o.May))
	for i, kind := range o.May {
		words[i] = string(kind)
	}
	says := "may " + strings.Join(words, ", ")
	if o.Limit != nil {
		says += fmt.Sprintf(", up to %s a decision", *o.Limit)
	}
	for _, d := range o.Terms {
		switch {
		case d.From <= today && today <= d.To:
			return says + ", until " + d.To.String()
		case d.From > today:
			return says + ", from " + d.From.String() + " on"
		}
	}
	return says + "; the delegation ended on " + o.Terms[len(o.Terms)-1].To.String()
}

func (p *Page) officers(s summary) {
	if len(s.Officers) == 0 {
		return
	}
	p.Head("Officers")
	for _, o := range s.Officers {
		p.Item(2, "", "%s for %s: %s", o.Officer, o.Party, o.Words)
	}
}
