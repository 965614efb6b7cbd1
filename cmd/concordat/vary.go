package main

import (
	"encoding/hex"
	"fmt"
	"os"
	"strings"

	"concordat/cmd/concordat/report/difference"

	"github.com/spf13/cobra"

	"concordat/dsl/diff"
	"concordat/dsl/parse"
	"concordat/engine"
	"concordat/engine/carry"
	"concordat/engine/run"
	"concordat/engine/value"
)

// varying is what `vary` was asked for.
type varying struct {
	plan    bool
	out     string // file for the plan
	apply   string // plan file
	because []string
	stays   bool // what is over keeps what it was paid
}

func (p *program) varyCommand() *cobra.Command {
	var a act
	var v varying
	cmd := &cobra.Command{
		Use:   "vary AGREEMENT NEWFILE",
		Short: "Take a running agreement over to another text",
		Long: `Take a running agreement over to another text. With --plan: what changes, and what
that does to every open return, decision, dispute, notice, review, claim, step and
payment: it stays, its day moves, it falls away because nothing has come of it yet,
or it has nowhere to go, and then the change is refused. Nothing is recorded.
A period that is over keeps the text that held at its end: its gain, pain or fund
is worked out, and corrected, by that text.

With --apply PLANFILE the change is proposed to the decision that the agreement
names under varied. The new text and the plan's are kept. When the votes adopt it,
the agreement runs by the new text from that event on. A plan that something was
recorded after is refused; a change that has nowhere to put something when it is
adopted is set aside, and everybody is told. So is one that has another sum for what
is over by then, such as an instalment that was paid, unless --past-stays says that
this is meant.`,
		Example: `  concordat vary ipsa next.agreement --plan --out plan.json
  concordat vary ipsa next.agreement --apply plan.json --as ccg --because "A larger pool"`,
		Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case v.plan == (v.apply != ""):
				return usage("write --plan to see what it does, then --apply PLANFILE to propose it", "say what to do with the new text")
			case v.plan:
				return p.planned(&v, args[0], args[1])
			}
			return p.applied(&v, &a, args[0], args[1])
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().BoolVar(&v.plan, "plan", false, "show what the new text does to everything that is open")
	cmd.Flags().StringVar(&v.out, "out", "", "with --plan: write the plan to this `FILE`, to apply it")
	cmd.Flags().StringVar(&v.apply, "apply", "", "propose the change as this `PLANFILE` has it")
	cmd.Flags().BoolVar(&v.stays, "past-stays", false, "with --apply: what is over when the change is adopted stays as it was paid")
	cmd.Flags().StringArrayVar(&v.because, "because", nil, "with --apply: the reason in `WORDS`; name=words for one that is asked for by name")
	return cmd
}

// staleError is a plan that things have moved on from.
type staleError struct{ text string }

func (e *staleError) Error() string { return e.text }

// nowhereError is a change under which something has nowhere to go.
type nowhereError struct {
	agreement string
	things    []string
}

func (e *nowhereError) Error() string {
	return fmt.Sprintf("%s cannot go on by the new text; this has nowhere to go:\n  - %s", e.agreement, strings.Join(e.things, "\n  - "))
}

// pastError is a change with other sums for what is over, of which its author has
// not said that it stays.
type pastError struct{ of []carry.Passage }

func (e *pastError) Error() string {
	things := e.of[0].Key.String() + " is"
	if more := len(e.of) - 1; more > 0 {
		things = fmt.Sprintf("%s and %d more are", e.of[0].Key, more)
	}
	return things + " over, and the new text, which has another sum for that, does not reach it: see the plan"
}

const pastHelp = "if it is to stay as it was paid, write --past-stays; if the difference is to be paid, put it into the sums of what is still to come"

func (p *program) planned(v *varying, name, path string) error {
	new, err := p.onDisk(path)
	if err != nil {
		return err
	}
	return p.reading(func(r *run.Shell) error {
		plan, err := p.variation(r, name, &new, p.day())
		if err != nil {
			return err
		}
		file, err := difference.PlanJSON(plan)
		if err != nil {
			return err
		}
		stuck := len(plan.Carried.Nowhere()) > 0
		if v.out != "" && !stuck {
			if err := os.WriteFile(v.out, file, 0o644); err != nil {
				return err
			}
		}
		switch {
		case p.format == "json":
			err = p.printBytes(file, nil)
		case !p.quiet || stuck:
			page := p.page()
			difference.Vary(page, plan)
			err = p.print(page)
		}
		if err == nil && stuck {
			return &said{code: exitRefused}
		}
		return err
	})
}

