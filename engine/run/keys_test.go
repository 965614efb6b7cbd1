package run_test

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"slices"
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
	if _, err := run.Open(log, c.now).Verify(nil); err != nil {
		t.Fatal(err)
	}
	var corrupt *run.CorruptDigestError
	for what, change := range map[string][2]string{
		"another figure":   {`"value":"12"`, `"value":"12.0"`},
		"no SSH signature": {`BEGIN SSH`, `BEGIN HSS`},
	} {
		_, err := run.Open(altered{log, done.Seq, change[0], change[1]}, c.now).Verify(nil)
		if !errors.As(err, &corrupt) || corrupt.Seq != done.Seq {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// A key that was taken back signs nothing more, and a record that says otherwise
// is found by replay; what it signed before stays good.
func TestAKeyTakenBack(t *testing.T) {
	var c clock
	log := mem.New()
	r := signed(t, log, &c, "grant")
	old, next := signerOf(t), signerOf(t)
	c.day = on(t, "6 July 2015")
	if _, err := r.RegisterKey("grant", "town", old.Key()); err != nil {
		t.Fatal(err)
	}
	r.SignWith(old)
	if _, err := r.RegisterKey("grant", "town", next.Key()); err != nil {
		t.Fatal(err)
	}
	first, err := r.Do("grant", returned(c.day, "town", 12), "")
	if err != nil {
		t.Fatal(err)
	}
	r.SignWith(next)
	back, err := r.RevokeKey("grant", run.Revoked{Party: "town", Key: old.Key(), On: on(t, "5 July 2015"), Because: "Jo has left"})
	if err != nil {
		t.Fatal(err)
	}
	var wrong *run.KeyError
	r.SignWith(old)
	if _, err := r.RevokeKey("grant", run.Revoked{Party: "town", Key: next.Key(), On: c.day, Because: "theft"}); !errors.As(err, &wrong) {
		t.Errorf("signed with a key that was taken back: %v", err)
	}
	r.SignWith(nil)
	if _, err := r.RevokeKey("grant", run.Revoked{Party: "town", Key: next.Key(), On: c.day, Because: "theft"}); !errors.As(err, &wrong) || !wrong.Unsigned {
		t.Errorf("taken back without a signature: %v", err)
	}
	keys, err := run.Open(log, c.now).Keys("grant", run.Now)
	if err != nil || len(keys) != 2 || keys[0].Revoked == nil || keys[1].Revoked != nil || !slices.Equal(keys[0].Doubtful, []uint64{first.Seq}) {
		t.Errorf("the keys are %+v, %v", keys, err)
	}
	var corrupt *run.CorruptDigestError
	for what, change := range map[string][2]string{
		"another day":    {`"on":"2015-07-05"`, `"on":"2015-07-06"`},
		"as if lost":     {`"because":"Jo has left"`, `"because":"Jo has left","lost":true`},
		"another reason": {"Jo has left", "Al has left"},
	} {
		if _, err := run.Open(altered{log, back.Seq, change[0], change[1]}, c.now).Verify(nil); !errors.As(err, &corrupt) || corrupt.Seq != back.Seq {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := run.Open(log, c.now).Verify(nil); err != nil {
		t.Error(err)
	}
}
