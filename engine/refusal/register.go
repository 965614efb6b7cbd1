package refusal

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// The refusals of what is entered in a register, and of answers.

func NoKind(r *machine.Register, kind string) error {
	return refuse(machine.Ref{Block: r.Name, Statement: "kinds"}, "", "%s takes no `%s`: it takes %s", r.Name, kind, strings.Join(r.Kinds, " and "))
}

func NothingSaid(says machine.Ref, verb string) error {
	return refuse(says, "say it in words", "there is nothing to %s", verb)
}

func NoNote(r *machine.Register, n *machine.Note) error {
	return refuse(machine.Ref{Block: r.Name, Statement: "notes"}, noteHelp(n), "%s asks with every entry: %s", r.Name, n.Title)
}

func NoteUnfit(r *machine.Register, n *machine.Note, words string) error {
	return refuse(machine.Ref{Block: r.Name, Statement: "notes"}, noteHelp(n), "“%s” cannot be noted as %s, which is %s", words, n.Name, formWords(n))
}

func NoteUnknown(r *machine.Register, name string) error {
	return refuse(machine.Ref{Block: r.Name, Statement: "notes"}, "", "%s does not ask for %s, or only once", r.Name, name)
}

func noteHelp(n *machine.Note) string {
	return fmt.Sprintf("note it as `%s`, %s", n.Name, formWords(n))
}

func formWords(n *machine.Note) string {
	switch {
	case n.Form == machine.NoteWords:
		return "in words"
	case n.From != nil:
		return fmt.Sprintf("%s from %s to %s", n.Form, n.From, n.To)
	}
	return string(n.Form)
}

func NoArea(m *machine.Machine, r *machine.Register, name string) error {
	var names []string
	for _, a := range m.Areas {
		names = append(names, a.Name)
	}
	says, help := machine.Ref{Block: r.Name, Statement: "about"}, "note as `area` one of "+strings.Join(names, ", ")
	if name == "" {
		return refuse(says, help, "%s asks with every entry which area it is about", r.Name)
	}
	return refuse(says, help, "there is no area called `%s`", name)
}

// NoOutcome refuses an entry that is to be about an outcome, and names none that there is.
func NoOutcome(m *machine.Machine, r *machine.Register, name string) error {
	var names []string
	for _, o := range m.Outcomes {
		names = append(names, o.Name)
	}
	says, help := machine.Ref{Block: r.Name, Statement: "about"}, "note as `outcome` one of "+strings.Join(names, ", ")
	if name == "" {
		return refuse(says, help, "%s asks with every entry which outcome it is about", r.Name)
	}
	return refuse(says, help, "there is no outcome called `%s`", name)
}

func NoPlace(r *machine.Register, a *machine.Area, place string) error {
	var places []string
	for _, l := range a.Leads {
		if l.Place != "" {
			places = append(places, l.Place)
		}
	}
	says := machine.Ref{Block: r.Name, Statement: "about"}
	switch {
	case len(places) == 0:
		return refuse(says, "leave the place out", "%s is led by %s everywhere", a.Name, a.LeadIn(place))
	case place == "":
		return refuse(says, "note as `place` one of "+strings.Join(places, ", "), "%s is led place by place, and the entry names no place", a.Name)
	}
	return refuse(says, "note as `place` one of "+strings.Join(places, ", "), "nobody leads %s in `%s`", a.Name, place)
}

func ExpiredAlready(r *machine.Register, day value.Date) error {
	return refuse(machine.Ref{Block: r.Name, Statement: "expires"}, "", "it would have expired on %s, before it is entered", day)
}

func NeverAnswered(r *machine.Register) error {
	return refuse(machine.Ref{Block: r.Name, Statement: "answered"}, "", "entries of %s are a record: no answer is owed, and none is taken", r.Name)
}

func NoEntry(r *machine.Register, n int) error {
	return refuse(machine.Ref{Block: r.Name, Statement: "entered"}, "see `concordat register`", "%s has no entry %d", r.Name, n)
}

func NoLesson(r *machine.Register) error {
	return refuse(machine.Ref{Block: r.Name, Statement: "lesson"}, "say what was learned as the lesson", "%s is not answered without a lesson", r.Name)
}
