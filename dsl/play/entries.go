package play

import (
	"concordat/dsl/syntax"
	"concordat/engine"
	"concordat/engine/value"
)

// entered is an entry of a register, with what is noted as it is written.
func entered(a *syntax.EntersAct, by engine.Act) engine.Event {
	ev := engine.Entered{Act: by, Register: a.Register.Name, Kind: a.Kind.Name, Words: a.Words.Value}
	for _, n := range a.Notes {
		ev.Notes = append(ev.Notes, engine.Reason{Name: n.Name.Name, Words: noteWords(n.Value)})
	}
	return ev
}

func noteWords(v syntax.Answer) string {
	switch {
	case v.Date != nil:
		return date(*v.Date).ISO()
	case v.Text != nil:
		return v.Text.Value
	case v.Name != nil:
		return v.Name.Name
	case v.Value.Money != nil:
		return money(*v.Value.Money).String()
	}
	return num(*v.Value).String()
}

func answeredEntry(a *syntax.AnswersAct, by engine.Act) engine.Event {
	n, _ := value.MustNum(a.Number.Digits).Int64() // no entry has a number that is not whole
	ev := engine.Answered{Act: by, Register: a.Register.Name, N: int(n), Words: a.Words.Value}
	if a.Lesson != nil {
		ev.Lesson = a.Lesson.Value
	}
	return ev
}
