package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// every calls f for each command but those that cobra adds.
func every(c *cobra.Command, f func(*cobra.Command)) {
	f(c)
	for _, sub := range c.Commands() {
		if sub.Name() != "help" && sub.Name() != "completion" {
			every(sub, f)
		}
	}
}

// Every command begins its help with two examples of itself, whose flags exist.
func TestExamples(t *testing.T) {
	root := newProgram(strings.NewReader(""), &bytes.Buffer{}, &bytes.Buffer{}).root()
	every(root, func(c *cobra.Command) {
		if c.IsAdditionalHelpTopicCommand() || c.Hidden {
			return
		}
		examples := strings.Split(c.Example, "\n")
		if len(examples) != 2 {
			t.Errorf("%s has %d examples, want 2", c.Name(), len(examples))
		}
		for _, line := range examples {
			if !strings.HasPrefix(line, "  "+c.CommandPath()) {
				t.Errorf("%q is no example of %s", line, c.CommandPath())
			}
			for _, word := range strings.Fields(line) {
				name, ok := strings.CutPrefix(word, "--")
				if ok && c.Flag(name) == nil && c != root {
					t.Errorf("%q: %s has no flag --%s", line, c.CommandPath(), name)
				}
			}
		}
	})
}

// The help of every command starts with what it does and its examples.
func TestHelpOfEveryCommand(t *testing.T) {
	var names [][]string
	every(newProgram(strings.NewReader(""), &bytes.Buffer{}, &bytes.Buffer{}).root(), func(c *cobra.Command) {
		if c.HasParent() && !c.IsAdditionalHelpTopicCommand() && !c.Hidden {
			names = append(names, strings.Fields(c.CommandPath())[1:])
		}
	})
	for _, words := range names {
		var out, err bytes.Buffer
		if code := newProgram(strings.NewReader(""), &out, &err).execute(append(words, "--help")); code != exitFine {
			t.Errorf("%v --help: exit code %d, %s", words, code, err.String())
		}
		examples, usage := strings.Index(out.String(), "\nExamples:\n"), strings.Index(out.String(), "\nUsage:\n")
		if examples < 0 || usage < examples || strings.Count(out.String(), "Examples:") != 1 {
			t.Errorf("%v --help does not begin with its examples:\n%s", words, out.String())
		}
	}
}

// The documentation of the exit codes names each of them, once.
func TestExitCodesAreDocumented(t *testing.T) {
	for _, code := range []string{"0", "1", "2", "3", "4", "5", "6", "130"} {
		if n := strings.Count(exitCodes, "\n  "+code+" "); n != 1 {
			t.Errorf("exit code %s is documented %d times", code, n)
		}
	}
}

// A reader that goes away ends the program quietly.
func TestBrokenPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	cmd := exec.Command("concordat", "compile", "--quiet", "ipsa.agreement")
	cmd.Dir = filepath.Join("..", "..", "agreements", "ipsa")
	cmd.Stdout, cmd.Stderr = w, &said
	if err := cmd.Run(); err != nil || said.Len() > 0 {
		t.Errorf("writing to nobody: %v, %q; want a quiet end", err, said.String())
	}
}

// Who interrupts the program sees exit code 130.
func TestInterrupt(t *testing.T) {
	cmd := exec.Command("concordat", "check", "-")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// More than a pipe holds: when it is written, the program has begun to read,
	// and it waits for the rest.
	if _, err := in.Write(bytes.Repeat([]byte("#\n"), 100_000)); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	var ended *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &ended) || ended.ExitCode() != exitInterrupted {
		t.Errorf("interrupted: %v, want exit code 130", err)
	}
}

// BenchmarkStart measures a process that only prints its help.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		if err := exec.Command("concordat", "--help").Run(); err != nil {
			b.Fatal(err)
		}
	}
}
