package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"concordat/store"
)

// What a small return leads to: its bytes and the next due day.
var body = bytes.Repeat([]byte("return "), 40)

var writers = []int{1, 16, 64}

// each runs b.N acts on some goroutines; every writer has a stream of its own.
func each(b *testing.B, writers int, act func(writer int, seq uint64) error) {
	b.Helper()
	b.ReportAllocs()
	var left atomic.Int64
	left.Store(int64(b.N))
	var wait sync.WaitGroup
	b.ResetTimer()
	for w := range writers {
		wait.Go(func() {
			for seq := uint64(1); left.Add(-1) >= 0; seq++ {
				if err := act(w, seq); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wait.Wait()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "acts/s")
}

// BenchmarkAppend is one durable act of this store.
func BenchmarkAppend(b *testing.B) {
	for _, n := range writers {
		b.Run(fmt.Sprint(n, "-writers"), func(b *testing.B) {
			log := create(b, newPath(b))
			defer log.Close()
			each(b, n, func(w int, seq uint64) error { return appendOne(log, w, seq) })
		})
	}
}

func appendOne(log *Log, w int, seq uint64) error {
	day := int32(seq)
	_, err := log.Append(store.Append{Stream: fmt.Sprintf("agreement-%06d", w), Expect: seq - 1, Bodies: [][]byte{body}, Due: &day})
	return err
}

// BenchmarkRaw writes the same rows with bbolt alone, one transaction an act
// (Update) and as bbolt gathers them itself (Batch): no hash, no check.
func BenchmarkRaw(b *testing.B) {
	for _, n := range writers {
		b.Run(fmt.Sprint("Update-", n, "-writers"), func(b *testing.B) { raw(b, n, (*bbolt.DB).Update) })
		b.Run(fmt.Sprint("Batch-", n, "-writers"), func(b *testing.B) { raw(b, n, (*bbolt.DB).Batch) })
		b.Run(fmt.Sprint("Together-", n, "-writers"), func(b *testing.B) { together(b, n) })
	}
}

// together is the ceiling: one goroutine puts all rows that wait into one
// transaction of bbolt, without hash, tree or check.
func together(b *testing.B, writers int) {
	log := create(b, newPath(b))
	defer log.Close()
	type asked struct {
		writer int
		seq    uint64
		done   chan error
	}
	queue := make(chan asked, writers)
	defer close(queue)
	go func() {
		for first := range queue {
			batch := []asked{first}
			for len(queue) > 0 {
				batch = append(batch, <-queue)
			}
			err := log.db.Update(func(tx *bbolt.Tx) error {
				for _, a := range batch {
					if err := rawRows(tx, a.writer, a.seq); err != nil {
						return err
					}
				}
				return nil
			})
			for _, a := range batch {
				a.done <- err
			}
		}
	}()
	each(b, writers, func(w int, seq uint64) error {
		done := make(chan error, 1)
		queue <- asked{w, seq, done}
		return <-done
	})
}

func raw(b *testing.B, writers int, commit func(*bbolt.DB, func(*bbolt.Tx) error) error) {
	log := create(b, newPath(b))
	defer log.Close()
	each(b, writers, func(w int, seq uint64) error {
		return commit(log.db, func(tx *bbolt.Tx) error { return rawRows(tx, w, seq) })
	})
}

func rawRows(tx *bbolt.Tx, w int, seq uint64) error {
	name := fmt.Sprintf("agreement-%06d", w)
	due := int32(seq)
	meta := tx.Bucket(metaBucket)
	h, ok := decodeHead(meta.Get(headRow))
	if !ok {
		return errors.New("no head")
	}
	r := store.Record{Stream: name, Seq: seq, Global: h.records + 1, Body: body}
	if err := putRecord(tx, r); err != nil {
		return err
	}
	if err := putDue(tx, name, new(due-1), &due); err != nil {
		return err
	}
	if err := putEnd(tx, name, stream{last: seq, due: &due}); err != nil {
		return err
	}
	order := tx.Bucket(orderBucket)
	order.FillPercent = 0.95
	if err := order.Put(number(r.Global), orderRow(r)); err != nil {
		return err
	}
	h.records++
	return meta.Put(headRow, h.encode())
}

// grown fills a store with events of many streams, in large commits.
func grown(b *testing.B, events int) (path string) {
	b.Helper()
	path = newPath(b)
	log := create(b, path)
	log.db.NoSync = true
	const streams, perAct = 1000, 50
	many := make([][]byte, perAct)
	for i := range many {
		many[i] = body
	}
	for i := 0; i < events/perAct; {
		acts := make([]store.Append, 0, 400)
		for ; i < events/perAct && len(acts) < cap(acts); i++ {
			day := int32(i % 365)
			acts = append(acts, store.Append{Stream: fmt.Sprintf("agreement-%06d", i%streams), Expect: uint64(i / streams * perAct), Bodies: many, Due: &day})
		}
		for _, done := range log.AppendAll(acts) {
			if done.Err != nil {
				b.Fatal(done.Err)
			}
		}
	}
	if err := log.db.Sync(); err != nil {
		b.Fatal(err)
	}
	if err := log.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkGrown opens, verifies and reads a store of 1,000,000 events, and
// appends to it beside an empty one.
func BenchmarkGrown(b *testing.B) {
	const events = 1_000_000
	path := grown(b, events)
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("Open", func(b *testing.B) {
		for b.Loop() {
			if err := reopen(b, path).Close(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(info.Size())/(1<<20), "MB-file")
	})
	log := reopen(b, path)
	defer log.Close()
	b.Run("Verify", func(b *testing.B) {
		for b.Loop() {
			if _, err := log.Verify(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(events*float64(b.N)/b.Elapsed().Seconds(), "events/s")
	})
	b.Run("Read", func(b *testing.B) {
		read := 0
		for b.Loop() {
			for _, err := range log.Read("agreement-000500", 1) {
				if err != nil {
					b.Fatal(err)
				}
				read++
			}
		}
		b.ReportMetric(float64(read)/b.Elapsed().Seconds(), "events/s")
	})
	for _, n := range writers {
		b.Run(fmt.Sprint("Append-", n, "-writers"), func(b *testing.B) { beside(b, log, n) })
	}
}

// beside appends to a grown store and to one that begins empty, as in
// BenchmarkAppend, but by turns, so that other work on the machine slows both
// alike. The ratio is the median of 40 turns.
func beside(b *testing.B, log *Log, writers int) {
	const turns = 40
	each := 1024 / max(writers, 4)
	turn := func(log *Log) time.Duration {
		var wait sync.WaitGroup
		start := time.Now()
		for w := range writers {
			wait.Go(func() {
				last, _, err := log.Last(fmt.Sprintf("agreement-%06d", w))
				for i := 1; i <= each && err == nil; i++ {
					err = appendOne(log, w, last.Seq+uint64(i))
				}
				if err != nil {
					b.Error(err)
				}
			})
		}
		wait.Wait()
		return time.Since(start)
	}
	var ratios []float64
	var inEmpty, inGrown time.Duration
	for b.Loop() {
		empty := create(b, newPath(b))
		for range turns {
			e, g := turn(empty), turn(log)
			inEmpty, inGrown = inEmpty+e, inGrown+g
			ratios = append(ratios, e.Seconds()/g.Seconds())
		}
		if err := empty.Close(); err != nil {
			b.Fatal(err)
		}
	}
	slices.Sort(ratios)
	acts := float64(len(ratios) * writers * each)
	b.ReportMetric(acts/inEmpty.Seconds(), "empty-acts/s")
	b.ReportMetric(acts/inGrown.Seconds(), "grown-acts/s")
	b.ReportMetric(ratios[len(ratios)/2], "grown/empty")
}
