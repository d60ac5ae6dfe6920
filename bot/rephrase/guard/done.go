package guard

import "strings"

// doneAlike refuses a run in which the reader is told that something is done where the entry tells them to do it, or the other way round:
// « supprimez vos données » is not « vos données sont supprimées ». Only verbs that decide what happens are looked at.
func doneAlike(u *unit, run *run, match []places, r *reasons) {
	for i := range run.tokens {
		t := &run.tokens[i]
		if t.glue || t.name || t.flags&negative == 0 && !decides(t) || match[i].empty() {
			continue
		}
		told, finished := tells(run.tokens, i) && !participle(t.form), done(run.tokens, i)
		turned, kept := false, false
		for j := range u.tokens {
			if !match[i].has(j) || u.tokens[j].kind != t.kind || u.tokens[j].op != none {
				continue
			}
			other := finished && tells(u.tokens, j) && !participle(u.tokens[j].form) || told && done(u.tokens, j)
			turned, kept = turned || other, kept || !other
		}
		if turned && !kept {
			r.add(Modality, around(run.tokens, max(i-1, 0)))
		}
	}
}

// tells says whether a word begins a clause, as what tells somebody to do something.
func tells(in []token, i int) bool {
	for j := i - 1; j >= 0; j-- {
		t := &in[j]
		if t.kind == pause && t.text != "" || t.kind == stop || t.form == "puis" || t.form == "poi" || t.form == "luego" || joined[t.form] && t.form != "en" {
			return true
		}
		if t.op != opFirst && (t.op != none || !t.glue && t.flags&mayDrop == 0 || finished[t.form]) {
			return false
		}
		if t.glue && t.form != "et" && !softly[t.form] {
			return false
		}
	}
	return true
}

// softly are words that may stand between the beginning of a clause and what it tells to do.
var softly = map[string]bool{"donc": true, "alors": true, "please": true, "also": true, "then": true, "ensuite": true, "bitte": true, "vous": true, "you": true, "sie": true, "il": true}

// done says whether a word follows « is », « will be », « a été » and the like: what is done, not what is to be done.
func done(in []token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		t := &in[j]
		if t.kind == pause || t.kind == stop {
			return false
		}
		if finished[t.form] && t.glue {
			return true
		}
		if !t.glue && t.op == none && t.flags&mayDrop == 0 {
			return false
		}
	}
	return false
}

// participle says whether a word can only say what is done, and tell nobody to do it: « supprimées », « deleted ».
func participle(form string) bool {
	for _, ending := range []string{"é", "ée", "és", "ées", "ed", "ado", "ada", "ados", "adas", "ato", "ata", "ati"} {
		if strings.HasSuffix(form, ending) && len(form) > len(ending)+3 {
			return true
		}
	}
	return irregular[form]
}

// irregular are participles that no ending tells.
var irregular = map[string]bool{
	"exclu": true, "exclue": true, "exclus": true, "exclues": true, "inclus": true, "incluse": true, "pris": true, "prise": true, "prises": true, "compris": true, "permis": true, "ouvert": true, "ouverte": true,
	"kept": true, "sent": true, "taken": true, "given": true, "made": true, "seen": true, "shown": true, "sold": true,
}

var finished = map[string]bool{
	"est": true, "sont": true, "sera": true, "seront": true, "été": true, "était": true, "étaient": true, "is": true, "are": true, "was": true, "were": true, "been": true,
	"wird": true, "werden": true, "wurde": true, "wurden": true, "ist": true, "sind": true, "será": true, "serán": true, "son": true, "sido": true, "è": true,
	"sono": true, "viene": true, "vengono": true, "stato": true, "stati": true, "é": true, "são": true, "foi": true, "foram": true, "wordt": true, "worden": true,
}
