// Package signature signs what people do under an agreement, and checks it. What
// is signed is a short text (see Statement) that names the agreement, the
// fingerprint of its text, the number of the event and the event itself, so that
// a signature fits one act in one place and no other. It is an SSH signature of
// the namespace `concordat`, as `ssh-keygen -Y sign` makes them: anybody can
// check one with `ssh-keygen -Y verify` and nothing of ours. Which keys are a
// party's is the business of package run.
package signature

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"
)

// Namespace keeps a signature from being taken for one that was made for
// something else.
const Namespace = "concordat"

// Statement is the text that is signed: five lines, the last of them the event
// as it is recorded, in JSON. seq is the number that the event gets in its
// agreement.
func Statement(agreement, fingerprint string, seq uint64, event []byte) []byte {
	return fmt.Appendf(nil, "concordat act 1\nagreement %s\nfingerprint %s\nevent %d\n%s\n", agreement, fingerprint, seq, event)
}

// Key is a public key in the form of an authorized_keys file, without a comment:
// `ssh-ed25519 AAAA…`.
type Key string

// ParseKey reads a public key, as it stands in a `.pub` file.
func ParseKey(line []byte) (Key, error) {
	public, _, _, rest, err := ssh.ParseAuthorizedKey(line)
	if err != nil || len(bytes.TrimSpace(rest)) > 0 {
		return "", errors.New("this is no public SSH key: one line that begins with ssh-ed25519, ecdsa-sha2-… or ssh-rsa")
	}
	return keyOf(public), nil
}

func keyOf(public ssh.PublicKey) Key {
	return Key(bytes.TrimSpace(ssh.MarshalAuthorizedKey(public)))
}

// Fingerprint is the short name of a key, as `ssh-keygen -l` shows it:
// `SHA256:…`. It is the key itself where that cannot be read.
func (k Key) Fingerprint() string {
	public, _, _, _, err := ssh.ParseAuthorizedKey([]byte(k))
	if err != nil {
		return string(k)
	}
	return ssh.FingerprintSHA256(public)
}

// Signer signs with somebody's secret key.
type Signer struct{ secret ssh.Signer }

// ParseSigner reads a secret key in the form of OpenSSH or PEM, without a passphrase.
func ParseSigner(file []byte) (*Signer, error) {
	secret, err := ssh.ParsePrivateKey(file)
	if locked := (*ssh.PassphraseMissingError)(nil); errors.As(err, &locked) {
		return nil, errors.New("the key is locked with a passphrase; this program signs only with a key that has none")
	}
	if err != nil {
		return nil, errors.New("this is no secret SSH key")
	}
	return &Signer{secret}, nil
}

// AgentSigner signs through an SSH agent, which keeps the secret key and hands it
// to nobody; conn is a connection to one.
func AgentSigner(conn io.ReadWriter, key Key) (*Signer, error) {
	all, err := agent.NewClient(conn).Signers()
	if err != nil {
		return nil, fmt.Errorf("the SSH agent does not answer: %w", err)
	}
	for _, s := range all {
		if keyOf(s.PublicKey()) == key {
			return &Signer{s}, nil
		}
	}
	return nil, fmt.Errorf("the SSH agent does not have the key %s", key.Fingerprint())
}

// Key is the public half.
func (s *Signer) Key() Key { return keyOf(s.secret.PublicKey()) }

// Sign signs a statement; the signature is text between BEGIN and END lines.
func (s *Signer) Sign(statement []byte) (string, error) {
	sig, err := sshsig.Sign(bytes.NewReader(statement), s.secret, sshsig.HashSHA512, Namespace)
	if err != nil {
		return "", err
	}
	return string(sshsig.Armor(sig)), nil
}

// By is the key that a signature says it was made with; Check proves it.
func By(signature string) (Key, error) {
	sig, err := sshsig.Unarmor([]byte(signature))
	if err != nil {
		return "", errors.New("its signature cannot be read")
	}
	return keyOf(sig.PublicKey), nil
}

// Check proves that a signature is one of a statement, and returns the key that
// made it.
func Check(statement []byte, signature string) (Key, error) {
	sig, err := sshsig.Unarmor([]byte(signature))
	if err != nil {
		return "", errors.New("its signature cannot be read")
	}
	if err := sshsig.Verify(bytes.NewReader(statement), sig, sig.PublicKey, sig.HashAlgorithm, Namespace); err != nil {
		return "", errors.New("its signature is one of something else")
	}
	return keyOf(sig.PublicKey), nil
}
