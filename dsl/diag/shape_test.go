package diag

import (
	"bytes"
	"encoding/json"
	"testing"
)

// The JSON form keeps these names for ever.
func TestJSONShape(t *testing.T) {
	sources, found := mixed()
	var b bytes.Buffer
	if err := JSON(&b, sources, found); err != nil {
		t.Fatal(err)
	}
	type place struct{ Line, Column, Offset int }
	var got struct {
		SchemaVersion           int `json:"schema_version"`
		Errors, Warnings, Holes int
		Summary                 string
		Findings                []struct {
			Code, Severity, Text, Help string
			At                         struct {
				Path       string
				Start, End place
			}
			See []struct{ Why string }
		}
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.SchemaVersion != 1 || got.Errors != 1 || got.Warnings != 1 || got.Holes != 1 || got.Summary != found.Summary() || len(got.Findings) != 3 {
		t.Fatalf("%+v", got)
	}
	one := got.Findings[0]
	if one.Code != "in-two-texts" || one.Severity != "error" || len(one.See) != 2 || one.See[0].Why != "the other" {
		t.Errorf("%+v", one)
	}
	if one.At.Start != (place{2, 1, 4}) || one.At.End != (place{2, 4, 7}) {
		t.Errorf("%+v", one.At)
	}
}

// What code scanning asks of a SARIF log: version, a rule for each result at
// its index, a level, a message, and regions that start at 1.
func TestSARIFShape(t *testing.T) {
	sources, found := mixed()
	var b bytes.Buffer
	if err := SARIF(&b, sources, found, Pages{{Code: "never-found", Says: "Never. Found."}, {Code: "no-page", Says: "x"}}); err != nil {
		t.Fatal(err)
	}
	var got sarifLog
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Version != "2.1.0" || len(got.Runs) != 1 || len(got.Runs[0].Results) != 3 {
		t.Fatalf("%+v", got)
	}
	rules := got.Runs[0].Tool.Driver.Rules
	if len(rules) != 4 || rules[0].Short.Text != "Never." || rules[0].Full.Text != "Never. Found." {
		t.Errorf("rules %+v", rules)
	}
	for i, r := range got.Runs[0].Results {
		if rules[r.RuleIndex].ID != r.RuleID || r.RuleID != found[i].Code {
			t.Errorf("result %d has rule %q at %d", i, r.RuleID, r.RuleIndex)
		}
		if want := []string{"error", "warning", "note"}[i]; r.Level != want || r.Message.Text == "" || len(r.Locations) != 1 {
			t.Errorf("result %d: %+v", i, r)
		}
		if region := r.Locations[0].Physical.Region; region != nil && *region != (sarifRegion{2, 1, 2, 4}) {
			t.Errorf("result %d: region %+v", i, *region)
		}
	}
	if uri := got.Runs[0].Results[0].Locations[0].Physical.Artifact.URI; uri != "./a:b,%20100%25.agreement" {
		t.Errorf("uri %s", uri)
	}
}

func TestSummary(t *testing.T) {
	e, w, h := Diagnostic{Severity: Error}, Diagnostic{Severity: Warning}, Diagnostic{Severity: Hole}
	for _, c := range []struct {
		found List
		want  string
	}{
		{nil, "nothing found"},
		{List{e}, "1 error: nothing can run until the errors are mended"},
		{List{e, h, e, w, w}, "2 errors, 2 warnings, 1 hole: nothing can run until the errors are mended"},
		{List{h, h}, "2 holes: nobody can sign until what is open is agreed"},
		{List{w}, "1 warning: it can be signed as it is"},
	} {
		if got := c.found.Summary(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestPlace(t *testing.T) {
	sources := Sources{"a": []byte("é£\n\tb\r\nc\n"), "empty": nil}
	for _, c := range []struct {
		path   string
		offset int
		want   Place
	}{
		{"a", 0, Place{1, 1}},
		{"a", 1, Place{1, 1}}, // inside a character: that character
		{"a", 2, Place{1, 2}},
		{"a", 4, Place{1, 3}},
		{"a", 5, Place{2, 1}},
		{"a", 6, Place{2, 2}},
		{"a", 7, Place{2, 3}},
		{"a", 8, Place{2, 3}}, // between CR and LF
		{"a", 9, Place{3, 1}},
		{"a", 11, Place{3, 2}}, // the end of the text
		{"a", 99, Place{3, 2}},
		{"a", -1, Place{1, 1}},
		{"empty", 0, Place{1, 1}},
		{"gone", 5, Place{1, 1}},
	} {
		if got := sources.Place(c.path, c.offset); got != c.want {
			t.Errorf("%s at %d: %+v, want %+v", c.path, c.offset, got, c.want)
		}
	}
}

func TestPages(t *testing.T) {
	pages := Pages{{
		Code:  "bands-overlap",
		Says:  "Two bands of one measure hold the same figure, so that the agreement would say two things about what it is worth.\n\nEvery figure belongs to one band.",
		Wrong: "\nmeasure waits {\n  band low 0 to 10\n}\n",
		Right: "measure waits {\n  band low 0 to 7\n}",
	}, {Code: "bands-gap"}}
	page, ok := pages.Find("bands-overlap")
	if !ok {
		t.Fatal("not found")
	}
	golden(t, "testdata/page.golden", []byte(page.Text()))
	for word, want := range map[string]Code{"bands-overlpa": "bands-overlap", "band-gap": "bands-gap", "something": ""} {
		if got := pages.Nearest(word); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}
