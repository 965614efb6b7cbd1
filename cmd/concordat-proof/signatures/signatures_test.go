package signatures_test

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"

	"concordat/cmd/concordat-proof/signatures"
)

func key(t *testing.T) ssh.Signer {
	_, secret, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	s, err := ssh.NewSignerFromKey(secret)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func public(s ssh.Signer) string {
	return string(bytes.TrimSpace(ssh.MarshalAuthorizedKey(s.PublicKey())))
}

// record is one as the program writes it: part is its one field, signed by a key or nobody.
func record(t *testing.T, seq int, fingerprint, part, inside string, by ssh.Signer) []byte {
	b := map[string]any{"version": 3, part: json.RawMessage(inside)}
	if by != nil {
		statement := fmt.Sprintf("concordat act 1\nagreement ipsa\nfingerprint %s\nevent %d\n%s\n", fingerprint, seq, inside)
		sig, err := sshsig.Sign(strings.NewReader(statement), by, sshsig.HashSHA512, "concordat")
		if err != nil {
			t.Fatal(err)
		}
		b["signature"] = string(sshsig.Armor(sig))
	}
	text, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// One history in which keys come and go and the text is changed; and in each
// other, the one step that does not fit.
func TestSignaturesOfPeople(t *testing.T) {
	first, second, other := key(t), key(t), key(t)
	vote := `{"kind":"voted","event":{"on":"2015-07-10","by":"ccg","decision":"vary","choice":"yes"}}`
	registered := func(k ssh.Signer) string { return fmt.Sprintf(`{"party":"ccg","key":%q}`, public(k)) }
	back := fmt.Sprintf(`{"party":"ccg","key":%q,"on":"2015-07-12","because":"Jo has left"`, public(first))
	history := [][]byte{
		[]byte(`{"version":1,"text":{"agreement":"ipsa","fingerprint":"aa"}}`),
		record(t, 2, "aa", "registered", registered(first), nil),
		record(t, 3, "aa", "registered", registered(second), first),
		record(t, 4, "aa", "event", vote, first),
		record(t, 5, "aa", "event", `{"kind":"varied","event":{"on":"2015-07-10","decision":{"chart":"vary"},"text":{"fingerprint":"bb"}}}`, nil),
		record(t, 6, "bb", "event", vote, second),
		record(t, 7, "bb", "revoked", back+"}", second),
	}
	for _, x := range []struct {
		name string
		at   int // the event that is another
		is   []byte
		want string
	}{
		{name: "as it was", at: 8, is: record(t, 8, "bb", "event", vote, second)},
		{"a key that was taken back", 8, record(t, 8, "bb", "event", vote, first), "not one of the party's"},
		{"a key of nobody", 4, record(t, 4, "aa", "event", vote, other), "not one of the party's"},
		{"made for another place", 4, record(t, 5, "aa", "event", vote, first), "something else"},
		{"made under the text before", 6, record(t, 6, "aa", "event", vote, second), "something else"},
		{"a vote turned over", 4, bytes.Replace(history[3], []byte(`:"yes"`), []byte(`:"no"`), 1), "something else"},
		{"a further key without a signature", 3, record(t, 3, "aa", "registered", registered(other), nil), "carries no signature"},
		{"taken back by nobody", 7, record(t, 7, "bb", "revoked", back+"}", nil), "carries no signature"},
		{name: "taken back as lost", at: 7, is: record(t, 7, "bb", "revoked", back+`,"lost":true}`, nil)},
		{"no signature at all", 4, bytes.Replace(history[3], []byte("BEGIN SSH"), []byte("BEGIN HSS"), 1), "cannot be read"},
	} {
		var r signatures.Reader
		var err error
		for i, rec := range append(history[:len(history):len(history)], []byte(`{"event":{}}`)) {
			if i+1 == x.at {
				rec = x.is
			}
			if err = r.Read("ipsa", uint64(i+1), rec); err != nil {
				break
			}
		}
		switch {
		case x.want == "" && err != nil:
			t.Errorf("%s: %v", x.name, err)
		case x.want != "" && (err == nil || !strings.Contains(err.Error(), x.want)):
			t.Errorf("%s: %v, want %q", x.name, err, x.want)
		}
		if x.name == "as it was" {
			if lines := strings.Join(r.Keys(), "\n"); r.Signatures != 5 || strings.Count(lines, "ipsa ccg SHA256:") != 2 || strings.Count(lines, "taken back") != 1 {
				t.Errorf("%d signatures, keys\n%s", r.Signatures, lines)
			}
		}
	}
}
