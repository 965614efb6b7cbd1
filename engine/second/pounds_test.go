package second_test

import (
	"fmt"
	"strings"
	"testing"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/scenario"
	"concordat/engine/second"
	"concordat/engine/value"
)

// Every sum that any scenario expects is what the second opinion says. Which
// payments are still open is the engine's word; what each of them is, is not.
// What claims of a ratecard pay has its second opinion in engine/sums/ratecard.
func TestEveryPoundHasASecondOpinion(t *testing.T) {
	asked := 0
	for _, s := range stories(t) {
		for i, line := range s.sc.Lines {
			expect, ok := line.(scenario.Expect)
			if !ok {
				continue
			}
			var have int64
			var want value.Money
			var err error
			switch that := expect.That.(type) {
			case scenario.Owes:
				if s.m.Ratecard(that.Under) != nil {
					continue
				}
				want = that.Sum
				have, err = s.owes(that, s.upTo(i))
			case scenario.Bears:
				want = that.Sum
				have, err = s.bears(that, s.upTo(i))
			default:
				continue
			}
			asked++
			switch {
			case err != nil:
				t.Errorf("%s: %s: %v", s.where(i), expect.Text, err)
			case have != int64(want):
				t.Errorf("%s: %s: the second opinion is %s", s.where(i), expect.Text, value.Money(have))
			}
		}
	}
	if asked < 100 {
		t.Errorf("only %d sums were asked about", asked)
	}
}

// owes adds up what a party pays, or is paid, by the payments that are open.
func (s story) owes(x scenario.Owes, st engine.State) (int64, error) {
	var sum int64
	for t := range st.All() {
		if t.Payment == nil || t.Payment.Paid.IsSet() || !s.m.YearStart.Within(t.Period, x.Period) {
			continue
		}
		chart := s.m.ChartOf(t.Key.Chart)
		if chart.Block != x.Under || chart.State(t.State).End {
			continue
		}
		of, err := s.payment(t, st)
		if err != nil {
			return 0, err
		}
		side := of.Pays
		if x.Owed {
			side = of.Gets
		}
		for _, name := range s.parties(x.Party) {
			sum += side[name]
		}
	}
	return sum, nil
}

func (s story) parties(name string) []string {
	for _, sh := range s.m.Shares {
		if sh.Name == name {
			var out []string
			for _, p := range sh.Parts {
				out = append(out, p.Party)
			}
			return out
		}
	}
	return []string{name}
}

func (s story) bears(x scenario.Bears, st engine.State) (int64, error) {
	g, ok := s.result(x.Under, x.Period.String(), st)
	if !ok {
		return 0, fmt.Errorf("a figure is not final")
	}
	var sum int64
	for _, name := range s.parties(x.Who) {
		sum += g.Bears[name]
	}
	return sum, nil
}

// payment is the second opinion on one payment.
func (s story) payment(t *engine.Thing, st engine.State) (second.Sums, error) {
	block, part, _ := strings.Cut(t.Key.Chart, "/")
	period := t.Period.String()
	switch {
	case s.m.Funding(block) != nil && part == "":
		of, err := s.second.Instalment(block, period, facts(s.m, st))
		for who, less := range s.second.Less(block, period, confirmed(s.m, st), facts(s.m, st)) {
			of.Pays[who] -= less
			of.Gets[s.m.Funding(block).To] -= less
		}
		return of, err
	case s.m.Funding(block) != nil && part == "repayment":
		return s.second.Repayment(block, period, iso(t.Day(machine.AnchorEnd)), facts(s.m, st))
	case s.m.Tranche(block) != nil:
		return s.second.Tranche(block)
	case (s.m.Gainshare(block) != nil || s.m.Fund(block) != nil) && part == "payment":
		return s.settled(block, t)
	}
	return second.Sums{}, fmt.Errorf("the second opinion does not know what %s pays", t.Key)
}

