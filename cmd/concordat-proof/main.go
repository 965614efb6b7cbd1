// Concordat-proof checks, without the store and without the program that keeps
// it, that an export holds events that a signed checkpoint speaks of:
//
//	concordat-proof KEY.pub EXPORT.jsonl [CHECKPOINT]
//
// It ends with 0 if every event is proved, 1 if not, 2 if used wrongly.
package main

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"concordat/cmd/concordat-proof/proof"
)

func main() {
	if len(os.Args) < 3 || len(os.Args) > 4 {
		fmt.Fprintln(os.Stderr, "usage: concordat-proof KEY.pub EXPORT.jsonl [CHECKPOINT]")
		os.Exit(2)
	}
	if err := check(os.Args[1], os.Args[2], os.Args[3:]); err != nil {
		fmt.Fprintln(os.Stderr, "not proved:", err)
		os.Exit(1)
	}
}

func check(keyPath, exportPath string, checkpoints []string) error {
	text, err := os.ReadFile(keyPath)
	if err != nil {
		return err
	}
	key, err := note.NewVerifier(strings.TrimSpace(string(text)))
	if err != nil {
		return err
	}
	var own []byte
	for _, path := range checkpoints {
		if own, err = os.ReadFile(path); err != nil {
			return err
		}
	}
	export, err := os.Open(exportPath)
	if err != nil {
		return err
	}
	defer export.Close()
	found, err := proof.Check(export, own, key)
	if err != nil {
		return err
	}
	fmt.Printf("%d of %d events of %s are proved, in %d agreements\n", found.Events, found.Tree.N, key.Name(), len(found.Agreements))
	return nil
}
