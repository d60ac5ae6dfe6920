//go:build linux || darwin || freebsd

package sqlstore

import "syscall"

// free is how many bytes a user may still write to the disk of a folder, -1 when that cannot be told.
func free(folder string) int64 {
	var st syscall.Statfs_t
	if err := syscall.Statfs(folder, &st); err != nil {
		return -1
	}
	return int64(st.Bavail) * int64(st.Bsize) //nolint:unconvert // their types differ from one system to another
}
