package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"
)

// Create makes an empty store at path and opens it. It is made under another
// name in the same folder and gets its own only when it is whole and on the
// disk, so that a crash leaves no half store; a file that is there already is
// never touched (the error is then fs.ErrExist).
func Create(path string) (*Log, error) {
	if err := vacant(path); err != nil {
		return nil, err
	}
	draft, err := build(path)
	if err == nil {
		err = publish(draft, path)
	}
	if draft != "" {
		err = errors.Join(err, os.Remove(draft))
	}
	if err != nil {
		return nil, err
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return nil, err
	}
	return Open(path)
}

// build writes an empty store beside path and returns its name.
func build(path string) (draft string, err error) {
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".new-")
	if err != nil {
		return "", err
	}
	draft = file.Name()
	if err := file.Close(); err != nil {
		return draft, err
	}
	db, err := bbolt.Open(draft, 0o600, &bbolt.Options{Timeout: patience, NoFreelistSync: true})
	if err != nil {
		return draft, err
	}
	return draft, errors.Join(db.Update(lay), db.Close())
}

func lay(tx *bbolt.Tx) error {
	for _, name := range allBuckets {
		if _, err := tx.CreateBucket(name); err != nil {
			return err
		}
	}
	meta := tx.Bucket(metaBucket)
	return errors.Join(
		meta.Put(magicRow, []byte(magic)),
		meta.Put(formatRow, number(Format)),
		meta.Put(headRow, head{}.encode()))
}

// publish gives the draft its name. A hard link and not a rename, because a
// rename would replace a store that somebody else has just made.
func publish(draft, path string) error {
	err := os.Link(draft, path)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s exists already and is left as it is: %w", path, fs.ErrExist)
	}
	return err
}

func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
