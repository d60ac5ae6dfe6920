package guard

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestNamesToTheLetter: no candidate passes any more when a letter of one of its names is lost, or one is added.
func TestNamesToTheLetter(t *testing.T) {
	kept := regexp.MustCompile(`\*\*[^*]*\*\*|\]\([^)]*\)|\[[^]]*\]|https?://\S+`) // has tests of its own
	changed := 0
	for n, tr := range passing(t) {
		if testing.Short() && n%6 > 0 { // the race detector is slow
			continue
		}
		e, hidden := tr.entry(t), kept.FindAllStringIndex(tr.Candidate, -1)
		for name := range e.names {
			if utf8.RuneCountInString(name) < 4 {
				continue
			}
			places := regexp.MustCompile(`(?i)(?:^|[^\pL*])(`+regexp.QuoteMeta(name)+`)(?:$|[^\pL])`).FindAllStringSubmatchIndex(tr.Candidate, -1)
			if len(places) == 0 {
				continue
			}
			at := places[n%len(places)]
			if slices.ContainsFunc(hidden, func(h []int) bool { return at[2] >= h[0] && at[2] < h[1] }) {
				continue
			}
			from, to := at[2], at[3]
			if word := tr.Candidate[from:to]; !capital(word) || !strings.Contains(e.text, word) || word[len(word)-1] >= utf8.RuneSelf {
				continue
			}
			for _, mutant := range []string{
				tr.Candidate[:to-1] + tr.Candidate[to:],
				tr.Candidate[:from+1] + tr.Candidate[from+2:],
				tr.Candidate[:to] + "a" + tr.Candidate[to:],
			} {
				if !utf8.ValidString(mutant) {
					continue
				}
				changed++
				if Check(e, mutant, tr.Lang).Pass {
					t.Errorf("%s, %s, passes:\n%s", tr.ID, name, diff(tr.Candidate, mutant))
				}
			}
		}
	}
	if changed < 100 {
		t.Errorf("only %d names were changed", changed)
	}
	t.Logf("%d names changed", changed)
}
