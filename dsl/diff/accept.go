package diff

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"concordat/engine/value"
)

// Fingerprint names one change whatever else changes beside it: twelve
// hexadecimal figures of what it is about and of the words on both sides.
func (c *Change) Fingerprint() string {
	sum := sha256.Sum256([]byte(strings.Join([]string{c.Rule(), c.Keyword, c.Block, c.Statement, c.Was, c.Old, c.New}, "\x00")))
	return hex.EncodeToString(sum[:6])
}

// Acceptance is a line of an accept file: somebody has read a change and is
// content with it. Such a change is still reported; it no longer fails a check.
type Acceptance struct {
	Change string // its fingerprint
	On     value.Date
	Who    string
	Why    string
	Line   int // in the file, from 1
}

// ParseAccepted reads an accept file: a line a change, `FINGERPRINT DATE WHO: WHY`,
// the date as 2026-11-23; empty lines and lines that begin with # are skipped.
func ParseAccepted(text string) ([]Acceptance, error) {
	var out []Acceptance
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		print, rest, _ := strings.Cut(line, " ")
		day, words, _ := strings.Cut(strings.TrimSpace(rest), " ")
		on, err := value.ParseDate(day)
		who, why, said := strings.Cut(words, ":")
		if err != nil || !said || strings.TrimSpace(who) == "" || strings.TrimSpace(why) == "" {
			return nil, fmt.Errorf("line %d is not `FINGERPRINT DATE WHO: WHY`, such as `3fa29c0b1d2e 2026-11-23 J. Okafor: agreed by the leadership team`", i+1)
		}
		out = append(out, Acceptance{Change: print, On: on, Who: strings.TrimSpace(who), Why: strings.TrimSpace(why), Line: i + 1})
	}
	return out, nil
}

// Accept marks the changes that were accepted, and returns what matches none:
// it was accepted for another text.
func Accept(changes []Change, of []Acceptance) (nothing []Acceptance) {
	for _, a := range of {
		found := false
		for i := range changes {
			if changes[i].Fingerprint() == a.Change {
				changes[i].Accepted, found = &a, true
			}
		}
		if !found {
			nothing = append(nothing, a)
		}
	}
	return nothing
}
