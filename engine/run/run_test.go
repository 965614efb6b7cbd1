package run_test

import (
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/value"
	"concordat/store"
	"concordat/store/mem"
)

func returned(day value.Date, by string, n int64) engine.Returned {
	v := value.Int(n)
	return engine.Returned{Act: engine.Act{On: day, By: by}, Measure: "visits", Period: value.Period{Kind: value.Quarter, Start: 2015, N: 1}, Value: &v}
}

func TestWhatFallsDueRunsBeforeAnAct(t *testing.T) {
	var c clock
	r := signed(t, mem.New(), &c, "grant")
	c.day = on(t, "6 July 2015")
	done, err := r.Do("grant", returned(c.day, "town", 12), "")
	if err != nil {
		t.Fatal(err)
	}
	var days []string
	for _, e := range done.Entries {
		days = append(days, e.Event.What().On.ISO())
	}
	// The two quarters' first days are paid, the first quarter ends, then the act.
	want := []string{"2015-04-01", "2015-06-30", "2015-07-01", "2015-07-06"}
	if !slices.Equal(days, want) {
		t.Errorf("the record grew by %v, want %v", days, want)
	}
	if got := done.State().Find(engine.Key{Chart: "visits", Of: "2015/16 Q1"}).State; got != "submitted" {
		t.Errorf("the figure is %s, want submitted", got)
	}
	if done.Seq != 7 || done.Entries[3].Seq != 7 {
		t.Errorf("the act is event %d, want 7: the text, two signatures, three days and the act", done.Seq)
	}
}

func TestARefusedActLeavesNoTrace(t *testing.T) {
	var c clock
	log := mem.New()
	r := signed(t, log, &c, "grant")
	c.day = on(t, "6 July 2015")
	before, err := r.Verify(nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.Do("grant", returned(c.day, "charity", 12), "a key")
	var refused *engine.Refusal
	if !errors.As(err, &refused) || refused.Because.String() != "visits.returned" {
		t.Fatalf("the wrong party returns: %v", err)
	}
	after, err := r.Verify(nil)
	if err != nil || after.Head != before.Head || after.Records != before.Records {
		t.Errorf("the record changed: %v, %v", after, err)
	}
	if _, err := r.Do("grant", returned(c.day, "town", 12), "a key"); err != nil {
		t.Errorf("the key of a refused act is spent: %v", err)
	}
}

func TestAKeyMakesAnActHappenOnce(t *testing.T) {
	var c clock
	r := signed(t, mem.New(), &c, "grant")
	c.day = on(t, "6 July 2015")
	first, err := r.Do("grant", returned(c.day, "town", 12), "july")
	if err != nil {
		t.Fatal(err)
	}
	again, err := r.Do("grant", returned(c.day, "town", 99), "july")
	if err != nil || !again.Already || again.Seq != first.Seq {
		t.Errorf("a second act with the key gives %+v, %v; want event %d again", again, err, first.Seq)
	}
	a, _ := r.Load("grant")
	if a.Seq != first.Seq {
		t.Errorf("the record grew to %d", a.Seq)
	}
}

func TestADayToComeIsRefused(t *testing.T) {
	var c clock
	r := signed(t, mem.New(), &c, "grant")
	tomorrow := c.day.AddDays(1)
	var ahead *run.AheadError
	if _, err := r.RunTo(tomorrow); !errors.As(err, &ahead) {
		t.Errorf("run to tomorrow: %v", err)
	}
	if _, err := r.Do("grant", returned(tomorrow, "town", 1), ""); !errors.As(err, &ahead) {
		t.Errorf("an act of tomorrow: %v", err)
	}
}

func TestReopeningComesToTheSameState(t *testing.T) {
	var c clock
	log := mem.New()
	r := signed(t, log, &c, "grant")
	c.day = on(t, "31 March 2016")
	if _, err := r.RunTo(c.day); err != nil {
		t.Fatal(err)
	}
	a, err := r.Load("grant")
	if err != nil {
		t.Fatal(err)
	}
	b, err := run.Open(log, c.now).Load("grant")
	if err != nil || b.State.Digest != a.State.Digest || b.Seq != a.Seq {
		t.Errorf("reopened at event %d: %v; want event %d and the same digest", b.Seq, err, a.Seq)
	}
	if b.State.Wake().IsSet() != a.State.Wake().IsSet() {
		t.Errorf("reopened, it wakes on %s", b.State.Wake())
	}
}

func TestAsAtEitherTime(t *testing.T) {
	var c clock
	log := mem.New()
	r := signed(t, log, &c, "grant")
	// What happened on 6 July was written down on 1 August.
	c.day = on(t, "1 August 2015")
	if _, err := r.Do("grant", returned(on(t, "6 July 2015"), "town", 12), ""); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		at   run.AsAt
		want uint64
	}{
		{run.AsAt{On: on(t, "5 July 2015"), Known: value.NoDate}, 6},
		{run.AsAt{On: on(t, "6 July 2015"), Known: value.NoDate}, 7},
		{run.AsAt{On: value.NoDate, Known: on(t, "31 July 2015")}, 3},
		{run.AsAt{On: value.NoDate, Known: on(t, "1 August 2015")}, 7},
		{run.Now, 7},
	} {
		a, err := r.State("grant", test.at)
		if err != nil || a.Seq != test.want {
			t.Errorf("as at %+v: event %d, %v; want event %d", test.at, a.Seq, err, test.want)
		}
		n := 0
		for _, err := range r.Log("grant", test.at) {
			if err != nil {
				t.Fatal(err)
			}
			n++
		}
		if n != int(test.want) {
			t.Errorf("as at %+v the log has %d events, want %d", test.at, n, test.want)
		}
	}
}

