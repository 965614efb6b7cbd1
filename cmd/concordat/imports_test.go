package main

import (
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// allowed says what a package may import beside the standard library: packages
// of ours without `concordat/`, and modules of others. Its tests may import the
// package itself, what it may import, and what tests adds.
type allowed struct{ ours, modules, tests string }

const (
	participleModule = "github.com/alecthomas/participle/v2"
	exprModule       = "github.com/expr-lang/expr"
	bboltModule      = "go.etcd.io/bbolt"
	cobraModule      = "github.com/spf13/cobra"
	pflagModule      = "github.com/spf13/pflag"
	rapidModule      = "pgregory.net/rapid"
	modModule        = "golang.org/x/mod"
	goInternalModule = "github.com/rogpeppe/go-internal" // diff; testscript in tests
)

// imports is the import graph. The language makes machines, the engine runs
// them, and they share nothing but the machine; the store knows neither. Only
// the program joins them. A package that is not listed fails the test.
var imports = map[string]allowed{
	"cmd/concordat": {
		ours: "dsl/parse cmd/concordat/git cmd/concordat/report cmd/concordat/report/difference cmd/concordat/report/folder dsl dsl/check dsl/diag dsl/diff dsl/format dsl/lastday dsl/play dsl/render dsl/settled dsl/stated dsl/syntax engine engine/carry engine/explain engine/machine engine/portfolio engine/run " +
			"engine/scenario engine/signature engine/value dsl/models store store/bolt store/checkpoint store/disk store/export store/remote",
		modules: cobraModule + " " + modModule + " " + pflagModule + " " + goInternalModule,
		tests:   "cmd/concordat-proof/proof " + bboltModule + " golang.org/x/crypto",
	},
	"cmd/concordat/git":               {},
	"cmd/concordat/report":            {ours: "dsl/check dsl/diag dsl/diff dsl/lastday dsl/models dsl/stated engine engine/carry engine/explain engine/machine engine/run engine/scenario engine/value"},
	"cmd/concordat/report/folder":     {ours: "cmd/concordat/report engine engine/machine engine/portfolio engine/run engine/value"},
	"cmd/concordat/report/difference": {ours: "cmd/concordat/report dsl/diag dsl/diff engine engine/carry engine/run engine/value"},
	"dsl/models":                      {tests: "dsl dsl/diag dsl/format"},

	"dsl": {ours: "dsl/parse dsl/whole dsl/check dsl/check/pages dsl/compile dsl/diag dsl/expr dsl/scan dsl/settled dsl/stated dsl/syntax engine/machine", tests: "dsl/format dsl/token " + rapidModule},

	"dsl/diag":        {},
	"dsl/token":       {},
	"dsl/scan":        {ours: "dsl/diag dsl/token", modules: participleModule},
	"dsl/syntax":      {ours: "dsl/diag dsl/scan dsl/token", modules: participleModule, tests: "dsl/parse " + rapidModule},
	"dsl/parse":       {ours: "dsl/diag dsl/scan dsl/syntax dsl/token", modules: participleModule, tests: rapidModule},
	"dsl/expr":        {ours: "dsl/diag dsl/syntax dsl/token engine/machine engine/value", modules: exprModule, tests: "dsl/parse " + rapidModule},
	"dsl/check":       {ours: "dsl/parse dsl/diag dsl/expr dsl/lastday dsl/problem dsl/scan dsl/settled dsl/stated dsl/syntax dsl/token dsl/whole engine/machine engine/sums/gainshare engine/sums/ratecard engine/sums/socialreturn engine/sums/taper engine/sums/tiers engine/value", tests: rapidModule},
	"dsl/check/pages": {ours: "dsl/parse dsl/check dsl/diag dsl/scan dsl/stated dsl/syntax dsl/token", tests: rapidModule + " engine/value"},
	"dsl/lastday":     {ours: "dsl/settled engine/machine engine/value", tests: "dsl/parse dsl/check dsl/syntax"},
	"dsl/problem":     {ours: "dsl/diag dsl/lastday dsl/settled dsl/syntax dsl/token engine/machine engine/sums/gainshare engine/sums/ratecard engine/sums/socialreturn engine/sums/taper engine/sums/tiers engine/value"},
	"dsl/settled":     {ours: "dsl/diag dsl/syntax engine/machine engine/sums/tiers engine/value"},
	"dsl/whole":       {ours: "dsl/diag dsl/lastday dsl/problem dsl/scan dsl/settled dsl/syntax dsl/token engine/machine engine/sums/ratecard engine/value"}, // read by dsl/check and the front door
	"dsl/stated":      {ours: "dsl/diag dsl/expr dsl/syntax engine/formula engine/machine engine/value"},
	"dsl/compile":     {ours: "dsl/settled engine/machine engine/value", tests: "dsl/parse dsl/check dsl/check/pages dsl/diag dsl/scan dsl/syntax dsl/token " + rapidModule},
	"dsl/diff": {
		ours:  "dsl/diag dsl/syntax dsl/token engine engine/formula engine/machine engine/scenario engine/value",
		tests: "dsl/parse dsl/check dsl/compile dsl/play dsl/settled",
	},
	"dsl/format": {ours: "dsl/parse dsl/diag dsl/scan dsl/syntax dsl/token", tests: rapidModule},
	"dsl/play":   {ours: "dsl/parse dsl/check dsl/diag dsl/settled dsl/syntax dsl/token engine engine/machine engine/scenario engine/value", tests: "dsl/check/pages dsl/compile"},
	"dsl/render": {ours: "dsl/stated engine/machine engine/sums/taper engine/value", tests: "dsl/parse dsl/check dsl/compile dsl/syntax"},

	"engine/value":             {tests: rapidModule},
	"engine/machine":           {ours: "engine/value", tests: rapidModule},
	"engine/formula":           {ours: "engine/machine engine/value", tests: rapidModule},
	"engine/sums":              {ours: "engine/machine engine/value", tests: rapidModule},
	"engine/sums/pooled":       {ours: "engine/machine engine/sums engine/sums/tiers engine/value", tests: rapidModule},
	"engine/sums/tiers":        {ours: "engine/machine engine/value", tests: rapidModule},
	"engine/sums/gainshare":    {ours: "engine/formula engine/machine engine/record engine/sums engine/sums/tiers engine/value", tests: rapidModule},
	"engine/sums/ratecard":     {ours: "engine/machine engine/value", tests: rapidModule},
	"engine/sums/socialreturn": {ours: "engine/machine engine/value", tests: rapidModule},
	"engine/sums/taper":        {ours: "engine/machine engine/sums engine/value", tests: rapidModule},
	"engine/portfolio":         {ours: "engine/machine engine/sums engine/value", tests: rapidModule},
	"engine/signature":         {modules: "github.com/hiddeco/sshsig golang.org/x/crypto"},
	"engine/vote":              {ours: "engine/machine", tests: rapidModule},
	"engine/record":            {ours: "engine/machine engine/sums engine/value engine/vote"},
	"engine/refusal":           {ours: "engine/machine engine/record engine/value"},
	"engine/known":             {ours: "engine/formula engine/machine engine/record engine/sums engine/sums/gainshare engine/sums/pooled engine/sums/ratecard engine/sums/taper engine/value engine/vote"}, // read by engine alone
	"engine":                   {ours: "engine/known engine/machine engine/record engine/refusal engine/sums engine/sums/gainshare engine/sums/pooled engine/sums/ratecard engine/sums/taper engine/value engine/vote", tests: "engine/second engine/run store/mem " + rapidModule},
	"engine/carry":             {ours: "engine engine/machine engine/sums engine/value", tests: "dsl/parse dsl/check dsl/compile dsl/play dsl/settled dsl/syntax engine/scenario"},
	"engine/second":            {tests: "dsl/parse dsl/check dsl/compile dsl/play dsl/settled dsl/syntax engine engine/explain engine/machine engine/scenario engine/value"}, // an opinion of its own: nothing of ours
	"engine/explain":           {ours: "engine engine/carry engine/machine engine/sums engine/sums/socialreturn engine/value"},
	"engine/scenario":          {ours: "engine engine/explain engine/machine engine/sums engine/sums/ratecard engine/value", tests: rapidModule},
	"engine/run":               {ours: "engine engine/carry engine/machine engine/signature engine/value store", tests: "store/bolt store/mem golang.org/x/crypto " + rapidModule},

	"store":            {modules: modModule},
	"store/bolt":       {ours: "store", modules: bboltModule + " " + modModule, tests: "store/storetest " + rapidModule},
	"store/mem":        {ours: "store", modules: modModule, tests: "store/storetest"},
	"store/storetest":  {ours: "store", modules: rapidModule + " " + modModule},
	"store/checkpoint": {ours: "store", modules: modModule, tests: "store/mem"},
	"store/export":     {ours: "store", modules: modModule},
	"store/remote":     {ours: "store", modules: modModule, tests: "store/bolt store/storetest"},
	"store/disk":       {},

	// The verifier shares nothing with what it verifies.
	"cmd/concordat-proof":            {ours: "cmd/concordat-proof/proof"},
	"cmd/concordat-proof/signatures": {modules: "github.com/hiddeco/sshsig golang.org/x/crypto"},
	"cmd/concordat-proof/proof":      {ours: "cmd/concordat-proof/signatures", modules: modModule, tests: "store store/checkpoint store/export store/mem"},
}

// most is how many lines of a package one person can keep in mind, without its
// tests. These are still to be cut: none of them may grow past what is said.
const most = 3_500

var uncut = map[string]int{"dsl/check": 6_600, "dsl/syntax": 6_400, "cmd/concordat": 5_750}

func TestPackagesAreSmall(t *testing.T) {
	lines := map[string]int{}
	root := os.DirFS("../..")
	for pkg := range imports {
		files, err := fs.Glob(root, pkg+"/*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			src, err := fs.ReadFile(root, path)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(path, "_test.go") {
				lines[pkg] += bytes.Count(src, []byte("\n"))
			}
		}
	}
	for pkg, n := range lines {
		switch may, listed := uncut[pkg]; {
		case n > max(most, may):
			t.Errorf("%s has %d lines, more than %d: cut it along a seam", pkg, n, max(most, may))
		case listed && n <= most:
			t.Errorf("%s has %d lines: take it out of the list", pkg, n)
		}
	}
}

