package main

import (
	"errors"

	"concordat/store/bolt"
	"concordat/store/remote"
)

// socketOf is where a server that holds a store answers.
func socketOf(store string) string { return store + ".sock" }

// open borrows the store from the server that holds it or, where there is none,
// opens the file itself.
func (p *program) open(write bool) (remote.Lendable, error) {
	log, err := remote.Borrow(socketOf(p.store))
	switch {
	case err == nil:
		return log, nil
	case !errors.Is(err, remote.ErrNobody):
		return nil, err
	case write:
		return opened(bolt.Open(p.store))
	}
	return opened(bolt.OpenReadOnly(p.store))
}

// opened keeps a nil log a nil interface.
func opened(log *bolt.Log, err error) (remote.Lendable, error) {
	if err != nil {
		return nil, err
	}
	return log, nil
}

// looking opens the store as it is kept, without its agreements.
func (p *program) looking(do func(remote.Lendable) error) error {
	log, err := p.open(false)
	if err != nil {
		return err
	}
	return errors.Join(do(log), log.Close())
}