func TestDueOrderAcrossAgreements(t *testing.T) {
	var c clock
	r := signed(t, mem.New(), &c, "north", "east")
	c.day = on(t, "2 July 2015")
	ran, err := r.RunTo(c.day)
	if err != nil || len(ran.Aside) > 0 {
		t.Fatal(err, ran.Aside)
	}
	var got []string
	for _, o := range ran.Outcomes {
		got = append(got, o.Entries[0].Event.What().On.ISO()+" "+o.Agreement)
	}
	want := []string{"2015-04-01 east", "2015-04-01 north", "2015-06-30 east", "2015-06-30 north", "2015-07-01 east", "2015-07-01 north"}
	if !slices.Equal(got, want) {
		t.Errorf("ran %v, want %v", got, want)
	}
}

// poisoned gives other bytes for the machine of one agreement.
type poisoned struct {
	store.Log
	digest string
}

func (p poisoned) Blob(digest string) ([]byte, error) {
	if digest == p.digest {
		return []byte(`{"format": 999}`), nil
	}
	return p.Log.Blob(digest)
}

func TestOnePoisonedAgreementIsSetAside(t *testing.T) {
	var c clock
	log := mem.New()
	signed(t, log, &c, "north", "east")
	encoded, err := small("east").Encode()
	if err != nil {
		t.Fatal(err)
	}
	c.day = on(t, "2 July 2015")
	r := run.Open(poisoned{log, store.Digest(encoded)}, c.now)
	ran, err := r.RunTo(c.day)
	if err != nil {
		t.Fatal(err)
	}
	if len(ran.Aside) != 1 || ran.Aside[0].Agreement != "east" || !errors.As(ran.Aside[0].Err, new(*machine.FormatError)) {
		t.Errorf("set aside: %+v, want east, whose format is not known", ran.Aside)
	}
	if len(ran.Outcomes) != 3 || ran.Outcomes[0].Agreement != "north" {
		t.Errorf("the other did not go on: %+v", ran.Outcomes)
	}
}

func TestOnlyTheTextThatIsBeingSigned(t *testing.T) {
	var c clock
	c.day = on(t, "20 March 2015")
	r := run.Open(mem.New(), c.now)
	if _, err := r.Sign("a.agreement", []byte("one"), small("grant"), "town", c.day, ""); err != nil {
		t.Fatal(err)
	}
	changed := small("grant")
	changed.Fundings[0].Sums[0].Sum++
	var other *run.OtherTextError
	if _, err := r.Sign("a.agreement", []byte("two"), changed, "charity", c.day, ""); !errors.As(err, &other) {
		t.Errorf("another text is signed: %v", err)
	}
	moved := small("grant")
	moved.Source[0].Line++
	if _, err := r.Sign("b.agreement", []byte("one, laid out anew"), moved, "charity", c.day, ""); err != nil {
		t.Errorf("the same text laid out anew is refused: %v", err)
	}
	path, words, err := r.Text("grant")
	if err != nil || path != "a.agreement" || string(words) != "one" {
		t.Errorf("the signed text is %q at %s, %v", words, path, err)
	}
}

