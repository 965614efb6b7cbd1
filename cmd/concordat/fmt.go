package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"concordat/dsl/format"
)

func (p *program) fmtCommand() *cobra.Command {
	var check, show bool
	cmd := &cobra.Command{
		Use:   "fmt FILE...",
		Short: "Canonical layout; comments and the fingerprint stay as they are",
		Long: `Write agreements and scenario files in canonical layout. Comments stay where they
are and the fingerprint does not change. With - the input stream is laid out on
the output stream. With --check nothing is written, files that differ are named,
and the exit code is 4 if there are any; with --diff the changes are shown and
nothing is written. A file with errors is left as it is (exit 3).`,
		Example: `  concordat fmt ipsa.agreement
  concordat fmt --check --diff *.agreement`,
		Args: between(1, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			different := false
			for _, path := range args {
				changed, err := p.layOut(path, check, show)
				if err != nil {
					return err
				}
				different = different || changed
			}
			if check && different {
				return &said{code: exitDifferent}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&check, "check", false, "write nothing, name files that differ, exit 4 if there are any")
	cmd.Flags().BoolVar(&show, "diff", false, "write nothing, show what would change")
	return cmd
}

// layOut lays out one file, and reports whether that changes it.
func (p *program) layOut(path string, check, show bool) (changed bool, err error) {
	text, err := p.readFile(path)
	if err != nil {
		return false, err
	}
	laidOut, found := format.Source(path, text)
	if found.HasErrors() {
		return false, p.showErrors(source{path: path, text: text, found: found})
	}
	changed = !bytes.Equal(text, laidOut)
	if check && changed && !show {
		fmt.Fprintln(p.out, path)
	}
	if show {
		_, err = p.out.Write(diff.Diff(path, text, path+" laid out", laidOut))
		return changed, err
	}
	switch {
	case check:
	case path == "-":
		_, err = p.out.Write(laidOut)
	case changed:
		err = replaceFile(path, laidOut)
	}
	return changed, err
}

// replaceFile gives a file new bytes, so that whoever reads it, and a machine
// that stops in the middle, finds the old ones or the new.
func replaceFile(path string, text []byte) (err error) {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	folder := filepath.Dir(path)
	draft, err := os.CreateTemp(folder, "."+filepath.Base(path)+".new-")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(draft.Name()))
		}
	}()
	_, err = draft.Write(text)
	err = errors.Join(err, draft.Chmod(info.Mode().Perm()), draft.Sync(), draft.Close())
	if err != nil {
		return err
	}
	if err := os.Rename(draft.Name(), path); err != nil {
		return err
	}
	return syncFolder(folder)
}

func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
