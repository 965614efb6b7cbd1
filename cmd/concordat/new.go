package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"

	"github.com/spf13/cobra"

	"concordat/dsl"
)

func (p *program) newCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "new MODEL NAME",
		Short: "Write a starting agreement of a model, with what is still to be agreed",
		Long: `Write NAME.agreement here: a whole agreement of the model, with comments that
teach, and a hole wherever the parties have to say something. It checks without
errors, and cannot be signed before the holes are filled. No file is overwritten.
The models: see ` + "`concordat choose`" + `.`,
		Example: `  concordat new alliance northside
  concordat new partnership_purchasing care_leavers`,
		Args:              exactly(2),
		ValidArgsFunction: completeModel,
		RunE: func(_ *cobra.Command, args []string) error {
			m, err := model(args[0])
			if err != nil {
				return err
			}
			path, text := args[1]+agreementEnding, m.Start(args[1])
			if err := nameable(args[1], path, text); err != nil {
				return err
			}
			if err := writeNew(path, text); err != nil {
				return err
			}
			if p.quiet {
				return nil
			}
			_, err = fmt.Fprintf(p.out, "wrote %s; next: concordat check %s\n", path, path)
			return err
		},
	}
}

// nameable refuses a name that the agreement cannot have: it is no word, or one
// of the language's own.
func nameable(name, path, text string) error {
	advice := "write it like `northside` or `care_leavers_2`: small letters, digits and _"
	if !agreementName.MatchString(name) {
		return usage(advice, "`%s` cannot name an agreement", name)
	}
	if _, found := dsl.Check(path, []byte(text)); found.HasErrors() {
		return usage("choose a word that is not one of the language's", "`%s` cannot name this agreement", name)
	}
	return nil
}

var agreementName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// writeNew writes a file that does not exist yet.
func writeNew(path, text string) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return usage("choose another name, or move the file away", "%s exists already and stays as it is", path)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err = f.WriteString(text); err != nil {
		return err
	}
	return f.Sync()
}
