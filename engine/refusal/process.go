package refusal

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/record"
)

// The refusals of what is done under a process.

func StartsItself(p *machine.Process) error {
	return refuse(machine.Ref{Block: p.Name, Statement: "starts"}, "", "%s is started by nobody: it starts by itself", p.Name)
}

func RunsAlready(p *machine.Process) error {
	return refuse(machine.Ref{Block: p.Name, Statement: "starts"}, "", "%s is running", p.Name)
}

func NotStarted(p *machine.Process, s *machine.Step) error {
	return refuse(machine.Ref{Block: p.Name, Statement: "starts"}, "", "%s has not started, so %s is not open", p.Name, s.Name)
}

func StepWaits(s *machine.Step, of []string) error {
	return refuse(machine.Ref{Block: s.Name, Statement: "after"}, "", "%s is not open yet: %s must be done first", s.Name, strings.Join(of, " and "))
}

func StepNotOpen(s *machine.Step, t *record.Thing) error {
	at := machine.Ref{Block: s.Name, Statement: "lead"}
	if s.Gate != "" {
		at.Statement = "gate"
	}
	return refuse(at, "", "%s is %s since %s", s.Name, t.State, t.Since)
}

func NoSuchEvidence(s *machine.Step, name string) error {
	var names []string
	for _, e := range s.Evidence {
		names = append(names, e.Name)
	}
	if len(names) == 0 {
		return refuse(machine.Ref{Block: s.Name}, "", "%s asks for no evidence", s.Name)
	}
	return refuse(machine.Ref{Block: s.Name, Statement: "evidence"}, "file one of "+strings.Join(names, ", "), "%s does not ask for %s", s.Name, name)
}

func ShownNothing(s *machine.Step, name string) error {
	return refuse(machine.Ref{Block: s.Name, Statement: "evidence"}, "give a file, or say it in words", "there is nothing to show as %s", name)
}

func EvidenceLacks(s *machine.Step, lacks []machine.Term) error {
	var words []string
	for _, e := range lacks {
		words = append(words, fmt.Sprintf("%s (%s)", e.Name, e.Title))
	}
	have := "has"
	if len(words) > 1 {
		have = "have"
	}
	return refuse(machine.Ref{Block: s.Name, Statement: "evidence"}, "file it first", "%s cannot be completed: %s %s not been shown", s.Name, strings.Join(words, " and "), have)
}
