package guard

// nouns are the words for « not » that stand before what is not there.
var nouns = map[string]bool{"no": true, "aucun": true, "aucune": true, "kein": true, "keine": true, "keinen": true, "keinem": true, "keiner": true, "geen": true}

// strungOn says whether a comma or an « and » stands before the token at i, and no verb of its own comes after it.
func strungOn(in []token, i int, lang string) bool {
	if i == 0 || in[i].form != "no" && neFollows(in[i+1:]) {
		return false
	}
	switch in[i-1].form {
	case "and", "or", "und", "oder", "et", "ou":
		return true
	case "en", "of": // « and », « or » in Dutch; « know not of no office » goes on with nothing
		return lang == "nl"
	}
	return in[i-1].kind == pause && in[i-1].text == ","
}

// further is the word that makes « not » « no longer ».
var further = map[string]string{"de": "mehr", "es": "más", "it": "più", "pt": "mais", "nl": "meer"}

// neithers are the words after which a German « noch » is « nor »; after « noch nicht » it is « still ».
var neithers = map[string]bool{"weder": true}

// goesOn says whether a « not » only goes on with one that stands before it.
func goesOn(form string, negated bool, lang string) bool {
	switch form {
	case "nor", "neither", "né", "nem", "ni", "neanche", "neppure", "nemmeno", "tampoco":
		return negated
	case "noch":
		return lang == "nl" && negated
	}
	return negated && concords(form, lang)
}

// concords says whether a word for « no » only agrees with the « not » before it.
func concords(form, lang string) bool {
	switch form {
	case "ningún", "ninguno", "ninguna", "nessun", "nessuna", "nenhum", "nenhuma":
		return double(lang)
	}
	return false
}

// late are words that deny only together with a « not » when they stand after the verb.
var late = map[string]bool{
	"mai": true, "nulla": true, "niente": true, "nessuno": true, "nessun": true, "nessuna": true, "nada": true, "nadie": true, "nunca": true, "jamás": true, "ninguno": true,
	"ninguna": true, "ningún": true, "ninguém": true, "nenhum": true, "nenhuma": true,
}

// verbBefore says whether a verb like « is » or a word with a fact stands before the token at i in its clause.
func verbBefore(in []token, i int) bool {
	for j := i - 1; j >= 0 && in[j].kind != pause && in[j].kind != stop && !joined[in[j].form]; j-- {
		if finished[in[j].form] || having[in[j].form] || in[j].op == opCan || in[j].op == opMust || in[j].content() && !in[j].name {
			return true
		}
	}
	return false
}

// double says whether two negations make one in a language.
func double(lang string) bool { return lang == "es" || lang == "it" || lang == "pt" }

// having are verbs that carry no fact and may stand before a word for « no ».
var having = map[string]bool{
	"tiene": true, "tienen": true, "tenemos": true, "hay": true, "ha": true, "han": true, "hemos": true, "hanno": true, "abbiamo": true, "tem": true, "têm": true, "temos": true, "há": true,
}
