package engine_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"concordat/engine/run"
	"concordat/engine/value"
	"concordat/store/mem"
)

// A random life through the shell and a store: run as its acts come, or every
// day, it comes to the same digests as the life itself, and so does its replay.
func TestLivesAreKept(t *testing.T) {
	m := alliance(t)
	begun := inForce(t, m)
	for seed := range uint64(16) {
		l := lived(t, seeded{rand.New(rand.NewPCG(seed, 2))}, m, begun, 30, nil)
		daily := seed%2 == 0
		log := mem.New()
		now := m.First.AddDays(-1)
		clock := func() time.Time {
			return time.Date(now.Year(), time.Month(now.Month()), now.Day(), 12, 0, 0, 0, time.UTC)
		}
		r := run.Open(log, clock)
		for _, p := range m.Parties {
			if _, err := r.Sign("ipsa.agreement", []byte("the text"), m, p.Name, now, ""); err != nil {
				t.Fatalf("%s signs: %v", p.Name, err)
			}
		}
		for _, ev := range l.acts {
			for on := ev.What().On.AddDays(-1); daily && now < on; now = now.AddDays(1) {
				runTo(t, r, now)
			}
			now = ev.What().On
			if daily {
				runTo(t, r, now.AddDays(-1))
			}
			if _, err := r.Do(m.Name, ev, ""); err != nil {
				t.Fatalf("%#v: %v", ev, err)
			}
		}
		now = max(now, l.s.Closed)
		runTo(t, r, now)
		for _, r := range []*run.Shell{r, run.Open(log, clock)} {
			a, err := r.Load(m.Name)
			if err != nil || a.State.Digest != l.s.Digest || a.State.Seq != l.s.Seq {
				t.Fatalf("kept: event %d, %x, %v; lived: %d, %x", a.State.Seq, a.State.Digest, err, l.s.Seq, l.s.Digest)
			}
		}
		if _, err := r.Verify(nil); err != nil {
			t.Fatalf("verify: %v", err)
		}
	}
}

func runTo(t failer, r *run.Shell, day value.Date) {
	ran, err := r.RunTo(day)
	if err != nil || len(ran.Aside) > 0 {
		t.Fatalf("run to %s: %v, %+v", day, err, ran.Aside)
	}
}
