package guard

import (
	"strconv"
	"strings"
)

// texts are the words of some tokens as they were written, with spaces between.
func texts(in []token) string {
	var out []string
	for i := range in {
		if in[i].text != "" {
			out = append(out, in[i].text)
		}
	}
	return strings.Join(out, " ")
}

func itoa(n int) string { return strconv.Itoa(n) }
