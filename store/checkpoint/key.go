package checkpoint

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// Key makes a key to sign checkpoints with. name says whose store it is, like a
// web address without spaces: lambeth.gov.uk/agreements. The first half must be
// kept secret, the second is for everybody who keeps checkpoints.
func Key(name string) (secret, public string, err error) {
	if name == "" || strings.ContainsAny(name, "+ \t\r\n") {
		return "", "", fmt.Errorf("%q cannot be the name of a key: write it like a web address, without spaces and plus signs", name)
	}
	return note.GenerateKey(rand.Reader, name)
}

// Signer reads a secret key.
func Signer(path string) (note.Signer, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	s, err := note.NewSigner(strings.TrimSpace(string(text)))
	if err != nil {
		return nil, fmt.Errorf("%s is not a key to sign with: %w", path, err)
	}
	return s, nil
}

// Verifier reads a public key.
func Verifier(path string) (note.Verifier, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	v, err := note.NewVerifier(strings.TrimSpace(string(text)))
	if err != nil {
		return nil, fmt.Errorf("%s is not a key to check signatures with: %w", path, err)
	}
	return v, nil
}

// Beside is where the last checkpoint of a store is kept.
func Beside(store string) string { return store + ".checkpoint" }

// Load reads a checkpoint from a file; see Read.
func Load(path string, known ...note.Verifier) (*Checkpoint, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	c, err := Read(text, known...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

// Write puts a file in the place of another, whole or not at all.
func Write(path string, content []byte, mode os.FileMode) error {
	draft, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".new-")
	if err != nil {
		return err
	}
	_, err = draft.Write(content)
	if err = errors.Join(err, draft.Chmod(mode), draft.Sync(), draft.Close()); err == nil {
		err = os.Rename(draft.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(draft.Name()))
	}
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
