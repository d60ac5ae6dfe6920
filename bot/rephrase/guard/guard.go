package guard

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxCandidate is how long a candidate may be, in bytes: longer ones are refused unread.
const MaxCandidate = 64 << 10

// maxWork bounds what a comparison may cost: pieces of the candidate times sentences of the entry. The longest entries need a tenth of it.
const maxWork = 200_000

// Check says whether a candidate may be shown in place of an entry. lang is the language that the candidate must be in, one of fr, en, de,
// es, it, pt and nl, also with a region (fr-CH); "" for the entry's own. Any other language is refused. It takes one to two and a half milliseconds
// for the longest entries, besides some hundred and twenty for reading the word lists at the first call; it keeps nothing, and is safe for concurrent use.
func Check(s Source, text, lang string) Verdict {
	r := &reasons{}
	lang = s.wanted(lang)
	switch {
	case !slices.Contains(languages, lang):
		r.add(Language, lang)
	case len(s.units) == 0 || strings.TrimSpace(text) == "":
		r.add(Length, "")
	case len(text) > MaxCandidate || utf8.RuneCountInString(text) > 2*s.size+400:
		r.add(Length, "")
	case !s.characters(text, r):
	default:
		s.check(text, lang, r)
	}
	return r.verdict()
}

// wanted is the language of a tag such as « fr-CH », the entry's own for "".
func (s *Source) wanted(tag string) string {
	if tag == "" {
		return s.lang
	}
	base, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(base)
}

// check compares a candidate that can be read.
func (s *Source) check(text, lang string, r *reasons) {
	c := s.read(text, lang, r)
	if len(c.pieces)*len(s.units) > maxWork {
		r.add(Length, "")
		return
	}
	s.assign(c)
	runs := s.runs(c, r)
	for i := range runs {
		s.compare(c, &runs[i], r)
	}
	s.present(c, runs, r)
	s.follows(c, runs, r)
	s.ended(c, text, r)
}
