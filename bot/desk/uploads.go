package desk

// MaxImport is how many bytes a file has at most that is imported from a chat.
const MaxImport = 1 << 20

// Bounds of the files that wait for their « yes »: each is of MaxImport at most.
const (
	maxUploads = 24 // of everybody
	myUploads  = 3  // of one person
)

// An upload is a file that somebody handed in, and that was shown to them as a dry run.
type upload struct {
	base bool // for the shared base
	file File
	mark string // of what it would change, when it was shown
}

func newUploads() *shelf[upload] {
	return &shelf[upload]{all: maxUploads, mine: myUploads, bytes: maxUploads * MaxImport, kept: map[string]kept[upload]{}}
}
