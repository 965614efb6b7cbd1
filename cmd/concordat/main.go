// Concordat runs agreements between public bodies and those who deliver for
// them: it checks the text, has it signed, records what the parties do, and
// works out what falls due. Each file of this package is one command and joins
// the parts; what is said to people is worded in package report, what the
// agreement makes of an act is decided by the engine.
package main

import (
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// collectAt is GOGC where nobody sets it. What stays of an agreement is a few
// megabytes, and its steps leave hundreds behind: at Go's own 100 a third of a
// step's time goes to collecting them (BenchmarkStep runs at the same figure).
const collectAt = 400

func main() { os.Exit(concordat(os.Args[1:])) }

// concordat is the whole program: arguments in, exit code out.
func concordat(args []string) int {
	// A reader that goes away ("| head") must end the program quietly, which
	// needs the error of the write and not the signal.
	signal.Ignore(syscall.SIGPIPE)
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collectAt)
	}
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	go func() {
		<-interrupted
		os.Exit(exitInterrupted)
	}()
	return newProgram(os.Stdin, os.Stdout, os.Stderr).execute(args)
}
