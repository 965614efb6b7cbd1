package bolt

import (
	"os"
	"testing"
)

// FuzzDamage writes any bytes over any place of a store: opening, verifying and
// reading it end in a plain error or give what was there.
func FuzzDamage(f *testing.F) {
	path := shrunk(f, large(f))
	want, err := everything(path)
	if err != nil {
		f.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint16(0), []byte("Dear Sir"))
	f.Add(uint16(1024), []byte{2, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, at uint16, over []byte) {
		damaged := append([]byte(nil), whole...)
		copy(damaged[min(int(at), len(damaged)):], over)
		path := newPath(t)
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := everything(path)
		switch {
		case err != nil:
			plainWords(t, "damaged", err)
		case got != want:
			t.Fatalf("unseen, and the store now holds\n%s", got)
		}
	})
}
