package guard

import "strings"

// otherMood is the form that lists have of a French verb in the subjunctive, « envoyiez », or in the conditional, « invoquerait »: « envoyez », « invoquer ». It
// is "" for any other form.
func (l *lexicon) otherMood(form string) string {
	if l.lang != "fr" {
		return ""
	}
	if stem, ok := strings.CutSuffix(form, "iez"); ok && len(stem) > 3 {
		return stem + "ez"
	}
	for _, ending := range []string{"erait", "eraient", "irait", "iraient"} {
		if stem, ok := strings.CutSuffix(form, ending); ok && len(stem) > 2 {
			if ending[0] == 'e' && (strings.HasSuffix(stem, "ui") || strings.HasSuffix(stem, "oi")) {
				stem = stem[:len(stem)-1] + "y" // « appuierait », « appuyer »
			}
			return stem + ending[:1] + "r"
		}
	}
	return ""
}
