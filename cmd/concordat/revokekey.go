package main

import (
	"os"

	"github.com/spf13/cobra"

	"concordat/engine/run"
	"concordat/engine/signature"
)

func (p *program) revokeKeyCommand() *cobra.Command {
	var a act
	var because string
	var lost bool
	cmd := &cobra.Command{
		Use:   "revoke-key AGREEMENT KEY.pub",
		Short: "Take back an SSH key with which a party signs its acts",
		Long: `Take back an SSH key with which a party signs its acts: from then on nothing that is
signed with it is recorded. What was recorded before stays as it is; what was
signed with it from the day in --on is listed by "concordat keys", to be looked at.
It is signed with any key that the party has, the one that goes among them. A party
that has none at hand any more says --lost: then it is taken on the word of whoever
keeps the store, and on record as such. A key that was taken back cannot come again;
a party that has no other registers a new one as it did its first.`,
		Example: `  concordat revoke-key ipsa old.pub --as ccg --because "Jo has left" --sign-with new
  concordat revoke-key ipsa stolen.pub --as slam --because "Laptop stolen" --on "3 May 2016" --lost`,
		Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			what, err := a.what(p)
			if err != nil {
				return err
			}
			if because == "" {
				return usage(`write --because "Jo has left"`, "say why it is taken back")
			}
			text, err := os.ReadFile(args[1])
			if err != nil {
				return err
			}
			key, err := signature.ParseKey(text)
			if err != nil {
				return usage("", "%s: %s", args[1], err)
			}
			return p.writing(func(r *run.Shell) error {
				was, err := r.Load(args[0])
				if err != nil {
					return err
				}
				if err := isParty(was.Machine, what.By); err != nil {
					return err
				}
				done, err := r.RevokeKey(args[0], run.Revoked{Party: what.By, Key: key, On: what.On, Because: because, Lost: lost})
				if err != nil {
					return err
				}
				return p.outcome(was, done, command("keys", args[0]))
			})
		},
	}
	p.onStore(cmd)
	p.formats(cmd, "text", "json")
	cmd.Flags().StringVar(&a.by, "as", "", "the `PARTY` whose key it is")
	cmd.Flags().StringVar(&a.on, "on", "", "the first `DAY` on which it was not to be trusted; else today")
	cmd.Flags().StringVar(&because, "because", "", "why, in `WORDS`")
	cmd.Flags().BoolVar(&lost, "lost", false, "the party has no key at hand to sign this with")
	p.signing(cmd)
	return cmd
}
