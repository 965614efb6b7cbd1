package main

import (
	"errors"
	"fmt"
	"io"
	"syscall"

	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine"
	"concordat/engine/run"
	"concordat/store"
)

// Exit codes. Their meaning is part of the program's contract with scripts.
const (
	exitFine        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitErrors      = 3
	exitDifferent   = 4
	exitBusy        = 5
	exitRefused     = 6
	exitInterrupted = 130
)

const exitCodes = `Exit codes

  0    fine
  1    failed: a file or the store cannot be read or written, or is damaged
  2    wrong usage: an unknown command, name, flag, date or number
  3    the agreement has errors, or a scenario does not go as it says
  4    differences found, only with --check
  5    busy or stale: another program holds the store, or has just written to it
  6    refused: not allowed by the agreement, not due, not the right party
  130  interrupted

Nothing is changed by a command that ends with any code but 0, except for
return --file, which says which rows it recorded, and run-to, which says which
agreement it set aside.
`

func (p *program) exitCodesTopic() *cobra.Command {
	return &cobra.Command{Use: "exit-codes", Short: "What the exit codes mean", Long: exitCodes}
}

// usageError is a command that cannot be understood; help says what to do.
type usageError struct{ text, help string }

func (e *usageError) Error() string { return e.text }

func usage(help, format string, args ...any) error {
	return &usageError{text: fmt.Sprintf(format, args...), help: help}
}

// said ends a command with a code when everything has been said already.
type said struct{ code int }

func (e *said) Error() string { return fmt.Sprintf("exit code %d", e.code) }

// exitCode finds the code of an error.
func exitCode(err error) int {
	var done *said
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitFine
	case errors.As(err, &done):
		return done.code
	case isAny[*usageError](err), isAny[*run.NoAgreementError](err), isAny[*report.NothingError](err):
		return exitUsage
	case isAny[*store.BusyError](err), errors.Is(err, store.ErrConflict), isAny[*staleError](err):
		return exitBusy
	case isAny[*engine.Refusal](err), isAny[*run.HolesError](err), isAny[*run.OtherTextError](err), isAny[*run.AheadError](err), isAny[*run.KeyError](err), isAny[*olderError](err), isAny[*nowhereError](err), isAny[*pastError](err):
		return exitRefused
	}
	return exitFailed
}

func isAny[E error](err error) bool {
	var e E
	return errors.As(err, &e)
}

// tell says what went wrong: one sentence after a lead, the place it rests on,
// and what to do. A refusal is called one.
func tell(w io.Writer, lead string, err error) {
	var done *said
	if err == nil || errors.As(err, &done) || errors.Is(err, syscall.EPIPE) {
		return
	}
	var refused *refusal
	var wrong *usageError
	var nothing *report.NothingError
	switch {
	case errors.As(err, &refused):
		fmt.Fprintf(w, "refused: %s\n", refused.Text)
		if refused.where != "" {
			fmt.Fprintf(w, "  %s\n", refused.where)
		}
		help(w, refused.Help)
	case errors.As(err, &wrong):
		fmt.Fprintf(w, "%s%s\n", lead, wrong.text)
		help(w, wrong.help)
	case errors.As(err, &nothing):
		fmt.Fprintf(w, "%s%s\n", lead, nothing)
		help(w, nearby(nothing.Words, nothing.Known()))
	case isAny[*run.KeyError](err):
		fmt.Fprintf(w, "refused: %s\n", err)
		help(w, keyHelp(err))
	case isAny[*pastError](err):
		fmt.Fprintf(w, "refused: %s\n", err)
		help(w, pastHelp)
	case exitCode(err) == exitRefused:
		fmt.Fprintf(w, "refused: %s\n", err)
	default:
		fmt.Fprintf(w, "%s%s\n", lead, err)
	}
}

func help(w io.Writer, text string) {
	if text != "" {
		fmt.Fprintf(w, "  help: %s\n", text)
	}
}

// refusal is an engine's refusal with the place in the signed text on which it rests.
type refusal struct {
	*engine.Refusal
	where string
}

func (r *refusal) Unwrap() error { return r.Refusal }

// placed adds to a refusal where the agreement says so.
func placed(a run.Agreement, err error) error {
	var r *engine.Refusal
	if !errors.As(err, &r) {
		return err
	}
	return &refusal{Refusal: r, where: report.Cite(a.Machine, a.Path, r.Because)}
}
