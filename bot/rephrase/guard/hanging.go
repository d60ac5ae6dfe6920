package guard

// hanging says whether the « not » at a place only denies what was said before, with a pronoun and a bare auxiliary at the end: « good proof that it doesn’t ».
// It stands by nothing of its own.
func hanging(in []token, i int) bool {
	if in[i].op != opNot || i < 3 || i+1 < len(in) && in[i+1].kind == word {
		return false
	}
	bare := auxiliary[in[i-1].form] || beforeNot[in[i-1].form] || in[i-1].glued && auxiliary[in[i-2].form]
	k := i - 2
	return bare && (subjects[in[k].form] || in[k].form == "he" || in[k].form == "she") && in[k-1].kind == word
}

// beforeNot are auxiliaries as they stand before « n’t » when that is a word of its own.
var beforeNot = map[string]bool{"doesn": true, "don": true, "didn": true, "isn": true, "aren": true, "won": true, "can": true, "wasn": true, "weren": true, "hasn": true, "haven": true}

// translated are names of things, by their form in the entry, that a translation has in its own language, with the concept they are of: « Google Photos »,
// « Google Fotos »; « the Court of Rome ».
var translated = map[string]string{"photos": "photo", "court": "court", "cour": "court", "tribunal": "court"}

// nameTranslated says whether a name of a candidate in another language is one of the unit’s.
func nameTranslated(t, o *token) bool {
	c := translated[o.form]
	return c != "" && o.name && capital(t.text) && t.is(words().concepts[c])
}
