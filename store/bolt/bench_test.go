package bolt

import (
	"bytes"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"testing"

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
// appends to it by turns with one that begins empty.
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
		b.Run(fmt.Sprint("Append-", n, "-writers"), func(b *testing.B) {
			byTurns(b, n, side{"grown", log, appendOne}, func(log *Log) side { return side{"empty", log, appendOne} })
		})
	}
}
