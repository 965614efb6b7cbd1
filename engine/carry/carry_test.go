package carry_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"concordat/dsl/check"
	"concordat/dsl/compile"
	"concordat/dsl/parse"
	"concordat/dsl/play"
	"concordat/dsl/settled"
	"concordat/engine"
	"concordat/engine/carry"
	"concordat/engine/machine"
	"concordat/engine/scenario"
	"concordat/engine/value"
)

// Every scenario of every agreement, stopped on its way and at its end and carried
// over to the text that it has: nothing changes, not even a deadline.
func TestTheSameTextChangesNothing(t *testing.T) {
	carried := 0
	for _, dir := range folders(t) {
		for _, path := range glob(t, dir, "*.scenario") {
			m, all := scenarios(t, path)
			if m == nil {
				continue
			}
			for _, sc := range all {
				for _, n := range []int{1 + len(sc.Lines)/3, len(sc.Lines)} {
					part := sc
					part.Lines = sc.Lines[:min(n, len(sc.Lines))]
					s := scenario.Play(m, part).Final
					if given(s) {
						continue
					}
					carried++
					if !sameAfter(t, path+": "+sc.Title, m, s) {
						break
					}
				}
			}
		}
	}
	if carried < 200 {
		t.Errorf("only %d states were carried over", carried)
	}
}

func sameAfter(t *testing.T, where string, m *machine.Machine, s engine.State) bool {
	t.Helper()
	out := carry.Over(m, m, s, nil, max(s.Today, m.Starts()))
	if !out.Same() {
		for _, p := range out.Things {
			if p.Fate != carry.Kept {
				t.Errorf("%s: %s (%s) %s: %s; was %s, is %s", where, p.Key, p.State, p.Fate, p.Why, p.Was, p.Day)
			}
		}
		return false
	}
	before, after := slices.Collect(s.All()), slices.Collect(out.State.All())
	if !slices.Equal(before, after) || s.Wake() != out.State.Wake() || !slices.Equal(s.EndsWith(), out.State.EndsWith()) {
		t.Errorf("%s: another state; woken on %s, was %s", where, out.State.Wake(), s.Wake())
		return false
	}
	return true
}

// given reports whether figures were taken as given, which only a trial does.
func given(s engine.State) bool {
	for t := range s.All() {
		if t.Figure != nil && t.Figure.Assumed {
			return true
		}
	}
	return false
}

func folders(t *testing.T) []string {
	return append(glob(t, "../../agreements", "*"), "../../testdata/revisions")
}

func glob(t *testing.T, dir, pattern string) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// scenarios are those of a file, with the machine of the agreement beside it; no
// machine where it needs what does not stand there.
func scenarios(t *testing.T, path string) (*machine.Machine, []scenario.Scenario) {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	name := ""
	for line := range strings.Lines(string(src)) {
		if rest, ok := strings.CutPrefix(line, "agreement "); ok {
			name = rest
			break
		}
	}
	beside := filepath.Join(filepath.Dir(path), strings.TrimSpace(name)+".agreement")
	text, err := os.ReadFile(beside)
	if err != nil {
		return nil, nil
	}
	a, m := compiled(beside, text)
	if m == nil {
		return nil, nil
	}
	all, found := play.Scenarios(path, src, a, m)
	if found.HasErrors() {
		t.Fatalf("%s: %s", path, found[0].Text)
	}
	return m, all
}

func compiled(path string, text []byte) (*settled.Agreement, *machine.Machine) {
	tree, _ := parse.Text(path, text)
	a, found := check.Agree(tree)
	if found.HasErrors() {
		return nil, nil
	}
	return a, compile.Machine(a)
}

