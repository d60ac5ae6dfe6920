package guard

import "strings"

// A candidate is a text that a model wrote, taken apart.
type candidate struct {
	lang      string
	sentences []sentence
	blocks    []block
	pieces    []piece
	hasMain   bool // it names the service
	foreign   bool // it is written in another language than the entry
	stood     int  // phrases that stand for others (see standIn)
	mayStand  int  // how many may
}

// read takes a candidate apart, in the language it is to be in.
func (s *Source) read(text, lang string, r *reasons) *candidate {
	c := &candidate{lang: lang, foreign: lang != s.lang, blocks: blocks(text), mayStand: 1 + len(s.units)/2}
	for i := range c.blocks {
		b := &c.blocks[i]
		if b.kind != heading {
			continue
		}
		if s.labels.set[squeeze(b.text)] {
			b.kind = paragraph
			continue
		}
		b.text = strings.ReplaceAll(b.text, "**", "")
	}
	scanned, _, quotes := scanAll(c.blocks, s.labels.in(text), r)
	if found := tongue(scanned, lang); found != "" && found != lang {
		r.add(Language, found)
	}
	a := annotator{lex: words().lexicons[lang], names: s.names, hails: s.open}
	for i := range scanned {
		scanned[i] = s.restore(a.annotate(scanned[i]), quotes, c.foreign)
		c.sentences = append(c.sentences, sentences(scanned[i], i, lang)...)
	}
	if f := s.strange(c.sentences); f != "" {
		r.add(Language, f)
	}
	s.checkQuotes(quotes, c, r)
	s.cut(c, r)
	return c
}

// restore puts the entry's own words, as the entry's language reads them, where a translation quotes them as they are.
func (s *Source) restore(in []token, quotes []quotation, foreign bool) []token {
	if !foreign {
		return in
	}
	var out []token
	for i := 0; i < len(in); {
		q := in[i].quote
		j := i + 1
		for j < len(in) && in[j].quote == q {
			j++
		}
		own, ok := []token(nil), false
		if q > 0 {
			own, ok = s.quotes[quotes[q-1].text]
		}
		switch {
		case ok:
			for _, t := range own {
				t.quote = q
				out = append(out, t)
			}
		case q > 0:
			out = append(out, s.retitled(in[i:j])...)
		default:
			out = append(out, in[i:j]...)
		}
		i = j
	}
	return out
}

// checkQuotes refuses words in quotation marks that the entry does not quote. A translation may put others in their place, no more of them.
func (s *Source) checkQuotes(quotes []quotation, c *candidate, r *reasons) {
	mine := 0
	for _, q := range quotes {
		if q.link || s.quoted[q.text] || s.labels.set[q.text] {
			continue
		}
		if mine++; !c.foreign || mine > len(s.quoted)+len(s.labels.list) {
			r.add(Quote, q.text)
		}
	}
}
