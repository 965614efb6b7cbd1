package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/run"
)

// act is what all acts share: who, when, and the key that makes it happen once.
type act struct {
	by, on, key string
}

func (p *program) acting(cmd *cobra.Command, a *act) {
	p.onStore(cmd)
	p.formats(cmd, "text", "json")
	cmd.Flags().StringVar(&a.by, "as", "", "the `PARTY` that does this, or the officer who does it for one")
	cmd.Flags().StringVar(&a.on, "on", "", "the `DAY` on which it was done; else today")
	cmd.Flags().StringVar(&a.key, "key", "", "record this once under this `NAME`: a second act with the same key changes nothing")
	p.signing(cmd)
	_ = cmd.RegisterFlagCompletionFunc("as", p.completeParty)
}

// what is the act itself, with its day.
func (a *act) what(p *program) (engine.Act, error) {
	if a.by == "" {
		return engine.Act{}, usage("write --as PARTY", "say who does this")
	}
	on := p.day()
	if a.on != "" {
		var err error
		if on, err = date("--on", a.on); err != nil {
			return engine.Act{}, err
		}
	}
	return engine.Act{On: on, By: a.by}, nil
}

// event makes an event of a command's words for a running agreement, with the
// files to keep and the command to try next.
type event func(m *machine.Machine, what engine.Act) (ev engine.Event, next string, files [][]byte, err error)

// do records an act of an agreement and says what it caused.
func (p *program) do(a *act, agreement string, make event) error {
	what, err := a.what(p)
	if err != nil {
		return err
	}
	return p.writing(func(r *run.Shell) error {
		was, err := r.Load(agreement)
		if err != nil {
			return err
		}
		if err := knownParty(was.Machine, what.By); err != nil {
			return err
		}
		what.By, what.As = was.Machine.Acting(what.By)
		ev, next, files, err := make(was.Machine, what)
		if err != nil {
			return err
		}
		done, err := r.Do(agreement, ev, a.key, files...)
		if err != nil {
			return placed(was, err)
		}
		return p.outcome(was, done, next)
	})
}

// outcome says what was recorded, for people or machines.
func (p *program) outcome(a run.Agreement, done run.Outcome, next string) error {
	if p.format == "json" {
		return p.printBytes(report.OutcomeJSON(a, done))
	}
	if p.quiet {
		return nil
	}
	page := p.page()
	page.Outcome(a, done, next)
	return p.print(page)
}

// command is a command to try next, as it can be typed here: by the path of this
// program where it was called by one.
func command(words ...string) string {
	name := "concordat"
	if strings.ContainsRune(os.Args[0], '/') && !filepath.IsAbs(os.Args[0]) {
		name = os.Args[0]
	}
	line := []string{name}
	for _, w := range words {
		line = append(line, quoted(w))
	}
	return strings.Join(line, " ")
}
