package bolt

import (
	"bytes"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"concordat/store"
)

// An altered tree is seen, an altered state is as if there were none.
func TestTreeAndStatesAltered(t *testing.T) {
	for name, c := range map[string]struct {
		tamper func(*bbolt.Tx) error
		want   string
	}{
		"a hash altered": {func(tx *bbolt.Tx) error {
			return tx.Bucket(treeBucket).Put(number(4), make([]byte, 64))
		}, "the tree over its events is not the one that was written, at event number 4 of all"},
		"a hash forgotten": {func(tx *bbolt.Tx) error { return tx.Bucket(treeBucket).Delete(number(2)) }, "at event number 2 of all"},
		"a hash invented":  {func(tx *bbolt.Tx) error { return tx.Bucket(treeBucket).Put(number(40), nil) }, "the table of the tree has"},
		"a state altered": {func(tx *bbolt.Tx) error {
			row := bytes.Clone(tx.Bucket(statesBucket).Get([]byte("ipsa")))
			row[len(row)-1] ^= 1
			return tx.Bucket(statesBucket).Put([]byte("ipsa"), row)
		}, ""},
		"a state of another event": {func(tx *bbolt.Tx) error {
			row := bytes.Clone(tx.Bucket(statesBucket).Get([]byte("ipsa")))
			copy(row, number(1))
			return tx.Bucket(statesBucket).Put([]byte("ipsa"), row)
		}, ""},
		"a state without a stream": {func(tx *bbolt.Tx) error {
			return tx.Bucket(statesBucket).Put([]byte("none"), make([]byte, 50))
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			log := reopen(t, small(t))
			defer log.Close()
			chunked := store.Append{Stream: "more", Bodies: make([][]byte, chunk)}
			if _, err := log.Append(chunked); err != nil {
				t.Fatal(err)
			}
			add := store.Append{Stream: "ipsa", Expect: 4, Bodies: [][]byte{nil}, State: []byte("as it stands")}
			if _, err := log.Append(add); err != nil {
				t.Fatal(err)
			}
			if _, _, ok, err := log.State("ipsa"); !ok || err != nil {
				t.Fatalf("no state: %v", err)
			}
			if err := log.db.Update(c.tamper); err != nil {
				t.Fatal(err)
			}
			_, err := log.Verify()
			if c.want != "" {
				if err == nil || !strings.Contains(err.Error(), c.want) {
					t.Errorf("Verify gives %v, want %q", err, c.want)
				}
				return
			}
			if err != nil {
				t.Error(err)
			}
			if _, state, ok, err := log.State("none"); ok || err != nil {
				t.Errorf("a state of nothing: %q, %v", state, err)
			}
			if _, state, ok, err := log.State("ipsa"); err != nil || ok && string(state) != "as it stands" {
				t.Errorf("the state is %q, %v", state, err)
			}
		})
	}
}
