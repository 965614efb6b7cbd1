package checkpoint

import (
	"fmt"

	"golang.org/x/mod/sumdb/tlog"

	"concordat/store"
)

// OlderError: the store holds less than the checkpoint says it held.
type OlderError struct{ Have, Had int64 }

func (e *OlderError) Error() string {
	return fmt.Sprintf("the store holds %d events, and held %d when the checkpoint was made: %s", e.Have, e.Had, events(e.Have+1, e.Had, "missing"))
}

// DiffersError: the store holds other events than when a checkpoint was made.
// The first that differs is number First of all; without marks it is only known
// to lie between First and Last.
type DiffersError struct {
	First, Last int64
	Now         store.Place // what stands at First now
}

func (e *DiffersError) Error() string {
	where := fmt.Sprintf("event number %d of all, now event %d of %s, is the first that differs", e.First, e.Now.Seq, e.Now.Stream)
	if e.First != e.Last {
		where = fmt.Sprintf("the first that differs is one of number %d to %d of all (now from event %d of %s)", e.First, e.Last, e.Now.Seq, e.Now.Stream)
	}
	return "the store is not what it was when the checkpoint was made: " + where
}

func events(first, last int64, what string) string {
	if first == last {
		return fmt.Sprintf("event number %d of all is %s", first, what)
	}
	return fmt.Sprintf("events number %d to %d of all are %s", first, last, what)
}

// Compare proves that a log still holds what it held when a checkpoint was made.
// It rests on the hashes in the log: verify the log itself first. Older
// checkpoints that agree narrow down where one without marks differs.
func (c *Checkpoint) Compare(log store.Log, older ...*Checkpoint) error {
	now, err := log.Tree()
	if err != nil {
		return err
	}
	if now.N >= c.Tree.N {
		root, err := tlog.TreeHash(c.Tree.N, log)
		if err != nil || root == c.Tree.Hash {
			return err
		}
	}
	first, last, err := c.first(log, now.N)
	if err != nil {
		return err
	}
	if first > now.N {
		return &OlderError{Have: now.N, Had: c.Tree.N}
	}
	if c.Marks == nil {
		if now.N < c.Tree.N {
			return &OlderError{Have: now.N, Had: c.Tree.N}
		}
		for _, o := range older {
			if o.Tree.N >= first && o.Tree.N < last && o.Compare(log) == nil {
				first = o.Tree.N + 1
			}
		}
	}
	differs := &DiffersError{First: first, Last: last}
	for p, err := range log.Order(uint64(first)) {
		differs.Now = p
		if err != nil {
			return err
		}
		break
	}
	return differs
}

// first finds the first event that differs by the marks, one beyond the log if
// all that is there agrees; without marks it may be any.
func (c *Checkpoint) first(log store.Log, size int64) (first, last int64, err error) {
	if c.Marks == nil {
		return 1, c.Tree.N, nil
	}
	for p, err := range log.Order(1) {
		if err != nil {
			return 0, 0, err
		}
		n := int64(p.Global)
		if n > c.Tree.N {
			break
		}
		if Mark(p.Hash[:len(Mark{})]) != c.Marks[n-1] {
			return n, n, nil
		}
	}
	return size + 1, size + 1, nil
}
