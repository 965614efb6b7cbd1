package play

import (
	"os"
	"testing"

	"concordat/dsl/check"
	"concordat/dsl/compile"
	"concordat/dsl/parse"
	"concordat/engine/scenario"
)

// The alternatives that the alliance did not take run too.
func TestTheOtherAlternatives(t *testing.T) {
	for _, name := range []string{"befriending", "works"} {
		t.Run(name, func(t *testing.T) { playsAsItSays(t, "../../testdata/"+name+"/"+name) })
	}
}

func playsAsItSays(t *testing.T, dir string) {
	text, err := os.ReadFile(dir + ".agreement")
	if err != nil {
		t.Fatal(err)
	}
	told, err := os.ReadFile(dir + ".scenario")
	if err != nil {
		t.Fatal(err)
	}
	file, unread := parse.Text(dir+".agreement", text)
	a, unsettled := check.Agree(file)
	for _, d := range append(unread, unsettled...) {
		t.Fatalf("%s: %s", d.Code, d.Text)
	}
	m := compile.Machine(a)
	all, found := Scenarios(dir+".scenario", told, a, m)
	for _, d := range found {
		t.Fatalf("%s: %s", d.Code, d.Text)
	}
	for _, sc := range all {
		t.Run(sc.Title, func(t *testing.T) {
			for _, f := range scenario.Play(m, sc).Failures {
				t.Errorf("line %d: %s", f.Line, f.Text)
			}
		})
	}
}
