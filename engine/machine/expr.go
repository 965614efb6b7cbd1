package machine

import "concordat/engine/value"

// Expr is a formula or a condition: a small closed tree of typed nodes, exact
// and without side effects. A node with Op Const carries Num (of money: in
// pence); one with Op Var reads a name that the block offers (an input, "pool",
// "score"); OpBand asks for a measure's band.
type Expr struct {
	Op   Op         `json:"op"`
	Type Type       `json:"type"`
	Num  *value.Num `json:"num,omitempty"`
	Name string     `json:"name,omitempty"`
	Args []Expr     `json:"args,omitempty"`
	Band *BandTest  `json:"band,omitempty"`
	Text string     `json:"text,omitempty"` // as written, for derivations
}

// Op is what a node does with its arguments.
type Op string

const (
	OpConst Op = "const"
	OpVar   Op = "var"
	OpNeg   Op = "neg"
	OpAdd   Op = "add"
	OpSub   Op = "sub"
	OpMul   Op = "mul"
	OpDiv   Op = "div"
	OpMin   Op = "min"
	OpMax   Op = "max"
	OpSum   Op = "sum"
	OpCount Op = "count" // how many of its arguments, all of them truths, hold
	OpNot   Op = "not"
	OpAnd   Op = "and"
	OpOr    Op = "or"
	OpEq    Op = "eq"
	OpNe    Op = "ne"
	OpLt    Op = "lt"
	OpLe    Op = "le"
	OpGt    Op = "gt"
	OpGe    Op = "ge"
	OpBand  Op = "band"  // a measure's band, tested as Band says
	OpValue Op = "value" // a measure's value in the rule's period; Name is the measure
)

// Type of a node.
type Type string

const (
	TypeNumber Type = "number"
	TypeMoney  Type = "money"
	TypeTruth  Type = "truth"
)

// BandTest asks how a measure's band stands to another.
type BandTest struct {
	Measure string     `json:"measure"`
	Is      value.Band `json:"is"`
	// Side: -1 is "or worse", 1 is "or better", 0 exactly.
	Side int `json:"side"`
	// Running is for how many periods one after the other, up to the latest; 1 or more.
	Running int              `json:"running"`
	Every   value.PeriodKind `json:"every"`
	// InYear asks for any such period of the latest one's financial year; Running is then 1.
	InYear bool `json:"in_year,omitempty"`
}

// Walk calls f for the node and everything below it, in order.
func (e *Expr) Walk(f func(*Expr)) {
	f(e)
	for i := range e.Args {
		e.Args[i].Walk(f)
	}
}
