package guard

import "strings"

// readHarmless reads words/harmless.txt: by language, words that may be added and left out, in the form that stands there.
func readHarmless(data string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for line := range strings.Lines(data) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		if out[fields[0]] == nil {
			out[fields[0]] = map[string]bool{}
		}
		for _, w := range fields[1:] {
			out[fields[0]][w] = true
		}
	}
	return out
}
