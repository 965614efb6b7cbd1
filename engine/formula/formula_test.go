package formula

import (
	"errors"
	"testing"

	"concordat/engine/machine"
	"concordat/engine/value"
)

func num(s string) machine.Expr {
	n := value.MustNum(s)
	return machine.Expr{Op: machine.OpConst, Num: &n}
}

func name(s string) machine.Expr { return machine.Expr{Op: machine.OpVar, Name: s} }

func op(o machine.Op, args ...machine.Expr) machine.Expr { return machine.Expr{Op: o, Args: args} }

func vars(m map[string]string) *Scope {
	return &Scope{Var: func(n string) (value.Num, bool) {
		s, ok := m[n]
		if !ok {
			return value.Num{}, false
		}
		return value.MustNum(s), true
	}}
}

func TestNumber(t *testing.T) {
	scope := vars(map[string]string{"pool": "30000000", "score": "-70", "stays": "7", "offered": "3", "none": "0"})
	for _, c := range []struct {
		about string
		e     machine.Expr
		want  string
	}{
		{"pool * score / 100", op(machine.OpDiv, op(machine.OpMul, name("pool"), op(machine.OpNeg, name("score"))), num("100")), "21000000"},
		{"a third stays a third", op(machine.OpMul, op(machine.OpDiv, name("stays"), name("offered")), num("3")), "7"},
		{"the least of three", op(machine.OpMin, num("3"), num("1.5"), num("2")), "1.5"},
		{"the most of three", op(machine.OpMax, num("3"), num("1.5"), num("2")), "3"},
		{"a sum less one", op(machine.OpSub, op(machine.OpSum, num("1"), num("2"), num("3")), num("1")), "5"},
		{"how many hold", op(machine.OpCount, op(machine.OpGt, num("2"), num("1")), op(machine.OpGt, num("1"), num("2"))), "1"},
	} {
		got, err := scope.Number(&c.e)
		if err != nil || !got.Equal(value.MustNum(c.want)) {
			t.Errorf("%s: %s, %v; want %s", c.about, got, err, c.want)
		}
	}
	byZero := op(machine.OpDiv, name("stays"), name("none"))
	if _, err := scope.Number(&byZero); !errors.Is(err, ErrDivideByZero) {
		t.Errorf("dividing by zero: %v", err)
	}
}

// A condition on a figure that is not known is false, and so is its opposite
// comparison; every part that was looked at is told.
func TestHolds(t *testing.T) {
	scope := vars(nil)
	scope.Value = func(m string) (value.Num, bool) { return value.Int(4), m == "known" }
	at := func(o machine.Op, measure string) machine.Expr {
		return op(o, machine.Expr{Op: machine.OpValue, Name: measure}, num("4"))
	}
	for _, c := range []struct {
		about string
		e     machine.Expr
		want  bool
	}{
		{"equal", at(machine.OpEq, "known"), true},
		{"not unequal", at(machine.OpNe, "known"), false},
		{"at most", at(machine.OpLe, "known"), true},
		{"not below", at(machine.OpLt, "known"), false},
		{"unknown is not above", at(machine.OpGt, "unknown"), false},
		{"unknown is not at most", at(machine.OpLe, "unknown"), false},
		{"one of two", op(machine.OpOr, at(machine.OpGt, "known"), at(machine.OpGe, "known")), true},
		{"both of two", op(machine.OpAnd, at(machine.OpGt, "known"), at(machine.OpGe, "known")), false},
		{"turned round", op(machine.OpNot, at(machine.OpGt, "known")), true},
	} {
		seen := 0
		scope.Seen = func(*machine.Expr, bool) { seen++ }
		if got := scope.Holds(&c.e); got != c.want {
			t.Errorf("%s: %v, want %v", c.about, got, c.want)
		}
		if seen == 0 {
			t.Errorf("%s: no condition was told", c.about)
		}
	}
}

func BenchmarkGuard(b *testing.B) {
	n := value.MustNum("69.9")
	scope := &Scope{Value: func(string) (value.Num, bool) { return n, true }}
	guard := op(machine.OpAnd, op(machine.OpGe, machine.Expr{Op: machine.OpValue, Name: "x"}, num("61.5")),
		op(machine.OpLe, machine.Expr{Op: machine.OpValue, Name: "x"}, num("100")))
	b.ReportAllocs()
	for b.Loop() {
		if !scope.Holds(&guard) {
			b.Fatal("69.9 lies between 61.5 and 100")
		}
	}
}
