// Package git asks git itself for older texts, and tells it how texts are shown:
// git knows worktrees, partial clones and filters, and works in a bare clone
// without a network. Paths and folders go in, as git writes them; bytes, or git's
// own complaint on one line, come out.
package git

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"path"
	"strings"
)

// Near is a path in git near another. One that begins with a dot is seen from the
// folder that git runs in; any other from the root of the tree.
func Near(of, near string) string {
	at := path.Join(path.Dir(of), near)
	if strings.HasPrefix(of, ".") && !strings.HasPrefix(at, "../") {
		return "./" + at
	}
	return at
}

// Show is a file as it was in a revision, its path seen from a folder.
func Show(dir, rev, path string) ([]byte, error) {
	text, err := Ask(dir, "show", rev+":"+path)
	if errors.Is(err, ErrNone) {
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("git cannot show %s as it was in %s: %w", strings.TrimPrefix(path, "./"), rev, err)
	}
	return text, nil
}

// ErrNone is that there is no git here.
var ErrNone = errors.New("git is not installed, and it is asked for the older text")

// Ask runs git in a folder; its error is git's own complaint on one line.
func Ask(dir string, args ...string) ([]byte, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, ErrNone
	case err != nil:
		why, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(complaint.String()), "fatal: "), "\n")
		return nil, errors.New(why)
	}
	return out, nil
}
