// Package base holds the shared base that ships inside the program.
package base

import (
	"embed"
	"io/fs"
)

//go:embed fr/*.md en/*.md
var files embed.FS

// Files returns the Markdown files of the base: <lang>/<subject>.md.
func Files() fs.FS { return files }
