package disk

import "syscall"

// The numbers of <linux/magic.h> and statfs(2).
var unfit = map[uint32]Place{
	0x6969:     {Kind: "NFS", Why: network},
	0x517B:     {Kind: "SMB", Why: network},
	0xFF534D42: {Kind: "CIFS", Why: network},
	0xFE534D42: {Kind: "SMB 2", Why: network},
	0x00C36400: {Kind: "Ceph", Why: network},
	0x5346414F: {Kind: "AFS", Why: network},
	0x01021997: {Kind: "9P", Why: network},
	0x65735546: {Kind: "FUSE", Why: "what a program offers as a file system may not keep what it has acknowledged"},
	0x01021994: {Kind: "tmpfs", Why: "it is memory, and gone when the machine restarts"},
	0x858458F6: {Kind: "ramfs", Why: "it is memory, and gone when the machine restarts"},
}

const network = "a network file system does not hold locks and syncs as a store needs them"

// Under looks at the file system that holds a path.
func Under(path string) (Place, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(path, &s); err != nil {
		return Place{}, err
	}
	p := unfit[uint32(s.Type)]
	p.Free = s.Bavail * uint64(s.Bsize)
	return p, nil
}
