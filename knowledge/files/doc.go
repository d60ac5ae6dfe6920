// Package files reads and writes the base as Markdown: one file per subject and language, as docs/base-format.md describes.
//
// Reading what was written gives the same entries, and writing what was read from a canonical file gives the same bytes.
package files