func TestATextWithHolesIsNotSigned(t *testing.T) {
	var c clock
	c.day = on(t, "20 March 2015")
	log := mem.New()
	r := run.Open(log, c.now)
	m := small("grant")
	m.Holes = []machine.Hole{{At: machine.Ref{Block: "grant", Statement: "sum"}, What: "the sum"}}
	var holes *run.HolesError
	if _, err := r.Sign("a.agreement", []byte("one"), m, "town", c.day, ""); !errors.As(err, &holes) || len(holes.Holes) != 1 {
		t.Errorf("signed with a hole: %v", err)
	}
	if names, _ := r.Agreements(); len(names) != 0 {
		t.Errorf("%v is recorded", names)
	}
}

// altered shows one record with another body, and its hash made to fit.
type altered struct {
	store.Log
	seq      uint64
	old, new string
}

func (l altered) Read(stream string, from uint64) iter.Seq2[store.Record, error] {
	return func(yield func(store.Record, error) bool) {
		for rec, err := range l.Log.Read(stream, from) {
			if rec.Seq == l.seq {
				rec.Body = []byte(strings.Replace(string(rec.Body), l.old, l.new, 1))
			}
			if !yield(rec, err) {
				return
			}
		}
	}
}

// In a long record digests are compared beside the replay: the first that differs is
// named all the same, also where a later event is refused for it.
func TestALongReplayNamesTheFirstEventThatDiffers(t *testing.T) {
	var c clock
	log := mem.New()
	r := signed(t, log, &c, "grant")
	c.day = on(t, "6 July 2015")
	if _, err := r.Do("grant", returned(c.day, "town", 12), ""); err != nil {
		t.Fatal(err)
	}
	q1 := value.Period{Kind: value.Quarter, Start: 2015, N: 1}
	for n := range 600 {
		v := value.Int(int64(n))
		var ev engine.Event = engine.Accepted{Act: engine.Act{On: c.day, By: "charity"}, Measure: "visits", Period: q1}
		if n%2 == 1 {
			ev = engine.Restated{Act: engine.Act{On: c.day, By: "town"}, Measure: "visits", Period: q1, Value: &v}
		}
		if _, err := r.Do("grant", ev, ""); err != nil {
			t.Fatal(err)
		}
	}
	if err := log.DropStates(); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []altered{
		{log, 401, `"digest":"`, `"digest":"0`},                                          // none
		{log, 401, `"value":"393"`, `"value":"394"`},                                     // another figure
		{log, 401, `"by":"town"`, `"by":"charity"`},                                      // refused
		{log, 401, `,"digest":"`, `,"digest":"` + strings.Repeat("0", 64) + `","was":"`}, // another
	} {
		var corrupt *run.CorruptDigestError
		_, err := run.Open(bad, c.now).Load("grant")
		if !errors.As(err, &corrupt) || corrupt.Seq != bad.seq {
			t.Errorf("%s in place of %s in event %d: %v", bad.new, bad.old, bad.seq, err)
		}
	}
	if _, err := run.Open(altered{log, 401, "", ""}, c.now).Load("grant"); err != nil {
		t.Error(err)
	}
}

func TestReplayNamesTheFirstEventThatDiffers(t *testing.T) {
	var c clock
	log := mem.New()
	r := signed(t, log, &c, "grant")
	c.day = on(t, "6 July 2015")
	if _, err := r.Do("grant", returned(c.day, "town", 12), ""); err != nil {
		t.Fatal(err)
	}
	var corrupt *run.CorruptDigestError
	_, err := run.Open(altered{log, 7, `"value":"12"`, `"value":"13"`}, c.now).Verify(nil)
	if !errors.As(err, &corrupt) || corrupt.Seq != 7 {
		t.Errorf("another figure in event 7: %v", err)
	}
	_, err = run.Open(altered{log, 3, `"by":"charity"`, `"by":"town"`}, c.now).Load("grant")
	if !errors.As(err, &corrupt) || corrupt.Seq != 3 {
		t.Errorf("another hand under event 3: %v", err)
	}
	var format *run.FormatError
	_, err = run.Open(altered{log, 2, `"version":1`, `"version":4`}, c.now).Load("grant")
	if !errors.As(err, &format) || format.Have != 4 {
		t.Errorf("a newer record: %v", err)
	}
}
