// Package base holds the shared base that ships inside the program.
package base

import (
	_ "embed"
	"fmt"
	"sync"

	"nonmerci/knowledge"
	"nonmerci/knowledge/packed"
)

//go:generate go run ../../internal/cmd/pack -in . -out base.bin

//go:embed base.bin
var pressed []byte

//go:embed edition.txt
var edition string

// Bytes returns the packed base, expanded anew each time.
func Bytes() ([]byte, error) { return packed.Expand(pressed) }

// Read returns the base with its edition, read from the packed form each time: for who needs it once, and not for as long as the program runs.
func Read() (*knowledge.Base, error) {
	data, err := Bytes()
	if err != nil {
		return nil, err
	}
	b, err := packed.Decode(data)
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
