package search

import (
	"unicode/utf8"

	"nonmerci/knowledge/text"
)

// Bounds on what is read of a question, so that none takes long.
const (
	maxBytes     = 8192 // of the question
	maxWords     = 64   // different words
	maxWordBytes = 48   // of one word
	maxCorrected = 16   // words looked up in the speller
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

// Correction is a word read as another.
type Correction struct{ From, To string }

// question holds the words of a question, corrected, and their stems in each
// language of the base.
type question struct {
	words       []string
	stems       [][]string // language → word → stem
	corrections []Correction
}

// read prepares a question. Of one that has more than maxWords different words,
// the known words are kept first.
func (b *base) read(q string, spelling bool) *question {
	all := text.Words(text.Fold(cutBytes(q, maxBytes)))
	out := &question{}
	times := make(map[string]int, len(all))
	tried := 0
	for _, w := range all {
		w = cutBytes(w, maxWordBytes)
		times[w]++
		if times[w] > 3 || len(out.words) >= maxWords {
			continue
		}
		if spelling && times[w] <= 3 && !b.speller.Known(w) && tried < maxCorrected {
			tried++
			if to := b.correct(w); to != w {
				if times[w] == 1 {
					out.corrections = append(out.corrections, Correction{w, to})
				}
				w = to
			}
		}
		out.words = append(out.words, w)
	}
	out.stems = make([][]string, len(b.langs))
	for i, l := range b.langs {
		out.stems[i] = make([]string, len(out.words))
		for j, w := range out.words {
			out.stems[i][j] = text.Stem(w, l)
		}
	}
	return out
}

// correct returns the known word that an unknown one stands for, or the word.
func (b *base) correct(w string) string {
	short := text.Squeeze(w)
	if b.speller.Known(short) {
		return short
	}
	to, _ := b.speller.Correct(short)
	return to
}
