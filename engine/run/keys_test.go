package run_test

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"testing"

	"golang.org/x/crypto/ssh"

	"concordat/engine/run"
	"concordat/engine/signature"
	"concordat/store/mem"
)

func signerOf(t *testing.T) *signature.Signer {
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	block, err := ssh.MarshalPrivateKey(key, "")
	if err != nil {
		t.Fatal(err)
	}
	s, err := signature.ParseSigner(pem.EncodeToMemory(block))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A signature that is replaced, or no longer fits its event, is found by replay.
func TestReplayChecksSignatures(t *testing.T) {
	var c clock
	log := mem.New()
	r := signed(t, log, &c, "grant")
	town, other := signerOf(t), signerOf(t)
	c.day = on(t, "6 July 2015")
	if _, err := r.RegisterKey("grant", "town", town.Key()); err != nil {
		t.Fatal(err)
	}
	var wrong *run.KeyError
	r.SignWith(other)
	if _, err := r.Do("grant", returned(c.day, "town", 12), ""); !errors.As(err, &wrong) {
		t.Errorf("signed with another key: %v", err)
	}
	r.SignWith(town)
	done, err := r.Do("grant", returned(c.day, "town", 12), "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := run.Open(log, c.now).Verify(); err != nil {
		t.Fatal(err)
	}
	var corrupt *run.CorruptDigestError
	for what, change := range map[string][2]string{
		"another figure":   {`"value":"12"`, `"value":"12.0"`},
		"no SSH signature": {`BEGIN SSH`, `BEGIN HSS`},
	} {
		_, err := run.Open(altered{log, done.Seq, change[0], change[1]}, c.now).Verify()
		if !errors.As(err, &corrupt) || corrupt.Seq != done.Seq {
			t.Errorf("%s: %v", what, err)
		}
	}
}
