package main

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/explain"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/store"
	"concordat/store/bolt"
)

func (p *program) signCommand() *cobra.Command {
	var a act
	cmd := &cobra.Command{
		Use:   "sign FILE",
		Short: "Sign the text of an agreement",
		Long: `Sign the text of an agreement: its fingerprint, which layout and comments do not
change. The first signature lays the text before the parties and makes the store
if there is none; when every party has signed, the agreement is in force from its
first day. A text with errors (exit 3) or with values still to be agreed (exit 6)
cannot be signed.`,
		Example: `  concordat sign ipsa.agreement --as ccg
  concordat sign ipsa.agreement --as lambeth --on "20 March 2015" --store lambeth.db`,
		Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			what, err := a.what(p)
			if err != nil {
				return err
			}
			s, err := p.compiled(args[0])
			if err != nil {
				return err
			}
			if err := knownParty(s.machine, what.By); err != nil {
				return err
			}
			if len(s.machine.Holes) > 0 {
				return p.showHoles(s)
			}
			return p.creating(func(r *run.Shell) error {
				done, err := r.Sign(s.path, s.text, s.machine, what.By, what.On, a.key)
				laid := run.Agreement{Name: s.machine.Name, Path: s.path, Machine: s.machine, Fingerprint: s.machine.Fingerprint()}
				if err != nil {
					return placed(laid, err)
				}
				return p.outcome(laid, done, p.signNext(s, done))
			})
		},
	}
	p.acting(cmd, &a)
	cmd.ValidArgsFunction = cobra.FixedCompletions([]string{"agreement"}, cobra.ShellCompDirectiveFilterFileExt)
	return cmd
}

// showHoles lists what is still to be agreed, each with its line.
func (p *program) showHoles(s source) error {
	fmt.Fprintf(p.err, "refused: %s\n", &run.HolesError{Machine: s.machine, Holes: s.machine.Holes})
	for _, h := range s.machine.Holes {
		fmt.Fprintf(p.err, "  %s:%d, %s: to be agreed %q\n", s.path, s.machine.Line(h.At), h.At, h.What)
	}
	return &said{code: exitRefused}
}

// signNext is the command of the next party that has not signed.
func (p *program) signNext(s source, done run.Outcome) string {
	if done.Already {
		return ""
	}
	for _, d := range explain.Duties(s.machine, done.State()) {
		if d.Key == (engine.Key{Chart: string(machine.KindAgreement)}) && slices.Contains(d.Who, d.Who[0]) {
			return command("sign", s.path, "--as", d.Who[0])
		}
	}
	return command("status", s.machine.Name)
}

// creating opens the store for an act, and makes one where there is none. One
// that was made for an act that is refused does not stay.
func (p *program) creating(do func(*run.Shell) error) (err error) {
	signer, err := p.signer()
	if err != nil {
		return err
	}
	log, err := p.open(true)
	missing := errors.As(err, new(*store.NoStoreError))
	if missing {
		log, err = opened(bolt.Create(p.store))
	}
	if err != nil {
		return err
	}
	defer func() {
		closed := log.Close()
		if err != nil && missing {
			closed = errors.Join(closed, os.Remove(p.store))
		}
		err = errors.Join(err, closed)
	}()
	shell := run.Open(log, p.now)
	shell.SignWith(signer)
	return do(shell)
}
