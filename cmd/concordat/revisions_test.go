package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/rogpeppe/go-internal/txtar"
)

var updateRevisions = flag.Bool("update-revisions", false, "write the reports of testdata/revisions anew")

const revisions = "../../testdata/revisions"

// Each file of testdata/revisions is a revision of the alliance and the report
// that its lawyers read: the lines that change, then what `diff` says of them.
func TestRevisions(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(revisions, "*.txtar"))
	if err != nil || len(files) < 10 {
		t.Fatalf("%d revisions: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			file, err := filepath.Abs(file) // the command runs in another folder
			if err != nil {
				t.Fatal(err)
			}
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			have := reportOf(t, string(archive.Files[0].Data))
			if *updateRevisions {
				archive.Files[1].Data = have
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := archive.Files[1].Data; !bytes.Equal(have, want) {
				t.Errorf("%s", diff.Diff("wanted", want, "reported", have))
			}
			for _, line := range strings.Split(string(have), "\n") {
				if len([]rune(line)) > 80 {
					t.Errorf("wider than 80 columns: %s", line)
				}
			}
		})
	}
}

// reportOf makes the revision, compares it with the alliance as it was, and
// gives what the command prints.
func reportOf(t *testing.T, edits string) []byte {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"ipsa.agreement", "lawyer.scenario"} {
		text, err := os.ReadFile(filepath.Join(revisions, name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, "old", name), string(text))
		write(t, filepath.Join(dir, "new", name), edited(t, string(text), edits, name == "ipsa.agreement"))
	}
	t.Chdir(dir)
	var out, complaints bytes.Buffer
	if code := newProgram(strings.NewReader(""), &out, &complaints).execute([]string{"diff", "old/ipsa.agreement", "new/ipsa.agreement"}); code != exitFine {
		t.Fatalf("exit code %d: %s", code, complaints.String())
	}
	return out.Bytes()
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// edited applies hunks of `- line` and `+ line` to an agreement, and `name OLD NEW`
// to it and to its scenarios.
func edited(t *testing.T, text, edits string, agreement bool) string {
	t.Helper()
	var was, now []string
	apply := func() {
		if len(was) == 0 {
			return
		}
		if agreement {
			text = replaced(t, text, was, now)
		}
		was, now = nil, nil
	}
	for line := range strings.Lines(edits) {
		line = strings.TrimRight(line, "\n")
		switch mark, rest, _ := strings.Cut(line, " "); mark {
		case "-":
			if len(now) > 0 {
				apply()
			}
			was = append(was, strings.TrimSpace(rest))
		case "+":
			now = append(now, rest)
		case "name":
			old, other, _ := strings.Cut(rest, " ")
			text = regexp.MustCompile(`\b`+old+`\b`).ReplaceAllString(text, other)
		default:
			apply()
		}
	}
	apply()
	return text
}

func replaced(t *testing.T, text string, was, now []string) string {
	t.Helper()
	lines := strings.Split(text, "\n")
	for i := 0; i+len(was) <= len(lines); i++ {
		same := true
		for j := range was {
			same = same && strings.TrimSpace(lines[i+j]) == was[j]
		}
		if same {
			return strings.Join(append(append(append([]string{}, lines[:i]...), now...), lines[i+len(was):]...), "\n")
		}
	}
	t.Fatalf("these lines are not in the agreement: %q", was)
	return ""
}
