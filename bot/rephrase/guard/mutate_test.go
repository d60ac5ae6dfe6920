package guard

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A mutation changes what a text says, once, or returns it as it was.
type mutation struct {
	name  string
	apply func(r *rand.Rand, s, lang string) string
}

// mutations are the ways in which a rephrasing goes wrong.
var mutations = []mutation{
	{"drop an item", func(r *rand.Rand, s, _ string) string { return cut(r, s, itemLine) }},
	{"drop a sentence", dropSentence},
	{"change a figure", changeFigure},
	{"swap two steps", swapSteps},
	{"add a not", negate},
	{"drop a not", func(r *rand.Rand, s, lang string) string { return exchange(r, s, lang, unnegated) }},
	{"change an address", changeAddress},
	{"change a label", changeLabel},
	{"exchange modal verbs", func(r *rand.Rand, s, lang string) string { return exchange(r, s, lang, modals) }},
	{"exchange before and after", func(r *rand.Rand, s, lang string) string { return exchange(r, s, lang, times) }},
	{"exchange on and off", func(r *rand.Rand, s, lang string) string { return exchange(r, s, lang, switches) }},
	{"widen or narrow", func(r *rand.Rand, s, lang string) string { return exchange(r, s, lang, extents) }},
	{"add a sentence", addSentence},
	{"give to another", func(r *rand.Rand, s, lang string) string { return exchange(r, s, lang, possessives) }},
}

var (
	itemLine = regexp.MustCompile(`(?m)^(?:- |\d+\. ).*\n?`)
	stepLine = regexp.MustCompile(`(?m)^\d+\. (.*)$`)
	figure   = regexp.MustCompile(`\d`)
	marker   = regexp.MustCompile(`(?m)^\d+\. `)
	aWord    = regexp.MustCompile(`\pL{3,}`)
	aClause  = regexp.MustCompile(`(?m)(?:^(?:- |\d+\. )?|\. )([^.*_\n:[(]{25,}\.)`)
	anURL    = regexp.MustCompile(`https?://[^\s)]+`)
	aLabel   = regexp.MustCompile(`\*\*[^*\n]{3,}\*\*`)
)

// cut takes one match away.
func cut(r *rand.Rand, s string, what *regexp.Regexp) string {
	all := what.FindAllStringIndex(s, -1)
	if len(all) == 0 {
		return s
	}
	at := all[r.IntN(len(all))]
	return s[:at[0]] + s[at[1]:]
}

// dropSentence takes a sentence away that is not the only one of its text.
func dropSentence(r *rand.Rand, s, _ string) string {
	all := aClause.FindAllStringSubmatchIndex(s, -1)
	if len(all) < 2 {
		return s
	}
	at := all[r.IntN(len(all))]
	return s[:at[2]] + s[at[3]:]
}

// changeFigure puts another figure for one, anywhere but in the number of a step.
func changeFigure(r *rand.Rand, s, _ string) string {
	steps := marker.FindAllStringIndex(s, -1)
	all := slices.DeleteFunc(figure.FindAllStringIndex(s, -1), func(at []int) bool {
		return slices.ContainsFunc(steps, func(m []int) bool { return at[0] >= m[0] && at[0] < m[1] })
	})
	if len(all) == 0 {
		return s
	}
	at := all[r.IntN(len(all))][0]
	old, _ := strconv.Atoi(s[at : at+1])
	return s[:at] + strconv.Itoa((old+1+r.IntN(9))%10) + s[at+1:]
}

// swapSteps exchanges two steps that follow each other.
func swapSteps(r *rand.Rand, s, _ string) string {
	all := stepLine.FindAllStringSubmatchIndex(s, -1)
	if len(all) < 2 {
		return s
	}
	i := r.IntN(len(all) - 1)
	a, b := all[i], all[i+1]
	return s[:a[2]] + s[b[2]:b[3]] + s[a[3]:b[2]] + s[a[2]:a[3]] + s[b[3]:]
}

// negate puts a « not » after a word.
func negate(r *rand.Rand, s, lang string) string {
	word := map[string]string{"fr": "pas", "en": "not", "de": "nicht", "es": "no", "it": "non", "pt": "não", "nl": "niet"}[lang]
	all := slices.DeleteFunc(aWord.FindAllStringIndex(s, -1), func(at []int) bool { return at[1] == len(s) || s[at[1]] != ' ' })
	if len(all) == 0 {
		return s
	}
	at := all[r.IntN(len(all))]
	return s[:at[1]] + " " + word + s[at[1]:]
}

// changeAddress puts another letter into an address.
func changeAddress(r *rand.Rand, s, _ string) string {
	all := anURL.FindAllStringIndex(s, -1)
	if len(all) == 0 {
		return s
	}
	at := all[r.IntN(len(all))]
	i := at[0] + 8 + r.IntN(at[1]-at[0]-8)
	if c := s[i]; c < 'a' || c > 'z' {
		return s
	}
	return s[:i] + string('a'+(s[i]-'a'+1+byte(r.IntN(25)))%26) + s[i+1:]
}

// changeLabel takes a letter out of a name of the screen. Headings are in bold as well: a line that is all bold is left alone.
func changeLabel(r *rand.Rand, s, _ string) string {
	all := slices.DeleteFunc(aLabel.FindAllStringIndex(s, -1), func(at []int) bool {
		return at[0] == 0 || s[at[0]-1] == '\n' || strings.HasPrefix(s[at[1]:], " :")
	})
	if len(all) == 0 {
		return s
	}
	at := all[r.IntN(len(all))]
	letters := aWord.FindAllStringIndex(s[at[0]:at[1]], -1)
	if len(letters) == 0 {
		return s
	}
	i := at[0] + letters[r.IntN(len(letters))][1]
	if s[i-1] >= 0x80 {
		return s
	}
	return s[:i-1] + s[i:]
}

// addSentence puts something at the end of a line that nobody said.
func addSentence(r *rand.Rand, s, lang string) string {
	all := regexp.MustCompile(`(?m)\.$`).FindAllStringIndex(s, -1)
	if len(all) == 0 {
		return s
	}
	at := all[r.IntN(len(all))][1]
	more := additions[lang]
	if more == nil {
		more = additions["en"]
	}
	return s[:at] + " " + more[r.IntN(len(more))] + s[at:]
}
