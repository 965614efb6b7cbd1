package run_test

import (
	"testing"
	"time"

	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/value"
	"concordat/store"
)

// small is an agreement of two parties: a town returns a count each quarter,
// within 5 working days, and pays a charity £40,000 a year by quarters.
func small(name string) *machine.Machine {
	town, charity := machine.Who{Parties: []string{"town"}}, machine.Who{Parties: []string{"charity"}}
	every := machine.Who{Every: true}
	in := func(block, statement string) machine.Ref { return machine.Ref{Block: block, Statement: statement} }
	day := func(a machine.Anchor) *machine.Deadline { return &machine.Deadline{Anchor: a} }
	figure := machine.Chart{ID: "visits", Kind: machine.KindFigure, Block: "visits", Every: value.Quarter,
		States: []machine.State{{Name: "scheduled"}, {Name: "due", Waits: &town}, {Name: "late", Waits: &town},
			{Name: "submitted", Waits: &charity}, {Name: "final", End: true}},
		Moves: []machine.Move{
			{ID: "open", From: []string{"scheduled"}, To: "due", On: machine.OnDeadline, At: day(machine.AnchorPeriodEnd), Says: in("counts", "every")},
			{ID: "due", From: []string{"due"}, To: "late", On: machine.OnDeadline, Says: in("counts", "due"),
				At: &machine.Deadline{Span: value.Span{N: 5, Unit: value.WorkingDays}, Anchor: machine.AnchorPeriodEnd}},
			{ID: "return", From: []string{"due", "late"}, To: "submitted", On: machine.OnReturn, By: &town, Says: in("visits", "returned")},
			{ID: "accept", From: []string{"submitted"}, To: "final", On: machine.OnAccept, By: &charity, Says: in("counts", "accepted")},
			{ID: "restate", From: []string{"final"}, To: "submitted", On: machine.OnRestate, By: &town, Says: in("visits", "returned")},
		}}
	payment := machine.Chart{ID: "grant", Kind: machine.KindPayment, Block: "grant", Every: value.Quarter,
		States: []machine.State{{Name: "scheduled"}, {Name: "paid", End: true}},
		Moves: []machine.Move{{ID: "pay", From: []string{"scheduled"}, To: "paid", On: machine.OnDeadline, At: day(machine.AnchorPeriod),
			Do: []machine.Action{{Verb: machine.Post, Says: in("grant", "paid")}}, Says: in("grant", "paid")}}}
	life := machine.Chart{ID: "agreement", Kind: machine.KindAgreement, Block: "agreement",
		States: []machine.State{{Name: "draft", Waits: &every}, {Name: "agreed"}, {Name: "in force"}, {Name: "ended", End: true}},
		Moves: []machine.Move{
			{ID: "sign", From: []string{"draft"}, On: machine.OnSign, By: &every, Says: in("agreement", "")},
			{ID: "signed", From: []string{"draft"}, To: "agreed", On: machine.OnSigned, Says: in("agreement", "")},
			{ID: "begin", From: []string{"agreed"}, To: "in force", On: machine.OnDeadline, Says: in("agreement", "begins"),
				At: &machine.Deadline{Anchor: machine.AnchorTermStart, Morning: true}, Do: []machine.Action{{Verb: machine.Begin, Says: in("agreement", "begins")}}},
			{ID: "end", From: []string{"in force"}, To: "ended", On: machine.OnDeadline, At: day(machine.AnchorTermEnd), Says: in("agreement", "term")},
		}}
	m := &machine.Machine{Format: machine.Format, Language: 1, Name: name, Title: "A small grant", Currency: "GBP",
		First: value.MustDate(2015, 4, 1), Last: value.MustDate(2016, 3, 31), Begins: machine.OnFirstDay,
		YearStart: value.YearStart{Month: 4, Day: 1}, Calendar: machine.CalendarRef{Name: "england_and_wales"},
		Rounding: value.HalfUp, Remainder: value.LargestFraction,
		Parties: []machine.Party{{Name: "town"}, {Name: "charity"}},
		Returns: []machine.Return{{Name: "counts", Every: value.Quarter, Accepter: "charity"}},
		Measures: []machine.Measure{{Name: "visits", Unit: "people", Return: "counts", Returner: "town", Every: value.Quarter,
			Values: []machine.PeriodValue{{Every: value.Quarter, How: machine.AsReturned}}}},
		Fundings: []machine.Funding{{Name: "grant", From: "town", To: "charity", Every: value.Quarter,
			Sums: []machine.PeriodSum{{Period: value.Period{Kind: value.Year, Start: 2015}, Sum: 40_000_00}}}},
		Charts: []machine.Chart{figure, payment, life},
		Source: []machine.Line{{At: in("visits", "returned"), Line: 7}},
	}
	return m.Seal()
}

// clock is a shell's clock that a test sets.
type clock struct{ day value.Date }

func (c *clock) now() time.Time {
	t, err := time.Parse(time.DateOnly, c.day.ISO())
	if err != nil {
		panic(err)
	}
	return t.Add(9 * time.Hour)
}

func on(t testing.TB, text string) value.Date {
	t.Helper()
	d, err := value.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// signed is a shell in which both parties have signed an agreement on 20 March 2015.
func signed(t testing.TB, log store.Log, c *clock, names ...string) *run.Shell {
	t.Helper()
	c.day = on(t, "20 March 2015")
	r := run.Open(log, c.now)
	for _, name := range names {
		for _, party := range []string{"town", "charity"} {
			if _, err := r.Sign(name+".agreement", []byte("the text of "+name), small(name), party, c.day, ""); err != nil {
				t.Fatal(err)
			}
		}
	}
	return r
}
