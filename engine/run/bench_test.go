package run_test

import (
	"runtime/debug"
	"syscall"
	"testing"
	"time"

	"concordat/engine"
	"concordat/engine/run"
	"concordat/engine/value"
	"concordat/store/mem"
)

// BenchmarkReplay opens an agreement of 100,000 events: a figure that is
// restated and accepted again and again.
func BenchmarkReplay(b *testing.B) {
	const events = 100_000
	var c clock
	log := mem.New()
	r := signed(b, log, &c, "grant")
	c.day = on(b, "6 July 2015")
	first, err := r.Do("grant", returned(c.day, "town", 12), "")
	if err != nil {
		b.Fatal(err)
	}
	q1 := value.Period{Kind: value.Quarter, Start: 2015, N: 1}
	for n := first.Seq; n < events; n++ {
		v := value.Int(int64(n))
		var ev engine.Event = engine.Accepted{Act: engine.Act{On: c.day, By: "charity"}, Measure: "visits", Period: q1}
		if (n-first.Seq)%2 == 1 {
			ev = engine.Restated{Act: engine.Act{On: c.day, By: "town"}, Measure: "visits", Period: q1, Value: &v}
		}
		if _, err := r.Do("grant", ev, ""); err != nil {
			b.Fatal(err)
		}
	}
	if err := log.DropStates(); err != nil {
		b.Fatal(err)
	}
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the program does
	b.ReportAllocs()
	before := processor(b)
	for b.Loop() {
		if _, err := run.Open(log, c.now).Load("grant"); err != nil {
			b.Fatal(err)
		}
	}
	n := float64(b.N) * events
	b.ReportMetric(n/b.Elapsed().Seconds(), "events/s")
	b.ReportMetric(float64((processor(b)-before).Nanoseconds())/n, "cpu-ns/event")
}

// processor is the time that all cores have given to this process: on a machine
// that others use it says more than the clock.
func processor(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
