package bot

import (
	"cmp"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/text"
	"nonmerci/knowledge/understand"
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
		s := newSuggestion(e, foldedWords(nameOf(base, id.Subject())), Slot{id.Subject(), id.Intent()})
		s.rank = place(popular, id.Subject())*len(asked) + place(asked, id.Intent())
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b suggestion) int { return cmp.Compare(a.rank, b.rank) })
	return out
}

// newSuggestion offers an entry under a slot; name is that of its subject, folded.
func newSuggestion(e *knowledge.Entry, name string, slot Slot) suggestion {
	s := suggestion{
		name: name, slot: slot, entry: string(knowledge.NewID(slot.Subject, slot.Intent)),
		title: map[string]string{}, head: map[string]string{}, words: map[string]string{},
	}
	for lang, t := range e.Text {
		s.title[lang] = t.Title
		s.head[lang] = foldedWords(t.Title)
		s.words[lang] = s.head[lang] + foldedWords(strings.Join(t.Phrases, " "))
	}
	return s
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
// phrasing that has it, then those where every word typed begins a word. It is quick enough for every keystroke and never blocks. It knows
// the shared base alone; see SuggestIn.
func (b *Bot) Suggest(typed, lang string, n int) []Choice { return b.alone().suggest(typed, lang, n) }

func (b view) suggest(typed, lang string, n int) []Choice {
	want := text.Words(text.Fold(text.Truncate(typed, maxQuestion)))
	var found grades
	own, instead := b.ownSuggestions()
	most := n
	if len(want) == 0 {
		most = (n + 1) / 2
	}
	for i := range own {
		found.add(&own[i], lang, want, most)
	}
	all := b.suggestions()
	for i := range all {
		s := &all[i]
		if b.hides(s.entry) {
			continue
		}
		if other := instead[s.entry]; other != nil {
			s = other
		}
		found.add(s, lang, want, n)
	}
	out := slices.Concat(found[:]...)
	return out[:min(len(out), n)]
}

// grades are the entries found, by how well they complete what was typed.
type grades [4][]Choice

// add keeps a suggestion, when there are not as many as most that are as good.
func (f *grades) add(s *suggestion, lang string, want []string, most int) {
	l := s.written(lang)
	if g := s.grade(l, want); g < len(f) && len(f[g]) < most {
		f[g] = append(f[g], Choice{Label: s.title[l], Entry: s.entry, Subject: s.slot.Subject, Intent: s.slot.Intent})
	}
}

// grade says how well an entry completes words, from 0, the best, to 4, not at all.
func (s *suggestion) grade(lang string, want []string) int {
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

func (s *suggestion) written(lang string) string {
	for _, l := range [...]string{lang, nearLanguage(lang), "fr", "en"} {
		if s.title[l] != "" {
			return l
		}
	}
	for _, l := range understand.Languages {
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
// language; device is web, ios, android or "". It knows the shared base alone; see EntryIn.
func (b *Bot) Entry(id, lang, device string) (r Reply, ok bool) {
	return b.alone().entry(id, lang, device)
}