// A year of the alliance, with what a revision of its text does to it.
func TestWhatBecomesOfWhat(t *testing.T) {
	src, err := os.ReadFile("../../testdata/revisions/ipsa.agreement")
	if err != nil {
		t.Fatal(err)
	}
	_, old := compiled("ipsa.agreement", src)
	q1 := value.Period{Kind: value.Quarter, Start: 2015, N: 1}
	n := value.Int(140)
	returned := engine.Returned{Act: engine.Act{On: day(t, "10 July 2015"), By: "slam"}, Measure: "placements", Period: q1, Value: &n}
	contested := engine.Contested{Act: engine.Act{On: day(t, "13 July 2015"), By: "ccg"}, Measure: "placements", Period: q1, Because: "counted twice"}
	for _, x := range []struct {
		name, was, now string
		acts           []engine.Event
		thing          string
		fate           carry.Fate
		day            string
	}{
		{"a shorter deadline with an open return", "within 15 working days of quarter end", "within 12 working days of quarter end", nil, "own_tenancy 2015/16 Q1", carry.Moves, "16 July 2015"},
		{"a longer one", "within 15 working days of quarter end", "within 20 working days of quarter end", nil, "own_tenancy 2015/16 Q1", carry.Moves, "28 July 2015"},
		{"time to check a figure that is in", "accepted   by ccg, within 10 working days", "accepted   by ccg, within 5 working days", []engine.Event{returned}, "placements 2015/16 Q1", carry.Moves, "17 July 2015"},
		{"a level with another time", "level leadership  within 10 working days of referral\n  level auditor     within 20", "level leadership  within 12 working days of referral\n  level auditor     within 20", []engine.Event{returned, contested}, "figures placements 2015/16 Q1", carry.Moves, "29 July 2015"},
		{"a larger pool", "pool       £300,000", "pool       £330,000", nil, "results 2015/16", carry.Kept, ""},
		{"another sum for the second year", "£5,120,000", "£5,200,000", nil, "core 2016/17 Q1", carry.Kept, "1 April 2016"},
		{"a year less", "31 March 2017", "31 March 2016", nil, "placements 2016/17 Q1", carry.Falls, ""},
	} {
		t.Run(x.name, func(t *testing.T) {
			text := strings.Replace(string(src), x.was, x.now, 1)
			if x.name == "a year less" {
				text = strings.Replace(text, "  sum 2016/17  £5,120,000", "  # sum", 1)
			}
			_, new := compiled("ipsa.agreement", []byte(text))
			if new == nil || text == string(src) {
				t.Fatal("the revision does not check, or changes nothing")
			}
			s := lived(t, old, x.acts, day(t, "13 July 2015"))
			out := carry.Over(old, new, s, nil, s.Today)
			if stuck := out.Nowhere(); len(stuck) > 0 {
				t.Fatal(carry.Said(stuck))
			}
			at := slices.IndexFunc(out.Things, func(p carry.Passage) bool { return p.Key.String() == x.thing })
			if at < 0 {
				t.Fatalf("nothing is said of %s", x.thing)
			}
			p := out.Things[at]
			if p.Fate != x.fate || x.day != "" && p.Day != day(t, x.day) {
				t.Errorf("%s %s to %s (%s), want %s to %s", x.thing, p.Fate, p.Day, p.Why, x.fate, x.day)
			}
			goesToItsEnd(t, new, out.State)
		})
	}
}

// What a change of the text cannot do to what is open.
func TestWhatHasNowhereToGo(t *testing.T) {
	src, err := os.ReadFile("../../testdata/revisions/ipsa.agreement")
	if err != nil {
		t.Fatal(err)
	}
	_, old := compiled("ipsa.agreement", src)
	q1 := value.Period{Kind: value.Quarter, Start: 2015, N: 1}
	inputs := []engine.InputValue{{Name: "stays", Value: value.Int(21)}, {Name: "offered", Value: value.Int(10)}}
	returned := engine.Returned{Act: engine.Act{On: day(t, "10 July 2015"), By: "slam"}, Measure: "acute_stays", Period: q1, Inputs: inputs}
	for _, x := range []struct {
		name string
		edit []string // old and new, in turn
		acts []engine.Event
		want string
	}{
		{"a party that has not signed", []string{"body auditor", "party sixth \"A sixth provider\" { role provider }\n\nbody auditor"}, nil,
			"sixth (party): the new text binds it, and it has not signed: nobody is bound by the votes of others"},
		{"a figure of another form", []string{"input stays    \"Acute stays\"", "input nights   \"Acute nights\"", "stays / offered", "nights / offered"}, []engine.Event{returned},
			"acute_stays 2015/16 Q1 (submitted): the figure that came in is not what the new text asks for: nights and offered"},
		{"a figure that nobody was asked for", []string{"    weight       100% of choose", "    weight       50% of choose",
			"  measure own_tenancy", "  measure visits \"Visits\" {\n    means        \"Visits in the period\"\n    unit         visits, whole\n    weight       50% of choose\n    better       higher\n" +
				"    returned     by thames in kpi\n    each year    sum of quarters\n\n    band gamebreaking  100 or more\n    band stretch       70 to 99\n    band minimum       45 to 69\n" +
				"    band poor          25 to 44\n    band failure       24 or fewer\n  }\n\n  measure own_tenancy"}, nil,
			"results 2015/16 (awaiting figures): it would wait for visits 2015/16 Q1, a period that is over and for which nobody was asked"},
	} {
		t.Run(x.name, func(t *testing.T) {
			_, new := compiled("ipsa.agreement", []byte(strings.NewReplacer(x.edit...).Replace(string(src))))
			if new == nil {
				t.Fatal("the revision does not check")
			}
			s := lived(t, old, x.acts, day(t, "13 July 2015"))
			out := carry.Over(old, new, s, nil, s.Today)
			if stuck := carry.Said(out.Nowhere()); !slices.Contains(stuck, x.want) {
				t.Errorf("%q has nowhere to go; want %q among it", stuck, x.want)
			}
		})
	}
}

