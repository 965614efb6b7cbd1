package second

import (
	"math/big"
	"slices"
)

// Facts are the final figures on record: by measure, then by the period for
// which each was returned, judged, decided or given.
type Facts map[string]map[string]Figure

// Figure is a final figure: a value, the inputs that it is worked out from, or a
// band that was decided. Given is one that a trial takes as the whole period's.
type Figure struct {
	Value  string
	Inputs map[string]string
	Band   string
	Given  bool
}

// worth is what a measure comes to in a period.
type worth struct {
	value *big.Rat
	band  string
	final bool
}

var bandOrder = []string{"failure", "poor", "minimum", "stretch", "gamebreaking"}

func (m *Machine) worth(me *measure, period string, f Facts) worth {
	if g, ok := f[me.Name][period]; ok && (g.Given || g.Band != "") {
		w := worth{band: g.Band, final: true}
		if g.Value != "" {
			w.value = rat(g.Value)
		}
		if w.band == "" {
			w.band = me.bandOf(w.value)
		}
		return w
	}
	var line *periodValue
	for i := range me.Values {
		if me.Values[i].Every == kindOf(period) {
			line = &me.Values[i]
		}
	}
	over := []string{period}
	if kindOf(period) != me.Every {
		over = pieces(yearOf(period), me.Every)
		if line != nil && line.How == "as returned for" {
			over = over[line.From-1 : line.From]
		}
	}
	return me.over(line, over, f)
}

// over works a period's value out of the figures returned in it.
func (me *measure) over(line *periodValue, periods []string, f Facts) worth {
	worst := len(bandOrder)
	sum := new(big.Rat)
	totals := map[string]*big.Rat{}
	for _, p := range periods {
		g, ok := f[me.Name][p]
		if !ok {
			return worth{}
		}
		if g.Band != "" {
			worst = min(worst, slices.Index(bandOrder, g.Band))
		}
		if g.Value != "" {
			sum.Add(sum, rat(g.Value))
		}
		for name, text := range g.Inputs {
			if totals[name] == nil {
				totals[name] = new(big.Rat)
			}
			totals[name].Add(totals[name], rat(text))
		}
	}
	if worst < len(bandOrder) {
		return worth{band: bandOrder[worst], final: true}
	}
	if line != nil && line.How == "computed" {
		x, ok := work(line.By, totals)
		if !ok {
			return worth{band: me.IfZero.Take, final: me.IfZero != nil}
		}
		sum = round(x, me.Places, me.Rounding)
	}
	return worth{value: sum, band: me.bandOf(sum), final: true}
}

func (me *measure) bandOf(v *big.Rat) string {
	for _, b := range me.Bands {
		r := b.Range
		if r == nil {
			continue
		}
		low, high := true, true
		if r.Low != nil {
			c := v.Cmp(rat(*r.Low))
			low = c > 0 || c == 0 && !r.LowOpen
		}
		if r.High != nil {
			c := v.Cmp(rat(*r.High))
			high = c < 0 || c == 0 && !r.HighOpen
		}
		if low && high {
			return b.Band
		}
	}
	return ""
}

// Result is a gainshare's period: what is paid, and what each bears beyond a cap.
type Result struct {
	Score *big.Rat
	Sums
	Bears map[string]int64
}

// Gain is what a gainshare comes to in a period, with what is final by then;
// false while a measure is not.
func (m *Machine) Gain(name, period string, f Facts) (Result, bool) {
	g := m.gainshare(name)
	score, ok := m.score(g, period, f)
	if !ok {
		return Result{}, false
	}
	out := Result{Score: score}
	if g.Scorecard || score.Sign() == 0 {
		return out, true
	}
	of, limit := g.Gain, g.GainCap
	if score.Sign() < 0 {
		of, limit = g.Pain, g.PainCap
	}
	exact, _ := work(&of.Sum, map[string]*big.Rat{"pool": whole(g.Pool), "score": score})
	sum := m.pence(exact)
	if limit != nil && sum > *limit {
		if score.Sign() < 0 && g.Beyond != "" {
			out.Bears = m.deal(g.Beyond, sum-*limit)
		}
		sum = *limit
	}
	out.Sums = m.between(of.From, of.To, sum)
	return out, true
}

func (m *Machine) gainshare(name string) *gainshare {
	for i := range m.Gainshares {
		if m.Gainshares[i].Name == name {
			return &m.Gainshares[i]
		}
	}
	return nil
}

func (m *Machine) score(g *gainshare, period string, f Facts) (*big.Rat, bool) {
	total := new(big.Rat)
	for _, o := range m.Outcomes {
		for i := range m.Measures {
			me := &m.Measures[i]
			if o.Of != g.Name || me.Outcome != o.Name {
				continue
			}
			w := m.worth(me, period, f)
			if !w.final {
				return nil, false
			}
			points := g.points(me, w)
			total.Add(total, points.Mul(points, new(big.Rat).Mul(rat(me.Weight), rat(o.Weight))))
		}
	}
	if g.Places != nil {
		total = round(total, *g.Places, g.Rounding)
	}
	return total, true
}

func (g *gainshare) of(band string) *big.Rat {
	for _, p := range g.Points {
		if p.Band == band {
			return rat(p.Score)
		}
	}
	return new(big.Rat)
}

// points of a band; interpolated, a band's points are reached where it is entered.
func (g *gainshare) points(me *measure, w worth) *big.Rat {
	at := slices.Index(bandOrder, w.band)
	if g.Stepped || w.value == nil || at == 0 || at == len(bandOrder)-1 {
		return g.of(w.band)
	}
	here, next := me.entered(bandOrder[at]), me.entered(bandOrder[at+1])
	if here == nil || next == nil || here.Cmp(next) == 0 {
		return g.of(w.band)
	}
	along := new(big.Rat).Sub(w.value, here)
	along.Quo(along, new(big.Rat).Sub(next, here))
	along.Mul(along, new(big.Rat).Sub(g.of(bandOrder[at+1]), g.of(w.band)))
	return along.Add(along, g.of(w.band))
}

// entered is the worst value of a band.
func (me *measure) entered(name string) *big.Rat {
	for _, b := range me.Bands {
		if b.Band != name || b.Range == nil {
			continue
		}
		end := b.Range.Low
		if me.Lower {
			end = b.Range.High
		}
		if end != nil {
			return rat(*end)
		}
	}
	return nil
}
