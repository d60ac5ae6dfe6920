package knowledge

import (
	"fmt"
	"strings"
)

// InvalidError is one mistake in an entry or a file, and what to write instead. Its text is one line for a person.
type InvalidError struct {
	File    string // slash-separated; "" when it was not read from a file
	Line    int    // from 1; 0 when it concerns the whole file
	Entry   ID     // "" when it concerns no entry
	Field   string // as in Change; "" when it concerns the whole entry
	Problem string
	Remedy  string
}

// Error is where, what, and the remedy.
func (e InvalidError) Error() string {
	var b strings.Builder
	switch {
	case e.File != "" && e.Line > 0:
		fmt.Fprintf(&b, "%s:%d: ", e.File, e.Line)
	case e.File != "":
		b.WriteString(e.File + ": ")
	}
	if e.Entry != "" {
		b.WriteString(string(e.Entry) + ": ")
	}
	if e.Field != "" {
		b.WriteString(e.Field + ": ")
	}
	b.WriteString(e.Problem)
	if e.Remedy != "" {
		b.WriteString("; " + e.Remedy)
	}
	return b.String()
}