// Blocks that go by other names are the same things, and so is what is about them.
func TestNamesAreCarriedOver(t *testing.T) {
	src, err := os.ReadFile("../../testdata/revisions/ipsa.agreement")
	if err != nil {
		t.Fatal(err)
	}
	_, old := compiled("ipsa.agreement", src)
	_, new := compiled("ipsa.agreement", []byte(strings.NewReplacer("placements", "beds", "certitude", "certainly", "figures", "contests").Replace(string(src))))
	if new == nil {
		t.Fatal("the revision does not check")
	}
	q1 := value.Period{Kind: value.Quarter, Start: 2015, N: 1}
	n := value.Int(140)
	s := lived(t, old, []engine.Event{
		engine.Returned{Act: engine.Act{On: day(t, "10 July 2015"), By: "slam"}, Measure: "placements", Period: q1, Value: &n},
		engine.Contested{Act: engine.Act{On: day(t, "13 July 2015"), By: "ccg"}, Measure: "placements", Period: q1, Because: "counted twice"},
	}, day(t, "14 July 2015"))
	out := carry.Over(old, new, s, []engine.Rename{{Was: "certitude", Now: "certainly"}, {Was: "figures", Now: "contests"}, {Was: "placements", Now: "beds"}}, s.Today)
	if !out.Same() {
		t.Fatalf("not all is kept: %v", out.Things)
	}
	dispute := out.State.Find(engine.Key{Chart: "contests", Of: "beds 2015/16 Q1"})
	if dispute == nil || dispute.Opener != (engine.Key{Chart: "beds", Of: "2015/16 Q1"}) {
		t.Fatalf("the dispute is %v", dispute)
	}
	back := carry.Over(new, old, out.State, []engine.Rename{{Was: "certainly", Now: "certitude"}, {Was: "contests", Now: "figures"}, {Was: "beds", Now: "placements"}}, s.Today)
	for was := range s.All() {
		if is := back.State.Find(was.Key); !reflect.DeepEqual(was, is) {
			t.Errorf("there and back, %s is %v, was %v", was.Key, is, was)
		}
	}
	goesToItsEnd(t, new, out.State)
}

// goesToItsEnd runs what falls due until nothing does.
func goesToItsEnd(t *testing.T, m *machine.Machine, s engine.State) {
	t.Helper()
	for due := s.Wake(); due.IsSet(); due = s.Wake() {
		next, _, err := engine.Step(m, s, engine.DayReached{Act: engine.Act{On: due}})
		if err != nil {
			t.Fatal(err)
		}
		s = next
	}
}

// lived is the agreement signed by all, with these acts, up to the start of a day.
func lived(t *testing.T, m *machine.Machine, acts []engine.Event, to value.Date) engine.State {
	t.Helper()
	s := engine.New(m)
	var all []engine.Event
	for _, p := range m.Parties {
		all = append(all, engine.Signed{Act: engine.Act{On: day(t, "31 March 2015"), By: p.Name}, Fingerprint: m.Fingerprint()})
	}
	for _, ev := range append(all, acts...) {
		s = upTo(t, m, s, ev.What().On)
		next, _, err := engine.Step(m, s, ev)
		if err != nil {
			t.Fatal(err)
		}
		s = next
	}
	return upTo(t, m, s, to)
}

func upTo(t *testing.T, m *machine.Machine, s engine.State, to value.Date) engine.State {
	t.Helper()
	for due := s.Wake(); due.IsSet() && due < to; due = s.Wake() {
		next, _, err := engine.Step(m, s, engine.DayReached{Act: engine.Act{On: due}})
		if err != nil {
			t.Fatal(err)
		}
		s = next
	}
	return s
}

func day(t *testing.T, text string) value.Date {
	t.Helper()
	d, err := value.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
