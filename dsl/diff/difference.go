package diff

import (
	"slices"
	"strings"
)

// difference says what has changed between two statements and which way: from
// the kinds of the words that differ.
func (d *differ) difference(c *Change, old, new *line) {
	a, b := apart(old.pieces, new.pieces)
	steps, same := stepsOf(a, b)
	kinds := map[kind]bool{}
	for _, p := range slices.Concat(a, b) {
		kinds[p.kind] = true
	}
	isHole := func(p piece) bool { return p.kind == hole }
	switch was, now := slices.ContainsFunc(a, isHole), slices.ContainsFunc(b, isHole); {
	case was && now:
		c.Aspect, c.Action, c.Remark = Wording, Replace, "A value is still to be agreed; what is asked about it reads otherwise."
		return
	case was:
		c.Aspect, c.Action, c.Remark = Existence, Add, "A value that was to be agreed is agreed."
		return
	case now:
		c.Aspect, c.Action, c.Remark = Existence, Remove, "A value is to be agreed again: the text cannot be signed."
		return
	case !same:
		c.Aspect, c.Action = d.aspectOfWords(c, kinds, a, b), Replace
		return
	}
	c.Aspect, c.Action = d.aspectOfStep(c, steps[0].kind), actionOf(steps)
	if c.Aspect == Condition {
		c.Action = Replace // more of a number in a condition is neither more nor less of anything
	}
	if c.Aspect == Length && c.Action != Replace {
		c.Action = map[Action]Action{Raise: Loosen, Lower: Tighten}[c.Action]
	}
	if c.Action == Replace {
		return
	}
	for _, s := range steps {
		if len(steps) == 1 || s.by != "" && c.By == "" {
			c.By = s.by
		}
	}
}

// apart cuts off what two statements have in common at both ends.
func apart(a, b []piece) ([]piece, []piece) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}

// stepsOf pairs the literals of two pieces of text that differ in literals of
// the same kinds alone.
func stepsOf(a, b []piece) (out []step, same bool) {
	if len(a) != len(b) || len(a) == 0 {
		return nil, false
	}
	for i := range a {
		switch {
		case a[i] == b[i]:
			continue
		case a[i].kind != b[i].kind || a[i].kind == word || a[i].kind == text || a[i].kind == hole || a[i].kind == period:
			return nil, false
		}
		out = append(out, stepOf(a[i], b[i]))
	}
	return out, true
}

func actionOf(steps []step) Action {
	for _, s := range steps {
		if s.way != steps[0].way {
			return Replace
		}
	}
	switch steps[0].way {
	case up:
		return Raise
	case down:
		return Lower
	}
	return Replace
}

func (d *differ) aspectOfStep(c *Change, k kind) Aspect {
	switch {
	case conditions[c.Statement]:
		return Condition
	case k == day:
		return Day
	case k == length:
		return Length
	case c.Area == Band || c.Statement == "threshold" || c.Statement == "way":
		return Threshold
	}
	return Amount
}

// aspectOfWords is what has changed where words, not numbers, are different.
func (d *differ) aspectOfWords(c *Change, kinds map[kind]bool, a, b []piece) Aspect {
	prose := func(of []piece) bool {
		return !slices.ContainsFunc(of, func(p piece) bool { return p.kind != text })
	}
	named := func(of []piece) bool {
		return slices.ContainsFunc(of, func(p piece) bool { return p.kind == word && d.names[strings.TrimSuffix(p.text, ",")] })
	}
	switch {
	case prose(a) && prose(b):
		return Wording
	case conditions[c.Statement]:
		return Condition
	case c.Area == Band:
		return Threshold
	case named(a) || named(b):
		return Reference
	case kinds[day]:
		return Day
	case kinds[length]:
		return Length
	case kinds[money] || kinds[percent] || kinds[number]:
		return Amount
	}
	return Condition
}

// conditions are the statements that hold an expression.
var conditions = map[string]bool{
	"when": true, "withheld": true, "gain": true, "pain": true, "each month": true, "each quarter": true, "each half year": true, "each year": true,
	"rule": true, "if zero": true,
}
