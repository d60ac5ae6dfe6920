package guard

// goalEnd says how many tokens at the start of a sentence only say what the reader wants: « Pour refuser que LinkedIn entraîne son IA avec
// vos données, ». 0 when there are none, or when the entry does not say that this can be had: a second best must not be given for it.
func (s *Source) goalEnd(sen *sentence, title bool) int { return s.goalFrom(sen, title, false) }

// goalFrom is goalEnd; told says that « how to » stands before.
func (s *Source) goalFrom(sen *sentence, title, told bool) int {
	if !s.open || len(sen.tokens) == 0 {
		return 0
	}
	end, wants, against := 0, false, 0
	v := words()
	for end < len(sen.tokens) {
		t := &sen.tokens[end]
		if t.kind == pause && t.text != "" || t.kind == stop {
			break
		}
		switch {
		case t.op == opNot:
			against++
		case t.op == opNoMore:
		case t.op == opIf:
		case t.op != none:
			return 0
		case mine[t.form]:
			return 0 // « pour refuser que l’IA utilise nos données »: whose are they?
		case !t.content():
		case t.is(v.concepts["want"]):
			wants = true
		case s.main != 0 && t.is(s.main):
		case t.flags&goal == 0 && (t.kind != word || t.name || !s.speaksOf(t)):
			return 0
		}
		if t.flags&negative != 0 && !t.glue {
			against++
		}
		end++
	}
	if against != 1 { // « pour ne pas refuser » is another goal
		return 0
	}
	first := sen.tokens[0].form
	switch {
	case sen.tokens[0].op == opIf && !wants, sen.question && !wants:
		return 0
	case sen.tokens[0].op == opIf, wants && sen.question, purposes[first], told, title && end == len(sen.tokens):
		return end
	}
	return 0
}

// speaksOf says whether an entry speaks of a thing.
func (s *Source) speaksOf(t *token) bool {
	for _, k := range t.list() {
		if len(s.index[k]) > 0 {
			return true
		}
	}
	return false
}

// purposes are the words that begin a purpose.
var purposes = map[string]bool{
	"pour": true, "afin": true, "to": true, "in": true, "um": true, "para": true, "per": true, "om": true, "a": true,
}
