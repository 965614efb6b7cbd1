package portfolio

import (
	"testing"

	"pgregory.net/rapid"

	"concordat/engine/machine"
	"concordat/engine/value"
)

func day(t interface{ Fatal(...any) }, s string) value.Date {
	d, err := value.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// alliance is two years of a council's and a trust's money for one provider.
func alliance(t *testing.T, name string) *machine.Machine {
	m := &machine.Machine{
		Name: name, Title: "An alliance", First: day(t, "1 April 2015"), Last: day(t, "31 March 2017"),
		YearStart: value.YearStart{Month: 4, Day: 1}, Remainder: value.LargestFraction, Calendar: machine.CalendarRef{Name: "england_and_wales"},
		Parties: []machine.Party{
			{Name: "council", Title: "The Council", Roles: []string{"commissioner"}}, {Name: "trust", Title: "The Trust", Roles: []string{"commissioner"}},
			{Name: "provider", Title: "The Provider", Roles: []string{"provider"}},
		},
		Shares: []machine.Shares{{Name: "buyers", Parts: []machine.Share{{Party: "council", Part: value.Ratio(1, 3)}, {Party: "trust", Part: value.Ratio(2, 3)}}}},
		Fundings: []machine.Funding{{Name: "core", Title: "Core money", From: "buyers", To: "provider", Every: value.Quarter, Sums: []machine.PeriodSum{
			{Period: value.Period{Kind: value.Year, Start: 2015}, Sum: 100_01}, {Period: value.Period{Kind: value.Year, Start: 2016}, Sum: 50_00},
		}}},
		Notices: []machine.Notice{{
			Name: "leave", Title: "Leaving", AtLeast: value.Span{N: 6, Unit: value.Months}, Expiring: value.Year,
			Manners: []machine.Manner{{Name: "hand"}, {Name: "post", Received: value.Span{N: 2, Unit: value.WorkingDays}}},
		}},
	}
	return m.Seal()
}

// A window's last day is the last: a day later the notice takes effect later.
func TestWindows(t *testing.T) {
	m := alliance(t, "a")
	for _, c := range []struct{ on, effect, last, hand, post string }{
		{"1 June 2014", "31 March 2016", "30 September 2015", "30 September 2015", "28 September 2015"}, // before the term nothing runs
		{"30 September 2015", "31 March 2016", "30 September 2015", "30 September 2015", ""},
		{"1 October 2015", "31 March 2017", "", "", ""}, // the term ends on that day anyway
	} {
		w := windows(m, day(t, c.on))[0]
		if w.Effect != day(t, c.effect) || text(w.Last) != c.last {
			t.Errorf("on %s: by %s for %s, want by %q for %s", c.on, w.Last, w.Effect, c.last, c.effect)
		}
		got := map[string]string{}
		for _, s := range w.Serve {
			got[s.Manner] = text(s.By)
		}
		if got["hand"] != c.hand || got["post"] != c.post {
			t.Errorf("on %s: serve %v, want by hand on %q and by post on %q", c.on, got, c.hand, c.post)
		}
	}
	if w := windows(m, m.Last.AddDays(1)); w != nil {
		t.Errorf("an agreement that has ended has %d windows", len(w))
	}
}

func text(d value.Date) string {
	if !d.IsSet() {
		return ""
	}
	return d.String()
}

// Whatever the notice and the day: given on the window's last day it takes
// effect as told, a day later it does not; and what is served in time is received in time.
func TestWindowLaws(t *testing.T) {
	m := alliance(t, "a")
	m.Last = day(t, "31 March 2025")
	rapid.Check(t, func(t *rapid.T) {
		n := machine.Notice{
			AtLeast:  value.Span{N: rapid.IntRange(1, 14).Draw(t, "length"), Unit: rapid.SampledFrom([]value.Unit{value.Days, value.Months, value.WorkingDays}).Draw(t, "unit")},
			Expiring: rapid.SampledFrom([]value.PeriodKind{value.NoPeriod, value.Month, value.Quarter, value.Year}).Draw(t, "expiring"),
			Manners:  []machine.Manner{{Name: "post", Received: value.Span{N: 2, Unit: value.WorkingDays}}},
		}
		on := m.First.AddDays(rapid.IntRange(0, 3000).Draw(t, "day"))
		w := window(m, &n, on)
		if !w.Last.IsSet() {
			return
		}
		at, later := effect(m, &n, w.Last), effect(m, &n, w.Last.AddDays(1))
		switch {
		case w.Last < on || w.Effect != effect(m, &n, on):
			t.Fatalf("on %s the window is %s for %s", on, w.Last, w.Effect)
		case !w.AnyDay && (at != w.Effect || later <= w.Effect):
			t.Fatalf("given on %s it takes effect on %s, a day later on %s; the window is for %s", w.Last, at, later, w.Effect)
		case w.AnyDay && (at >= m.Last || later < m.Last):
			t.Fatalf("given on %s it takes effect on %s, a day later on %s; the term ends on %s", w.Last, at, later, m.Last)
		}
		if by := w.Serve[0].By; by.IsSet() {
			if received, _ := m.Days().After(by, n.Manners[0].Received); received > w.Last {
				t.Fatalf("posted on %s it is received on %s, after %s", by, received, w.Last)
			}
		}
	})
}

// The split is that of the instalments, four of £25.00 or £25.01 and not one of £100.01. Every penny of a year's sum is somebody's, and one payer of two agreements is one.
func TestMoney(t *testing.T) {
	a, b := alliance(t, "a"), alliance(t, "b")
	b.Parties[0].Name, b.Shares[0].Parts[0].Party = "lambeth", "lambeth" // another name, the same title
	got := money([]*machine.Machine{a, b})
	want := []Share{
		{Year: "2015/16", Payer: "The Council", Pays: 66_66}, {Year: "2015/16", Payer: "The Trust", Pays: 133_36},
		{Year: "2016/17", Payer: "The Council", Pays: 33_36}, {Year: "2016/17", Payer: "The Trust", Pays: 66_64},
	}
	if len(got) != len(want) {
		t.Fatalf("%d rows, want %d: %v", len(got), len(want), got)
	}
	for i, w := range want {
		if g := got[i]; g.Year != w.Year || g.Payer != w.Payer || g.Pays != w.Pays || len(g.Of) != 2 {
			t.Errorf("row %d is %v, want %v", i, g, w)
		}
	}
}

// What the trust pays in and the council passes on to the provider is the trust's money, and counts once.
func TestPassedOn(t *testing.T) {
	m := alliance(t, "a")
	m.Fundings[0].From = "council"
	year := []machine.PeriodSum{{Period: value.Period{Kind: value.Year, Start: 2015}, Sum: 40_01}}
	m.Fundings = append(m.Fundings, machine.Funding{Name: "transfer", From: "trust", To: "council", Every: value.Year, Sums: year})
	m.Held = []machine.Fund{{Holder: "council", PaidIn: []string{"transfer"}, SpentOn: []string{"core"}}}
	got := money([]*machine.Machine{m})
	if len(got) != 3 || got[0].Pays != 60_00 || got[1].Pays != 40_01 || got[2].Pays != 50_00 {
		t.Errorf("the years are %v, want the council's £60, the trust's £40.01, and the council's £50", got)
	}
	if sum := purpose(m).Total; sum != 150_01 {
		t.Errorf("in all %s, want £150.01", sum)
	}
}

// A gainshare costs at most its pool, or its cap where that is lower; a scorecard nothing.
func TestAtStake(t *testing.T) {
	m := alliance(t, "a")
	limit := value.Money(20_00)
	g := machine.Gainshare{Pool: 30_00, Gain: machine.Formula{From: "council", To: "provider"}}
	for _, c := range []struct {
		limit     *value.Money
		scorecard bool
		want      value.Money
	}{{nil, false, 30_00}, {&limit, false, 20_00}, {nil, true, 0}} {
		g.GainCap, g.Scorecard = c.limit, c.scorecard
		var sum value.Money
		for _, line := range atStake(m, &g) {
			sum += line.Sum
		}
		if sum != 2*c.want { // two years
			t.Errorf("cap %v, scorecard %t: %s in two years, want twice %s", c.limit, c.scorecard, sum, c.want)
		}
	}
}

// The parts of the money add up to it; prevention goes by the weights of its outcomes.
func TestPurpose(t *testing.T) {
	m := alliance(t, "a")
	m.Outcomes = []machine.Outcome{{Family: "prevention", Weight: value.Ratio(3, 5)}, {Family: "organisational", Weight: value.Ratio(2, 5)}}
	m.Measures = []machine.Measure{{Shown: "already established, in a trial"}, {Shown: "being established, by a star"}, {}, {Judged: "judge"}}
	p := purpose(m)
	if p.Total != 150_01 || p.Prevention != 90_01 || p.Returns != 60_00 || p.Unsaid != 0 {
		t.Errorf("prevention %s, returns %s, not said %s of %s", p.Prevention, p.Returns, p.Unsaid, p.Total)
	}
	if p.Evidence != (Evidence{Established: 1, Trying: 1, Unsaid: 1}) {
		t.Errorf("the evidence is %v", p.Evidence)
	}
	m.Outcomes[1].Family = ""
	if p := purpose(m); p.Prevention+p.Returns+p.Unsaid != p.Total || p.Unsaid != 60_00 {
		t.Errorf("not said is %s of %s", p.Unsaid, p.Total)
	}
}

// The same title in two agreements is a question only while both run.
func TestTwice(t *testing.T) {
	a, b, c := alliance(t, "a"), alliance(t, "b"), alliance(t, "c")
	b.Fundings[0].Title = "core  money."
	c.First, c.Last = day(t, "1 April 2020"), day(t, "31 March 2021")
	got := twice([]*machine.Machine{a, b, c})
	if len(got) != 1 || got[0].What != SameMoney || len(got[0].Of) != 2 {
		t.Errorf("found %v, want the payment of a and b", got)
	}
	a.Fundings[0].Title, a.Fundings[0].Excludes = "Something else", []string{"Core money"}
	if got := twice([]*machine.Machine{a, b}); len(got) != 1 || got[0].What != SameExcluded || got[0].Of[0] != a || got[0].Of[1] != b {
		t.Errorf("found %v, want what a rules out and b pays for", got)
	}
}

// Only what goes to a provider is bought; a route without a waiver is nothing to ask about.
func TestBought(t *testing.T) {
	m := alliance(t, "a")
	m.Decisions = []machine.Decision{{Name: "waive", Title: "Waive it"}}
	for _, c := range []struct {
		to     string
		routes []machine.Route
		want   Unprocured
	}{
		{"provider", nil, NoRoute},
		{"council", nil, ""},
		{"provider", []machine.Route{{On: "core", Takes: "tender"}}, ""},
		{"provider", []machine.Route{{On: "core"}}, OpenRoute},
		{"provider", []machine.Route{{On: "core", Takes: "tender", Waiver: "waive"}}, CanWaive},
	} {
		m.Fundings[0].To, m.Routes = c.to, c.routes
		got := bought(m)
		if len(got) > 1 || (len(got) == 1) != (c.want != "") || len(got) == 1 && got[0].How != c.want {
			t.Errorf("to %s by %v: %v, want %q", c.to, c.routes, got, c.want)
		}
	}
}

// Ends that come stand first, soonest first; then those that have been; then those that are open.
func TestLook(t *testing.T) {
	var all []*machine.Machine
	for _, c := range []struct{ name, first, last string }{
		{"past", "1 April 2010", "31 March 2011"}, {"late", "1 April 2015", "31 March 2019"}, {"soon", "1 April 2015", "31 March 2016"},
		{"coming", "1 April 2016", "31 March 2018"},
	} {
		m := alliance(t, c.name)
		m.First, m.Last = day(t, c.first), day(t, c.last)
		all = append(all, m)
	}
	open := alliance(t, "open")
	open.First, open.Last = value.NoDate, value.NoDate
	v := Look(append([]*machine.Machine{open}, all...), day(t, "1 June 2015"))
	want := []struct {
		name string
		is   Standing
	}{{"soon", Running}, {"coming", NotBegun}, {"late", Running}, {"past", Ended}, {"open", Open}}
	for i, w := range want {
		if got := v.Terms[i]; got.Of.Name != w.name || got.Is != w.is {
			t.Errorf("%d is %s, %s; want %s, %s", i, got.Of.Name, got.Is, w.name, w.is)
		}
	}
}

// Every year's part for prevention is that of its own money, and the years add up
// to the whole but for the halves of a penny.
func TestPrevention(t *testing.T) {
	a, b := alliance(t, "a"), alliance(t, "b")
	a.Outcomes = []machine.Outcome{{Family: "prevention", Weight: value.Ratio(1, 4)}, {Weight: value.Ratio(3, 4)}}
	got := prevention([]*machine.Machine{a, b})
	want := []Prevention{{Year: "2015/16", Total: 200_02, Sum: 25_00}, {Year: "2016/17", Total: 100_00, Sum: 12_50}}
	if len(got) != len(want) {
		t.Fatalf("%d years, want %d", len(got), len(want))
	}
	for i, w := range want {
		if g := got[i]; g.Year != w.Year || g.Total != w.Total || g.Sum != w.Sum {
			t.Errorf("year %d is %v, want %v", i, g, w)
		}
	}
	if share, some := got[0].Share(); !some || share.Decimal(1) != "12.5" {
		t.Errorf("the share is %s, want 12.5", share.Decimal(1))
	}
	if _, some := (Prevention{}).Share(); some {
		t.Error("a year without money has a share")
	}
}

// A provider of two agreements is one; where it is the only one, that is said.
func TestProviders(t *testing.T) {
	a, b := alliance(t, "a"), alliance(t, "b")
	b.Parties = append(b.Parties, machine.Party{Name: "other", Title: "The Other", Roles: []string{"provider"}})
	b.Shares = append(b.Shares, machine.Shares{Name: "sellers", Parts: []machine.Share{{Party: "provider", Part: value.Ratio(1, 5)}, {Party: "other", Part: value.Ratio(4, 5)}}})
	b.Fundings[0].To = "sellers"
	got := providers([]*machine.Machine{a, b.Seal()})
	if len(got) != 2 || got[0].Title != "The Provider" || got[0].Gets+got[1].Gets != 300_02 {
		t.Fatalf("the providers are %v", got)
	}
	if len(got[0].Of) != 2 || len(got[0].Alone) != 1 || got[0].Alone[0] != "a" || len(got[1].Alone) != 0 {
		t.Errorf("%v is alone in a, %v nowhere", got[0], got[1])
	}
}
