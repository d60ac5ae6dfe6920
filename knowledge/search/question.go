package search

import (
	"unicode/utf8"

	"nonmerci/knowledge/text"
)

// Bounds on what is read of a question, so that none takes long.
const (
	maxBytes     = 8192 // of the question
	maxWords     = 64   // in all; a word counts three times at most
	maxRepeats   = 3
	maxWordBytes = 48 // of one word
	maxCorrected = 16 // words looked up in the speller
)

// cutBytes returns the first n bytes of s, or a few less: never a part of a character.
func cutBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// Correction is a word of a question read as another.
type Correction struct{ From, To string }

// questionWord is a word of a question.
type questionWord struct {
	text string
	id   uint32 // its number among those of the base, or noWord
}

// splitter cuts questions into words, in memory that is used again for the next.
type splitter struct {
	known speller
	all   []string
	words []questionWord
	times []uint8        // word → how often it was met
	other map[string]int // the same for words that the base lacks
}

// begin turns to another base; the room is used again.
func (s *splitter) begin(known speller) {
	s.known, s.times = known, zeroed(s.times, known.size())
	if s.other == nil {
		s.other = map[string]int{}
	}
}

// split returns the words to look for, as typed, good until the next question. Of a question longer than maxWords words, those that the
// base knows are kept, in their order.
func (s *splitter) split(q string) []questionWord {
	s.all = text.AppendWords(s.all[:0], text.Fold(cutBytes(q, maxBytes)))
	s.words = s.words[:0]
	known := 0
	for _, w := range s.all {
		w = cutBytes(w, maxWordBytes)
		word := questionWord{w, s.known.word(w)}
		if s.repeats(word) {
			continue
		}
		if word.id != noWord {
			known++
		}
		s.words = append(s.words, word)
	}
	for _, w := range s.words {
		if w.id != noWord {
			s.times[w.id] = 0
		}
	}
	clear(s.other)
	if len(s.words) > maxWords {
		s.words = knownFirst(s.words, known)
	}
	return s.words
}

// forget lets go of the text of the question.
func (s *splitter) forget() {
	clear(s.words[:min(len(s.all), cap(s.words))])
	clear(s.all)
}

// repeats counts a word and reports whether it was met too often to count again.
func (s *splitter) repeats(w questionWord) bool {
	if w.id == noWord {
		s.other[w.text]++
		return s.other[w.text] > maxRepeats
	}
	if s.times[w.id] == maxRepeats {
		return true
	}
	s.times[w.id]++
	return false
}

// knownFirst drops words, unknown ones first, from the end. It is told how many are known.
func knownFirst(words []questionWord, known int) []questionWord {
	unknown := max(0, maxWords-known)
	known = min(known, maxWords)
	out := words[:0]
	for _, w := range words {
		room := &unknown
		if w.id != noWord {
			room = &known
		}
		if *room > 0 {
			*room--
			out = append(out, w)
		}
	}
	return out
}

// correctAll puts in the place of words that the base lacks, up to maxCorrected of them, those that they stand for, and returns what it changed.
func (x *Index) correctAll(words []questionWord) (corrections []Correction) {
	if x.options.NoSpelling {
		return nil
	}
	for i, w := range words {
		if len(corrections) == maxCorrected {
			break
		}
		if w.id != noWord {
			continue
		}
		if to := x.correct(w.text); to != w.text {
			words[i] = questionWord{to, x.speller.word(to)}
			corrections = append(corrections, Correction{w.text, to})
		}
	}
	return corrections
}

// correct returns the known word that an unknown one stands for, or the word.
func (x *Index) correct(w string) string {
	short := text.Squeeze(w)
	if x.speller.word(short) != noWord {
		return short
	}
	to, _ := x.speller.Correct(short)
	return to
}
