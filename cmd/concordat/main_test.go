package main

import (
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"go.etcd.io/bbolt"

	"concordat/cmd/concordat-proof/proof"
	"concordat/dsl"
	"concordat/engine/run"
	"concordat/store/bolt"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"concordat":       main,
		"concordat-proof": func() { os.Exit(proof.Main(os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the program as its users meet it. Every script finds the
// files of the alliance as it first was (that of agreements/ipsa goes on growing)
// and, as signed.db, a store in which every party has signed it;
// the carers' investment as mended.agreement, with the framework that it follows;
// an old contract's end as winding_down.agreement; the outcomes
// contract as steady_start.agreement; a cost shared over a term as
// works.agreement; and in s31 the files of lead commissioning.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("NO_COLOR", "1")
			env.Setenv("GORACE", "atexit_sleep_ms=0") // else every process of a race test sleeps a second
			for _, name := range []string{"ipsa.agreement", "ipsa.scenario"} {
				if err := copyFile(filepath.Join("..", "..", "testdata", "revisions", name), filepath.Join(env.WorkDir, name)); err != nil {
					return err
				}
			}
			for _, name := range []string{"mended.agreement", "prevention_investment.framework", "winding_down.agreement"} {
				if err := copyFile(filepath.Join("..", "..", "agreements", "pia", name), filepath.Join(env.WorkDir, name)); err != nil {
					return err
				}
			}
			if err := copyFile("../../agreements/outcomes-contract/steady_start.agreement", filepath.Join(env.WorkDir, "steady_start.agreement")); err != nil {
				return err
			}
			if err := os.Mkdir(filepath.Join(env.WorkDir, "s31"), 0o700); err != nil {
				return err
			}
			for _, name := range []string{"s31.agreement", "s31_mended.agreement", "s31_mended.scenario"} {
				if err := copyFile(filepath.Join("..", "..", "agreements", "s31", name), filepath.Join(env.WorkDir, "s31", name)); err != nil {
					return err
				}
			}
			if err := copyFile("../../agreements/commissioning-cycle/cycle.agreement", filepath.Join(env.WorkDir, "cycle.agreement")); err != nil {
				return err
			}
			if err := copyFile("../../testdata/works/works.agreement", filepath.Join(env.WorkDir, "works.agreement")); err != nil {
				return err
			}
			store, err := signedStore()
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(env.WorkDir, "signed.db"), store, 0o600)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":    exits,
			"edit":     edit,
			"sshkey":   sshkey,
			"sshagent": sshagent,
			"flip":     flip,
			"cut":      cut,
			"newer":    newer,
			"holding":  holding,
			"release":  release,
			"waitfor":  waitfor,
		},
	})
}

func copyFile(from, to string) error {
	text, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, text, 0o600)
}

// signedStore is a store in which the alliance's parties have signed on 20 March 2015.
var signedStore = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "concordat")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	text, err := os.ReadFile("../../testdata/revisions/ipsa.agreement")
	if err != nil {
		return nil, err
	}
	m, found := dsl.Compile("ipsa.agreement", text)
	if found.HasErrors() {
		return nil, errors.New("the alliance's agreement has errors")
	}
	path := filepath.Join(dir, "signed.db")
	log, err := bolt.Create(path)
	if err != nil {
		return nil, err
	}
	day := m.First.AddDays(-12)
	r := run.Open(log, func() time.Time { return noon(day) })
	for _, party := range m.Parties {
		if _, err := r.Sign("ipsa.agreement", text, m, party.Name, day, ""); err != nil {
			return nil, err
		}
	}
	if err := log.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// exits runs a command that must end with a code: exits 6 concordat vote …
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var ended *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &ended) {
		got = ended.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// edit replaces words in a file: edit FILE OLD NEW
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if strings.Count(text, args[1]) != 1 {
		ts.Fatalf("%s has %q %d times", args[0], args[1], strings.Count(text, args[1]))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o600))
}

// flip changes one byte of the last place where a file holds some text: flip FILE TEXT
func flip(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: flip FILE TEXT")
	}
	bytes := []byte(ts.ReadFile(args[0]))
	at := strings.LastIndex(string(bytes), args[1])
	if at < 0 {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	bytes[at] ^= 1
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes, 0o600))
}

// cut leaves only the first bytes of a file: cut FILE BYTES
func cut(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: cut FILE BYTES")
	}
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

// newer writes into a store that a newer program made it: newer FILE
func newer(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: newer FILE")
	}
	db, err := bbolt.Open(ts.MkAbs(args[0]), 0o600, &bbolt.Options{NoFreelistSync: true, FreelistType: bbolt.FreelistMapType})
	ts.Check(err)
	ts.Check(db.Update(func(tx *bbolt.Tx) error {
		return tx.Bucket([]byte("meta")).Put([]byte("format"), binary.BigEndian.AppendUint64(nil, bolt.Format+1))
	}))
	ts.Check(db.Close())
}

// holding opens a store in this process, until release: holding FILE
func holding(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: holding FILE")
	}
	log, err := bolt.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	held.Store(ts, log)
	ts.Defer(func() {
		if log, ok := held.LoadAndDelete(ts); ok {
			log.(*bolt.Log).Close()
		}
	})
}

func release(ts *testscript.TestScript, _ bool, _ []string) {
	log, ok := held.LoadAndDelete(ts)
	if !ok {
		ts.Fatalf("no store is held")
	}
	ts.Check(log.(*bolt.Log).Close())
}

// waitfor waits until a file is there: waitfor FILE
func waitfor(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: waitfor FILE")
	}
	for range 3000 {
		if _, err := os.Lstat(ts.MkAbs(args[0])); err == nil {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	ts.Fatalf("%s does not come", args[0])
}

// held are the stores that scripts hold open.
var held sync.Map
