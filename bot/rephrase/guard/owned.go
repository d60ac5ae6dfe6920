package guard

import "strings"

// shares counts the words for each person.
type shares [people]int

// A speech is a text in one language whose small words are read.
type speech struct {
	lang    string
	beings  bool // it stands for what has a form of « to be », which Dutch « zijn » may be
	quoted  bool // what it quotes counts
	in      []token
	persons map[string]person
	polite  map[string]person
}

// at is the person of a word of the token at i; head says that the word begins its token.
func (s *speech) at(i int, w string, head bool) (person, bool) {
	t, form := &s.in[i], lower(w)
	if polite, ok := s.polite[form]; ok && capital(w) {
		start := head && t.start
		switch {
		case !start:
			return polite, true
		case s.lang == "de" && polite == yours:
			return either, true // « Ihre Daten » at the head of a sentence
		case s.lang == "de", form == "lei":
			return you, true
		}
	}
	switch {
	case s.lang == "de" && form == "sein" && i+1 < len(s.in) && capital(s.in[i+1].text): // « sein Konto »
		return theirs, true
	case s.lang == "nl" && form == "zijn" && i > 0 && (!s.beings || ownedAfter[s.in[i-1].form]):
		return theirs, true
	}
	p, ok := s.persons[form]
	return p, ok
}

// counts says whether the token at i is read at all: one that carries a fact is no pronoun.
func (s *speech) counts(i int) bool {
	t := &s.in[i]
	return t.kind == word && !t.name && (t.quote == 0 || s.quoted) && (t.glue || t.n == 0 || strings.Contains(t.text, " "))
}

// shared counts the persons.
func (s *speech) shared() shares {
	var out shares
	for i := range s.in {
		if !s.counts(i) {
			continue
		}
		if !strings.Contains(s.in[i].text, " ") {
			if p, ok := s.at(i, s.in[i].text, true); ok {
				out[p]++
			}
			continue
		}
		head := true
		for w := range strings.FieldsSeq(s.in[i].text) {
			if p, ok := s.at(i, w, head); ok {
				out[p]++
			}
			head = false
		}
	}
	return out
}

// owner says whose the thing at i is, as far as the word right before it tells for certain.
func (s *speech) owner(i int) (person, bool) {
	if i == 0 || !s.counts(i-1) || strings.Contains(s.in[i-1].text, " ") {
		return 0, false
	}
	p, ok := s.at(i-1, s.in[i-1].text, true)
	return p, ok && p < either
}

// first is where the first word stands that speaks of one of some persons of whom another text speaks less often, -1 when there is none.
func (s *speech) first(other speech, of ...person) int {
	own, now := other.shared(), s.shared()
	for _, p := range of {
		if now[p] <= own[p] {
			continue
		}
		for i := range s.in {
			if !s.counts(i) {
				continue
			}
			if q, ok := s.at(i, s.in[i].text, true); ok && q == p {
				return i
			}
		}
	}
	return -1
}

// ownedAfter are Dutch words after which « zijn » is « his ».
var ownedAfter = map[string]bool{"van": true, "met": true, "in": true, "op": true, "voor": true, "over": true, "aan": true, "uit": true, "bij": true, "door": true, "naar": true}

// sameOwners refuses a run in which what is the reader's became ours or somebody's, or the other way round, in any of the languages.
func sameOwners(from, to string, u *unit, run *run, match []places, r *reasons) {
	beings := false
	for i := range u.tokens {
		beings = beings || finished[u.tokens[i].form]
	}
	entry := speech{from, true, from == to, u.tokens, owners[from], courteous[from]}
	candidate := speech{to, beings, from == to, run.tokens, owners[to], courteous[to]}
	own, now := entry.shared(), candidate.shared()
	anybody := len(u.tokens) > 0 && u.tokens[0].start && u.tokens[0].kind == word && infinitive(u.tokens[0].form) // « masquer son activité »
	lost := now[yours]+now[either] < own[yours]
	switch {
	case now[ours] > own[ours] && (lost || own[ours]+own[we] == 0), // « unsere Daten » for « vos données »
		lost && now[theirs] > own[theirs],
		own[yours] == 0 && now[yours] > 0 && now[theirs]+now[either] < own[theirs] && !anybody,
		now[ours]+now[either] < own[ours] && now[yours] > own[yours],
		now[we] > 0 && now[you] < own[you] && own[ours]+own[we]+own[anyone] == 0,
		now[you] < own[you] && now[they] > own[they] && to != "fr" && to != "en": // those two are read in samePersons
		r.add(Name, twoOf(run.tokens, candidate.first(entry, ours, theirs, we, they, yours)))
		return
	}
	for i := range run.tokens { // « unsere Daten mit Ihren Partnern » for « vos données avec nos partenaires »
		p, ok := candidate.owner(i)
		if !ok || !run.tokens[i].content() {
			continue
		}
		_, j, single := where(u, &match[i])
		if !single {
			continue
		}
		if q, ok := entry.owner(j); ok && p != q && (!anybody || q != theirs) {
			r.add(Name, twoOf(run.tokens, i-1, i))
			return
		}
	}
}
