package guard

import "strings"

// ends says whether a full stop ends a sentence: a space or nothing follows, and no abbreviation or number of a day stands before.
func (s *scanner) ends(size int) bool {
	after := s.src[s.at+size:]
	if after != "" && !strings.HasPrefix(after, " ") && !strings.ContainsAny(after[:1], ")\"”»*'’") && !strings.HasPrefix(after, "\u00a0") && !strings.HasPrefix(after, "”") && !strings.HasPrefix(after, "»") {
		return false
	}
	if len(s.out) == 0 {
		return true
	}
	last := s.out[len(s.out)-1]
	next := strings.TrimLeft(after, " \u00a0*")
	switch {
	case abbreviations[last.form]:
		return false
	case last.kind == number && next != "" && monthNext(next):
		return false
	case last.kind == word && len(last.text) == 1 && !last.glued && next != "" && last.text != "X":
		return false // « z. B. », « p. ex. », but « it doesn’t. »
	}
	return true
}

var abbreviations = map[string]bool{"art": true, "ex": true, "etc": true, "cf": true, "mr": true, "st": true, "no": false, "nr": true, "bzw": true, "ca": true, "inc": true, "ltd": true}
