package guard

// A key is what two tokens are compared by: a concept of the word lists, or a hash of a form (top bit set).
type key uint32

const hashed key = 1 << 31

// kind is what a token is.
type kind uint8

const (
	word    kind = iota
	number       // 30, 17 000, trente
	date         // a day, a month or a year as far as it is said
	label        // a name of the screen, in bold
	address      // a URL, a host, an e-mail address
	symbol       // ☰, %
	pause        // a comma, a colon, a bracket, « and »: a clause ends
	stop         // a sentence ends
)

// maxKeys is how many keys a token can have: a word of several meanings has a few.
const maxKeys = 6

// A token is a word, or what counts as one, with what the word lists know of it.
type token struct {
	kind   kind
	text   string // as it is written
	form   string // in lower case, with its accents
	keys   [maxKeys]key
	n      uint8 // of keys
	op     op    // what it does to its sentence, or none
	flags  flag
	clause int16 // number of its clause in the sentence
	part   int16 // number of its part, between semicolons
	phase  int16 // how many « then » stand before it
	quote  int16 // number of the quotation it stands in, from 1
	name   bool  // a proper name
	glue   bool  // carries no fact
	soft   bool  // a word of politeness or connection
	known  bool  // the word lists have it
	start  bool  // the first word of a sentence, or after a colon or a bracket: a capital says nothing there
	idle   bool  // may be added, and stands for nothing of the unit
	fornow bool  // « so far », read as « yet »
	glued  bool  // no space before it: « l’ » + « ia », « connectez » + « vous »
}

func (t *token) addKey(k key) {
	for i := range t.n {
		if t.keys[i] == k {
			return
		}
	}
	if t.n < maxKeys {
		t.keys[t.n] = k
		t.n++
	}
}

func (t *token) list() []key { return t.keys[:t.n] }

// content says whether a token carries a fact that must be accounted for.
func (t *token) content() bool { return !t.glue && t.kind != pause && t.kind != stop && t.op == none }

// hash is the key of a form.
func hash(s string) key {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return key(h) | hashed
}

// flag is what the word lists allow for a concept.
type flag uint8

const (
	mayAdd   flag = 1 << iota // anywhere
	mayDrop                   // may be left out
	stepAdd                   // may be added to a step
	easyAdd                   // may be added where the entry calls itself easy
	goal                      // belongs to « pour refuser que … entraîne son IA »
	proper                    // a place, a law, a device: written with a capital and no name of somebody
	negative                  // of a goal: « refuse », « prevent », « off »
)

func (t *token) is(k key) bool {
	for i := range t.n {
		if t.keys[i] == k {
			return true
		}
	}
	return false
}
