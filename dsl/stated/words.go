package stated

import (
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// figureWords is a figure as people write it: a sum in pounds, to the penny
// where it has any; one that is no whole penny is cut after two more places.
func figureWords(n value.Num, kind machine.Type) string {
	if kind != machine.TypeMoney {
		return grouped(n)
	}
	if pence, ok := n.Int64(); ok {
		return value.Money(pence).String()
	}
	pounds := n.Mul(value.Ratio(1, 100))
	return "£" + pounds.Decimal(4)
}

// grouped is a number with commas; one that never ends is cut after four places.
func grouped(n value.Num) string {
	if n.IsWhole() {
		return syntax.Words(n.String())
	}
	if text := n.Decimal(4); value.MustNum(text).Equal(n) {
		return n.Decimal(places(n))
	}
	return n.Decimal(4)
}

func places(n value.Num) int {
	for p := range 4 {
		if value.MustNum(n.Decimal(p)).Equal(n) {
			return p
		}
	}
	return 4
}

// inUnit is a figure in the unit of what is stated.
func (s *settler) inUnit(n value.Num, stated *syntax.Stated) string {
	sum := stated.Nowhere.Word == syntax.NowhereSum
	if v := stated.Value; v != nil {
		if v.Percent != nil {
			return grouped(n.Mul(value.Int(100))) + "%"
		}
		sum = v.Money != nil
	}
	if sum {
		return figureWords(n, machine.TypeMoney)
	}
	return figureWords(n, machine.TypeNumber)
}

// countWords says which rows a given figure was counted from.
func countWords(file *syntax.File, v *syntax.GivenFigure) string {
	from, to := v.Name.At.End, 0
	where := (*syntax.Rows)(nil)
	if v.Count != nil {
		to, where = v.Count.What.At.End, v.Count.Where
		if v.Count.In != nil {
			to = v.Count.In.At.End
		}
	} else {
		to, where = v.Sum.In.At.End, v.Sum.Where
	}
	if where != nil {
		last := where.Tests[len(where.Tests)-1]
		c := last.Cells[len(last.Cells)-1]
		if c.Text != nil {
			to = c.Text.At.End
		} else {
			to = c.Word.At.End
		}
	}
	at := v.Name.At
	at.Start, at.End = from+1, to
	return file.Words(at)
}

// Verdict is what became of a claim, in words, and on which side of the truth it
// is known to lie.
func (c *Claim) Verdict() string {
	if c.Bias != "" && !c.Broken {
		return c.became() + "; known to be " + c.Bias
	}
	return c.became()
}

func (c *Claim) became() string {
	switch {
	case c.Broken:
		return "not read: see the finding"
	case len(c.Needs) > 0:
		return "not reproducible: needs " + c.Needs[0] + more(len(c.Needs)-1)
	case c.Nowhere:
		return "worked out here"
	case c.Differs:
		return "differs"
	case c.Rounded != "":
		return "agrees, rounded " + c.Rounded
	}
	return "agrees"
}

func more(n int) string {
	if n == 0 {
		return ""
	}
	return "; and " + value.Int(int64(n)).String() + " more"
}
