package main

import (
	"io"
	"os"
	"strings"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// takePeriod reads a period from the first one or two words: a shell splits
// 2015/16 Q1 unless it is quoted.
func takePeriod(words []string) (value.Period, []string, error) {
	if len(words) == 0 {
		return value.Period{}, nil, usage("write it like \"2015/16 Q1\"", "say which period")
	}
	if len(words) > 1 {
		if p, err := value.ParsePeriod(words[0] + " " + words[1]); err == nil {
			return p, words[2:], nil
		}
	}
	p, err := value.ParsePeriod(words[0])
	if err != nil {
		return p, nil, usage("", "%s", err)
	}
	return p, words[1:], nil
}

// takeFigure reads a figure: one number, in pounds with or without their sign, or
// inputs by name.
func takeFigure(words []string) (*value.Num, []engine.InputValue, error) {
	if len(words) == 0 {
		return nil, nil, usage("write a number, or name=number for each input", "say the figure")
	}
	var inputs []engine.InputValue
	for _, word := range words {
		name, number, named := strings.Cut(word, "=")
		if !named {
			number = name
		}
		n, err := value.ParseNum(strings.TrimPrefix(number, "£"))
		switch {
		case err != nil:
			return nil, nil, usage("", "%s", err)
		case named:
			inputs = append(inputs, engine.InputValue{Name: name, Value: n})
		case len(words) > 1:
			return nil, nil, usage("write one number, or name=number for each input", "`%s` says too much", strings.Join(words, " "))
		default:
			return &n, nil, nil
		}
	}
	return nil, inputs, nil
}

// reasonsFrom reads what --because gives: words, or name=words for a reason that
// the agreement asks for by name.
func reasonsFrom(m *machine.Machine, decision string, given []string) []engine.Reason {
	var asked []string
	for i := range m.Decisions {
		if m.Decisions[i].Name == decision {
			asked = m.Decisions[i].Records
		}
	}
	var out []engine.Reason
	for _, text := range given {
		r := engine.Reason{Words: text}
		for _, name := range asked {
			if words, ok := strings.CutPrefix(text, name+"="); ok {
				r = engine.Reason{Name: name, Words: words}
			}
		}
		out = append(out, r)
	}
	return out
}

// answerFrom reads an answer as what the decision decides.
func answerFrom(decides machine.Decides, text string) (*engine.Answer, error) {
	if text == "" {
		return nil, nil
	}
	var a engine.Answer
	var err error
	switch decides {
	case machine.DecidesBand:
		a.Band, err = value.ParseBand(text)
	case machine.DecidesDate:
		var d value.Date
		d, err = value.ParseDate(text)
		a.Date = &d
	case machine.DecidesSum:
		var sum value.Money
		sum, err = value.ParseMoney(strings.TrimPrefix(text, "£"))
		a.Sum = &sum
	case machine.DecidesFigure:
		var n value.Num
		n, err = value.ParseNum(strings.ReplaceAll(strings.TrimPrefix(text, "£"), ",", ""))
		a.Value = &n
	default:
		a.Words = text
	}
	if err != nil {
		return nil, usage("", "--answer: %s", err)
	}
	return &a, nil
}

func decidesOf(m *machine.Machine, decision string) machine.Decides {
	for i := range m.Decisions {
		if m.Decisions[i].Name == decision {
			return m.Decisions[i].Decides
		}
	}
	return ""
}

// readFile reads a file, or the input stream for "-".
func (p *program) readFile(path string) ([]byte, error) {
	if path == "-" {
		return io.ReadAll(p.in)
	}
	return os.ReadFile(path)
}

// onlyPeriod reads a period that nothing may follow.
func onlyPeriod(words []string) (value.Period, error) {
	p, rest, err := takePeriod(words)
	if err == nil && len(rest) > 0 {
		err = usage("", "`%s` after the period says too much", strings.Join(rest, " "))
	}
	return p, err
}
