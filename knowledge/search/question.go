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

// words returns the words to look for, corrected. Of a question longer than
// maxWords words, those that the base knows are kept, in their order.
func (x *Index) words(q string) (words []string, corrections []Correction) {
	all := text.Words(text.Fold(cutBytes(q, maxBytes)))
	times := make(map[string]int, min(len(all), 256))
	kept := all[:0]
	for _, w := range all {
		w = cutBytes(w, maxWordBytes)
		if times[w]++; times[w] <= maxRepeats {
			kept = append(kept, w)
		}
	}
	if len(kept) > maxWords {
		kept = x.knownFirst(kept)
	}
	if x.options.NoSpelling {
		return kept, nil
	}
	for i, w := range kept {
		if x.speller.Known(w) || len(corrections) == maxCorrected {
			continue
		}
		if to := x.correct(w); to != w {
			kept[i] = to
			corrections = append(corrections, Correction{w, to})
		}
	}
	return kept, corrections
}

// knownFirst drops words, unknown ones first, from the end.
func (x *Index) knownFirst(words []string) []string {
	known := 0
	for _, w := range words {
		if x.speller.Known(w) {
			known++
		}
	}
	unknown := max(0, maxWords-known)
	known = min(known, maxWords)
	out := make([]string, 0, maxWords)
	for _, w := range words {
		room := &unknown
		if x.speller.Known(w) {
			room = &known
		}
		if *room > 0 {
			*room--
			out = append(out, w)
		}
	}
	return out
}

// correct returns the known word that an unknown one stands for, or the word.
func (x *Index) correct(w string) string {
	short := text.Squeeze(w)
	if x.speller.Known(short) {
		return short
	}
	to, _ := x.speller.Correct(short)
	return to
}
