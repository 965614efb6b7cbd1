package portfolio

import (
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// Purpose is what an agreement's fixed money is for, and on what evidence.
type Purpose struct {
	Of    *machine.Machine
	Total value.Money // paid and committed over the whole term, whatever is achieved
	// Prevention and Returns are the parts of Total that go by the weights of the
	// outcomes of each family, rounded half up to the penny; Unsaid is the rest, for
	// which no outcome names a family.
	Prevention, Returns, Unsaid value.Money
	Evidence                    Evidence
}

// Evidence counts an agreement's figures by what is known of them; what people
// judge is no figure.
type Evidence struct {
	Established int // already known to show what they claim
	Trying      int // it is being established
	Unsaid      int
}

func purpose(m *machine.Machine) Purpose {
	p := Purpose{Of: m, Total: total(m)}
	prevention, returns, all := value.Int(0), value.Int(0), value.Int(0)
	for _, o := range m.Outcomes {
		all = all.Add(o.Weight)
		switch o.Family {
		case "prevention":
			prevention = prevention.Add(o.Weight)
		case "organisational":
			returns = returns.Add(o.Weight)
		}
	}
	p.Prevention, p.Returns = part(p.Total, prevention, all), part(p.Total, returns, all)
	p.Unsaid = max(p.Total-p.Prevention-p.Returns, 0)
	p.Returns = p.Total - p.Prevention - p.Unsaid // two halves of a penny are one
	for _, me := range m.Measures {
		switch {
		case me.Judged != "":
		case strings.HasPrefix(me.Shown, "already"):
			p.Evidence.Established++
		case me.Shown != "":
			p.Evidence.Trying++
		default:
			p.Evidence.Unsaid++
		}
	}
	return p
}

// total is what is paid and committed over the term. What partners pay the
// holder of a fund or an advance and it then spends counts once.
func total(m *machine.Machine) value.Money {
	var sum value.Money
	for i := range m.Fundings {
		for _, line := range paidUnder(m, &m.Fundings[i]) {
			sum += line.Sum
		}
	}
	for _, line := range passedOn(m) {
		sum -= line.Sum
	}
	for _, c := range m.Commitments {
		for _, g := range c.Gives {
			sum += g.Sum
		}
	}
	return sum
}

func part(sum value.Money, weight, all value.Num) value.Money {
	if all.IsZero() {
		return 0
	}
	share, err := weight.Div(all)
	if err != nil {
		panic("portfolio: " + err.Error()) // all is not zero
	}
	pence, _ := value.FromMoney(sum).Mul(share).Money(value.HalfUp)
	return pence
}