// variation works out what a new text does to a running agreement on a day.
func (p *program) variation(r *run.Shell, name string, new *revised, on value.Date) (*difference.Variation, error) {
	a, err := r.Load(name)
	if err != nil {
		return nil, err
	}
	m := new.machine
	switch {
	case m.Name != a.Name:
		return nil, usage("vary an agreement by another text of its own", "%s is a text of `%s`, not of `%s`", new.path, m.Name, a.Name)
	case len(m.Holes) > 0:
		return nil, &run.HolesError{Machine: m, Holes: m.Holes}
	case m.Fingerprint() == a.Fingerprint:
		return nil, usage("", "%s means what %s runs by already: there is nothing to decide", new.path, a.Name)
	}
	on = max(on, a.State.Today)
	state, err := run.Ahead(a, on)
	if err != nil {
		return nil, err
	}
	path, words, err := r.Text(name)
	if err != nil {
		return nil, err
	}
	head, err := r.Head(name)
	if err != nil {
		return nil, err
	}
	file, _ := parse.Text(path, words)
	before, after := &diff.Revision{File: file, Machine: a.Machine}, new.revision()
	out := &difference.Variation{Agreement: a, Head: hex.EncodeToString(head[:]), On: on, Path: new.path, Print: m.Fingerprint(), Renamed: diff.Renames(before, after)}
	out.Carried = carry.Over(a.Machine, m, state, out.Renamed, on)
	pounds := &diff.Pounds{}
	if len(out.Carried.Nowhere()) == 0 {
		events, err := happened(r, name)
		if err != nil {
			return nil, err
		}
		pounds.Replay("What has happened", before, after, events)
		out.Onward = diff.Onward(before, after, state, out.Carried.State)
	}
	out.Report = diff.NewReport(before, after, diff.Compare(before, after), pounds)
	return out, nil
}

// happened are the recorded events of an agreement.
func happened(r *run.Shell, name string) ([]engine.Event, error) {
	var events []engine.Event
	for entry, err := range r.Log(name, run.Now) {
		if err != nil {
			return nil, err
		}
		if entry.Event != nil {
			events = append(events, entry.Event)
		}
	}
	return events, nil
}

// applied proposes a planned change to those who decide it.
func (p *program) applied(v *varying, a *act, name, path string) error {
	what, err := a.what(p)
	if err != nil {
		return err
	}
	plan, err := p.readPlan(v.apply)
	if err != nil {
		return err
	}
	new, err := p.onDisk(path)
	if err != nil {
		return err
	}
	return p.writing(func(r *run.Shell) error {
		now, err := p.variation(r, name, &new, what.On)
		if err != nil {
			return err
		}
		if err := upToDate(&plan, now); err != nil {
			return err
		}
		if stuck := now.Carried.Nowhere(); len(stuck) > 0 {
			return &nowhereError{agreement: name, things: carry.Said(stuck)}
		}
		if past := now.Carried.Past(); len(past) > 0 && !v.stays {
			return &pastError{of: past}
		}
		m := now.Agreement.Machine
		if err := knownParty(m, what.By); err != nil {
			return err
		}
		what.By, what.As = m.Acting(what.By)
		done, err := r.Propose(name, what, run.NewText{Path: new.path, Words: new.text, Machine: new.machine, Renamed: now.Renamed, Stays: v.stays}, reasonsFrom(m, m.Varied, v.because), a.key)
		if err != nil {
			return placed(now.Agreement, err)
		}
		return p.outcome(now.Agreement, done, command("vote", name, m.Varied, "yes", "--as", "PARTY"))
	})
}

func (p *program) readPlan(path string) (difference.Plan, error) {
	text, err := p.readFile(path)
	if err != nil {
		return difference.Plan{}, err
	}
	plan, err := difference.ReadPlan(text)
	if err != nil {
		return plan, usage("write it with `concordat vary AGREEMENT NEWFILE --plan --out FILE`", "%s is no plan: %s", path, err)
	}
	return plan, nil
}

// upToDate refuses a plan that is of other texts or of an earlier standing.
func upToDate(plan *difference.Plan, now *difference.Variation) error {
	const again = "; make the plan again"
	a := now.Agreement
	switch {
	case plan.Agreement != a.Name:
		return usage("", "the plan is for `%s`, not for `%s`", plan.Agreement, a.Name)
	case plan.New.Fingerprint != now.Print:
		return &staleError{fmt.Sprintf("the plan is for the text %.12s; %s is %.12s now%s", plan.New.Fingerprint, now.Path, now.Print, again)}
	case plan.Event != a.Seq || plan.Head != now.Head || plan.Old.Fingerprint != a.Fingerprint:
		return &staleError{fmt.Sprintf("the plan knows %s up to event %d; the record has moved on to event %d%s", a.Name, plan.Event, a.Seq, again)}
	}
	return nil
}
