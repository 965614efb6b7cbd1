package main

import (
	"bytes"
	"os"
	"testing"

	"concordat/cmd/concordat/report"
	"concordat/dsl/models"
)

// agreements/choose.md is what `concordat choose --format markdown` writes, and its
// examples are there.
func TestChoosePage(t *testing.T) {
	const path = "../../agreements/choose.md"
	want := report.ChooseMarkdown(models.All())
	if os.Getenv("UPDATE_SCRIPTS") != "" {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, want) {
		t.Errorf("%s is not what `concordat choose --format markdown` writes: run go test ./cmd/concordat with UPDATE_SCRIPTS=1", path)
	}
	for _, m := range models.All() {
		if _, err := os.Stat("../../" + m.Example); err != nil {
			t.Errorf("%s: %v", m.Name, err)
		}
	}
}
