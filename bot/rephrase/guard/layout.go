package guard

import (
	"unicode"
	"unicode/utf8"
)

// layOut makes the units of an entry, with the headings they stand under.
func (s *Source) layOut(bs []block, scanned [][]token) {
	s.size = utf8.RuneCountInString(s.text)
	title, list, under := -1, 0, paragraph
	lead := false // the answer itself has been met
	for i, b := range bs {
		switch {
		case b.kind == heading:
			title = -1
		case title >= 0 && b.first && i > 0 && bs[i-1].kind != heading && b.kind != under:
			title = -1 // another block than the one the heading stands over
		case title >= 0 && b.first && b.kind == paragraph && bs[i-1].kind != heading:
			title = -1
		}
		if b.kind == ordered && (b.first || i == 0 || bs[i-1].kind != ordered) {
			list++
		}
		under = b.kind
		for _, sen := range sentences(scanned[i], i, s.lang) {
			u := unit{sentence: sen, kind: b.kind, title: title}
			switch {
			case b.kind == ordered:
				u.list = list
				u.begins = i == 0 || bs[i-1].kind != ordered
			case isEcho(b):
				u.free, u.echo = true, true
			case b.kind == heading:
				u.turned = turns(sen.tokens)
				u.free = !u.turned
				title = len(s.units)
			case b.kind == paragraph && !lead:
				u.first = true
			}
			s.add(u)
		}
		if b.kind == paragraph && !isEcho(b) {
			lead = true
		}
	}
	if len(s.units) == 1 {
		s.units[0].begins = true
	}
	for _, r := range s.text {
		if r > unicode.MaxLatin1 || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			s.runes[r] = true
		}
	}
}

// add keeps a unit, and files it by what it says.
func (s *Source) add(u unit) {
	n := int32(len(s.units))
	for i := range u.tokens {
		t := &u.tokens[i]
		if t.kind == address {
			s.hosts[t.form] = struct{}{}
		}
		u.ops |= 1 << t.op
		if !t.content() {
			continue
		}
		u.weights++
		for _, k := range t.list() {
			if list := s.index[k]; len(list) == 0 || list[len(list)-1] != n {
				s.index[k] = append(list, n)
			}
		}
	}
	s.units = append(s.units, u)
}

// turns says whether a heading changes what stands under it: a device, or « does not ».
func turns(in []token) bool {
	for i := range in {
		if in[i].op == opNot || in[i].op == opOnly || in[i].flags&proper != 0 && !in[i].glue || in[i].name {
			return true
		}
		for _, k := range in[i].list() {
			for _, c := range turning {
				if words().concepts[c] == k {
					return true
				}
			}
		}
	}
	return false
}

// turning are concepts that make a heading one that its items need.
var turning = []string{"website", "app", "phone", "computer", "device", "child", "admin", "professional", "school", "paid", "free"}
