package guard

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A Source is an entry made ready to compare candidates with. It is immutable and safe for concurrent use. The zero Source has no facts,
// and no candidate says the same as it.
type Source struct {
	lang   string
	text   string
	units  []unit
	labels *labels
	names  map[string]bool
	main   key                 // the service that the entry is about
	quotes map[string][]token  // the words of its links, and what it quotes
	quoted map[string]bool     // what it quotes
	hosts  map[string]struct{} // its addresses
	runes  map[rune]bool       // its characters outside the letters
	easy   bool                // it calls itself easy
	open   bool                // refusing is possible: nothing at its head says otherwise
	headed bool                // its last line is a heading
	facts  []string            // for Assemble
	index  map[key][]int32     // units by key
	size   int                 // in characters
}

// A unit is one sentence of an entry, or one item: what a candidate's words are laid against.
type unit struct {
	sentence
	kind    blockKind
	title   int  // the unit that is its heading, or -1
	list    int  // the numbered list it is a step of, from 1, or 0
	free    bool // may be missing: what was understood, a heading that says nothing
	turned  bool // a heading that its items need: a device, « ne change pas »
	first   bool // stands at the head of the entry
	begins  bool // opens what there is to do: the first step of a list, or all of the text
	weights int  // content tokens
	echo    bool
	ops     uint64 // operators it has, as bits
}

// MaxSource is how long an entry may be, in bytes.
const MaxSource = 64 << 10

// NewSource reads an entry as Markdown, the way a reader sees it (bot.Card.Markdown) or as it stands in a file of the base. lang is the
// language it is written in, "" to find out. What it costs grows with the length alone: about a millisecond for the longest entries.
//
// An entry over MaxSource bytes, or one that is not UTF-8, gives a Source without facts.
func NewSource(markdown, lang string) Source {
	markdown = withoutFrame(markdown)
	if len(markdown) > MaxSource || !utf8.ValidString(markdown) {
		markdown = ""
	}
	s := Source{
		text: markdown, names: map[string]bool{}, quotes: map[string][]token{}, quoted: map[string]bool{}, hosts: map[string]struct{}{}, runes: map[rune]bool{},
		index: map[key][]int32{},
	}
	bs := blocks(markdown)
	s.headed = len(bs) > 0 && bs[len(bs)-1].kind == heading
	for i := range bs {
		if bs[i].kind == heading {
			bs[i].text = strings.ReplaceAll(bs[i].text, "**", "") // its bold is no name of the screen
		}
	}
	scanned, met, quotes := scanAll(bs, nil, &reasons{})
	s.labels = met
	if s.lang = lang; !slices.Contains(languages, lang) {
		if s.lang = tongue(scanned, "fr"); s.lang == "" {
			s.lang = likely(scanned)
		}
	}
	s.collectNames(bs, scanned)
	a := annotator{lex: words().lexicons[s.lang], names: s.names}
	for i := range scanned {
		scanned[i] = a.annotate(scanned[i])
	}
	s.keepQuotes(scanned, quotes)
	s.layOut(bs, scanned)
	s.facts = facts(markdown)
	s.judge()
	return s
}

// scanAll cuts blocks into tokens, and returns the names of the screen and the quotations that it met.
func scanAll(bs []block, known *labels, r *reasons) (tokens [][]token, met *labels, quotes []quotation) {
	var found []string
	for _, b := range bs {
		sc := scanner{problems: r, labels: known, quotes: quotes}
		sc.scanBlock(b.text)
		found, quotes, tokens = append(found, sc.found...), sc.quotes, append(tokens, sc.out)
	}
	return tokens, newLabels(found), quotes
}

// Lang is the language that the entry is written in.
func (s *Source) Lang() string { return s.lang }
