package transfer

import (
	"encoding/json"
	"fmt"
	"io"

	"nonmerci/knowledge"
)

// WriteEntryJSON writes one entry as JSON, as it stands among the entries of WriteJSON but with its sources described, by language.
func WriteEntryJSON(w io.Writer, base *knowledge.Base, e *knowledge.Entry) error {
	out := struct {
		jsonEntry
		Sources map[string][]jsonSource `json:"sources"`
	}{entryToJSON(e), map[string][]jsonSource{}}
	for lang := range e.Text {
		for _, s := range base.Sources(e, lang) {
			out.Sources[lang] = append(out.Sources[lang], jsonSource(s))
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil {
		return fmt.Errorf("write %s as JSON: %w", e.ID, err)
	}
	return nil
}
