package load

import (
	"fmt"
	"syscall"
)

// smallDisk puts a file system of 64 KB over a folder; release takes it away again. It needs the right to mount.
func smallDisk(dir string) (release func(), err error) {
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		return nil, fmt.Errorf("a small disk cannot be mounted here: %w", err)
	}
	return func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) }, nil
}
