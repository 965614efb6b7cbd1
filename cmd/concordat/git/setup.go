package git

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// settings make git show agreements as their readers do: the block's first
// line heads a hunk, and a date or a sum is one word.
var settings = [][2]string{
	{"diff.concordat.xfuncname", `^[ \t]*[a-z_]+ [a-z_0-9]+ ".*$`},
	{"diff.concordat.wordRegex", `£[0-9,.]+[0-9m]|[0-9]+ (January|February|March|April|May|June|July|August|September|October|November|December) [0-9]{4}|[0-9]{4}/[0-9]{2}( [QHM][0-9]+)?|[0-9][0-9,.]*%?|[A-Za-z_]+|[^[:space:]]`},
}

// lines are those of .gitattributes that name the texts; each is written once.
var lines = []string{"*.agreement diff=concordat", "*.framework diff=concordat"}

// Setup tells git how texts are shown, in the repository of this folder: settings
// of the clone, and lines in .gitattributes. With driver, `git diff` calls the
// program itself.
func Setup(driver bool) error {
	root, err := here("rev-parse", "--show-toplevel")
	if err != nil {
		return err
	}
	all := settings
	if driver {
		all = append(slices.Clone(all), [2]string{"diff.concordat.command", "concordat git-diff"})
	}
	for _, s := range all {
		if _, err := here("config", s[0], s[1]); err != nil {
			return err
		}
	}
	attributes := filepath.Join(root, ".gitattributes")
	text, err := os.ReadFile(attributes)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	had := len(text)
	for _, line := range lines {
		if strings.Contains(string(text), line) {
			continue
		}
		if len(text) > 0 && text[len(text)-1] != '\n' {
			text = append(text, '\n')
		}
		text = append(text, line+"\n"...)
	}
	if len(text) > had {
		if err := os.WriteFile(attributes, text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// here asks git in this folder, and answers what it says on one line.
func here(args ...string) (string, error) {
	out, err := Ask(".", args...)
	if err != nil {
		return "", fmt.Errorf("git %s: %w", args[0], err)
	}
	return strings.TrimSpace(string(out)), nil
}
