package dsl_test

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"concordat/dsl"
	"concordat/dsl/parse"
)

const alliance = "../agreements/ipsa/ipsa.agreement"

func read(t testing.TB, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func BenchmarkParse(b *testing.B) {
	src := read(b, alliance)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		parse.Text("ipsa.agreement", src)
	}
}

func BenchmarkCheck(b *testing.B) {
	src := read(b, alliance)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		dsl.Check("ipsa.agreement", src)
	}
}

func BenchmarkCompile(b *testing.B) {
	src := read(b, alliance)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		dsl.Compile("ipsa.agreement", src)
	}
}

// BenchmarkCheck500 checks five hundred agreements, no two alike.
func BenchmarkCheck500(b *testing.B) {
	src := read(b, alliance)
	var all [][]byte
	size := 0
	for i := range 500 {
		text := different(src, i)
		if _, found := dsl.Check("x.agreement", text); found.HasErrors() {
			b.Fatalf("agreement %d has errors: %v", i, found)
		}
		all = append(all, text)
		size += len(text)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, text := range all {
			dsl.Check("x.agreement", text)
		}
	}
	b.ReportMetric(float64(len(all)*b.N)/b.Elapsed().Seconds(), "agreements/s")
}

// different is an agreement like the alliance, with names, sums and times of its own.
func different(src []byte, i int) []byte {
	for _, c := range [][2]string{
		{"agreement ipsa", fmt.Sprintf("agreement ipsa%d", i)},
		{"{ipsa.", fmt.Sprintf("{ipsa%d.", i)},
		{"£6,400,000", fmt.Sprintf("£6,%d,000", 100+i)},
		{"thames", fmt.Sprintf("thames_%d", i)},
		{"within 15 working days of quarter end", fmt.Sprintf("within %d working days of quarter end", 5+i%10)},
		{"placements", fmt.Sprintf("placements_%d", i)},
	} {
		src = bytes.ReplaceAll(src, []byte(c[0]), []byte(c[1]))
	}
	return src
}
