package bolt

import (
	"errors"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"concordat/store"
)

// The first bad event is named.
func TestVerifyNamesTheFirstBadEvent(t *testing.T) {
	events := func(tx *bbolt.Tx) *bbolt.Bucket { return tx.Bucket(eventsBucket) }
	get := func(tx *bbolt.Tx, seq uint64) []byte { return events(tx).Get(eventKey("ipsa", seq)) }
	set := func(tx *bbolt.Tx, seq uint64, row []byte) { _ = events(tx).Put(eventKey("ipsa", seq), row) }
	drop := func(tx *bbolt.Tx, seq uint64) { _ = events(tx).Delete(eventKey("ipsa", seq)) }
	alter := func(tx *bbolt.Tx, seq uint64) {
		row := append([]byte(nil), get(tx, seq)...)
		row[len(row)-1] ^= 1
		set(tx, seq, row)
	}
	for name, c := range map[string]struct {
		tamper func(*bbolt.Tx)
		want   string
	}{
		"altered":     {func(tx *bbolt.Tx) { alter(tx, 2) }, "event 2 of ipsa is not what was recorded: its bytes do not match its hash"},
		"two altered": {func(tx *bbolt.Tx) { alter(tx, 4); alter(tx, 3) }, "event 3 of ipsa is"},
		"dropped":     {func(tx *bbolt.Tx) { drop(tx, 2) }, "event 2 of ipsa is not what was recorded: it is missing"},
		"last dropped": {func(tx *bbolt.Tx) { drop(tx, 4) },
			"event 4 of ipsa is not what was recorded: it is missing"},
		"swapped": {func(tx *bbolt.Tx) {
			a, b := string(get(tx, 1)), string(get(tx, 2))
			set(tx, 1, []byte(b))
			set(tx, 2, []byte(a))
		},
			"event 1 of ipsa is not what was recorded"},
		"added": {func(tx *bbolt.Tx) { set(tx, 5, []byte(string(get(tx, 4)))) },
			"event 5 of ipsa is not what was recorded: nothing was recorded under this number"},
		"cut short": {func(tx *bbolt.Tx) { set(tx, 3, []byte("gone")) },
			"event 3 of ipsa is not what was recorded: only 4 bytes of it are left"},
		"last dropped and its stream told": {func(tx *bbolt.Tx) {
			drop(tx, 4)
			row, _ := streamRow(tx, "ipsa")
			row.last, row.hash = 3, [32]byte(get(tx, 3)[8:])
			_ = putEnd(tx, "ipsa", row)
		}, "event 4 of ipsa is not what was recorded: it is missing"},
		"its end dropped": {func(tx *bbolt.Tx) { _ = events(tx).Delete(endKey("ipsa")) },
			"event 1 of ipsa is not what was recorded: nothing was recorded under this number"},
		"its end altered": {func(tx *bbolt.Tx) { _ = events(tx).Put(endKey("ipsa"), []byte("no")) },
			"the row that says where ipsa ends cannot be read"},
		"all but its end dropped": {func(tx *bbolt.Tx) { drop(tx, 1); drop(tx, 2); drop(tx, 3); drop(tx, 4) },
			"event 1 of ipsa is not what was recorded: it is missing"},
		"its place among all forgotten": {func(tx *bbolt.Tx) { _ = tx.Bucket(recentBucket).Delete(number(3)) },
			"event 1 of other is not what was recorded: it says that it is number 3 of all events, and another is"},
		"its place in the wrong table": {func(tx *bbolt.Tx) {
			row := append([]byte(nil), tx.Bucket(recentBucket).Get(number(2))...)
			_ = tx.Bucket(recentBucket).Delete(number(2))
			_ = tx.Bucket(orderBucket).Put(number(2), row)
		},
			"event 2 of ipsa is not what was recorded: it says that it is number 2 of all events, and another is"},
		"a place invented": {func(tx *bbolt.Tx) { _ = tx.Bucket(recentBucket).Put(number(9), nil) },
			"event number 6 of all is missing from the order"},
		"a key forgotten": {func(tx *bbolt.Tx) { _ = tx.Bucket(keysBucket).Delete(keyKey("ipsa", "sign-1")) },
			"event 1 of ipsa is not what was recorded: the table of keys does not have its key"},
		"a key invented": {func(tx *bbolt.Tx) { _ = tx.Bucket(keysBucket).Put(keyKey("ipsa", "x"), number(1)) },
			"the table of keys has 3 rows where the events call for 2"},
		"a due day forgotten": {func(tx *bbolt.Tx) { _ = tx.Bucket(dueBucket).Delete(dueKey(16_526, "ipsa")) },
			"the table of due days does not have the next day of ipsa"},
		"a due day invented": {func(tx *bbolt.Tx) { _ = tx.Bucket(dueBucket).Put(dueKey(1, "ipsa"), nil) },
			"the table of due days has 2 rows where the events call for 1"},
		"a file forgotten": {func(tx *bbolt.Tx) {
			k, _ := tx.Bucket(blobsBucket).Cursor().First()
			_ = tx.Bucket(blobsBucket).Delete(k)
		},
			"it says that it keeps 1 files and keeps 0"},
		"a file altered": {func(tx *bbolt.Tx) {
			k, _ := tx.Bucket(blobsBucket).Cursor().First()
			_ = tx.Bucket(blobsBucket).Put(append([]byte(nil), k...), []byte("forged"))
		}, "are not those that were kept"},
	} {
		t.Run(name, func(t *testing.T) {
			path := small(t)
			log := reopen(t, path)
			if err := log.db.Update(func(tx *bbolt.Tx) error { c.tamper(tx); return nil }); err != nil {
				t.Fatal(err)
			}
			_, err := log.Verify()
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("Verify gives %v, want %q", err, c.want)
			}
			if err := log.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

// A read names the bad event too, after those before it.
func TestReadNamesTheFirstBadEvent(t *testing.T) {
	log := reopen(t, small(t))
	defer log.Close()
	err := log.db.Update(func(tx *bbolt.Tx) error { return tx.Bucket(eventsBucket).Delete(eventKey("ipsa", 3)) })
	if err != nil {
		t.Fatal(err)
	}
	read := uint64(0)
	var corrupt *store.CorruptError
	for r, err := range log.Read("ipsa", 1) {
		if err != nil {
			if !errors.As(err, &corrupt) {
				t.Fatal(err)
			}
			continue
		}
		read = r.Seq
	}
	if read != 2 || corrupt == nil || corrupt.Seq != 3 {
		t.Errorf("read up to %d, then %v", read, corrupt)
	}
	if _, _, err := log.Last("ipsa"); err == nil {
		t.Error("Last says nothing of the missing event before it")
	}
}
