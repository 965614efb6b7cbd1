package run_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"concordat/engine"
	"concordat/engine/run"
	"concordat/engine/value"
	"concordat/store"
	"concordat/store/bolt"
	"concordat/store/mem"
)

// firstDue is the day on which something first falls due in a small agreement.
func firstDue(t testing.TB, log store.Log) int32 {
	t.Helper()
	rows, err := log.Due(1 << 30)
	if err != nil || len(rows) == 0 {
		t.Fatalf("nothing falls due: %v", err)
	}
	return rows[0].Day
}

// many is a store of agreements, all signed, of which some have something that
// falls due on one day and the others later. They share what was signed.
func many(t testing.TB, path string, agreements, due int) (day value.Date) {
	t.Helper()
	var c clock
	one := mem.New()
	signed(t, one, &c, "grant")
	first := firstDue(t, one)
	var bodies [][]byte
	for r, err := range one.Read("grant", 1) {
		if err != nil {
			t.Fatal(err)
		}
		bodies = append(bodies, r.Body)
	}
	encoded, err := small("grant").Encode()
	if err != nil {
		t.Fatal(err)
	}
	words := []byte("the text of grant")
	blobs := map[string][]byte{store.Digest(encoded): encoded, store.Digest(words): words}
	log, err := bolt.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	var adds []store.Append
	for n := range agreements {
		name := fmt.Sprintf("grant-%07d", n)
		on := first
		if n%(agreements/due) != 0 {
			on += int32(1 + n%364)
		}
		own := bytes.Replace(bodies[0], []byte(`"agreement":"grant"`), []byte(`"agreement":"`+name+`"`), 1)
		adds = append(adds, store.Append{Stream: name, Bodies: append([][]byte{own}, bodies[1:]...), Due: &on, Blobs: blobs})
		if len(adds) == 512 || n == agreements-1 {
			for _, r := range log.AppendAll(adds) {
				if r.Err != nil {
					t.Fatal(r.Err)
				}
			}
			adds = adds[:0]
		}
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	return value.Date(first)
}

var among = flag.Int("among", 100_000, "BenchmarkDay: how many agreements the larger store holds")

// BenchmarkDay runs a day on which 1,000 agreements have something that falls
// due, by turns in a store that holds no more than these and in one that holds
// 100,000, or as many as -among says: the ratio is the median of the turns.
func BenchmarkDay(b *testing.B) {
	const due, turns = 1_000, 7
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the program does
	folder := b.TempDir()
	var kept [2]string
	var day value.Date
	for i, agreements := range [2]int{due, *among} {
		kept[i] = filepath.Join(folder, fmt.Sprint(i, ".db"))
		day = many(b, kept[i], agreements, due)
	}
	turn := func(path string) time.Duration {
		fresh := filepath.Join(folder, "fresh.db")
		copyToDisk(b, fresh, path)
		log, err := bolt.Open(fresh)
		if err != nil {
			b.Fatal(err)
		}
		runtime.GC()
		start := time.Now()
		oneDay(b, log, day, due)
		took := time.Since(start)
		if err := errors.Join(log.Close(), os.Remove(fresh)); err != nil {
			b.Fatal(err)
		}
		return took
	}
	var ratios, few, lots []float64
	for b.Loop() {
		for range turns {
			f, m := turn(kept[0]).Seconds(), turn(kept[1]).Seconds()
			few, lots, ratios = append(few, f*1e3), append(lots, m*1e3), append(ratios, m/f)
		}
	}
	for name, of := range map[string][]float64{"few-ms/day": few, "many-ms/day": lots, "many/few": ratios} {
		slices.Sort(of)
		b.ReportMetric(of[len(of)/2], name)
	}
}

// copyToDisk copies a file and waits until the disk has it: the first commit would
// wait for all of it otherwise. It is not held in memory between: with so much of
// that in use the collector would never run, which is no help to a program.
func copyToDisk(b *testing.B, to, from string) {
	b.Helper()
	in, err := os.Open(from)
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		b.Fatal(err)
	}
	_, err = io.CopyBuffer(struct{ io.Writer }{out}, struct{ io.Reader }{in}, make([]byte, 1<<20))
	if err := errors.Join(err, out.Sync(), out.Close()); err != nil {
		b.Fatal(err)
	}
}

func oneDay(t testing.TB, log store.Log, day value.Date, due int) {
	t.Helper()
	now := func() time.Time { return time.Date(2030, 1, 1, 12, 0, 0, 0, time.UTC) }
	ran, err := run.Open(log, now).RunTo(day)
	if err != nil || len(ran.Outcomes) != due || len(ran.Aside) != 0 {
		t.Fatalf("%d ran, %d set aside, want %d: %v", len(ran.Outcomes), len(ran.Aside), due, err)
	}
}

// Everything that falls due on a day runs, in the order of names, through more
// commits than one; and what the store holds then is what its events lead to.
func TestADayOfManyAgreements(t *testing.T) {
	path := filepath.Join(t.TempDir(), "many.db")
	day := many(t, path, 1_200, 600)
	log, err := bolt.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	oneDay(t, log, day, 600)
	oneDay(t, log, day, 0)
	last := ""
	for p, err := range log.Order(1_200*3 + 1) {
		if err != nil || p.Stream <= last {
			t.Fatalf("%s runs after %s: %v", p.Stream, last, err)
		}
		last = p.Stream
	}
}

// slow does not answer an append before a stream has been read, and lets somebody
// else act just before one of another.
type slow struct {
	store.Log
	until, race string
	read        chan struct{}
	before      func()
	acts        []int // how many came together each time
}

