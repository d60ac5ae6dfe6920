package guard

// A sentence is a sentence of a text, or one item of a list that holds several.
type sentence struct {
	tokens   []token
	block    int
	question bool
}

// sentences cuts the tokens of a block at its stops, numbers the clauses, and settles the operators of each.
func sentences(in []token, blockNumber int, lang string) []sentence {
	var out []sentence
	from := 0
	for i := range in {
		if in[i].kind == stop || i == len(in)-1 {
			end := i + 1
			s := sentence{tokens: in[from:end:end], block: blockNumber, question: in[i].text == "?"}
			from = end
			if !s.says() {
				continue
			}
			settle(s.tokens, lang)
			clauses(s.tokens)
			out = append(out, s)
		}
	}
	return out
}

// says whether a sentence has any word.
func (s *sentence) says() bool {
	for i := range s.tokens {
		if k := s.tokens[i].kind; k != pause && k != stop {
			return true
		}
	}
	return false
}

// joints are words that begin a clause, besides « if », « because » and the like; contrasts also set apart what is said before from what is said
// after.
var (
	joints = map[string]bool{
		"puis": true, "qui": true, "then": true, "which": true, "who": true, "poi": true, "dass": true, "while": true, "tandis": true, "alors": true,
	}
	contrasts = map[string]bool{
		"mais": true, "but": true, "aber": true, "pero": true, "ma": true, "mas": true, "maar": true, "sondern": true, "however": true, "cependant": true,
	}
)

// sequels are words after which comes what is to be done afterwards.
var sequels = map[string]bool{
	"puis": true, "ensuite": true, "enfin": true, "then": true, "afterwards": true, "finally": true, "dann": true, "danach": true, "anschließend": true, "luego": true,
	"después": true, "poi": true, "depois": true, "dan": true, "vervolgens": true, "daarna": true,
}

// clauses numbers the clauses of a sentence, and the parts that a semicolon or a « but » sets apart.
func clauses(in []token) {
	n, part, phase, filled := int16(0), int16(0), int16(0), false
	most, resume, until := int16(0), int16(0), -1 // the last number given, and the clause to go on with after a bracket
	for i := range in {
		t := &in[i]
		if until < 0 && filled {
			if until = listBracket(in, i); until > 0 {
				resume, n = n, most+1
				most = n
			}
		}
		if until >= 0 {
			t.clause, t.part, t.phase = n, part, phase
			if i == until {
				n, until = resume, -1
			}
			continue
		}
		if sequels[t.form] && t.kind == word && i > 0 && (in[i-1].kind == pause || in[i-1].form == "et" || in[i-1].form == "and") {
			phase++
		}
		apart := t.kind == pause && (t.text == ";" || t.text == "—") || contrasts[t.form] && t.kind == word
		opens := apart || t.kind == pause && t.text != "" && !besideLabel(in, i) && !betweenNames(in, i) || joints[t.form] && t.kind == word
		switch t.op {
		case opIf, opUnless, opEvenIf, opBecause:
			opens = true
		}
		if opens && filled {
			n = most + 1
			most = n
			filled = false
			if apart {
				part++
			}
		}
		t.clause, t.part, t.phase = n, part, phase
		filled = filled || t.op != none || t.content()
	}
}

// joined are words that string things together: a candidate may put two sentences of the entry into one with them.
var joined = map[string]bool{"et": true, "and": true, "und": true, "y": true, "e": true, "ed": true, "en": true}

// besideLabel says whether a bracket only holds the other name of what stands before it: « **Réglages** (**Settings**) ».
func besideLabel(in []token, i int) bool {
	switch in[i].text {
	case "(":
		return i > 0 && i+2 < len(in) && in[i-1].kind == label && in[i+1].kind == label && in[i+2].text == ")"
	case ")":
		return i > 2 && in[i-1].kind == label && in[i-3].kind == label && in[i-2].text == "("
	}
	return false
}

// markStarts marks the first word of each sentence, and of what stands after a colon, a bracket or a quotation mark.
func markStarts(in []token) {
	start := true
	for i := range in {
		switch in[i].kind {
		case stop:
			start = true
		case pause:
			start = start || in[i].text != "," && in[i].text != ";"
		default:
			in[i].start = start
			start = false
		}
	}
}

// betweenNames says whether a comma only strings proper names together: « Business, Enterprise et Edu ».
func betweenNames(in []token, i int) bool {
	return in[i].text == "," && i > 0 && i+1 < len(in) && in[i-1].name && in[i+1].name
}
