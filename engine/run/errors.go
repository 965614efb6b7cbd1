package run

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// NoAgreementError: nothing of that name is recorded.
type NoAgreementError struct {
	Name  string
	Known []string
}

func (e *NoAgreementError) Error() string {
	if len(e.Known) == 0 {
		return fmt.Sprintf("no agreement is called %s: nothing has been signed in this store yet", e.Name)
	}
	return fmt.Sprintf("no agreement is called %s; this store holds %s", e.Name, strings.Join(e.Known, ", "))
}

// AheadError: an act or a day that has not come yet cannot be recorded.
type AheadError struct{ On, Today value.Date }

func (e *AheadError) Error() string {
	return fmt.Sprintf("%s has not come yet: today is %s", e.On, e.Today)
}

// HolesError: a text with values still to be agreed cannot be signed.
type HolesError struct {
	Machine *machine.Machine
	Holes   []machine.Hole
}

func (e *HolesError) Error() string {
	n := "1 value is"
	if len(e.Holes) != 1 {
		n = fmt.Sprintf("%d values are", len(e.Holes))
	}
	return fmt.Sprintf("%s cannot be signed: %s still to be agreed", e.Machine.Name, n)
}

// OtherTextError: the parties are signing another text under this name.
type OtherTextError struct{ Agreement, Signed, Offered string }

func (e *OtherTextError) Error() string {
	return fmt.Sprintf("the text of %s that is being signed is %.12s; this one is %.12s, which says something else",
		e.Agreement, e.Signed, e.Offered)
}

// CorruptDigestError names the first event whose replay does not come to what
// was recorded.
type CorruptDigestError struct {
	Agreement string
	Seq       uint64
	Why       string
}

func (e *CorruptDigestError) Error() string {
	return fmt.Sprintf("event %d of %s does not lead to what was recorded: %s", e.Seq, e.Agreement, e.Why)
}

// UnreadableError: a record's body is not what this program writes.
type UnreadableError struct {
	Agreement string
	Seq       uint64
	Why       error
}

func (e *UnreadableError) Error() string {
	return fmt.Sprintf("event %d of %s cannot be read: %v", e.Seq, e.Agreement, e.Why)
}

func (e *UnreadableError) Unwrap() error { return e.Why }

// FormatError: a newer program has written a record.
type FormatError struct {
	Agreement  string
	Seq        uint64
	Have, Know int
}

func (e *FormatError) Error() string {
	return fmt.Sprintf("event %d of %s was recorded by a newer program, in format %d; this one knows up to %d: open it with the newer one", e.Seq, e.Agreement, e.Have, e.Know)
}
