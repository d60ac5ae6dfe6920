package check

import (
	"io/fs"
	"strings"

	"nonmerci/knowledge"
)

// sources finds lines in the files that a base was read from.
type sources struct {
	fsys  fs.FS
	lines map[string][]string
}

// line is the first line of a file, from the beginning of an entry on, that holds a text; that of the entry when there is none.
func (s *sources) line(at knowledge.Position, text string) int {
	if s.fsys == nil || text == "" || at.File == "" {
		return at.Line
	}
	all, ok := s.lines[at.File]
	if !ok {
		data, err := fs.ReadFile(s.fsys, at.File)
		if err == nil {
			all = strings.Split(string(data), "\n")
		}
		if s.lines == nil {
			s.lines = map[string][]string{}
		}
		s.lines[at.File] = all
	}
	for i := max(0, at.Line-1); i < len(all); i++ {
		if strings.Contains(all[i], text) {
			return i + 1
		}
	}
	return at.Line
}