// settled is what a settlement pays for a period, with the figures of the day on
// which it was confirmed; a correction takes what was paid to what should be.
func (s story) settled(block string, t *engine.Thing) (second.Sums, error) {
	made := s.on(t.Day(machine.AnchorDecision))
	now, ok := s.result(block, t.Period.String(), made)
	if !ok {
		return second.Sums{}, fmt.Errorf("%s: a figure is not final", t.Key)
	}
	_, n, corrects := strings.Cut(t.Key.Of, " correction ")
	if !corrects {
		return now.Sums, nil
	}
	before := t.Period.String()
	if n != "1" {
		before = fmt.Sprintf("%s correction %c", before, n[0]-1)
	}
	was := second.Result{}
	if old := made.Find(engine.Key{Chart: t.Key.Chart, Of: before}); old != nil { // nothing was paid before where nothing was owed
		was, _ = s.result(block, t.Period.String(), s.on(old.Day(machine.AnchorDecision)))
	}
	return second.Difference(was.Sums, now.Sums), nil
}

// result is what a settlement comes to with what is final in a state.
func (s story) result(block, period string, st engine.State) (second.Result, bool) {
	if s.m.Fund(block) != nil {
		return s.second.Reconciled(block, period, confirmed(s.m, st)[block], facts(s.m, st))
	}
	if g := s.m.Gainshare(block); g.Cost != nil {
		return s.second.Shared(block, period, moves(block, period, st), facts(s.m, st))
	}
	return s.second.Gain(block, period, facts(s.m, st))
}

// moves are what was decided about a year's sharing of cost.
func moves(block, period string, st engine.State) (out second.Moves) {
	t := st.Find(engine.Key{Chart: block, Of: period})
	if t == nil {
		return out
	}
	for _, mv := range t.Targets {
		out.Targets = append(out.Targets, second.Target{Of: mv.Of.String(), Sum: int64(mv.Sum)})
	}
	if a := st.Find(engine.Key{Chart: "agreement"}); a.State == "ended" {
		out.Ended = iso(a.Since)
	}
	out.Refused = t.Settlement != nil && t.Settlement.Refused
	return out
}

// on is the state at the end of a day of the story.
func (s story) on(day value.Date) engine.State {
	sc := s.sc
	sc.Lines = nil
	for _, l := range s.sc.Lines {
		if on := dayOf(l); !on.IsSet() || on <= day {
			sc.Lines = append(sc.Lines, l)
		}
	}
	sc.Lines = append(sc.Lines, scenario.Expect{On: day, That: scenario.Stands{Chart: "agreement", State: scenario.Open}})
	r := scenario.Play(s.m, sc)
	return r.Final
}

func dayOf(l scenario.Line) value.Date {
	switch l := l.(type) {
	case scenario.Act:
		return l.On
	case scenario.Expect:
		return l.On
	case scenario.Refuse:
		return l.On
	}
	return value.NoDate
}

// confirmed are the days on which the years of a fund were confirmed.
func confirmed(m *machine.Machine, st engine.State) map[string]map[string]string {
	out := map[string]map[string]string{}
	for i := range m.Held {
		name := m.Held[i].Name
		out[name] = map[string]string{}
		for t := range st.Of(name) {
			if t.Settlement != nil && t.State == "confirmed" {
				out[name][t.Period.String()] = iso(t.Since)
			}
		}
	}
	return out
}

// facts are the final figures of a state, as text.
func facts(m *machine.Machine, st engine.State) second.Facts {
	out := second.Facts{}
	for i := range m.Measures {
		me := &m.Measures[i]
		of := map[string]second.Figure{}
		for t := range st.Of(me.Name) {
			if t.Figure == nil || !t.Figure.Final {
				continue
			}
			f := second.Figure{Given: t.Figure.Assumed}
			if t.Figure.Band != value.NoBand {
				f.Band = t.Figure.Band.String()
			}
			if t.Figure.Value != nil {
				f.Value = number(*t.Figure.Value)
			}
			for _, in := range t.Figure.Inputs {
				if f.Inputs == nil {
					f.Inputs = map[string]string{}
				}
				f.Inputs[in.Name] = number(in.Value)
			}
			of[t.Period.String()] = f
		}
		out[me.Name] = of
	}
	return out
}

func number(n value.Num) string {
	text, _ := n.MarshalText() // it never fails
	return string(text)
}

func iso(d value.Date) string {
	text, _ := d.MarshalText() // it never fails
	return string(text)
}
