package main

import (
	"errors"
	"net"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/signature"
)

// signing offers --sign-with on a command.
func (p *program) signing(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.signKey, "sign-with", "", "sign this with the secret SSH key in this `FILE`; with a public one through the SSH agent")
}

// signer is the key that signs acts; nil where none is given.
func (p *program) signer() (*signature.Signer, error) {
	if p.signKey == "" {
		return nil, nil
	}
	text, err := os.ReadFile(p.signKey)
	if err != nil {
		return nil, err
	}
	if key, err := signature.ParseKey(text); err == nil {
		return throughAgent(key)
	}
	s, err := signature.ParseSigner(text)
	if err != nil {
		return nil, usage("make one with ssh-keygen -t ed25519", "%s: %s", p.signKey, err)
	}
	return s, nil
}

// throughAgent signs with a key that the user's SSH agent keeps.
func throughAgent(key signature.Key) (*signature.Signer, error) {
	socket := os.Getenv("SSH_AUTH_SOCK")
	if socket == "" {
		return nil, usage("start one and ssh-add the key, or give the file of the secret key", "a public key signs through an SSH agent, and none runs here (SSH_AUTH_SOCK is not set)")
	}
	conn, err := net.Dial("unix", socket) // open until the program ends
	if err != nil {
		return nil, err
	}
	s, err := signature.AgentSigner(conn, key)
	if err != nil {
		return nil, usage("ssh-add the key", "%s", err)
	}
	return s, nil
}

// keyHelp says what to do for want of the right signature.
func keyHelp(err error) string {
	var wrong *run.KeyError
	if errors.As(err, &wrong) && wrong.Unsigned {
		return "add --sign-with FILE, the secret half of a key that `" + command("keys", wrong.Agreement) + "` lists"
	}
	return "`" + command("keys", wrong.Agreement) + "` lists the keys that are registered"
}

func (p *program) registerKeyCommand() *cobra.Command {
	var party string
	cmd := &cobra.Command{
		Use:   "register-key AGREEMENT|FILE KEY.pub",
		Short: "Register the SSH key with which a party signs its acts",
		Long: `Register the public half of the SSH key with which a party signs what it does
under an agreement (ssh-keygen -t ed25519 makes one). Where the agreement says
"signed by key for …", nothing of that kind is taken from the party without it.
Give the file of the agreement while nobody has signed it yet. The first key of
a party is taken on the word of whoever keeps the store, so the parties should
look at "concordat keys"; a further one must be signed with one that it has.`,
		Example: `  concordat register-key ipsa.agreement ccg.pub --as ccg
  concordat register-key ipsa new.pub --as ccg --sign-with old`,
		Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			if party == "" {
				return usage("write --as PARTY", "say whose key it is")
			}
			text, err := os.ReadFile(args[1])
			if err != nil {
				return err
			}
			key, err := signature.ParseKey(text)
			if err != nil {
				return usage("", "%s: %s", args[1], err)
			}
			if strings.HasSuffix(args[0], agreementEnding) {
				return p.registerOn(args[0], party, key)
			}
			return p.writing(func(r *run.Shell) error {
				was, err := r.Load(args[0])
				if err != nil {
					return err
				}
				if err := isParty(was.Machine, party); err != nil {
					return err
				}
				done, err := r.RegisterKey(args[0], party, key)
				if err != nil {
					return err
				}
				return p.outcome(was, done, command("keys", args[0]))
			})
		},
	}
	p.onStore(cmd)
	p.formats(cmd, "text", "json")
	cmd.Flags().StringVar(&party, "as", "", "the `PARTY` whose key it is")
	p.signing(cmd)
	return cmd
}

// registerOn registers a key on a text that nobody may have signed yet.
func (p *program) registerOn(file, party string, key signature.Key) error {
	s, err := p.compiled(file)
	if err != nil {
		return err
	}
	if err := isParty(s.machine, party); err != nil {
		return err
	}
	if len(s.machine.Holes) > 0 {
		return p.showHoles(s)
	}
	return p.creating(func(r *run.Shell) error {
		done, err := r.RegisterKeyOn(s.path, s.text, s.machine, party, key)
		if err != nil {
			return err
		}
		laid := run.Agreement{Name: s.machine.Name, Path: s.path, Machine: s.machine, Fingerprint: s.machine.Fingerprint()}
		return p.outcome(laid, done, command("sign", s.path, "--as", party, "--sign-with", "FILE"))
	})
}

// isParty refuses whoever acts for a party, or decides: keys are the parties'.
func isParty(m *machine.Machine, name string) error {
	var known []string
	for _, party := range m.Parties {
		if party.Name == name {
			return nil
		}
		known = append(known, party.Name)
	}
	return usage(nearby(name, known), "%s has no party called `%s`", m.Name, name)
}

func (p *program) keysCommand() *cobra.Command {
	var t asAt
	cmd := &cobra.Command{
		Use:   "keys AGREEMENT",
		Short: "The SSH keys with which each party signs",
		Example: `  concordat keys ipsa
  concordat keys ipsa --format json`,
		Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			at, _, err := t.read(p)
			if err != nil {
				return err
			}
			return p.reading(func(r *run.Shell) error {
				a, err := r.State(args[0], at)
				if err != nil {
					return err
				}
				keys, err := r.Keys(args[0], at)
				if err != nil {
					return err
				}
				if p.format == "json" {
					return p.printBytes(report.KeysJSON(a, keys))
				}
				page := p.page()
				page.Keys(a, keys)
				return p.print(page)
			})
		},
	}
	p.onStore(cmd)
	p.formats(cmd, "text", "json")
	t.flags(cmd)
	return cmd
}
