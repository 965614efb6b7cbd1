package engine_test

import (
	"math/big"
	"testing"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/second"
	"concordat/engine/value"

	"pgregory.net/rapid"
)

// In random agreements of the alliance's form (other shares, weights, points,
// pool, cap and bands) the engine and the second opinion agree to the penny on
// what each party pays, receives and bears.
func TestGainshareAgreesWithASecondOpinion(t *testing.T) {
	text := compiled(t)
	rapid.Check(t, func(t *rapid.T) {
		m, err := machine.Decode(text)
		if err != nil {
			t.Fatal(err)
		}
		shuffle(t, m)
		m.Seal()
		s := inForce(t, m)
		year, _ := value.ParsePeriod("2015/16")
		final := value.MustDate(2016, 4, 29)
		facts := second.Facts{}
		for _, me := range m.Measures {
			band := rapid.SampledFrom(value.Bands[:]).Draw(t, me.Name)
			facts[me.Name] = map[string]second.Figure{"2015/16": {Band: band.String(), Given: true}}
			s = must(t, m, s, engine.Assumed{Act: engine.Act{On: m.First}, Measure: me.Name, Period: year, Band: band, Final: final})
		}
		s = reach(t, m, s, final)
		thing := s.Find(engine.Key{Chart: "results", Of: "2015/16"})
		if thing.Settlement == nil {
			t.Fatalf("results is %s on %s", thing.State, final)
		}
		compare(t, m, thing.Settlement, opinionOn(t, m, facts))
	})
}

// shuffle gives the agreement other numbers, such as the checker would let through.
func shuffle(t *rapid.T, m *machine.Machine) {
	for i := range m.Shares {
		for j, part := range whole(t, len(m.Shares[i].Parts)) {
			m.Shares[i].Parts[j].Part = part
		}
	}
	for i, part := range whole(t, len(m.Outcomes)) {
		m.Outcomes[i].Weight = part
	}
	g := &m.Gainshares[0]
	g.Pool = value.Money(rapid.Int64Range(1, 90_000_000).Draw(t, "pool"))
	limit := value.Money(rapid.Int64Range(1, 90_000_000).Draw(t, "pain cap"))
	g.PainCap = &limit
	score := rapid.Int64Range(-9_999, -5_000).Draw(t, "lowest points")
	for i := len(g.Points) - 1; i >= 0; i-- {
		g.Points[i].Score = value.Ratio(score, 97)
		score += rapid.Int64Range(1, 6_000).Draw(t, "step")
	}
}

// whole is n random parts that make 1.
func whole(t *rapid.T, n int) []value.Num {
	parts := rapid.SliceOfN(rapid.Int64Range(1, 101), n, n).Draw(t, "parts")
	var sum int64
	for _, p := range parts {
		sum += p
	}
	out := make([]value.Num, n)
	for i, p := range parts {
		out[i] = value.Ratio(p, sum)
	}
	return out
}

// opinionOn is the second opinion on the first year of the alliance.
func opinionOn(t *rapid.T, m *machine.Machine, facts second.Facts) second.Result {
	text, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	opinion, err := second.Read(text)
	if err != nil {
		t.Fatal(err)
	}
	out, ok := opinion.Gain("results", "2015/16", facts)
	if !ok {
		t.Fatal("the second opinion waits for a figure")
	}
	return out
}

func compare(t *rapid.T, m *machine.Machine, have *engine.Settlement, want second.Result) {
	text, _ := have.Score.MarshalText() // it never fails
	if score, _ := new(big.Rat).SetString(string(text)); score.Cmp(want.Score) != 0 {
		t.Fatalf("score %s; a second opinion: %s", have.Score, want.Score)
	}
	pays, gets, bears := map[string]int64{}, map[string]int64{}, map[string]int64{}
	for _, l := range have.Lines {
		pays[l.From] += int64(l.Sum)
		gets[l.To] += int64(l.Sum)
	}
	for _, l := range have.Bearers {
		bears[l.From] += int64(l.Sum)
	}
	for _, side := range []struct {
		what       string
		have, want map[string]int64
	}{{"pays", pays, want.Pays}, {"receives", gets, want.Gets}, {"bears", bears, want.Bears}} {
		for _, p := range m.Parties {
			if have, want := side.have[p.Name], side.want[p.Name]; have != want {
				t.Fatalf("%s %s %d pence; a second opinion: %d", p.Name, side.what, have, want)
			}
		}
	}
}
