package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"concordat/dsl/diag"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/value"
)

func nearest(word string, known []string) string { return diag.Nearest(word, known) }

// onStore offers --store on a command.
func (p *program) onStore(cmd *cobra.Command) {
	fallback := os.Getenv("CONCORDAT_STORE")
	if fallback == "" {
		fallback = "concordat.db"
	}
	cmd.Flags().StringVar(&p.store, "store", fallback, "the `FILE` of the store; else CONCORDAT_STORE")
	cmd.ValidArgsFunction = p.completeAgreement
}

// writing opens the store for an act.
func (p *program) writing(do func(*run.Shell) error) (err error) {
	signer, err := p.signer()
	if err != nil {
		return err
	}
	log, err := p.open(true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, log.Close()) }()
	shell := run.Open(log, p.now)
	shell.SignWith(signer)
	return do(shell)
}

// reading opens the store for looking only; others may look at the same time.
func (p *program) reading(do func(*run.Shell) error) (err error) {
	log, err := p.open(false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, log.Close()) }()
	return do(run.Open(log, p.now))
}

// asAt is the two times that a reading command asks about: when things were so,
// and when they had been written down.
type asAt struct {
	day, known string
	recorded   bool
}

func (t *asAt) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&t.day, "as-at", "", "as things stood at the end of this `DAY`")
	cmd.Flags().StringVar(&t.known, "known-by", "", "as far as had been written down by the end of this `DAY`")
	cmd.Flags().BoolVar(&t.recorded, "recorded", false, "with --as-at: --known-by the same day")
}

// read is the two times, and the day to take as today: the one that is asked
// about, else the one on which it was known.
func (t *asAt) read(p *program) (at run.AsAt, today value.Date, err error) {
	at, today = run.Now, p.day()
	if t.recorded && t.day == "" {
		return at, 0, usage("write --as-at DATE --recorded", "--recorded needs --as-at")
	}
	if t.recorded && t.known != "" {
		return at, 0, usage("write one of them", "--recorded and --known-by say the same thing twice")
	}
	if t.known != "" {
		if at.Known, err = date("--known-by", t.known); err != nil {
			return at, 0, err
		}
		today = at.Known
	}
	if t.day != "" {
		if at.On, err = date("--as-at", t.day); err != nil {
			return at, 0, err
		}
		today = at.On
	}
	if t.recorded {
		at.Known = at.On
	}
	return at, today, nil
}

// completeAgreement offers the agreements of the store to the shell.
func (p *program) completeAgreement(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var names []string
	if len(args) == 0 {
		_ = p.reading(func(r *run.Shell) (err error) {
			names, err = r.Agreements()
			return err
		})
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// completeParty offers the parties of the agreement that the command names, or of all.
func (p *program) completeParty(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var parties []string
	_ = p.reading(func(r *run.Shell) error {
		known, err := r.Agreements()
		if err != nil {
			return err
		}
		for _, name := range known {
			if len(args) > 0 && args[0] != name {
				continue
			}
			a, err := r.Load(name)
			if err != nil {
				return err
			}
			for _, party := range a.Machine.Parties {
				parties = append(parties, party.Name+"\t"+party.Title)
			}
			for _, o := range a.Machine.Officers {
				parties = append(parties, o.Name+"\t"+o.Title+", for "+o.Party)
			}
		}
		return nil
	})
	return parties, cobra.ShellCompDirectiveNoFileComp
}

// knownParty refuses a name that the agreement does not have, with the nearest that it has.
func knownParty(m *machine.Machine, name string) error {
	var known []string
	for _, x := range m.Parties {
		known = append(known, x.Name)
	}
	for _, x := range m.Bodies {
		known = append(known, x.Name)
	}
	for _, x := range m.Officers {
		known = append(known, x.Name)
	}
	for _, k := range known {
		if k == name {
			return nil
		}
	}
	return usage(nearby(name, known), "%s has no party, body or officer called `%s`", m.Name, name)
}

// quoted writes a word as a shell wants it.
func quoted(word string) string {
	if strings.ContainsAny(word, " /'\"$&|;<>()*?") {
		return fmt.Sprintf("%q", word)
	}
	return word
}
