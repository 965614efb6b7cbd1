package format_test

import (
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"concordat/dsl/diag"
	"concordat/dsl/format"
	"concordat/dsl/parse"
	"concordat/dsl/scan"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
)

var renew = flag.Bool("renew", false, "write the golden files anew; then read them")

func read(t testing.TB, path string) []byte {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// TestGolden: a messy file and what becomes of it.
func TestGolden(t *testing.T) {
	got, found := format.Source("messy.agreement", read(t, "testdata/messy.agreement"))
	for _, d := range found {
		t.Errorf("%s at %d", d.Text, d.At.Start)
	}
	if *renew {
		if err := os.WriteFile("testdata/tidy.agreement", got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := read(t, "testdata/tidy.agreement"); string(got) != string(want) {
		t.Errorf("got:\n%s", got)
	}
}

// TestLaws: on whole files of every kind, formatting twice is formatting once,
// no comment is lost and the tree stays the same.
func TestLaws(t *testing.T) {
	paths := []string{"testdata/messy.agreement"}
	for _, pattern := range []string{"../../agreements/*/*.agreement", "../../agreements/*/*.scenario", "../parse/testdata/trees/*"} {
		more, _ := filepath.Glob(pattern)
		paths = append(paths, more...)
	}
	for _, path := range paths {
		if filepath.Ext(path) != ".tree" {
			laws(t, path, read(t, path))
		}
	}
}

// TestShippedIsCanonical: the agreements that are shipped are laid out as the
// formatter would lay them out.
func TestShippedIsCanonical(t *testing.T) {
	paths, _ := filepath.Glob("../../agreements/*/*.*")
	for _, path := range paths {
		if ext := filepath.Ext(path); ext != ".agreement" && ext != ".scenario" && ext != ".claims" && ext != ".framework" {
			continue
		}
		src := read(t, path)
		if got, _ := format.Source(path, src); string(got) != string(src) {
			t.Errorf("%s is not laid out: run concordat fmt on it", path)
		}
	}
}

func laws(t *testing.T, path string, src []byte) {
	t.Helper()
	before, found := parse.Text(path, src)
	once, _ := format.Source(path, src)
	if found.HasErrors() {
		if string(once) != string(src) {
			t.Fatalf("%s has errors and was changed", path)
		}
		return
	}
	after, found := parse.Text(path, once)
	if found.HasErrors() {
		t.Fatalf("%s does not parse any more: %s\n%s", path, found[0].Text, once)
	}
	if twice, _ := format.Source(path, once); string(twice) != string(once) {
		t.Fatalf("%s: twice is not once:\n%s\n---\n%s", path, once, twice)
	}
	if a, b := comments(path, src), comments(path, once); !slices.Equal(a, b) {
		t.Fatalf("%s: comments %q became %q", path, a, b)
	}
	if a, b := said(before), said(after); a != b {
		t.Fatalf("%s: the tree changed:\n%s\n---\n%s", path, a, b)
	}
}

func comments(path string, src []byte) (all []string) {
	tokens, _ := scan.Tokens(path, src)
	for _, t := range tokens {
		if t.Kind == token.Comment {
			all = append(all, strings.TrimRight(t.Text(src), " \t\r"))
		}
	}
	return all
}

// said is all that a tree says, without places.
func said(f *syntax.File) string {
	var b strings.Builder
	for _, block := range f.Blocks {
		write(&b, reflect.ValueOf(block))
		b.WriteByte('\n')
	}
	return f.For.Name + b.String()
}

func write(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			write(b, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			write(b, v.Index(i))
			b.WriteByte(',')
		}
	case reflect.Struct:
		switch x := v.Interface().(type) {
		case diag.Span, syntax.BlockDef, syntax.StatementDef:
			return
		case syntax.Expression:
			b.WriteString("⟨")
			file := syntax.File{Src: x.Src, Tokens: append(x.Tokens, token.Token{Kind: token.EOF, Start: len(x.Src), End: len(x.Src)})}
			for _, t := range x.Tokens {
				b.WriteString(file.Words(diag.Span{Start: t.Start, End: t.End}) + " ")
			}
			return
		}
		for i := range v.NumField() {
			write(b, v.Field(i))
			b.WriteByte(';')
		}
	case reflect.String:
		b.WriteString(v.String())
	case reflect.Int:
		b.WriteString(v.String() + string(rune('0'+v.Int()%10)))
	case reflect.Bool:
		if v.Bool() {
			b.WriteString("yes")
		}
	}
}

func TestWrongIsLeftAlone(t *testing.T) {
	src := []byte("party   a {\n  role provider\n")
	got, found := format.Source("x.agreement", src)
	if string(got) != string(src) || !found.HasErrors() {
		t.Errorf("got %q, %v", got, found)
	}
}

func FuzzSource(f *testing.F) {
	for _, path := range []string{"testdata/messy.agreement", "../parse/testdata/trees/alternatives.agreement", "../../agreements/ipsa/ipsa.agreement"} {
		for _, block := range strings.SplitAfter(string(read(f, path)), "\n}\n") {
			f.Add(false, block)
		}
	}
	f.Add(true, string(read(f, "../parse/testdata/trees/acts.scenario")))
	f.Fuzz(func(t *testing.T, scenario bool, src string) {
		path := "f.agreement"
		if scenario {
			path = "f.scenario"
		}
		laws(t, path, []byte(src))
	})
}

func BenchmarkSource(b *testing.B) {
	src := read(b, "../../agreements/ipsa/ipsa.agreement")
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		format.Source("ipsa.agreement", src)
	}
}
