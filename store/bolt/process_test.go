package bolt

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"

	"concordat/store"
)

// holdPath makes this test program hold a store open instead of testing.
const holdPath = "CONCORDAT_TEST_HOLD"

func TestMain(m *testing.M) {
	if path := os.Getenv(writePath); path != "" {
		fmt.Println(writeUntilKilled(path))
		os.Exit(1)
	}
	path := os.Getenv(holdPath)
	if path == "" {
		os.Exit(m.Run())
	}
	if _, err := Open(path); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("held")
	_, _ = io.Copy(io.Discard, os.Stdin) // until the parent lets go or is gone
}

func TestSecondProcess(t *testing.T) {
	path := small(t)
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), holdPath+"="+path)
	stdin, err := other.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	if said, err := bufio.NewReader(stdout).ReadString('\n'); said != "held\n" {
		t.Fatalf("the other process says %q, %v", said, err)
	}
	for name, open := range map[string]func(string) (*Log, error){"writing": Open, "reading": OpenReadOnly} {
		var busy *store.BusyError
		_, err := open(path)
		if want := path + " is in use by another program; try again when that has ended"; !errors.As(err, &busy) || err.Error() != want {
			t.Errorf("opening for %s gives %v", name, err)
		}
	}
	if err := errors.Join(stdin.Close(), other.Wait()); err != nil {
		t.Fatal(err)
	}
	if err := reopen(t, path).Close(); err != nil {
		t.Error(err)
	}
}
