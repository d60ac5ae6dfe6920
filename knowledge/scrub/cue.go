package scrub

import "strings"

// cues are expressions that announce something. Between their words a text may have blanks, apostrophes, dashes,
// points and commas: « je m'appelle », « mot-de-passe », « moi, c'est ».
type cues struct {
	bit   uint16           // its own in starts
	first map[string][]cue // by the first word
}

type cue struct {
	rest []string
	kind Kind
}

// starts says of the first word of any expression in which cues it is, so that a word is looked up once for all of them.
var starts = map[string]uint16{}

// newCues files expressions between bars, folded, that announce one kind.
func newCues(bit int, kind Kind, list string) cues {
	return cues{1 << bit, map[string][]cue{}}.and(kind, list)
}

// and files more.
func (c cues) and(kind Kind, list string) cues {
	for e := range strings.SplitSeq(list, "|") {
		words := strings.Fields(e)
		c.first[words[0]] = append(c.first[words[0]], cue{words[1:], kind})
		starts[words[0]] |= c.bit
	}
	return c
}

// find matches the longest expression that begins at the token i, and returns where it ends; -1 when there is none.
func (c cues) find(l *line, i int) (end int, kind Kind) {
	end = -1
	t := l.at(i)
	if t.starts&c.bit == 0 || l.word(i-1) {
		return end, kind
	}
next:
	for _, e := range c.first[t.fold] {
		at := i + 1
		for _, w := range e.rest {
			for n := 0; n < 3 && (l.class(at) == blank || l.oneOf(at, "'-.,")); n++ {
				at++
			}
			if !l.is(at, w) {
				continue next
			}
			at++
		}
		if at > end {
			end, kind = at, e.kind
		}
	}
	return end, kind
}

// set makes a set of the words of a text.
func set(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}
