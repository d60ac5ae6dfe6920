package files

import (
	"fmt"
	"strings"
)

// A Problem is a mistake in a file, and what to write instead.
type Problem struct {
	File   string
	Line   int // from 1; 0 when it concerns the whole file
	Text   string
	Remedy string
}

// Error is one line: where, what, and the remedy.
func (p Problem) Error() string {
	where := p.File
	if p.Line > 0 {
		where = fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	if p.Remedy == "" {
		return where + ": " + p.Text
	}
	return where + ": " + p.Text + "; " + p.Remedy
}

// Problems is what is wrong with a base; as an error it is one line a problem.
type Problems []Problem

// Error implements error.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}
