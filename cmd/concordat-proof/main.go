// Concordat-proof checks, without the store and without the program that keeps
// it, that an export holds events that a signed checkpoint speaks of: it proves
// the log. It also checks the SSH signatures of people that events carry, against
// the keys that the record itself registers, which it lists: whether those are the
// parties' own is for the parties to compare. It ends with 0 if every event is
// proved and every signature fits, 1 if not, 2 if used wrongly.
package main

import (
	"os"

	"concordat/cmd/concordat-proof/proof"
)

func main() { os.Exit(proof.Main(os.Args[1:], os.Stdout, os.Stderr)) }
