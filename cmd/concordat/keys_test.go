package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"net"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"
)

// sshkey makes keys: for each name, the secret half under it, the public half in NAME.pub.
func sshkey(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: sshkey NAME…")
	}
	for _, name := range args {
		public, secret, err := ed25519.GenerateKey(rand.Reader)
		ts.Check(err)
		block, err := ssh.MarshalPrivateKey(secret, name)
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs(name), pem.EncodeToMemory(block), 0o600))
		line, err := ssh.NewPublicKey(public)
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs(name+".pub"), ssh.MarshalAuthorizedKey(line), 0o600))
	}
}

// sshagent runs an SSH agent that has some secret keys, for the rest of the script.
func sshagent(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: sshagent KEY…")
	}
	keys := agent.NewKeyring()
	for _, name := range args {
		secret, err := ssh.ParseRawPrivateKey([]byte(ts.ReadFile(name)))
		ts.Check(err)
		ts.Check(keys.Add(agent.AddedKey{PrivateKey: secret}))
	}
	dir, err := os.MkdirTemp("", "agent") // a socket's path must be short
	ts.Check(err)
	socket := filepath.Join(dir, "s")
	listener, err := net.Listen("unix", socket)
	ts.Check(err)
	ts.Defer(func() { listener.Close(); os.RemoveAll(dir) })
	ts.Setenv("SSH_AUTH_SOCK", socket)
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return // the script has ended
			}
			go agent.ServeAgent(keys, conn)
		}
	}()
}