// TestImports reads the files themselves: what `go list` says may be cached.
func TestImports(t *testing.T) {
	seen := map[string]bool{}
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if filepath.Ext(path) == ".go" {
			pkg := filepath.Dir(path)
			seen[pkg] = true
			checkFile(t, root, path, pkg)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range imports {
		if !seen[pkg] {
			t.Errorf("the graph lists %s, which is not there", pkg)
		}
	}
}

func checkFile(t *testing.T, root fs.FS, path, pkg string) {
	may, ok := imports[pkg]
	if !ok {
		t.Errorf("%s: the graph does not list the package %s: say what it may import", path, pkg)
		return
	}
	src, err := fs.ReadFile(root, path)
	if err != nil {
		t.Error(err)
		return
	}
	file, err := parser.ParseFile(token.NewFileSet(), path, src, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	ours, modules := strings.Fields(may.ours), strings.Fields(may.modules)
	if strings.HasSuffix(path, "_test.go") {
		ours = append(append(ours, pkg), strings.Fields(may.tests)...)
		modules = append(modules, strings.Fields(may.tests)...)
	}
	for _, spec := range file.Imports {
		what, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Error(err)
			continue
		}
		own, isOwn := strings.CutPrefix(what, "concordat/")
		switch first, _, _ := strings.Cut(what, "/"); {
		case isOwn:
			if !slices.Contains(ours, own) {
				t.Errorf("%s imports %s, which the graph does not allow", path, what)
			}
		case strings.Contains(first, "."):
			if !slices.ContainsFunc(modules, func(m string) bool { return what == m || strings.HasPrefix(what, m+"/") }) {
				t.Errorf("%s imports %s, which the graph does not allow", path, what)
			}
		}
	}
}
