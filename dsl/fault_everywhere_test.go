package dsl_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"concordat/dsl"
	"concordat/dsl/settled"
)

// TestFaultsEverywhere puts faults into every agreement that has no finding of
// its own, so that no block is left out; each agreement must reach the mark.
func TestFaultsEverywhere(t *testing.T) {
	paths, err := filepath.Glob("../agreements/*/*.agreement")
	if err != nil {
		t.Fatal(err)
	}
	pages := dsl.Pages()
	var sum tally
	tried := 0
	for _, path := range paths {
		src := read(t, path)
		follows := followed(path, src)
		want, found := dsl.Compile("ipsa.agreement", src, follows...)
		if want == nil || len(found) > 0 {
			t.Logf("%s has findings of its own", path)
			continue
		}
		tried++
		var n tally
		for k, f := range faults {
			for i, s := range statements(src) {
				for j, text := range f.texts(s) {
					if text != s.text() && (i+j+k)%(*every*8) == 0 {
						n.add(inject(t, f, s, text, want.Fingerprint(), pages, follows...))
					}
				}
			}
		}
		t.Logf("%-60s %s", path, n)
		sum.add(n)
	}
	t.Logf("all: %s", sum)
	if tried < 10 || sum.here*100 < sum.faults*99 || sum.elsewhere*100 > sum.faults {
		t.Errorf("of %d agreements, too many faults are not found on their own line: %s", tried, sum)
	}
}

// followed are the frameworks that an agreement follows.
func followed(path string, src []byte) (out []*settled.Framework) {
	names := dsl.Follows(path, src)
	for _, dir := range []string{filepath.Dir(path), "../agreements/frameworks"} {
		for _, name := range names {
			at := filepath.Join(dir, name+".framework")
			words, err := os.ReadFile(at)
			if err != nil || slices.ContainsFunc(out, func(f *settled.Framework) bool { return filepath.Base(f.Path) == filepath.Base(at) }) {
				continue
			}
			if law, _ := dsl.Framework(at, words); law != nil {
				out = append(out, law)
			}
		}
	}
	return out
}
