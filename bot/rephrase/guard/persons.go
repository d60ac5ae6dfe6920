package guard

import "strings"

// Whom a small word speaks of: the reader, or somebody else.
var (
	ofReader = map[string]bool{
		"vous": true, "votre": true, "vos": true, "vôtre": true, "tu": true, "te": true, "ton": true, "ta": true, "tes": true, "toi": true,
		"you": true, "your": true, "yours": true, "yourself": true,
	}
	ofOthers = map[string]bool{
		"ses": true, "son": true, "sa": true, "leur": true, "leurs": true, "ils": true, "elles": true, "eux": true,
		"he": true, "she": true, "they": true, "them": true, "their": true, "theirs": true, "his": true, "her": true,
	}
	towards = map[string]bool{"à": true, "au": true, "aux": true, "to": true}
	agents  = map[string]bool{"par": true, "by": true}
	leading = map[string]string{
		"avec": "vous", "à": "vous", "de": "vous", "par": "vous", "chez": "vous", "sur": "vous", "with": "you", "to": "you", "from": "you", "by": "you", "of": "you", "about": "you", "on": "you",
	}
)

// samePersons refuses a run in which the reader became somebody else, or changed places with somebody: « vos données » and « ses données »,
// « sauf si vous les partagez avec l’IA » and « sauf si l’IA les partage avec vous », « sent to » and « sent by ». French and English only.
func samePersons(c *candidate, u *unit, run *run, match []places, r *reasons) {
	if c.lang != "fr" && c.lang != "en" {
		return
	}
	own, theirs := persons(u.tokens), persons(run.tokens)
	if theirs.reader < own.reader && (theirs.reader == 0 || !c.foreign) && theirs.others > own.others || own.reader == 0 && own.others > 0 && theirs.reader > 0 && theirs.others == 0 {
		r.add(Name, twoOf(run.tokens, firstOf(run.tokens, ofOthers, theirs.others > own.others), firstOf(run.tokens, ofReader, theirs.reader > own.reader)))
	}
	if !c.foreign && theirs.led > own.led {
		r.add(Order, twoOf(run.tokens, ledReader(run.tokens)-1, ledReader(run.tokens)))
	}
	if own.subjects > theirs.subjects && own.reader == 0 && theirs.reader > 0 {
		r.add(Name, twoOf(run.tokens, firstOf(run.tokens, ofReader, true)))
	}
	owner, doer, who := false, false, -1 // whose it was does it now, who did it has it now
	for i := 1; i < len(run.tokens); i++ {
		t := &run.tokens[i]
		if !t.name && !acts(t) {
			continue
		}
		_, j, single := where(u, &match[i])
		if !doer {
			who = i
		}
		doer = doer || single && preposition(u.tokens, j) == "" && !agents[preposition(run.tokens, i)] && preposition(run.tokens, i) != ""
		if !single || j == 0 {
			continue
		}
		before, after := run.tokens[i-1].form, u.tokens[j-1].form
		owner = owner || agents[before] && leading[after] != "" && !agents[after]
		if towards[before] && agents[after] || agents[before] && towards[after] {
			r.add(Order, twoOf(run.tokens, i-1, i))
		}
	}
	if i := madeFor(u, run, match); i >= 0 {
		r.add(Order, twoOf(run.tokens, i-1, i))
	}
	if owner && doer {
		r.add(Order, twoOf(run.tokens, who)) // « Meta utilise les données de Google », « les données de Meta sont utilisées par Google »
	}
}

// A cast is how often tokens speak of the reader, of others, of the reader after a preposition, and of « it » or « he ».
type cast struct{ reader, others, led, subjects int }

func persons(in []token) cast {
	var out cast
	anybody := len(in) > 0 && in[0].start && in[0].kind == word && infinitive(in[0].form) && in[0].content() // « masquer son activité »: whoever reads
	for i := range in {
		t := &in[i]
		if t.kind != word || t.quote > 0 {
			continue
		}
		if ofReader[t.form] {
			out.reader++
			if i > 0 && leading[in[i-1].form] == t.form && !strings.Contains(in[i-1].text, " ") {
				out.led++
			}
		}
		if ofOthers[t.form] && (!anybody || t.form != "son" && t.form != "sa" && t.form != "ses") {
			out.others++
		}
		switch t.form {
		case "it", "he", "she", "they", "il", "elle", "ils", "elles":
			impersonal := soon(in[i+1:], 3, func(t *token) bool { return t.form == "y" || t.op == opMust })
			if t.op == none && !impersonal && !strings.Contains(t.text, " ") {
				out.subjects++
			}
		}
	}
	return out
}

// sameNames refuses a run in which one name stands for another: one more often than in the entry, another less often.
func sameNames(u *unit, run *run, r *reasons) {
	count := map[key]int{}
	for i := range u.tokens {
		if t := &u.tokens[i]; t.name && t.n > 0 {
			count[t.keys[0]]++
		}
	}
	if len(count) < 2 {
		return
	}
	for i := range run.tokens {
		if t := &run.tokens[i]; t.name && t.n > 0 {
			if _, met := count[t.keys[0]]; met { // any other must be accounted for by itself
				count[t.keys[0]]--
			}
		}
	}
	more, less := -1, false
	for _, n := range count {
		less = less || n > 0
	}
	for i := range run.tokens {
		if t := &run.tokens[i]; t.name && t.n > 0 && count[t.keys[0]] < 0 {
			more = i
		}
	}
	if more >= 0 && less {
		r.add(Name, run.tokens[more].text)
	}
}

// firstOf is the first of some small words among tokens, -1 when there is none or none is wanted.
func firstOf(in []token, small map[string]bool, wanted bool) int {
	for i := range in {
		if wanted && in[i].kind == word && small[in[i].form] && in[i].quote == 0 {
			return i
		}
	}
	return -1
}

// ledReader is where the last « you » after a preposition stands, -1 when there is none.
func ledReader(in []token) int {
	for i := len(in) - 1; i > 0; i-- {
		if in[i].kind == word && in[i].quote == 0 && leading[in[i-1].form] == in[i].form && in[i].form != "" {
			return i
		}
	}
	return -1
}

// madeFor finds somebody, or an AI, by whom something is done in the unit and for whom it is done in the candidate, or the other way round; -1 when there is
// nobody.
func madeFor(u *unit, run *run, match []places) int {
	for i := range run.tokens {
		t := &run.tokens[i]
		if !t.name && !acts(t) && !t.is(words().concepts["ai"]) {
			continue
		}
		_, j, single := where(u, &match[i])
		if !single {
			continue
		}
		now, before := preposition(run.tokens, i), preposition(u.tokens, j)
		if agents[now] && benefits[before] || benefits[now] && agents[before] {
			return i
		}
	}
	return -1
}

// benefits are words for « for ».
var benefits = map[string]bool{"pour": true, "for": true}
