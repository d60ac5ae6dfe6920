// Package base holds the shared base that ships inside the program.
package base

import (
	"embed"
	"io/fs"
	"sync"

	"nonmerci/knowledge"
	"nonmerci/knowledge/packed"
)

//go:generate go run ../../internal/cmd/pack -in . -out base.bin

//go:embed fr/*.md en/*.md
var markdown embed.FS

//go:embed base.bin
var bytes []byte

// Files returns the Markdown files of the base: <lang>/<subject>.md.
func Files() fs.FS { return markdown }

// Bytes returns the packed base.
func Bytes() []byte { return bytes }

// Read returns the base, read from the packed form each time: for who needs it once, and not for as long as the program runs.
func Read() (*knowledge.Base, error) { return packed.Decode(bytes) }

// Shared returns the base, read once from the packed form. It must not be changed.
var Shared = sync.OnceValues(func() (*knowledge.Base, error) { return packed.Decode(bytes) })
