package desk

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"nonmerci/knowledge"
	said "nonmerci/knowledge/french"
)

// saveAll saves all or nothing; stale says that it was nothing, because somebody saved in between.
func (t *turn) saveAll(saves []knowledge.Save) (stale bool, err error) {
	if _, err := t.d.store.SaveAll(t.ctx, saves); err != nil {
		if late := (*knowledge.StaleError)(nil); errors.As(err, &late) {
			return true, nil
		}
		return false, fmt.Errorf("save several entries: %w", err)
	}
	t.refresh()
	return false, nil
}

// titles are the titles of the entries of the scope, and of the shared ones beneath.
func (t *turn) titles() (map[knowledge.ID]string, error) {
	all, err := t.items()
	if err != nil {
		return nil, err
	}
	out := make(map[knowledge.ID]string, len(all))
	for _, i := range all {
		out[i.id] = title(i.entry, i.id, t.w.Code)
	}
	return out, nil
}

// mistake is what is wrong with an entry, in one sentence in the caller's language: the line of a file, the field, what it is and what to write.
func (t *turn) mistake(p knowledge.InvalidError) string {
	out := t.w.mistake(p.Problem, p.Remedy)
	if p.Field != "" && p.Field != p.Entry.Subject() && len(strings.Split(p.Field, ".")) > 1 {
		out = t.w.addressPlace(p.Field) + t.w.Colon + out
	}
	if p.Line > 0 {
		out = fill(t.w.ImportLine, "n", itoa(p.Line)) + out
	}
	return out
}

// mistake puts a problem and its remedy into the words of a language.
func (w *words) mistake(problem, remedy string) string {
	join := "; "
	if w.Code == "fr" {
		problem, remedy, join = said.Say(problem), said.Say(remedy), "\u202f; "
	}
	if remedy == "" {
		return problem
	}
	return problem + join + remedy
}

// plainJSON is a content as text that is the same for the same content.
func plainJSON(c knowledge.Content) []byte {
	data, err := json.Marshal(c)
	if err != nil {
		return nil // made of texts and numbers: it cannot fail
	}
	return data
}

// capital is a text with its first letter large.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
