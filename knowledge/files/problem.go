package files

import (
	"strings"

	"nonmerci/knowledge"
)

// Problem is a mistake in a file, and what to write instead.
type Problem = knowledge.InvalidError

// Problems is what is wrong with a base, in the order of files and lines; as an error it is one line a problem.
type Problems []Problem

// Error implements error.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}
