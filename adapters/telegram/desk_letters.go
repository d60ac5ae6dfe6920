package telegram

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nonmerci/bot/desk"
)

// firstMenu are the services, but the community's own entries: each by itself when they are few, else by their first letters.
func firstMenu(services []desk.GuideGroup) []desk.GuideGroup {
	var out []desk.GuideGroup
	for _, g := range services {
		if g.Key != ownKey {
			out = append(out, g)
		}
	}
	if len(out) <= maxServices {
		return out
	}
	out = out[:0:0]
	for _, l := range byLetter(services) {
		out = append(out, desk.GuideGroup{Key: l.key, Label: l.label})
	}
	return out
}

// byLetter shares services out among a few buttons. A key says from which letter to which, so that a link leads to the right services also
// when there are others.
func byLetter(services []desk.GuideGroup) []letterRange {
	all := make([]desk.GuideGroup, 0, len(services))
	for _, g := range services {
		if g.Key != ownKey {
			all = append(all, g)
		}
	}
	if len(all) == 0 {
		return nil
	}
	size := (len(all) + ranges - 1) / ranges
	var out []letterRange
	for len(all) > 0 {
		n := min(size, len(all))
		for n < len(all) && initial(all[n].Label) == initial(all[n-1].Label) {
			n++
		}
		from, to := initial(all[0].Label), initial(all[n-1].Label)
		name := strings.ToUpper(string(from))
		if from != to {
			name += " – " + strings.ToUpper(string(to))
		}
		out = append(out, letterRange{letterKey + string(from) + "-" + string(to), name, all[:n]})
		all = all[n:]
	}
	return out
}

// initial is what a name is sorted under: a to z, and 0 for everything else.
func initial(name string) rune {
	r, _ := utf8.DecodeRuneInString(name)
	r = unicode.ToLower(r)
	if plain, ok := accents[r]; ok {
		r = plain
	}
	if r < 'a' || r > 'z' {
		return '0'
	}
	return r
}

// accents are the letters with marks that names of services begin with.
var accents = map[rune]rune{'à': 'a', 'â': 'a', 'ä': 'a', 'ç': 'c', 'é': 'e', 'è': 'e', 'ê': 'e', 'ë': 'e', 'î': 'i', 'ï': 'i', 'ô': 'o', 'ö': 'o', 'ù': 'u', 'û': 'u', 'ü': 'u'}

// inRange are the services between the letters of a key.
func inRange(services []desk.GuideGroup, key string) []desk.GuideGroup {
	from, to, ok := strings.Cut(strings.TrimPrefix(key, letterKey), "-")
	if !ok || len(from) != 1 || len(to) != 1 {
		return nil
	}
	var out []desk.GuideGroup
	for _, g := range services {
		if l := initial(g.Label); g.Key != ownKey && l >= rune(from[0]) && l <= rune(to[0]) {
			out = append(out, g)
		}
	}
	return out
}
