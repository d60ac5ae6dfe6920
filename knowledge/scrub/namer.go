package scrub

import "strings"

// particles stand within names.
var particles = set(`de du des d le la les van von der den di da das dos do del della el al ben bin ibn mc o saint st y e
	zu zum ter ten`)

// alsoNames are services whose names people have too.
var alsoNames = set("claude leo alexa france")

// A namer says which words go on with a name.
type namer struct {
	weak    bool // what announced it may announce anything: without a capital, the name must stand alone
	pair    bool // it takes two words
	opens   bool // what announced it begins a sentence
	sure    bool // nothing but a name can follow what announced it
	strict  bool // every word has a capital
	shouted bool // everything is in capitals, which therefore tell nothing
	first   bool // no word has been taken yet
	capital bool // the first word had a capital
}

// takes says whether the word at the token i belongs to the name.
func (n namer) takes(l *line, i int) bool {
	f := l.t[i].fold
	capital := l.capital(i) && !n.shouted
	shared := n.sure && n.first || alsoNames[f] && capital && !n.first // « je m'appelle Claude », « Marie Claude »
	switch {
	case services[f] && !shared, n.strict && !capital:
		return false
	case n.first && capital: // « My name is Will »
		return n.sure && len(f) > 2 || !isStop(f)
	case isStop(f):
		return capital && n.capital && l.compound(i) > i+1 // O'Brien
	}
	return n.first || capital || !n.capital && len(f) > 2
}

// nameEnd returns where the name that begins at the token i ends, i when none does. What begins with a capital goes on with capitals, five
// words at most; what does not goes on with one more word, unless the language needs it for something else.
func (l *line) nameEnd(i int, n namer) int {
	n.first, n.shouted = true, l.shouted(i)
	n.capital = l.capital(i) && !n.shouted
	end, at, taken := i, i, 0
	for l.class(at) == letters && at < i+24 {
		switch next := l.compound(at); {
		case n.takes(l, at):
			if n.first, taken, end = false, taken+1, next; len(l.t[at].fold) == 1 && l.is(next, ".") {
				end, next = next+1, next+1 // an initial
			}
			at = next
		case particles[l.t[at].fold] && n.capital:
			at = next
		default:
			return end
		}
		if taken > 4 || taken > 1 && !n.capital || l.class(at) != blank || l.breaks(at) {
			break
		}
		at++
	}
	return end
}

// compound is where a word ends with what dashes and apostrophes join to it: Jean-Pierre, O'Brien.
func (l *line) compound(i int) int {
	i++
	for n := 0; n < 6 && (l.word(i) || l.oneOf(i, "-'") && l.class(i+1) == letters); n++ {
		i++
	}
	return i
}

// shouted says whether the last word of letters before the token i is in capitals, and longer than one letter.
func (l *line) shouted(i int) bool {
	for n := 0; n < 4 && l.class(i-1) > edge && l.class(i-1) != letters; n++ {
		i--
	}
	return l.class(i-1) == letters && l.upper(i-1) && len(l.t[i-1].fold) > 1
}

// opens says whether a sentence or a part of one begins at the token i.
func (l *line) opens(i int) bool {
	before := l.at(i - 1)
	if before.class == blank && !l.breaks(i-1) {
		before = l.at(i - 2)
	}
	switch before.class {
	case edge, blank:
		return true
	case sign:
		return before.fold != "-" && before.fold != "'"
	}
	return greetings[before.fold]
}

// possessives begin what belongs to somebody.
var possessives = set(`mon ma mes notre nos my our mein meine unser unsere mi nuestro nuestra mio mia nostro nostra meu
	minha nosso nossa mijn onze ons`)

// possessed says whether what belongs to somebody stands before the token i, three words back at most: « ma petite fille ».
func (l *line) possessed(i int) bool {
	for n := 0; n < 8 && (l.word(i-1) || l.class(i-1) == blank || l.oneOf(i-1, "'-")); n++ {
		if i--; possessives[l.t[i].fold] {
			return true
		}
	}
	return false
}

// pauses says whether a part of a sentence ends before the token i, or another begins there.
func (l *line) pauses(i int) bool {
	after := l.at(l.skip(i))
	switch after.class {
	case edge:
		return true
	case sign:
		return strings.Trim(after.fold, ",.;!:()") == ""
	}
	return l.breaks(i) || l.class(i) == blank && goesOn[after.fold]
}

var (
	greetings = set("bonjour bonsoir salut slt bjr coucou hello hi hey hallo hola ciao ola hoi yo")
	goesOn    = set("et je j jai and i im und ich y yo e io eu en ik")
)
