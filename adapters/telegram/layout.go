package telegram

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"nonmerci/bot"
)

// A run is a stretch of text in one style.
type run struct {
	text         string
	bold, italic bool
	name         bool // of a service, which Telegram would take for an address
	url          string
}

// A para is one line of a message, or a paragraph of several: a text is cut between paras before it is cut inside one.
type para struct {
	runs   []run
	begins bool // a block: an empty line goes before it
	title  bool // belongs to the para after it
	folded bool // in the quote that unfolds
}

func (p para) units() int {
	n := 0
	for _, r := range p.runs {
		n += units(r.text)
	}
	return n
}

// layout turns the blocks of a reply into paras. Small blocks follow each other without an empty line, but not the sources, in which the day that an
// entry was checked, or that a model has put it into other words, would be overlooked.
func layout(blocks []bot.Block) []para {
	out := make([]para, 0, 2*len(blocks))
	above, sources := bot.Paragraph, false // what the block above is, and whether it is the sources
	for _, b := range blocks {
		first := len(out)
		if len(b.Items) > 0 {
			for i, item := range b.Items {
				bullet := "• "
				if b.Kind == bot.Ordered {
					bullet = strconv.Itoa(i+1) + ". "
				}
				out = append(out, para{runs: runs(item, b.Kind, run{text: bullet}), folded: b.Extra})
			}
		} else if r := runs(b.Spans, b.Kind); len(r) > 0 {
			out = append(out, para{runs: r, title: b.Kind == bot.Heading, folded: b.Extra})
		}
		if len(out) > first {
			out[first].begins = above != bot.Heading && (above != bot.Small || b.Kind != bot.Small || sources)
			above, sources = b.Kind, b.Kind == bot.Small && slices.ContainsFunc(b.Spans, func(s bot.Span) bool { return s.URL != "" })
		}
	}
	return out
}

// runs styles the spans of a block, after other runs; those without anything to see are left out.
func runs(spans []bot.Span, kind bot.BlockKind, before ...run) []run {
	out := append(make([]run, 0, len(before)+len(spans)), before...)
	shows := false
	for _, s := range spans {
		r := run{text: harmless(s.Text), bold: s.Bold || kind == bot.Heading, italic: s.Emphasis || kind == bot.Echo || kind == bot.Small}
		if r.text == "" {
			continue
		}
		if strings.HasPrefix(s.URL, "https://") || strings.HasPrefix(s.URL, "http://") {
			r.url = validText(s.URL)
		}
		shows = shows || strings.IndexFunc(r.text, visible) >= 0
		out = r.named(out)
	}
	if !shows {
		return before
	}
	return out
}

func visible(r rune) bool {
	return unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Mn, r)
}

const wordJoiner = '\u2060'

// harmless makes a text that pings nobody and turns no line around: « @name » gets an invisible character that breaks the mention,
// and control characters, also those that turn the direction of writing, go. An address of mail stays as it is.
func harmless(s string) string {
	s = validText(s)
	if !strings.ContainsFunc(s, func(r rune) bool { return r == '@' || turns(r) }) {
		return s
	}
	var b strings.Builder
	before, mention := ' ', false
	for _, r := range s {
		if turns(r) {
			continue
		}
		if mention && wordRune(r) {
			b.WriteRune(wordJoiner)
		}
		b.WriteRune(r)
		mention = r == '@' && !wordRune(before)
		before = r
	}
	return b.String()
}

// turns says whether a character controls something, such as the direction of writing.
func turns(r rune) bool {
	return r != '\n' && (unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069')
}

func wordRune(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }
