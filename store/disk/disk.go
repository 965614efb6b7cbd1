// Package disk says what kind of place a file lies in: a store must not lie
// where another machine may write (locks and syncs of network file systems do
// not hold what they promise), nor where memory is taken for a disk, and it
// needs room to grow.
package disk

// Place is the file system under a path.
type Place struct {
	Kind    string // "NFS", "SMB"; empty if it is none of those that are known to be unfit
	Why     string // why it is unfit, if Kind is set
	Free    uint64 // bytes that the user may still write
	Unknown bool   // this system does not say
}
