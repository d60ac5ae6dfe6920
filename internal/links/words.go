package links

import (
	"strings"

	"nonmerci/knowledge/text"
)

// number stands for everything that has a digit: a date, a price, a counter, the id of a session.
const number = "0"

// normalWords cuts a text into words that compare equal when only numbers and dates differ: folded, with one sign for each run of
// numbers and of names of months and days beside a number.
func normalWords(s string) []string {
	words := text.Words(text.Fold(s))
	var out []string
	last := ""
	for i, w := range words {
		if isNumber(w) || calendar[w] && (last == number || i+1 < len(words) && isNumber(words[i+1])) {
			w = number
		}
		if w != number || last != number {
			out = append(out, w)
		}
		last = w
	}
	return out
}

func isNumber(w string) bool { return strings.ContainsAny(w, "0123456789") }

// calendar holds folded names of months and days. « may » and « mars » mean something else as well, which is why they count beside a
// number only.
var calendar = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(`
		janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
		lundi mardi mercredi jeudi vendredi samedi dimanche janv fevr avr juil sept oct nov dec
		january february march april may june july august september october november december
		monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep
		januar februar marz april juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag
		enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
		gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
		janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro
		januari februari maart mei augustus`) {
		out[w] = true
	}
	return out
}()
