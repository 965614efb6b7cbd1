package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"go.etcd.io/bbolt"

	"concordat/store"
)

// Backup writes the store as it is at this moment into a new file, while acts go
// on, and verifies that file before it gets its name. A file that is there is
// left as it is (fs.ErrExist). The report is that of the copy.
func (l *Log) Backup(path string) (report store.Report, err error) {
	if err := vacant(path); err != nil {
		return report, err
	}
	return settle(path, func(draft *os.File) error {
		return l.view(func(tx *bbolt.Tx) error {
			// Tx.WriteTo holds one moment of the store: a copy of the file made by
			// other means would hold pages of several.
			_, err := tx.WriteTo(draft)
			return err
		})
	}, nil)
}

// Restore puts a backup in the place of the store at path. The backup is
// verified, and check, which may refuse it, is given what it holds. A store that
// is there already is kept beside it under the name that Restore returns.
func Restore(backup, path string, check func(store.Log) error) (report store.Report, kept string, err error) {
	unlock, err := aside(path)
	if err != nil {
		return report, "", err
	}
	defer unlock()
	copy := func(draft *os.File) error {
		from, err := os.Open(backup)
		if err != nil {
			return err
		}
		_, err = draft.ReadFrom(from)
		return errors.Join(err, from.Close())
	}
	report, err = settle(path, copy, func(l *Log) error {
		if err := check(l); err != nil {
			return err
		}
		kept, err = keep(path)
		return err
	})
	return report, kept, err
}

// settle writes a store into a draft, verifies it, and gives it its name.
func settle(path string, write func(*os.File) error, check func(*Log) error) (report store.Report, err error) {
	draft, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".new-")
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, os.Remove(draft.Name())) }()
	if err := errors.Join(write(draft), draft.Sync(), draft.Close()); err != nil {
		return report, err
	}
	l, err := OpenReadOnly(draft.Name())
	if err != nil {
		return report, err
	}
	report, err = l.Verify()
	if err == nil && check != nil {
		err = check(l)
	}
	if err := errors.Join(err, l.Close()); err != nil {
		return report, err
	}
	if err := publish(draft.Name(), path); err != nil {
		return report, err
	}
	return report, syncFolder(filepath.Dir(path))
}

func vacant(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s exists already and is left as it is: %w", path, fs.ErrExist)
	}
	return nil
}

// aside makes sure that nobody uses the store at path, damaged or not, until
// unlock is called.
func aside(path string) (unlock func(), err error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return func() {}, nil
	}
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return nil, errors.Join(&store.BusyError{Path: path}, file.Close())
	}
	return func() { file.Close() }, nil
}

// keep gives the store at path another name, if there is one.
func keep(path string) (kept string, err error) {
	for n := 1; ; n++ {
		kept = fmt.Sprintf("%s.before-restore-%d", path, n)
		err := os.Link(path, kept)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return "", nil
		case errors.Is(err, fs.ErrExist):
			continue
		case err != nil:
			return "", err
		}
		return kept, os.Remove(path)
	}
}
