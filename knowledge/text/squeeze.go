package text

import "strings"

// Squeeze shortens each letter written three times or more in a row to one
// ("cooooomment" → "comment"). Digits, and pairs of letters, are kept. It
// returns s itself when there is nothing to shorten.
func Squeeze(s string) string {
	if !stretched(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	all := []rune(s)
	for i := 0; i < len(all); {
		end := i + 1
		for ; end < len(all) && all[end] == all[i]; end++ {
		}
		times := end - i
		if times >= 3 && isLetter(all[i]) {
			times = 1
		}
		for range times {
			out.WriteRune(all[i])
		}
		i = end
	}
	return out.String()
}

// stretched reports whether a letter occurs three times in a row.
func stretched(s string) bool {
	var last rune
	run := 0
	for _, r := range s {
		if r != last {
			last, run = r, 0
		}
		if run++; run == 3 && isLetter(r) {
			return true
		}
	}
	return false
}

func isLetter(r rune) bool { return isWord(r) && (r < '0' || r > '9') }
