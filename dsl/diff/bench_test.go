package diff_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"concordat/dsl/diff"
)

// large is an agreement of about 100 KB: the alliance with many more decisions.
func large(b *testing.B) []byte {
	src, err := os.ReadFile(revised)
	if err != nil {
		b.Fatal(err)
	}
	for n := 0; len(src) < 100_000; n++ {
		src = fmt.Appendf(src, `
decision more_%d "Another thing to decide" {
  opens      on a proposal by any member
  by         leadership
  decides    a plan
  rule       unanimous of members
  silence    is refusal
  conflicts  declare and vote
  within     20 working days of opening
  record     best_for_service
  otherwise  lapse
}
`, n)
	}
	return src
}

// Two revisions of 100 KB with three changes, from text to report.
func BenchmarkCompare100KB(b *testing.B) {
	old := large(b)
	text := bytes.Replace(old, []byte("pool       £300,000"), []byte("pool       £330,000"), 1)
	text = bytes.Replace(text, []byte("at least   6 months"), []byte("at least   9 months"), 1)
	text = bytes.Replace(text, []byte("within     20 working days of opening"), []byte("within     25 working days of opening"), 1)
	for b.Loop() {
		if found := compare(b, revised, old, text); len(found) != 3 {
			b.Fatalf("%d changes", len(found))
		}
	}
}

// Two revisions of every agreement, with all its scenarios played on both.
func BenchmarkReplay(b *testing.B) {
	for path, src := range shipped(b) {
		stories := scenarios(b, path, src)
		text := bytes.Replace(src, []byte("£"), []byte("£1"), 1)
		b.Run(strings.TrimPrefix(path, "../../agreements/"), func(b *testing.B) {
			for b.Loop() {
				old, _ := revision(path, src)
				new, ok := revision(path, text)
				if !ok {
					new = old // that sum alone cannot be another: the same text is played twice
				}
				diff.NewReport(old, new, diff.Compare(old, new), diff.Play(old, new, stories, nil))
			}
		})
	}
}
