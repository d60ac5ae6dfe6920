// Package base holds the shared base that ships inside the program.
package base

import (
	"embed"
	"fmt"
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

//go:embed edition.txt
var edition string

// Files returns the Markdown files of the base: <lang>/<subject>.md.
func Files() fs.FS { return markdown }

// Bytes returns the packed base.
func Bytes() []byte { return bytes }

// Read returns the base with its edition, read from the packed form each time: for who needs it once, and not for as long as the program runs.
func Read() (*knowledge.Base, error) {
	b, err := packed.Decode(bytes)
	if err != nil {
		return nil, err
	}
	e, err := packed.ParseEdition(edition)
	if err != nil {
		return nil, fmt.Errorf("edition.txt: %w", err)
	}
	b.Edition = e.Number
	return b, nil
}

// Shared returns what Read does, read once. It must not be changed.
var Shared = sync.OnceValues(Read)
