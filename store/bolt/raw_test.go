package bolt

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"concordat/store"
)

// act records one event of a writer, whose events so far are numbered below seq.
type act func(log *Log, writer int, seq uint64) error

// BenchmarkRaw writes the same rows with bbolt alone, one transaction an act
// (Update), as bbolt gathers them itself (Batch), and all that wait in one
// (Together): no hash, no check.
func BenchmarkRaw(b *testing.B) {
	for _, n := range writers {
		for _, way := range []struct {
			name string
			act  act
		}{{"Update", updated}, {"Batch", batched}, {"Together", together(b)}} {
			b.Run(fmt.Sprint(way.name, "-", n, "-writers"), func(b *testing.B) {
				log := create(b, newPath(b))
				defer log.Close()
				each(b, n, func(w int, seq uint64) error { return way.act(log, w, seq) })
			})
		}
	}
}

// BenchmarkBeside is this store by turns with bbolt alone: with Update for one
// writer, and with the ceiling, all that wait in one transaction, for more.
func BenchmarkBeside(b *testing.B) {
	for _, n := range writers {
		raw := act(updated)
		if n > 1 {
			raw = together(b)
		}
		b.Run(fmt.Sprint(n, "-writers"), func(b *testing.B) {
			log := create(b, newPath(b))
			defer log.Close()
			byTurns(b, n, side{"store", log, appendOne}, func(log *Log) side { return side{"raw", log, raw} })
		})
	}
}

func updated(log *Log, w int, seq uint64) error {
	return log.db.Update(func(tx *bbolt.Tx) error { return rawRows(tx, w, seq) })
}

func batched(log *Log, w int, seq uint64) error {
	return log.db.Batch(func(tx *bbolt.Tx) error { return rawRows(tx, w, seq) })
}

// together is the ceiling: one goroutine puts all rows that wait into one
// transaction of bbolt, without hash, tree or check. All acts are on one log.
func together(b *testing.B) act {
	type asked struct {
		log    *Log
		writer int
		seq    uint64
		done   chan error
	}
	queue := make(chan asked, slices.Max(writers))
	b.Cleanup(func() { close(queue) })
	go func() {
		for first := range queue {
			runtime.Gosched() // who was answered a moment ago may be about to come back
			batch := []asked{first}
			for len(queue) > 0 {
				batch = append(batch, <-queue)
			}
			err := first.log.db.Update(func(tx *bbolt.Tx) error {
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
	return func(log *Log, w int, seq uint64) error {
		done := make(chan error, 1)
		queue <- asked{log, w, seq, done}
		return <-done
	}
}

func rawRows(tx *bbolt.Tx, w int, seq uint64) error {
	name := fmt.Sprintf("agreement-%06d", w)
	due := int32(seq)
	h, err := headOf(tx)
	if err != nil {
		return err
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
	order.FillPercent = endFill
	if err := order.Put(number(r.Global), orderRow(r)); err != nil {
		return err
	}
	h.records++
	return tx.Bucket(metaBucket).Put(headRow, h.encode())
}

// side is one of two that act by turns.
type side struct {
	name string
	log  *Log
	act  act
}

// byTurns lets some writers act on one log and, by turns, on another that begins
// empty, so that other work on the machine slows both alike. The ratio, of one
// against the other, is the median of 40 turns.
func byTurns(b *testing.B, writers int, one side, beside func(*Log) side) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the program does
	const turns = 40
	each := 1024 / max(writers, 4)
	turn := func(s side, from []uint64) time.Duration {
		var wait sync.WaitGroup
		start := time.Now()
		for w := range writers {
			wait.Go(func() {
				for i := range uint64(each) {
					if err := s.act(s.log, w, from[w]+i); err != nil {
						b.Error(err)
						return
					}
				}
				from[w] += uint64(each)
			})
		}
		wait.Wait()
		return time.Since(start)
	}
	var ratios []float64
	var ofOne, ofOther time.Duration
	var name string
	mine := make([]uint64, writers)
	for w := range mine {
		last, _, err := one.log.Last(fmt.Sprintf("agreement-%06d", w))
		if err != nil {
			b.Fatal(err)
		}
		mine[w] = last.Seq + 1
	}
	for b.Loop() {
		other := beside(create(b, newPath(b)))
		name = other.name
		theirs := slices.Repeat([]uint64{1}, writers)
		for range turns {
			o, t := turn(other, theirs), turn(one, mine)
			ofOther, ofOne = ofOther+o, ofOne+t
			ratios = append(ratios, o.Seconds()/t.Seconds())
		}
		if err := other.log.Close(); err != nil {
			b.Fatal(err)
		}
	}
	slices.Sort(ratios)
	acts := float64(len(ratios) * writers * each)
	b.ReportMetric(acts/ofOne.Seconds(), one.name+"-acts/s")
	b.ReportMetric(acts/ofOther.Seconds(), name+"-acts/s")
	b.ReportMetric(ratios[len(ratios)/2], one.name+"/"+name)
}
