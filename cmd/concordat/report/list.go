package report

import (
	"fmt"

	"concordat/engine/explain"
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

// Verified says that the record proves itself.
func (p *Page) Verified(v run.Verified, proved []Proved) {
	p.Para(0, "%s in %s and %s: every hash is right, and replay comes to every digest",
		Counted(v.Records, "event"), Counted(v.Streams, "agreement"), Counted(v.Blobs, "kept file"))
	for _, a := range v.Agreements {
		if by := explain.InForce(a.Machine, a.State); by != nil {
			p.Para(0, "%s runs by %s, fingerprint %.12s, since %s (%s); what was before ran by the text before", a.Name, a.Path, a.Fingerprint, by.Since, by.Key)
		}
	}
	p.Line("head %x", v.Head)
	for _, c := range proved {
		who := "signed by " + c.Origin
		if !c.Signed {
			who = "its signature was not checked: give --key"
		}
		p.Para(0, "what %s speaks of, %s, is what it was (%s)", c.File, Counted(uint64(c.Events), "event"), who)
	}
}

// Proved is a checkpoint that the store agrees with.
type Proved struct {
	File   string `json:"file"`
	Origin string `json:"origin"`
	Events int64  `json:"events"`
	Signed bool   `json:"signature_checked"`
}

// Counted is a number of things: "1 event", "2 events".
func Counted(n uint64, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

type verifiedJSON struct {
	SchemaVersion int               `json:"schema_version"`
	Agreements    uint64            `json:"agreements"`
	Events        uint64            `json:"events"`
	Files         uint64            `json:"files"`
	Head          string            `json:"head"`
	Fingerprints  map[string]string `json:"fingerprints"`
	Tree          string            `json:"tree"` // root of the tree over all events, in base64 as in checkpoints
	Checkpoints   []Proved          `json:"checkpoints,omitempty"`
}

// VerifiedJSON is the same for machines.
func VerifiedJSON(v run.Verified, proved []Proved) ([]byte, error) {
	out := verifiedJSON{SchemaVersion: 1, Agreements: v.Streams, Events: v.Records, Files: v.Blobs, Head: fmt.Sprintf("%x", v.Head), Fingerprints: map[string]string{}}
	out.Tree, out.Checkpoints = v.Tree.Hash.String(), proved
	for _, a := range v.Agreements {
		out.Fingerprints[a.Name] = a.Fingerprint
	}
	return Indent(out)
}
