package store

import (
	"errors"
	"fmt"
	"path/filepath"
)

var (
	// ErrConflict: the stream has grown since the caller read it, or is shorter
	// than the caller says.
	ErrConflict = errors.New("somebody else has recorded something here in the meantime; look again and repeat")

	// ErrNotFound: what was asked for is not in the store.
	ErrNotFound = errors.New("not in the store")

	// ErrClosed: the log was closed before.
	ErrClosed = errors.New("the store is closed")

	// ErrReadOnly: the log was opened for reading only.
	ErrReadOnly = errors.New("the store was opened for reading only")

	// ErrStopped: an earlier append could not be written, and what is on the
	// disk is uncertain until the store is opened again.
	ErrStopped = errors.New("the store records nothing more since a write failed; open it again and verify it")
)

// RecordedError: an act with this key is already recorded.
type RecordedError struct {
	Stream, Key string
	Seq         uint64
}

func (e *RecordedError) Error() string {
	return fmt.Sprintf("already recorded as event %d", e.Seq)
}

// InvalidError: no store can keep such an act.
type InvalidError struct{ Why string }

func (e *InvalidError) Error() string { return e.Why }

// FormatError: the store was written by a newer program.
type FormatError struct {
	Path       string
	Have, Know uint64
}

func (e *FormatError) Error() string {
	return fmt.Sprintf("%s was written by a newer program, in format %d; this one knows up to %d: open it with the newer one", filepath.Base(e.Path), e.Have, e.Know)
}

// BusyError: another process holds the store.
type BusyError struct{ Path string }

func (e *BusyError) Error() string {
	return fmt.Sprintf("%s is in use by another program; try again when that has ended", e.Path)
}

// NoStoreError: there is no file at the path.
type NoStoreError struct{ Path string }

func (e *NoStoreError) Error() string { return fmt.Sprintf("there is no store at %s", e.Path) }

// Is makes a missing store a kind of ErrNotFound.
func (e *NoStoreError) Is(target error) bool { return target == ErrNotFound }

// NotAStoreError: the file is something else.
type NotAStoreError struct{ Path, Why string }

func (e *NotAStoreError) Error() string {
	return fmt.Sprintf("%s is not a store of agreements: %s", e.Path, e.Why)
}

// DamagedError: the file is one of ours and cannot be trusted, and the damage
// does not lie in one record.
type DamagedError struct{ Path, Why string }

func (e *DamagedError) Error() string {
	return fmt.Sprintf("%s is damaged: %s", e.Path, e.Why)
}

// CorruptError names the first record that is not what was recorded.
type CorruptError struct {
	Stream string
	Seq    uint64
	Why    string
}

func (e *CorruptError) Error() string {
	return fmt.Sprintf("event %d of %s is not what was recorded: %s", e.Seq, e.Stream, e.Why)
}
