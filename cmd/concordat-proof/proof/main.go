package proof

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"concordat/cmd/concordat-proof/signatures"
)

// Main is the command: arguments in, exit code out.
func Main(args []string, out, problems io.Writer) int {
	if len(args) < 2 || len(args) > 3 {
		fmt.Fprintln(problems, "usage: concordat-proof KEY.pub EXPORT.jsonl [CHECKPOINT]")
		return 2
	}
	if err := check(out, args[0], args[1], args[2:]); err != nil {
		fmt.Fprintln(problems, "not proved:", err)
		return 1
	}
	return 0
}

func check(out io.Writer, keyPath, exportPath string, checkpoints []string) error {
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
	var people signatures.Reader
	found, err := Check(export, own, key, func(e *Event) error { return people.Read(e.Agreement, e.Seq, append([]byte(e.Body), e.Bytes...)) })
	if err != nil {
		return err
	}
	if people.Signatures > 0 {
		fmt.Fprintf(out, "%d signatures of people fit; the keys, each as the record says:\n", people.Signatures)
		for _, line := range people.Keys() {
			fmt.Fprintln(out, " ", line)
		}
	}
	_, err = fmt.Fprintf(out, "%d of %d events of %s are proved, in %d agreements\n", found.Events, found.Tree.N, key.Name(), len(found.Agreements))
	return err
}
