package evaluate

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"nonmerci/knowledge/search"
)

// Set is a base and questions whose right entries are known.
type Set struct {
	Name      string
	Docs      []search.Doc
	Questions []Question
}

// Question is one labelled question.
type Question struct {
	Text string  `json:"q"`
	ID   *string `json:"id"`    // the right entry; nil when the base has none
	Dev  bool    `json:"-"`     // thresholds are chosen on these, reported on the others
	Half string  `json:"split"` // "dev" or "test"
}

// Load reads DIR/kb<base>.jsonl and DIR/queries<noise>.jsonl, where base and
// noise are "" or begin with "_", as in "_k10" and "_typo".
func Load(dir, base, noise string) (*Set, error) {
	s := &Set{Name: filepath.Base(dir)}
	if base+noise != "" {
		s.Name += " " + (base + noise)[1:]
	}
	kb, err := os.Open(filepath.Join(dir, "kb"+base+".jsonl"))
	if err != nil {
		return nil, err
	}
	defer kb.Close()
	if s.Docs, err = search.ReadDocs(kb); err != nil {
		return nil, fmt.Errorf("%s: %w", kb.Name(), err)
	}
	queries, err := os.Open(filepath.Join(dir, "queries"+noise+".jsonl"))
	if err != nil {
		return nil, err
	}
	defer queries.Close()
	lines := bufio.NewScanner(queries)
	for n := 1; lines.Scan(); n++ {
		var q Question
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", queries.Name(), n, err)
		}
		q.Dev = q.Half == "dev"
		s.Questions = append(s.Questions, q)
	}
	return s, lines.Err()
}
