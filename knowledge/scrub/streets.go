package scrub

import "strings"

// germanic are ends of words for a street that a number follows: Musterstraße 5, Keizersgracht 12.
var germanic = []string{
	"strasse", "weg", "platz", "allee", "gasse", "damm", "ufer", "straat", "laan", "gracht", "plein", "kade", "singel", "steeg", "dijk", "str",
}

// roman matches « calle Mayor 5 », « rua das Flores, 12 » from the token i on.
func (l *line) roman(i int) int {
	f := l.t[i].fold
	if !before[f] && f != "via" || l.class(i+1) != blank {
		return -1
	}
	end, capital := l.street(i + 2)
	if end < 0 || !capital {
		return -1
	}
	at := end
	if l.is(at, ",") {
		at++
	}
	return l.house(l.skip(at))
}

// germanic matches « Musterstraße 5 », « Lange Straße 12a » from the token i on.
func (l *line) germanic(i int) int {
	t := l.t[i]
	for _, ending := range germanic {
		sure := ending == "straat" || ending == "strasse" || l.capital(i)
		if !sure || !strings.HasSuffix(t.fold, ending) || len(t.fold) < len(ending)+3 && t.fold != "strasse" {
			continue
		}
		at := i + 1
		if l.is(at, ".") {
			at++
		}
		if l.class(at) == blank || at > i+1 {
			return l.house(l.skip(at))
		}
	}
	return -1
}

// house returns where the number of a house at the token i ends, -1 when there is none.
func (l *line) house(i int) int {
	if l.class(i) != digits || len(l.t[i].fold) > 4 || l.oneOf(i+1, ".:") && l.class(i+2) == digits {
		return -1
	}
	if i++; l.class(i) == letters && len(l.t[i].fold) == 1 {
		i++
	}
	return i
}
