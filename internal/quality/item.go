package quality

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"nonmerci/knowledge/words"
)

// An Item is a question and what should become of it.
type Item struct {
	Q       string   `json:"q"`
	Lang    string   `json:"lang"`
	Subject string   `json:"subject"` // "" for a general question, or when it does not matter
	Intents []string `json:"intents"` // accepted, best first
	Kind    string   `json:"kind"`    // answer, followup, clarify, abstain, smalltalk
	Style   string   `json:"style"`
	Context []string `json:"context"`
	Note    string   `json:"note"`
}

// Pair is a subject and an intent that are accepted too.
type Pair struct{ Subject, Intent string }

// Alternatives are the pairs and kinds that the note accepts after « alt: ». The subject « null » is a general question.
func (it Item) Alternatives() (pairs []Pair, kinds []string) {
	_, alt, ok := strings.Cut(it.Note, "alt:")
	if !ok {
		return nil, nil
	}
	alt, _, _ = strings.Cut(alt, ";")
	for _, p := range strings.Split(alt, ",") {
		p = strings.TrimSpace(p)
		if s, i, ok := strings.Cut(p, "/"); ok {
			if s == "null" {
				s = ""
			}
			pairs = append(pairs, Pair{s, i})
		} else if p != "" {
			kinds = append(kinds, p)
		}
	}
	return pairs, kinds
}

// Hard says that the question shares words with questions we do answer.
func (it Item) Hard() bool { return strings.HasPrefix(it.Note, "hard") }

// Unlisted says that the question is about a service that was not covered when it was written.
func (it Item) Unlisted() bool { return strings.HasPrefix(it.Note, "unlisted") }

// ReadItems reads JSON lines; an error names the line.
func ReadItems(r io.Reader) ([]Item, error) {
	var items []Item
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		if strings.TrimSpace(sc.Text()) == "" {
			continue
		}
		var it Item
		if err := json.Unmarshal(sc.Bytes(), &it); err != nil {
			return nil, fmt.Errorf("line %d: %w; each line is one JSON object", n, err)
		}
		items = append(items, it)
	}
	return items, sc.Err()
}

// FromWords turns a question of the collection into an item.
func FromWords(q words.Question) Item {
	it := Item{Q: q.Text, Lang: q.Lang, Intents: q.Intents, Style: q.Author, Context: q.Context}
	if q.Subject != words.General {
		it.Subject = q.Subject
	}
	switch {
	case q.Kind == words.No:
		it.Kind = "abstain"
		if q.About == "other-setting" || q.About == "enable-ai" || q.About == "other-privacy" || q.About == "how-to-use" {
			it.Note = "hard"
		}
	case q.Kind == words.Hello, q.Kind == words.Distress:
		it.Kind = "smalltalk"
	case q.Subject == "" || len(q.Intents) == 0 || q.Subject == "meta" || q.Subject == "google" || q.Subject == "microsoft":
		it.Kind = "clarify"
	case len(q.Context) > 0:
		it.Kind = "followup"
	default:
		it.Kind = "answer"
	}
	if len(q.Context) > 0 && it.Kind != "followup" {
		it.Note = "expected: " + it.Kind
		it.Kind = "followup"
	}
	return it
}
