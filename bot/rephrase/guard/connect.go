package guard

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxBetween is how many characters an opening may have, or what a template puts before, between or after two facts.
const MaxBetween = 240

// Opening says whether a text may stand before an answer: words of politeness and connection, and at most what the reader wants, said back
// (« Pour refuser que LinkedIn entraîne son IA, voici comment faire : »). It must state nothing, name nobody but the service and hold no
// label, number, address or markup. s is the whole entry, which says whether refusing is possible at all; lang is as for Check. The empty
// text passes. It is safe for concurrent use.
func Opening(s Source, text, lang string) Verdict {
	r := &reasons{}
	lang = s.wanted(lang)
	switch {
	case !slices.Contains(languages, lang):
		r.add(Language, lang)
	case strings.TrimSpace(text) == "":
	default:
		s.bare(text, lang, r)
	}
	return r.verdict()
}

// bare refuses words around facts that do more than connect.
func (s *Source) bare(words, lang string, r *reasons) {
	if utf8.RuneCountInString(words) > MaxBetween {
		r.add(Length, words)
		return
	}
	if strings.ContainsAny(words, "{}*[]#_>\"«»“”„`") {
		r.add(Markup, words)
		return
	}
	plain := Source{lang: s.lang, labels: newLabels(nil), main: s.main, open: s.open, index: s.index, runes: map[rune]bool{}}
	if plain.characters(words, r) {
		plain.connects(words, lang, s.names, r)
	}
}

// connects refuses words that say anything: all of them must be among those that carry no fact, or only give the goal back.
func (s *Source) connects(text, lang string, names map[string]bool, r *reasons) {
	scanned, _, _ := scanAll(blocks(text), s.labels, r)
	if found := tongue(scanned, lang); found != "" && found != lang {
		r.add(Language, found)
	}
	a := annotator{lex: words().lexicons[lang], names: names, hails: s.open}
	for i, tokens := range scanned {
		for _, sen := range sentences(a.annotate(tokens), i, lang) {
			goal := s.goalEnd(&sen, false)
			if goal == 0 {
				goal = s.howEnd(&sen)
			}
			if sen.question && goal == 0 {
				r.add(Question, written(sen.tokens))
			}
			if rest := sen.tokens[goal:]; silent(rest) && !polite(rest) && (goal == 0 || worded(rest)) {
				r.add(Added, written(rest)) // « c’est fait »: small words alone may say something
			}
			for j := goal; j < len(sen.tokens); j++ {
				t := &sen.tokens[j]
				switch {
				case t.op != none:
					r.add(t.op.rule(), t.text)
				case !t.content() || t.flags&mayAdd != 0 && t.kind == word:
				default:
					r.add(addedRule(t), t.text)
				}
			}
		}
	}
}

// howEnd is goalEnd for « voici comment refuser que … »: how many tokens only say what will be explained, 0 when there are none.
func (s *Source) howEnd(sen *sentence) int {
	for i := range sen.tokens {
		t := &sen.tokens[i]
		switch {
		case hows[t.form] || t.soft && i+1 < len(sen.tokens) && hows[lastWord(t.text)]:
			rest := sentence{tokens: sen.tokens[i:], block: sen.block}
			if end := s.goalFrom(&rest, false, true); end > 0 {
				return i + end
			}
			return 0
		case t.op != none || t.content():
			return 0
		}
	}
	return 0
}

// hows are the words by which an explanation is announced.
var hows = map[string]bool{"comment": true, "how": true, "wie": true, "cómo": true, "come": true, "como": true, "hoe": true}

func lastWord(s string) string {
	s = strings.TrimSpace(s)
	return lower(s[strings.LastIndexByte(s, ' ')+1:])
}

// silent says whether no token carries a fact.
func silent(in []token) bool {
	return !slices.ContainsFunc(in, func(t token) bool { return t.op != none || t.content() })
}

// worded says whether there is any word among tokens.
func worded(in []token) bool {
	return slices.ContainsFunc(in, func(t token) bool { return t.kind == word })
}
