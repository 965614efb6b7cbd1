package bolt

import (
	"bytes"

	"go.etcd.io/bbolt"

	"concordat/store"
)

// putState replaces the state of a stream, whose row tells where it now ends.
func putState(tx *bbolt.Tx, name string, row stream, state []byte) error {
	digest := store.StateDigest(row.hash, state)
	value := make([]byte, 0, 8+hashLen+len(state))
	value = append(append(append(value, number(row.last)...), digest[:]...), state...)
	return tx.Bucket(statesBucket).Put([]byte(name), value)
}

// State returns a stream's newest state; see store.Log.
func (l *Log) State(name string) (seq uint64, state []byte, ok bool, err error) {
	err = l.view(func(tx *bbolt.Tx) error {
		states := tx.Bucket(statesBucket)
		if states == nil { // format 1
			return nil
		}
		value := states.Get([]byte(name))
		if len(value) < 8+hashLen {
			return nil
		}
		seq = decodeNumber(value)
		hash, err := hashBefore(tx, name, seq+1)
		if err != nil || seq == 0 {
			return nil // a state after an event that is not there is no state; reading will say what is missing
		}
		content := value[8+hashLen:]
		if store.StateDigest(hash, content) == [32]byte(value[8:8+hashLen]) {
			state, ok = bytes.Clone(content), true
		}
		return nil
	})
	return seq, state, ok, err
}

// DropStates empties the table of states; see store.Log.
func (l *Log) DropStates() error {
	l.use.RLock()
	defer l.use.RUnlock()
	l.writing.Lock()
	defer l.writing.Unlock()
	if err := l.mayWrite(); err != nil {
		return err
	}
	l.changed = true
	return l.guard(func() error {
		return l.db.Update(func(tx *bbolt.Tx) error {
			if err := tx.DeleteBucket(statesBucket); err != nil {
				return err
			}
			_, err := tx.CreateBucket(statesBucket)
			return err
		})
	})
}
