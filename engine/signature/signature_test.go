package signature_test

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"concordat/engine/signature"
)

func secret(t *testing.T, passphrase string) []byte {
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	block, err := ssh.MarshalPrivateKey(key, "")
	if passphrase != "" {
		block, err = ssh.MarshalPrivateKeyWithPassphrase(key, "", []byte(passphrase))
	}
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(block)
}

func signer(t *testing.T) *signature.Signer {
	s, err := signature.ParseSigner(secret(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var event = []byte(`{"kind":"voted","event":{"on":"2015-07-10","by":"slam","decision":"vary","choice":"yes"}}`)

func TestASignatureFitsOneActInOnePlace(t *testing.T) {
	s := signer(t)
	made, err := s.Sign(signature.Statement("ipsa", "ab12", 12, event))
	if err != nil {
		t.Fatal(err)
	}
	if key, err := signature.Check(signature.Statement("ipsa", "ab12", 12, event), made); err != nil || key != s.Key() {
		t.Errorf("its own statement: %q, %v", key, err)
	}
	for what, other := range map[string][]byte{
		"another agreement": signature.Statement("pia", "ab12", 12, event),
		"another text":      signature.Statement("ipsa", "ab13", 12, event),
		"another number":    signature.Statement("ipsa", "ab12", 13, event),
		"another vote":      signature.Statement("ipsa", "ab12", 12, []byte(strings.Replace(string(event), "yes", "no", 1))),
	} {
		if _, err := signature.Check(other, made); err == nil {
			t.Errorf("a signature is taken for one of %s", what)
		}
	}
	if _, err := signature.Check(event, "no signature"); err == nil {
		t.Error("anything is taken for a signature")
	}
}

func TestKeys(t *testing.T) {
	key := signer(t).Key()
	if back, err := signature.ParseKey([]byte(string(key) + " jo@ccg\n")); err != nil || back != key {
		t.Errorf("%q comes back as %q, %v", key, back, err)
	}
	if !strings.HasPrefix(key.Fingerprint(), "SHA256:") {
		t.Errorf("the fingerprint is %q", key.Fingerprint())
	}
	for _, line := range []string{"", "ssh-ed25519", string(key) + "\n" + string(key)} {
		if _, err := signature.ParseKey([]byte(line)); err == nil {
			t.Errorf("%q is taken for a key", line)
		}
	}
	if _, err := signature.ParseSigner([]byte(key)); err == nil {
		t.Error("a public key is taken for a secret one")
	}
	if _, err := signature.ParseSigner(secret(t, "open sesame")); err == nil || !strings.Contains(err.Error(), "passphrase") {
		t.Errorf("a locked key: %v", err)
	}
}

// What is signed here is checked by the tool that everybody has.
func TestOpenSSHAgrees(t *testing.T) {
	tool, err := exec.LookPath("ssh-keygen")
	if err != nil {
		t.Logf("ssh-keygen is not here: %v", err)
		return
	}
	dir, s := t.TempDir(), signer(t)
	statement := signature.Statement("ipsa", "ab12", 12, event)
	made, err := s.Sign(statement)
	if err != nil {
		t.Fatal(err)
	}
	allowed, sig := filepath.Join(dir, "allowed"), filepath.Join(dir, "act.sig")
	for path, text := range map[string]string{allowed: "slam " + string(s.Key()) + "\n", sig: made} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	check := exec.Command(tool, "-Y", "verify", "-f", allowed, "-I", "slam", "-n", signature.Namespace, "-s", sig)
	check.Stdin = strings.NewReader(string(statement))
	if out, err := check.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}
