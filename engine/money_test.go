package engine_test

import (
	"testing"

	"concordat/engine"
	"concordat/engine/machine"
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
		bands := map[string]value.Band{}
		for _, me := range m.Measures {
			bands[me.Name] = rapid.SampledFrom(value.Bands[:]).Draw(t, me.Name)
			s = must(t, m, s, engine.Assumed{Act: engine.Act{On: m.First}, Measure: me.Name, Period: year, Band: bands[me.Name], Final: final})
		}
		s = reach(t, m, s, final)
		thing := s.Find(engine.Key{Chart: "results", Of: "2015/16"})
		if thing.Settlement == nil {
			t.Fatalf("results is %s on %s", thing.State, final)
		}
		compare(t, thing.Settlement, secondOpinion(m, &m.Gainshares[0], bands))
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

func compare(t *rapid.T, have *engine.Settlement, want opinion) {
	if rat(have.Score).Cmp(want.score) != 0 || int64(have.Sum) != want.sum || int64(have.Beyond) != want.beyond {
		t.Fatalf("score %s, sum %s, beyond %s; a second opinion: %s, %d, %d", have.Score, have.Sum, have.Beyond, want.score, want.sum, want.beyond)
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
	}{{"pays", pays, want.pays}, {"receives", gets, want.gets}, {"bears", bears, want.bears}} {
		for who, sum := range side.want {
			if side.have[who] != sum {
				t.Fatalf("%s %s %d pence; a second opinion: %d", who, side.what, side.have[who], sum)
			}
		}
	}
}
