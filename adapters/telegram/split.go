package telegram

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// maxText is how long a message is at most, in UTF-16 units after its markup is read.
const maxText = 4096

// split cuts paras into parts that each fit a message: between blocks if that fills at least half of it, else between lines, else
// after a sentence, a word or, last, a character as people see it. A title is never left behind what it is above.
func split(paras []para) [][]para {
	var parts [][]para
	rest := fine(paras)
	for len(rest) > 0 {
		n := fitting(rest)
		if n < len(rest) {
			n = better(rest, n)
		}
		parts = append(parts, rest[:n])
		rest = rest[n:]
	}
	return parts
}

// fitting is how many paras fit, at least one.
func fitting(paras []para) int {
	size := 0
	for i, p := range paras {
		if i > 0 {
			size += len(separator(paras[i-1], p))
		}
		if size += p.units(); size > maxText && i > 0 {
			return i
		}
	}
	return len(paras)
}

// better moves a cut before para n back to the last one between blocks, or above a title.
func better(paras []para, n int) int {
	size, cut := 0, n
	for i, p := range paras[:n] {
		if p.begins && size >= maxText/2 {
			cut = i
		}
		size += p.units()
	}
	if paras[n].begins {
		cut = n
	}
	for cut > 1 && paras[cut-1].title {
		cut--
	}
	return cut
}

// fine replaces every para that fits no message by several.
func fine(paras []para) []para {
	var out []para
	for _, p := range paras {
		for left := p.units(); left > maxText; {
			var head para
			head, p = p.cut()
			left -= head.units()
			out = append(out, head)
		}
		out = append(out, p)
	}
	return out
}

// cut parts a para that no message has room for.
func (p para) cut() (head, tail para) {
	var begin strings.Builder // as much as can matter
	for _, r := range p.runs {
		if begin.Len() > 8*maxText {
			break
		}
		begin.WriteString(r.text)
	}
	at := cutAt(begin.String(), maxText)
	head, tail = p, p
	head.runs, tail.runs = nil, nil
	tail.begins = false
	for _, r := range p.runs {
		n := min(at, len(r.text))
		if n > 0 {
			first := r
			first.text = r.text[:n]
			head.runs = append(head.runs, first)
		}
		if n < len(r.text) {
			r.text = r.text[n:]
			tail.runs = append(tail.runs, r)
		}
		at -= n
	}
	return head, tail
}

// cutAt is the byte at which to cut a text so that its head has at most that many units: after the last sentence, else the last word,
// if that leaves a third; else after the last character as people see it; and inside one only when it alone is too long.
func cutAt(s string, most int) int {
	sentence, word, grapheme := cuts(s, most)
	return longest(s, most, sentence, word, grapheme)
}

// wordAt is cutAt that does not look for the end of a sentence.
func wordAt(s string, most int) int {
	_, word, grapheme := cuts(s, most)
	return longest(s, most, word, grapheme)
}

// cuts are the last places within that many units where a sentence, a word and a character end; 0 for none.
func cuts(s string, most int) (sentence, word, grapheme int) {
	var size int
	state, rest, at := -1, s, 0
	for rest != "" {
		cluster, next, bounds, st := uniseg.StepString(rest, state)
		if size += units(cluster); size > most {
			break
		}
		state, rest, at = st, next, at+len(cluster)
		grapheme = at
		if bounds&uniseg.MaskSentence != 0 {
			sentence = at
		}
		if bounds&uniseg.MaskLine != uniseg.LineDontBreak {
			word = at
		}
	}
	return sentence, word, grapheme
}

// longest is the first of some cuts that leaves a third of what there may be, or else the last.
func longest(s string, most int, at ...int) int {
	last := at[len(at)-1]
	for _, cut := range at {
		if cut > 0 && (units(s[:cut]) >= most/3 || cut == last) {
			return cut
		}
	}
	return prefix(s, most)
}

// prefix is how many bytes of a text have at most that many units, cut between code points.
func prefix(s string, most int) int {
	size := 0
	for i, r := range s {
		if size += units(string(r)); size > most {
			return i
		}
	}
	return len(s)
}

// shorten cuts a text to a number of units after a word, with « … » at the end and no other sign before it.
func shorten(s string, most int) string {
	if units(s) <= most {
		return s
	}
	head := s[:wordAt(s, most-1)]
	if short := strings.TrimRightFunc(head, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) && r != ')' && r != '»' && r != '”'
	}); short != "" {
		head = short
	}
	return head + "…"
}
