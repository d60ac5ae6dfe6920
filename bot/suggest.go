package bot

import (
	"cmp"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/text"
)

// A suggestion is an entry as a completion offers it.
type suggestion struct {
	slot  Slot
	entry string
	name  string            // of the subject, folded, each word after a space
	title map[string]string // by language
	head  map[string]string // by language: the title, folded, each word after a space
	words map[string]string // the same of title and phrasings
	rank  int               // the most asked first
}

// suggestions are made once, with the catalogue.
func newSuggestions(base *knowledge.Base) []suggestion {
	var out []suggestion
	for _, id := range base.IDs() {
		e := base.Entries[id]
		if e.Status != knowledge.Published {
			continue
		}
		s := suggestion{name: foldedWords(nameOf(base, id.Subject())), slot: Slot{id.Subject(), id.Intent()}, entry: string(id), title: map[string]string{}, head: map[string]string{}, words: map[string]string{}}
		s.rank = place(popular, id.Subject())*len(asked) + place(asked, id.Intent())
		for lang, t := range e.Text {
			s.title[lang] = t.Title
			s.head[lang] = foldedWords(t.Title)
			s.words[lang] = s.head[lang] + foldedWords(strings.Join(t.Phrases, " "))
		}
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b suggestion) int { return cmp.Compare(a.rank, b.rank) })
	return out
}

func nameOf(base *knowledge.Base, slug string) string {
	s := base.Subjects[slug]
	if s == nil || slug == generalSubject {
		return ""
	}
	return s.Name["fr"]
}

func place(list []string, s string) int {
	if i := slices.Index(list, s); i >= 0 {
		return i
	}
	return len(list)
}

// Suggest completes what a reader has begun to type: at most n entries, by their titles in the reader's language. With nothing typed it
// gives the most asked. Entries whose title or service begins with the text come first, then those whose title has it, then those with another
// phrasing that has it, then those where every word typed begins a word. It is quick enough for every keystroke and never blocks.
func (b *Bot) Suggest(typed, lang string, n int) []Choice {
	want := text.Words(text.Fold(text.Truncate(typed, maxQuestion)))
	var found [4][]Choice
	for _, s := range b.suggestions() {
		l := s.written(lang)
		if g := s.grade(l, want); g < len(found) && len(found[g]) < n {
			found[g] = append(found[g], Choice{Label: s.title[l], Entry: s.entry, Subject: s.slot.Subject, Intent: s.slot.Intent})
		}
	}
	out := slices.Concat(found[:]...)
	return out[:min(len(out), n)]
}

// grade says how well an entry completes words, from 0, the best, to 4, not at all.
func (s suggestion) grade(lang string, want []string) int {
	whole := " " + strings.Join(want, " ")
	switch head, words := s.head[lang], s.words[lang]; {
	case strings.HasPrefix(head, whole), strings.HasPrefix(s.name, whole):
		return 0
	case strings.Contains(head, whole):
		return 1
	case strings.Contains(words, whole):
		return 2
	case allBegin(words, want):
		return 3
	}
	return 4
}

// foldedWords are the words of a text, folded, each after a space.
func foldedWords(s string) string {
	ws := text.Words(text.Fold(s))
	if len(ws) == 0 {
		return ""
	}
	return " " + strings.Join(ws, " ")
}

func (s suggestion) written(lang string) string {
	for _, l := range []string{lang, nearLanguage(lang), "fr", "en"} {
		if s.title[l] != "" {
			return l
		}
	}
	return lang
}

func allBegin(words string, want []string) bool {
	for _, w := range want {
		if !strings.Contains(words, " "+w) {
			return false
		}
	}
	return true
}

// Entry returns the reply that shows an entry, by its id: « linkedin/opt-out ». ok is false when there is none. lang is the reader's
// language; device is web, ios, android or "".
func (b *Bot) Entry(id, lang, device string) (r Reply, ok bool) {
	subject, intent, cut := strings.Cut(id, "/")
	if !cut || b.find(subject, intent) == nil {
		return Reply{}, false
	}
	return b.choose(Choice{Subject: subject, Intent: intent}, lang, device), true
}
