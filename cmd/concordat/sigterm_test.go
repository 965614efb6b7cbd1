package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"concordat/store"
	"concordat/store/bolt"
	"concordat/store/remote"
)

// Whoever tells a server to end (systemd does it with SIGTERM) in the midst of acts
// sees it end with code 0: each act that was acknowledged is kept, of each other
// its caller was told, and no socket is left.
func TestServerEndsInGoodOrder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	log, err := bolt.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	server := exec.Command("concordat", "serve", "--store", path, "--listen", "127.0.0.1:0")
	server.Stderr = &said
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	acts := make(chan struct{}, 1000)
	kept := make([]uint64, 4) // how many acts of each writer were acknowledged
	var writers sync.WaitGroup
	for w := range kept {
		writers.Go(func() { kept[w] = actUntilEnd(path, fmt.Sprint("agreement-", w), acts) })
	}
	for range 40 {
		<-acts
	}
	if err := server.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	writers.Wait()
	if err := server.Wait(); err != nil || !strings.Contains(said.String(), "msg=stopping") {
		t.Errorf("it ends with %v and says\n%s", err, said.String())
	}
	if _, err := os.Lstat(socketOf(path)); !os.IsNotExist(err) {
		t.Errorf("its socket: %v", err)
	}
	if log, err = bolt.Open(path); err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	if _, err := log.Verify(); err != nil {
		t.Error(err)
	}
	for w, acknowledged := range kept {
		last, _, err := log.Last(fmt.Sprint("agreement-", w))
		if err != nil || last.Seq < acknowledged || last.Seq > acknowledged+1 {
			t.Errorf("writer %d: %d acts were acknowledged and %d are kept: %v", w, acknowledged, last.Seq, err)
		}
	}
}

// actUntilEnd acts on a stream until an act fails, and returns how many did not.
func actUntilEnd(path, stream string, acts chan<- struct{}) (acknowledged uint64) {
	var log *remote.Log
	for {
		var err error
		if log, err = remote.Borrow(socketOf(path)); err == nil {
			break
		}
		time.Sleep(5 * time.Millisecond)
	}
	defer log.Close()
	for {
		_, err := log.Append(store.Append{Stream: stream, Expect: acknowledged, Bodies: [][]byte{[]byte("an act")}})
		if err != nil {
			return acknowledged
		}
		acknowledged++
		select {
		case acts <- struct{}{}:
		default:
		}
	}
}
