package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

// gitSettings make git show agreements as their readers do: the block's first
// line heads a hunk, and a date or a sum is one word.
var gitSettings = [][2]string{
	{"diff.concordat.xfuncname", `^[ \t]*[a-z_]+ [a-z_0-9]+ ".*$`},
	{"diff.concordat.wordRegex", `£[0-9,.]+[0-9m]|[0-9]+ (January|February|March|April|May|June|July|August|September|October|November|December) [0-9]{4}|[0-9]{4}/[0-9]{2}( [QHM][0-9]+)?|[0-9][0-9,.]*%?|[A-Za-z_]+|[^[:space:]]`},
}

const gitAttribute = "*.agreement diff=concordat"

func (p *program) gitSetupCommand() *cobra.Command {
	var driver bool
	cmd := &cobra.Command{
		Use:   "git-setup",
		Short: "Let git show agreements as their readers do",
		Long: `In the repository of this folder: hunks are headed by the block that they are in,
and --word-diff takes a date or a sum as one word. It adds a line to .gitattributes,
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
	root, err := git("rev-parse", "--show-toplevel")
	if err != nil {
		return err
	}
	settings := gitSettings
	if driver {
		settings = append(settings, [2]string{"diff.concordat.command", "concordat git-diff"})
	}
	for _, s := range settings {
		if _, err := git("config", s[0], s[1]); err != nil {
			return err
		}
	}
	attributes := filepath.Join(root, ".gitattributes")
	text, err := os.ReadFile(attributes)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if !strings.Contains(string(text), gitAttribute) {
		if len(text) > 0 && text[len(text)-1] != '\n' {
			text = append(text, '\n')
		}
		if err := os.WriteFile(attributes, append(text, gitAttribute+"\n"...), 0o644); err != nil {
			return err
		}
	}
	if !p.quiet {
		fmt.Fprintln(p.out, "git knows agreements in this clone; commit .gitattributes for everybody. Try: git diff --word-diff")
	}
	return nil
}

// git asks git in this folder, and answers what it says on one line.
func git(args ...string) (string, error) {
	out, err := askGit(".", args...)
	if err != nil {
		return "", fmt.Errorf("git %s: %w", args[0], err)
	}
	return strings.TrimSpace(string(out)), nil
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
			err := p.diff(&comparison{}, []string{args[1], args[4]})
			var wrong *said
			if args[1] == os.DevNull || args[4] == os.DevNull || errors.As(err, &wrong) {
				fmt.Fprintf(p.out, "%s: only one of the two texts is a whole agreement; see git diff --no-ext-diff\n", args[0])
				return nil // a driver that fails stops git
			}
			return err
		},
	}
}
