package syntax_test

import (
	"os"
	"testing"

	"concordat/dsl/syntax"
)

func TestExampleParses(t *testing.T) {
	for _, path := range []string{"../../agreements/ipsa/ipsa.agreement", "../../agreements/ipsa/ipsa.scenario"} {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, found := syntax.Parse(path, src)
		for _, d := range found {
			t.Errorf("%s: %s: %s (%s)", path, d.Code, d.Text, src[d.At.Start:d.At.End])
		}
		n := 0
		var walk func(bs []*syntax.Block)
		walk = func(bs []*syntax.Block) {
			for _, b := range bs {
				n += len(b.Statements)
				walk(b.Blocks)
			}
		}
		walk(file.Blocks)
		t.Log(len(file.Blocks), n)
	}
}
func BenchmarkParse(b *testing.B) {
	src, err := os.ReadFile("../../agreements/ipsa/ipsa.agreement")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		syntax.Parse("ipsa.agreement", src)
	}
}
