package bolt

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"concordat/store"
)

// writePath makes this test program write acts into a store and tell each that
// was acknowledged, until it is killed.
const writePath = "CONCORDAT_TEST_WRITE"

func writeUntilKilled(path string) error {
	log, err := Open(path)
	if err != nil {
		return err
	}
	last, _, err := log.Last("killed")
	if err != nil {
		return err
	}
	for seq := last.Seq; ; seq++ {
		if _, err := log.Append(killedAct(seq)); err != nil {
			return err
		}
		fmt.Println(seq + 1)
	}
}

func killedAct(seq uint64) store.Append {
	day := int32(seq)
	return store.Append{Stream: "killed", Expect: seq, Bodies: [][]byte{[]byte(fmt.Sprint("act ", seq))}, Due: &day, Key: fmt.Sprint("key", seq)}
}

// A process that is killed with -9 while it writes loses nothing that it has
// acknowledged.
func TestKillLoop(t *testing.T) {
	path := newPath(t)
	create(t, path).Close()
	r := rand.New(rand.NewPCG(9, 300))
	acknowledged, recorded := uint64(0), uint64(0)
	for n := range 300 * soak() {
		acknowledged = max(acknowledged, killed(t, path, time.Duration(r.IntN(8000))*time.Microsecond))
		log := reopen(t, path)
		last, _, err := log.Last("killed")
		if err != nil || last.Seq < acknowledged || last.Seq > acknowledged+1 || last.Seq < recorded {
			t.Fatalf("kill %d: it holds %d acts, and %d were acknowledged: %v", n+1, last.Seq, acknowledged, err)
		}
		if last.Seq > 0 && string(last.Body) != fmt.Sprint("act ", last.Seq-1) {
			t.Fatalf("kill %d: act %d says %q", n+1, last.Seq, last.Body)
		}
		if _, err := log.Verify(); err != nil {
			t.Fatalf("kill %d: %v", n+1, err)
		}
		if err := log.Close(); err != nil {
			t.Fatal(err)
		}
		recorded = last.Seq
	}
	if acknowledged < 300 {
		t.Errorf("only %d acts were acknowledged", acknowledged)
	}
	t.Logf("%d acts acknowledged, %d recorded", acknowledged, recorded)
}

// killed runs a writer, kills it some time after its first word, and returns the
// last act that it acknowledged.
func killed(t *testing.T, path string, after time.Duration) (last uint64) {
	t.Helper()
	writer := exec.Command(os.Args[0])
	writer.Env = append(os.Environ(), writePath+"="+path)
	stdout, err := writer.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := writer.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(stdout)
	for n := 0; ; n++ {
		line, err := lines.ReadString('\n')
		if err != nil { // what was cut off within the line was not told
			break
		}
		if last, err = strconv.ParseUint(strings.TrimSpace(line), 10, 64); err != nil {
			t.Fatalf("the writer says %q", line)
		}
		if n == 0 {
			time.AfterFunc(after, func() { _ = writer.Process.Kill() })
		}
	}
	if err := writer.Wait(); err == nil {
		t.Fatal("the writer ended by itself")
	}
	return last
}
