package guard

import "strings"

// bareBefore are words for « before » that may stand alone.
var bareBefore = map[string]bool{
	"avant": true, "auparavant": true, "before": true, "beforehand": true, "vorher": true, "zuvor": true, "antes": true, "prima": true, "previamente": true, "vooraf": true,
}

// happened says whether the clause that ends before a « before » speaks of what has been: « what was used before », not « do it before ».
func happened(in []token) bool {
	for i := len(in) - 1; i >= 0 && in[i].kind != stop && (in[i].kind != pause || in[i].text == ""); i-- {
		switch in[i].form {
		case "a", "ont", "été", "était", "étaient", "avait", "avaient", "was", "were", "been", "has", "have", "had", "aviez", "avais", "avez", "wurde", "wurden", "war", "waren", "hat", "haben":
			return true
		}
	}
	return false
}

// ends says whether nothing that a « before » could govern comes after the token at i.
func ends(in []token, i int) bool {
	if i+2 < len(in) && (in[i+1].form == "cela" || in[i+1].form == "ça" || in[i+1].form == "that") {
		i++
	}
	return i+1 == len(in) || lasts(&in[i+1]) || in[i+1].kind == pause && in[i+1].text != "" || in[i+1].kind == stop || finished[in[i+1].form] || in[i+1].form == "n" || in[i+1].form == "ne"
}

// participleEnds are the endings of past participles; no infinitive and no noun that a « before » may govern has them with an article left out.
var participleEnds = map[string][]string{
	"de": {"te", "ten", "tem", "ter", "tes", "t", "ene", "enen", "enem", "ener", "enes"},
	"es": {"ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"},
	"it": {"ato", "ata", "ati", "ate", "uto", "uta", "uti", "ute", "ito", "ita", "iti", "ite", "iso", "isa", "isi", "ise"},
	"pt": {"ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"},
	"nl": {"de", "den", "te", "ten", "d", "t", "en"},
}

// hasBeen says whether a form is, by its letters, a past participle, after which a « before » without a preposition says « earlier »: « die
// vorher geteilten Daten », « i dati prima condivisi ».
func hasBeen(form, lang string) bool {
	if len(form) < minStem+1 || (lang == "de" || lang == "nl") && !strings.Contains(form, "ge") && !strings.HasPrefix(form, "ver") && !strings.HasPrefix(form, "be") {
		return false
	}
	for _, e := range participleEnds[lang] {
		if strings.HasSuffix(form, e) {
			return true
		}
	}
	return false
}

// earlier says whether the « before » at i says « earlier », and governs nothing.
func earlier(in []token, i int, lang string) bool {
	if ends(in, i) && (happened(in[:i]) || doneEarlier(in, i)) {
		return true
	}
	return i+1 < len(in) && !strings.Contains(in[i].text, " ") && hasBeen(in[i+1].form, lang)
}

// doneEarlier says whether the « auparavant » at i says when something was done: « les messages partagés auparavant ».
func doneEarlier(in []token, i int) bool {
	return (in[i].form == "auparavant" || in[i].form == "before" && in[i].text == "before") && i > 1 && participle(in[i-1].form) && in[i-2].form != "être"
}

// sinceDate says whether the Italian « dal » at i, or a « from » at the head of a sentence, is « since »: a date or a year follows, and no
// « al », « to » that ends a span.
func sinceDate(in []token, i int, lang string) bool {
	t := &in[i]
	from := lang == "en" && i == 0 && t.form == "from" || lang == "it" && (t.form == "dal" || t.form == "dall")
	if !from || i+1 >= len(in) || t.op != none || t.quote > 0 || strings.Contains(t.text, " ") {
		return false
	}
	next := &in[i+1]
	year := next.kind == number && len(next.form) == 4 && (next.form[0] == '1' || next.form[0] == '2')
	if next.kind != date && !year {
		return false
	}
	if i+2 == len(in) {
		return true
	}
	switch in[i+2].form {
	case "al", "all", "to", "until", "till", "through":
		return false
	}
	return true
}
