package report

import (
	"strings"

	"concordat/engine/run"
)

// Keys lists the keys that the parties have registered, and what needs one.
func (p *Page) Keys(a run.Agreement, keys []run.Entry) {
	p.Head("%s", title(a))
	if needs := a.Machine.KeySigned; len(needs) > 0 {
		p.Line("needs a signature by key: %s", strings.Join(needs, ", "))
	}
	if len(keys) == 0 {
		p.Line("no party has registered a key")
		return
	}
	t := Table{Indent: 2}
	for _, e := range keys {
		t.Row(e.Registered.Party, e.Registered.Key.Fingerprint(), "event "+number(e.Seq))
	}
	p.Table(t)
}

type keysJSON struct {
	SchemaVersion int       `json:"schema_version"`
	Agreement     string    `json:"agreement"`
	Needs         []string  `json:"needs,omitempty"` // kinds of event
	Keys          []keyJSON `json:"keys"`
}

type keyJSON struct {
	Party       string `json:"party"`
	Key         string `json:"key"`
	Fingerprint string `json:"fingerprint"`
	Event       uint64 `json:"event"`
	Recorded    string `json:"recorded"`
}

// KeysJSON is the same for machines.
func KeysJSON(a run.Agreement, keys []run.Entry) ([]byte, error) {
	out := keysJSON{SchemaVersion: 1, Agreement: a.Name, Needs: a.Machine.KeySigned, Keys: []keyJSON{}}
	for _, e := range keys {
		g := e.Registered
		out.Keys = append(out.Keys, keyJSON{Party: g.Party, Key: string(g.Key), Fingerprint: g.Key.Fingerprint(), Event: e.Seq, Recorded: e.Recorded.Format(stamp)})
	}
	return indent(out)
}
