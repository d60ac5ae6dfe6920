package guard

import "strings"

// afterward are words for « later » that stand by a verb, before or behind it, and say of nothing that it is to come.
var afterward = map[string]bool{
	"par la suite": true, "pour la suite": true, "suite": true, "plus tard": true, "à l avenir": true, "à l'avenir": true, "désormais": true, "dorénavant": true, "ultérieurement": true, "later": true, "from now on": true,
	"going forward": true, "henceforth": true, "künftig": true, "en adelante": true, "d'ora in poi": true, "doravante": true, "voortaan": true,
}

// afterwards says whether each word for what is to come among some tokens is one of those: « ne sert plus par la suite » says no more than « ne sert plus ».
func afterwards(in []token) bool {
	for i := range in {
		if in[i].op == opFuture && !afterward[lower(in[i].text)] {
			return false
		}
	}
	return true
}

// thatIs says whether the one « or » of some tokens only gives a thing another name: « opt-out, ou opposition : … ».
func thatIs(in []token) bool {
	i := at(in, opOr)
	if i < 1 || countOp(in, opOr) != 1 || in[i-1].text != "," {
		return false
	}
	n := 0
	for j := i + 1; j < len(in); j++ {
		if in[j].kind == pause && (in[j].text == ":" || in[j].text == ",") {
			return n == 1
		}
		if in[j].kind != word || in[j].op != none {
			return false
		}
		if in[j].content() {
			n++
		}
	}
	return false
}

// defines says whether some tokens say « that is », « c’est-à-dire ».
func defines(in []token) bool {
	for i := range in {
		switch f := strings.NewReplacer("-", " ", "’", " ", "'", " ").Replace(lower(in[i].text)); f {
		case "c est à dire", "autrement dit", "that is", "in other words", "i e", "that is to say", "meaning":
			return true
		}
	}
	return false
}

// askedByNobody says whether the « nobody » that a run has over its unit does what is not done to the reader in the unit: « you are not asked for consent »,
// « nobody asks for your consent ».
func askedByNobody(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if theirs[opAnyone] != own[opAnyone]+1 || own[opNot] != 1 || theirs[opNot] != 1 {
		return false
	}
	i, j := at(run.tokens, opNot), at(u.tokens, opNot)
	mine, verb := nextFact(run.tokens, i), nextFact(u.tokens, j)
	if mine < 0 || verb < 0 || !match[mine].has(verb) {
		return false
	}
	return done(u.tokens, verb) || j > 0 && u.tokens[j-1].form == "on"
}

// someOthers says whether the « some » that a run has over its unit is that of « d’autres »: « d’autres mesures », « certaines autres mesures ».
func someOthers(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	i := at(run.tokens, opSome)
	if theirs[opSome] != own[opSome]+1 || i < 0 || i+1 >= len(run.tokens) || !run.tokens[i+1].is(words().concepts["other"]) {
		return false
	}
	return match[i+1].any(func(j int) bool { return j == 1 && u.tokens[0].form == "d" || j == 0 })
}

// middle says whether the « can » that a run has over its unit is said there by a French verb with « se »: « les contenus se refusent », « on peut refuser les
// contenus ».
func middle(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if theirs[opCan] != own[opCan]+1 {
		return false
	}
	for i := range run.tokens {
		if run.tokens[i].op != opCan || i == 0 || run.tokens[i-1].form != "on" && run.tokens[i-1].form != "vous" {
			continue
		}
		verb := verbAfter(run.tokens, i)
		if verb >= 0 && match[verb].any(func(j int) bool {
			return j > 0 && (u.tokens[j-1].form == "se" || u.tokens[j-1].form == "s") && u.tokens[j-1].glue
		}) {
			return true
		}
	}
	return false
}
