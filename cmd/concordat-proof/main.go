// Concordat-proof checks, without the store and without the program that keeps
// it, that an export holds events that a signed checkpoint speaks of. It ends
// with 0 if every event is proved, 1 if not, 2 if used wrongly.
package main

import (
	"os"

	"concordat/cmd/concordat-proof/proof"
)

func main() { os.Exit(proof.Main(os.Args[1:], os.Stdout, os.Stderr)) }
