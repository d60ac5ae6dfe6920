package guard

// bareBefore are words for « before » that may stand alone.
var bareBefore = map[string]bool{
	"avant": true, "auparavant": true, "before": true, "beforehand": true, "vorher": true, "zuvor": true, "antes": true, "prima": true, "previamente": true, "vooraf": true,
}

// happened says whether the clause that ends before a « before » speaks of what has been: « what was used before », not « do it before ».
func happened(in []token) bool {
	for i := len(in) - 1; i >= 0 && in[i].kind != stop && (in[i].kind != pause || in[i].text == ""); i-- {
		switch in[i].form {
		case "a", "ont", "été", "était", "étaient", "avait", "avaient", "was", "were", "been", "has", "have", "had", "wurde", "wurden", "war", "waren", "hat", "haben":
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
	return i+1 == len(in) || in[i+1].kind == pause && in[i+1].text != "" || in[i+1].kind == stop || finished[in[i+1].form] || in[i+1].form == "n" || in[i+1].form == "ne"
}
