//go:build unix

package scrub_test

import (
	"syscall"
	"time"
)

// worked is how much time the processor has given to this program, so that what else a machine does is not counted.
func worked() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
