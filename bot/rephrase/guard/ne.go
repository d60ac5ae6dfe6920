package guard

// reach is how many words after « ne » its second half is looked for.
const reach = 12

// french joins the halves of negations.
func french(in []token) {
	subject, nobody := false, false // « aucun X ne … », « personne ne … » said the negation already
	for i := range in {
		t := &in[i]
		if t.kind == pause && t.text == ";" {
			subject = false
		}
		if t.form == "personne" && t.op == none && neFollows(in[i+1:]) {
			t.op, t.n = opAnyone, 0
			nobody = true
			continue
		}
		if t.op == opNot && neFollows(in[i+1:]) && (t.form == "aucun" || t.form == "aucune" || t.form == "rien" || t.form == "ni" || t.form == "nul" || t.form == "jamais" || t.form == "plus") {
			subject = true
		}
		if t.form != "ne" && (t.form != "n" || i+1 >= len(in) || !in[i+1].glued) || t.kind != word || t.op != none {
			continue
		}
		t.glue = true
		j := partner(in, i)
		if j < 0 && !subject && expletive(in, i) {
			continue
		}
		if j >= 0 && subject && (in[j].form == "que" || in[j].form == "qu") {
			j = -1 // « aucun modèle n’est entraîné avec ce que »
		}
		switch {
		case j < 0 && subject:
		case j < 0:
			t.glue, t.op = false, opNot
		case in[j].form == "que" || in[j].form == "qu":
			in[j].op, in[j].glue = opOnly, false
		case in[j].form == "plus" && in[j].op == opThan && lastWord(in[j].text) != "plus":
			in[j].op = opOnly // « ne servent plus que »
		case in[j].form == "plus" || in[j].op == opMore:
			in[j].op = opNoMore
			if k := only(in, j); k > 0 {
				in[k].op, in[k].glue = opOnly, false
				break
			}
			t.glue, t.op = subject, opNot
			if subject {
				t.op = none
			}
		default:
			t.glue, t.op = false, opNot
			if !nobody || in[j].form != "pas" {
				quiet(in, j)
			}
		}
	}
}

// expletive says whether the « ne » at a place, which has no second half, denies nothing: « à moins que vous n’ayez refusé », « avant qu’il ne soit tard ».
func expletive(in []token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-6 && in[j].kind == word; j-- {
		if in[j].op == opUnless || in[j].op == opBefore {
			last := lastWord(in[j].text)
			return last == "que" || last == "qu" || j+1 < len(in) && (in[j+1].form == "que" || in[j+1].form == "qu")
		}
	}
	return false
}

// quiet takes the « not » out of the second half of a negation, and leaves what else it says: « jamais », « rien ».
func quiet(in []token, j int) {
	switch in[j].form {
	case "personne":
		in[j].op, in[j].n = opAnyone, 0
		return
	case "guère":
		in[j].op, in[j].glue = opAlmost, false // « ne … guère » leaves something
		return
	case "ni":
		in[j].op, in[j].glue = none, true
		for k := j + 1; k < len(in); k++ {
			if in[k].form == "ni" {
				in[k].op = opNor
			}
		}
		return
	}
	if in[j].op == opNot {
		in[j].op, in[j].glue = none, true
	}
}

// neFollows says whether « ne » comes soon, without a pause.
func neFollows(in []token) bool {
	for i := 0; i < len(in) && i < 18; i++ {
		if in[i].kind == stop || in[i].kind == pause && in[i].text != "," {
			return false
		}
		if in[i].form == "ne" || in[i].form == "n" && i+1 < len(in) && in[i+1].glued {
			return true
		}
	}
	return false
}

// partner finds the second half of the « ne » at i, -1 when there is none.
func partner(in []token, i int) int {
	that := -1
	for j := i + 1; j < len(in) && j <= i+reach; j++ {
		switch {
		case in[j].kind == stop || in[j].kind == pause && in[j].text != "," && in[j].text != "":
			return that
		case in[j].form == "ne" || in[j].form == "n" && j+1 < len(in) && in[j+1].glued && j > i+1:
			return that
		case that >= 0 && (in[j].kind == pause || in[j].form == "et" || in[j].form == "mais" || in[j].form == "ou"):
			return that
		}
		if in[j].op == opNot && in[j].form != "non" && in[j].form != "sans" {
			return j
		}
		switch in[j].form {
		case "pas", "plus", "jamais", "rien", "aucun", "aucune", "guère", "ni", "nul", "nulle", "nullement":
			return j
		case "personne":
			if j <= i+4 {
				return j
			}
		case "que", "qu":
			if that < 0 {
				that = j
			}
		}
	}
	return that
}

// only finds a « que » soon after « ne … plus ».
func only(in []token, j int) int {
	for k := j + 1; k < len(in) && k <= j+2; k++ {
		if in[k].form == "que" || in[k].form == "qu" {
			return k
		}
	}
	return -1
}