func (l *slow) Read(name string, from uint64) iter.Seq2[store.Record, error] {
	if name == l.until {
		close(l.read)
	}
	return l.Log.Read(name, from)
}

func (l *slow) AppendAll(acts []store.Append) []store.Result {
	l.acts = append(l.acts, len(acts))
	if slices.ContainsFunc(acts, func(a store.Append) bool { return a.Stream == l.race }) {
		l.before()
	}
	results := l.Log.AppendAll(acts)
	<-l.read
	return results
}

// What waits while a commit is under way goes together, and who is overtaken among
// them costs none of the others its day.
func TestWhatWaitsGoesTogether(t *testing.T) {
	const all = 300
	path := filepath.Join(t.TempDir(), "many.db")
	day := many(t, path, all, all)
	log, err := bolt.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	now := func() time.Time { return time.Date(2030, 1, 1, 12, 0, 0, 0, time.UTC) }
	slow := &slow{Log: log, until: "grant-0000299", race: "grant-0000150", read: make(chan struct{})}
	slow.before = func() {
		if _, err := run.Open(log, now).Do("grant-0000150", returned(on(t, "1 July 2015"), "town", 12), ""); err != nil {
			t.Error(err)
		}
	}
	ran, err := run.Open(slow, now).RunTo(day)
	if err != nil || len(ran.Aside) != 0 {
		t.Fatalf("set aside: %+v, %v", ran.Aside, err)
	}
	at := 0
	for n := range all {
		name := fmt.Sprintf("grant-%07d", n)
		if name == slow.race { // whoever acted there ran its day
			continue
		}
		if at == len(ran.Outcomes) || ran.Outcomes[at].Agreement != name || ran.Outcomes[at].State().Wake() <= day {
			t.Fatalf("%s did not run its day in its turn", name)
		}
		at++
	}
	if at != len(ran.Outcomes) {
		t.Errorf("%s ran besides", ran.Outcomes[at].Agreement)
	}
	// All but the last batch are ready when the first append is answered.
	if len(slow.acts) > 3 {
		t.Errorf("so many went together each time: %v", slow.acts)
	}
	if _, err := run.Open(log, now).Verify(nil); err != nil {
		t.Error(err)
	}
}

// racing lets somebody else act just before an append.
type racing struct {
	store.Log
	before func()
}

func (l *racing) race() {
	if do := l.before; do != nil {
		l.before = nil
		do()
	}
}

func (l *racing) Append(a store.Append) ([]store.Record, error) {
	l.race()
	return l.Log.Append(a)
}

func (l *racing) AppendAll(acts []store.Append) []store.Result {
	l.race()
	return l.Log.AppendAll(acts)
}

// Who is overtaken looks again: a day runs once whoever runs it, and an act that
// may still be done is done.
func TestOvertaken(t *testing.T) {
	var c clock
	log := mem.New()
	signed(t, log, &c, "east", "north")
	c.day = on(t, "2 July 2015")
	slow := &racing{Log: log, before: func() {
		if _, err := run.Open(log, c.now).Do("north", returned(on(t, "1 July 2015"), "town", 12), ""); err != nil {
			t.Error(err)
		}
	}}
	ran, err := run.Open(slow, c.now).RunTo(on(t, "30 June 2015"))
	if err != nil || len(ran.Aside) != 0 {
		t.Fatalf("set aside: %+v, %v", ran.Aside, err)
	}
	for _, o := range ran.Outcomes {
		if o.Agreement == "north" {
			t.Errorf("north ran %d events that had run already", len(o.Entries))
		}
	}
	slow.before = func() {
		if _, err := run.Open(log, c.now).RunTo(on(t, "1 July 2015")); err != nil {
			t.Error(err)
		}
	}
	if _, err := run.Open(slow, c.now).Do("east", returned(on(t, "2 July 2015"), "town", 9), ""); err != nil {
		t.Errorf("the overtaken act: %v", err)
	}
	days := map[string]map[value.Date]bool{"east": {}, "north": {}}
	for name, seen := range days {
		for e, err := range run.Open(log, c.now).Log(name, run.Now) {
			if err != nil {
				t.Fatal(err)
			}
			if d, ok := e.Event.(engine.DayReached); ok {
				if seen[d.On] {
					t.Errorf("%s ended twice in %s", d.On, name)
				}
				seen[d.On] = true
			}
		}
	}
	if _, err := run.Open(log, c.now).Verify(nil); err != nil {
		t.Error(err)
	}
}

// TestManyAgreements holds a store of many agreements open, runs a day on which
// 1,000 of them have something due, and says what that took. `make soak` makes
// it a million.
func TestManyAgreements(t *testing.T) {
	agreements := 4_000
	if os.Getenv("CONCORDAT_SOAK") != "" {
		agreements = 1_000_000
	}
	path := filepath.Join(t.TempDir(), "many.db")
	day := many(t, path, agreements, 1_000)
	started := time.Now()
	log, err := bolt.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	opened := time.Since(started)
	var rest runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&rest)
	if rest.HeapAlloc > 200<<20 {
		t.Errorf("at rest it takes %d MB of memory", rest.HeapAlloc>>20)
	}
	started = time.Now()
	oneDay(t, log, day, 1_000)
	t.Logf("%d agreements: opened in %v, %d MB of memory at rest, 1,000 due run in %v",
		agreements, opened.Round(time.Millisecond), rest.HeapAlloc>>20, time.Since(started).Round(time.Millisecond))
}
