package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"concordat/cmd/concordat/git"

	"github.com/spf13/cobra"
)

func (p *program) gitSetupCommand() *cobra.Command {
	var driver bool
	cmd := &cobra.Command{
		Use:   "git-setup",
		Short: "Let git show agreements as their readers do",
		Long: `In the repository of this folder: hunks are headed by the block that they are in,
and --word-diff takes a date or a sum as one word. It adds lines to .gitattributes,
for everybody, and settings to this clone. With --driver, git diff itself shows what
an agreement's change means, in place of its lines.`,
		Example: `  concordat git-setup
  concordat git-setup --driver`,
		Args: exactly(0),
		RunE: func(_ *cobra.Command, _ []string) error { return p.gitSetup(driver) },
	}
	cmd.Flags().BoolVar(&driver, "driver", false, "let `git diff` show what changes mean")
	return cmd
}

func (p *program) gitSetup(driver bool) error {
	err := git.Setup(driver)
	if err == nil && !p.quiet {
		fmt.Fprintln(p.out, "git knows agreements in this clone; commit .gitattributes for everybody. Try: git diff --word-diff")
	}
	return err
}

// gitDiffCommand is the driver that git calls: path, then file, hash and mode of
// the older and of the newer text.
func (p *program) gitDiffCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "git-diff PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE",
		Short:  "What git calls to show an agreement's change",
		Hidden: true,
		Args:   between(7, 9),
		RunE: func(_ *cobra.Command, args []string) error {
			p.format = "text"
			var wrong *said
			old, err := p.standing(args[1], args[0])
			if err == nil {
				var new revised
				if new, err = p.standing(args[4], args[0]); err == nil {
					err = p.compare(&comparison{}, old, new)
				}
			}
			if args[1] == os.DevNull || args[4] == os.DevNull || errors.As(err, &wrong) {
				fmt.Fprintf(p.out, "%s: only one of the two texts is a whole agreement; see git diff --no-ext-diff\n", args[0])
				return nil // a driver that fails stops git
			}
			return err
		},
	}
}

// standing reads a text that git has laid somewhere for a path of its own: what it
// follows stands near that path.
func (p *program) standing(file, path string) (revised, error) {
	text, err := p.readFile(file)
	if err != nil {
		return revised{}, err
	}
	s, err := p.comparable(file, text, onDiskNear(filepath.Dir(path)))
	return revised{source: s, names: func() []string { return nil }}, err
}
