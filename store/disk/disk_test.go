//go:build linux

package disk

import (
	"path/filepath"
	"testing"
)

func TestUnder(t *testing.T) {
	folder := t.TempDir()
	p, err := Under(folder)
	if err != nil || p.Unknown || p.Free == 0 {
		t.Errorf("%+v, %v", p, err)
	}
	if _, err := Under(filepath.Join(folder, "none")); err == nil {
		t.Error("what is not there lies somewhere")
	}
	for number, p := range unfit {
		if p.Kind == "" || p.Why == "" {
			t.Errorf("%#x has no words", number)
		}
	}
}
