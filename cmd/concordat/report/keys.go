package report

import (
	"strings"

	"concordat/engine/run"
)

// Keys lists the keys that the parties have registered and taken back, and what
// needs one.
func (p *Page) Keys(a run.Agreement, keys []run.PartyKey) {
	p.Head("%s", Title(a))
	if needs := a.Machine.KeySigned; len(needs) > 0 {
		p.Line("needs a signature by key: %s", strings.Join(needs, ", "))
	}
	if len(keys) == 0 {
		p.Line("no party has registered a key")
		return
	}
	t := Table{Indent: 2}
	for _, k := range keys {
		state := "event " + number(k.Entry.Seq)
		if k.Revoked != nil {
			state += " to " + number(k.Revoked.Seq)
		}
		t.Row(k.Party, k.Key.Fingerprint(), state)
	}
	p.Table(t)
	for _, k := range keys {
		if k.Revoked == nil {
			continue
		}
		p.Item(4, "", "%s; %s", said(a, *k.Revoked), doubts(k))
	}
}

// doubts says what was signed with a key from the day on from which it was taken back.
func doubts(k run.PartyKey) string {
	if len(k.Doubtful) == 0 {
		return "nothing was signed with it from that day on"
	}
	var events []string
	for _, seq := range k.Doubtful {
		events = append(events, number(seq))
	}
	return "signed with it from that day on, and to be looked at: event " + strings.Join(events, ", ")
}

type keysJSON struct {
	SchemaVersion int       `json:"schema_version"`
	Agreement     string    `json:"agreement"`
	Needs         []string  `json:"needs,omitempty"` // kinds of event
	Keys          []keyJSON `json:"keys"`
}

type keyJSON struct {
	Party       string       `json:"party"`
	Key         string       `json:"key"`
	Fingerprint string       `json:"fingerprint"`
	Event       uint64       `json:"event"`
	Recorded    string       `json:"recorded"`
	TakenBack   *revokedJSON `json:"taken_back,omitempty"`
}

type revokedJSON struct {
	Event    uint64   `json:"event"`
	Recorded string   `json:"recorded"`
	On       string   `json:"on"`
	Because  string   `json:"because"`
	Unsigned bool     `json:"unsigned,omitempty"`
	Doubtful []uint64 `json:"doubtful_events,omitempty"`
}

// KeysJSON is the same for machines.
func KeysJSON(a run.Agreement, keys []run.PartyKey) ([]byte, error) {
	out := keysJSON{SchemaVersion: 1, Agreement: a.Name, Needs: a.Machine.KeySigned, Keys: []keyJSON{}}
	for _, k := range keys {
		line := keyJSON{Party: k.Party, Key: string(k.Key), Fingerprint: k.Key.Fingerprint(), Event: k.Entry.Seq, Recorded: k.Entry.Recorded.Format(stamp)}
		if e := k.Revoked; e != nil {
			line.TakenBack = &revokedJSON{Event: e.Seq, Recorded: e.Recorded.Format(stamp), On: e.Revoked.On.ISO(), Because: e.Revoked.Because,
				Unsigned: e.Signature == "", Doubtful: k.Doubtful}
		}
		out.Keys = append(out.Keys, line)
	}
	return Indent(out)
}
