package report

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/value"
)

// Posting is a sum that has moved from one party to another.
type Posting struct {
	On    value.Date
	Event uint64
	For   engine.Key
	From  string
	To    string
	Sum   value.Money
	Says  machine.Ref
}

// Postings reads what has been paid out of the record, in order.
func Postings(entries iter.Seq2[run.Entry, error]) ([]Posting, error) {
	var out []Posting
	for e, err := range entries {
		if err != nil {
			return nil, err
		}
		for _, ef := range e.Effects {
			if paid, ok := ef.(engine.Paid); ok {
				out = append(out, postings(e.Seq, paid)...)
			}
		}
	}
	return out, nil
}

func postings(event uint64, paid engine.Paid) []Posting {
	out := make([]Posting, len(paid.Lines))
	for i, l := range paid.Lines {
		out[i] = Posting{On: paid.On, Event: event, For: paid.Key, From: l.From, To: l.To, Sum: l.Sum, Says: paid.Says}
	}
	return out
}

// Ledger is what was paid, and what each party has paid and received in all.
func (p *Page) Ledger(a run.Agreement, posted []Posting) {
	p.Head("%s", Title(a))
	if len(posted) == 0 {
		p.Line("nothing has been paid yet")
		return
	}
	p.postings(posted)
	p.Head("In all")
	p.Table(balances(a.Machine, posted))
}

// postings writes a row a sum; where names are so long that a row would be wider
// than the page, what a sum is for stands in a line of its own above those that
// were paid for it.
func (p *Page) postings(posted []Posting) {
	rows := Table{Head: []string{"on", "event", "for", "from", "to", "sum"}, Right: map[int]bool{1: true, 5: true}}
	for _, x := range posted {
		rows.Row(x.On.String(), number(x.Event), x.For.String(), x.From, x.To, x.Sum.String())
	}
	if rows.width() <= Width {
		p.Table(rows)
		return
	}
	for _, together := range byPayment(posted) {
		first := together[0]
		p.Line("")
		p.Para(0, "%s, event %d: %s", first.On, first.Event, first.For)
		lines := Table{Indent: 2, Right: map[int]bool{2: true}}
		for _, x := range together {
			lines.Row(x.From, "to "+x.To, x.Sum.String())
		}
		p.Table(lines)
	}
}

// balances is each party's paid, received and difference; the last line adds up to nought.
func balances(m *machine.Machine, posted []Posting) Table {
	t := Table{Head: []string{"party", "paid", "received", "received less paid"}, Right: map[int]bool{1: true, 2: true, 3: true}}
	var out value.Money
	for _, party := range m.Parties {
		var paid, got value.Money
		for _, x := range posted {
			if x.From == party.Name {
				paid += x.Sum
			}
			if x.To == party.Name {
				got += x.Sum
			}
		}
		out += paid
		t.Row(party.Name, paid.String(), got.String(), (got - paid).String())
	}
	t.Row("all", out.String(), out.String(), value.Money(0).String())
	return t
}

type ledgerJSON struct {
	SchemaVersion int           `json:"schema_version"`
	Agreement     string        `json:"agreement"`
	Currency      string        `json:"currency"`
	Postings      []postingJSON `json:"postings"`
}

type postingJSON struct {
	On    string `json:"on"`
	Event uint64 `json:"event"`
	For   string `json:"for"`
	From  string `json:"from"`
	To    string `json:"to"`
	Pence int64  `json:"pence"`
	place
}

// LedgerJSON is the same for machines, in pence.
func LedgerJSON(a run.Agreement, posted []Posting) ([]byte, error) {
	out := ledgerJSON{SchemaVersion: 1, Agreement: a.Name, Currency: a.Machine.Currency, Postings: []postingJSON{}}
	for _, x := range posted {
		out.Postings = append(out.Postings, postingJSON{On: x.On.ISO(), Event: x.Event, For: x.For.String(), From: x.From, To: x.To, Pence: int64(x.Sum), place: placeOf(a.Machine, x.Says)})
	}
	return Indent(out)
}

// LedgerCSV is the same for a spreadsheet, in pounds and pence without signs or commas.
func LedgerCSV(a run.Agreement, posted []Posting) ([]byte, error) {
	rows := [][]string{{"on", "event", "for", "from", "to", "sum", "currency", "statement", "line"}}
	for _, x := range posted {
		rows = append(rows, []string{x.On.ISO(), number(x.Event), x.For.String(), x.From, x.To, plain(x.Sum), a.Machine.Currency, x.Says.String(),
			fmt.Sprint(lineOf(a.Machine, x.Says))})
	}
	return table(rows)
}

// plain is a sum for programs: "180000.00".
func plain(m value.Money) string {
	sign := ""
	if m < 0 {
		sign, m = "-", -m
	}
	return fmt.Sprintf("%s%d.%02d", sign, m/100, m%100)
}

// byPayment groups postings that belong to one payment: one transaction each.
func byPayment(posted []Posting) [][]Posting {
	var out [][]Posting
	for _, x := range posted {
		if n := len(out); n > 0 && out[n-1][0].For == x.For && out[n-1][0].Event == x.Event {
			out[n-1] = append(out[n-1], x)
			continue
		}
		out = append(out, []Posting{x})
	}
	return out
}

// sides adds a payment's postings up by party: what it paid is below nought.
func sides(m *machine.Machine, posted []Posting) []engine.Line {
	var out []engine.Line
	for _, party := range m.Parties {
		var sum value.Money
		for _, x := range posted {
			if x.From == party.Name {
				sum -= x.Sum
			}
			if x.To == party.Name {
				sum += x.Sum
			}
		}
		if sum != 0 {
			out = append(out, engine.Line{To: party.Name, Sum: sum})
		}
	}
	slices.SortStableFunc(out, func(x, y engine.Line) int { return cmp.Compare(min(x.Sum, 0), min(y.Sum, 0)) })
	return out
}
