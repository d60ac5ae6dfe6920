package guard

// notAll says whether « not all » of one text is « some … not » of the other: « not all crawlers obey », « some crawlers do not obey ». Where « not »
// comes before « some » it would deny them all.
func notAll(own, theirs [ops]int, u *unit, run *run) bool {
	if own[opNot] != theirs[opNot] || own[opNot] == 0 {
		return false
	}
	switch {
	case own[opAll] == theirs[opAll]+1 && theirs[opSome] == own[opSome]+1:
		return negatedAll(u.tokens) && someDenied(run.tokens)
	case theirs[opAll] == own[opAll]+1 && own[opSome] == theirs[opSome]+1:
		return negatedAll(run.tokens) && someDenied(u.tokens)
	}
	return false
}

// negatedAll says whether the one « all » of some tokens stands right after a « not »: « not all », « pas tous ».
func negatedAll(in []token) bool {
	i := at(in, opAll)
	if i < 1 || countOp(in, opAll) != 1 {
		return false
	}
	if in[i-1].op == opNot {
		return true
	}
	j := at(in, opNot) // « n’obéissent pas tous »
	return in[i-1].glue && in[i-1].form == "pas" && j >= 0 && j < i && j > i-6
}

// someDenied says whether the one « some » of some tokens comes before the one « not » of its clause.
func someDenied(in []token) bool {
	i, j := at(in, opSome), at(in, opNot)
	return i >= 0 && j > i && countOp(in, opSome) == 1 && in[i].clause == in[j].clause
}

// partial reads « not entirely », « pas complètement » as « in part » where that is all the answer.
func partial(in []token) {
	for i := 0; i+1 < len(in); i++ {
		if in[i].op != opNot || in[i+1].op != opAll || !wholly[in[i+1].form] || i > 0 && !in[i].start {
			continue
		}
		if i+2 == len(in) || in[i+2].kind == stop || in[i+2].kind == pause && in[i+2].text != "" {
			in[i].op, in[i].glue = none, true
			in[i+1].op = opSome
		}
	}
}

var wholly = map[string]bool{
	"entirely": true, "completely": true, "fully": true, "totally": true, "altogether": true, "entièrement": true, "complètement": true, "totalement": true,
	"vollständig": true, "ganz": true, "völlig": true, "completamente": true, "totalmente": true, "del todo": true, "del tutto": true, "interamente": true, "helemaal": true,
}

// anySuch says whether the one « all » that a run has over its unit is « any » of a purpose: « pour toute demande », « for any request », where the
// unit has « pour une demande », « for a request », or begins with « une demande ».
func anySuch(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if theirs[opAll] != own[opAll]+1 {
		return false
	}
	for i := 1; i+1 < len(run.tokens); i++ {
		t := &run.tokens[i]
		if t.op != opAll || !freely[t.form] || !benefits[run.tokens[i-1].form] || !run.tokens[i+1].content() {
			continue
		}
		if _, j, single := where(u, &match[i+1]); single && j > 0 && oneOf[u.tokens[j-1].form] && (j == 1 || benefits[u.tokens[j-2].form]) {
			return true
		}
	}
	return false
}

var (
	freely = map[string]bool{"tout": true, "toute": true, "any": true}
	oneOf  = map[string]bool{"un": true, "une": true, "a": true, "an": true, "one": true}
)

// several says whether the one « some » that a run has over its unit is the plural article of the French: « des transcriptions », « some transcripts ».
func several(own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if theirs[opSome] != own[opSome]+1 {
		return false
	}
	for i := 0; i+1 < len(run.tokens); i++ {
		if run.tokens[i].op != opSome {
			continue
		}
		for k := i + 1; k < len(run.tokens) && k <= i+2; k++ {
			_, j, single := where(u, &match[k])
			if !single || run.tokens[k].glue || j == 0 || u.tokens[j-1].form != "des" || !u.tokens[j-1].glue {
				continue
			}
			if j == 1 || u.tokens[j-2].kind == pause || u.tokens[j-2].glue || u.tokens[j-2].op != none || infinitive(u.tokens[j-2].form) || finished[u.tokens[j-2].form] {
				return true // no noun before it: « les données des utilisateurs »
			}
		}
	}
	return false
}
