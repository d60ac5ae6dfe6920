//go:build !linux

package load

import "errors"

// smallDisk is there on Linux alone.
func smallDisk(string) (release func(), err error) {
	return nil, errors.New("a small disk can be mounted on Linux alone")
}
