package understand

import (
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
)

// release tells the system that bytes of the program, which nobody has written to, are not needed in memory now: they are read again from the
// file where they are looked at. Decoding the model goes once through all of it, and a program at rest should not hold what no question has
// asked for yet. It is a hint: an error changes nothing.
func release(data []byte) {
	page := uintptr(os.Getpagesize())
	start := uintptr(unsafe.Pointer(unsafe.SliceData(data)))
	first := (start + page - 1) / page * page
	end := (start + uintptr(len(data))) / page * page
	if end > first {
		_ = unix.Madvise(data[first-start:end-start], unix.MADV_DONTNEED)
	}
}
