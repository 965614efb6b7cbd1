package report

import (
	"fmt"
	"maps"

	"concordat/engine/explain"
	"concordat/engine/run"
	"concordat/engine/value"
)

// Verification is what was found in a store that proves itself.
type Verification struct {
	run.Verified
	Proved []Proved

	fingerprints map[string]string // of the text by which each agreement runs
	varied       []varied
}

// varied is an agreement that runs by another text than the one that was signed.
type varied struct {
	agreement, path, fingerprint, decision string
	since                                  value.Date
}

// See notes what is told of an agreement; run.Shell.Verify shows it each.
func (v *Verification) See(a *run.Agreement) {
	if v.fingerprints == nil {
		v.fingerprints = map[string]string{}
	}
	v.fingerprints[a.Name] = a.Fingerprint
	if by := explain.InForce(a.Machine, a.State); by != nil {
		v.varied = append(v.varied, varied{a.Name, a.Path, a.Fingerprint, by.Key.String(), by.Since})
	}
}

// Verified says that the record proves itself.
func (p *Page) Verified(v *Verification) {
	p.Para(0, "%s in %s and %s: every hash is right, and replay comes to every digest",
		Counted(v.Records, "event"), Counted(v.Streams, "agreement"), Counted(v.Blobs, "kept file"))
	for _, a := range v.varied {
		p.Para(0, "%s runs by %s, fingerprint %.12s, since %s (%s); what was before ran by the text before", a.agreement, a.path, a.fingerprint, a.since, a.decision)
	}
	p.Line("head %x", v.Head)
	for _, c := range v.Proved {
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

// JSON is the same for machines.
func (v *Verification) JSON() ([]byte, error) {
	out := verifiedJSON{SchemaVersion: 1, Agreements: v.Streams, Events: v.Records, Files: v.Blobs, Head: fmt.Sprintf("%x", v.Head), Fingerprints: map[string]string{}}
	out.Tree, out.Checkpoints = v.Tree.Hash.String(), v.Proved
	maps.Copy(out.Fingerprints, v.fingerprints)
	return Indent(out)
}
