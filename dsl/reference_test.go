package dsl_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"concordat/dsl/syntax"
)

var update = flag.Bool("update", false, "write the reference anew from the registry")

const (
	referenceStart = "<!-- reference: written from the registry; change dsl/syntax/block_*.go and run go test ./dsl -run Reference -update -->"
	referenceEnd   = "<!-- end of reference -->"
)

// The reference of every block and statement in README.md is what the registry
// says; it cannot fall behind the language.
func TestReferenceIsTheRegistry(t *testing.T) {
	have, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(have), referenceStart)
	_, after, ok2 := strings.Cut(rest, referenceEnd)
	if !ok || !ok2 {
		t.Fatal("README.md has lost the marks of its reference")
	}
	want := before + referenceStart + "\n\n" + reference() + referenceEnd + after
	if *update {
		if err := os.WriteFile("README.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(have) != want {
		t.Error("README.md is behind the registry: run go test ./dsl -run Reference -update, and read what it wrote")
	}
}

func reference() string {
	var b strings.Builder
	for def := range syntax.Blocks() {
		fmt.Fprintf(&b, "### `%s`\n\n%s\n", def.Keyword, def.Doc)
		if def.Inside != "" {
			fmt.Fprintf(&b, "It stands inside `%s`.\n", def.Inside)
		}
		if def.Becomes != "" {
			fmt.Fprintf(&b, "\nAt run time: %s.\n", def.Becomes)
		}
		fmt.Fprintf(&b, "\n```\n%s\n```\n\n", strings.TrimRight(def.Example, "\n"))
		if len(def.Statements) > 0 {
			b.WriteString("| statement | how often | value | says |\n|---|---|---|---|\n")
		}
		for _, s := range def.Statements {
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", cell(s.Example), often(s), cell(s.Shape), cell(s.Means))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func often(s *syntax.StatementDef) string {
	switch {
	case s.Need == syntax.OneOf:
		return "one of " + s.Group
	case s.Need == syntax.Required && s.Many:
		return "one or more"
	case s.Need == syntax.Required:
		return "once"
	case s.Many:
		return "any number"
	}
	return "at most once"
}

func cell(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "|", `\|`)
}

// Every block and statement of the language has an example, and what it means.
func TestEveryStatementHasAnExample(t *testing.T) {
	for def := range syntax.Blocks() {
		if def.Doc == "" || def.Example == "" {
			t.Errorf("block %s lacks its sentence or its example", def.Keyword)
		}
		for _, s := range def.Statements {
			if !strings.HasPrefix(s.Example, s.Keyword) || s.Means == "" || s.Shape == "" {
				t.Errorf("%s.%s lacks its example, its shape or its meaning", def.Keyword, s.Keyword)
			}
		}
	}
}
