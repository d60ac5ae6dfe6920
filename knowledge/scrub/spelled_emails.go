package scrub

var (
	ats = set("@ a at chez arobase arobas arrobase arobaze arobace arroba chiocciola klammeraffe aet apenstaartje apestaartje")
	// loose are those that are also words: they count between brackets, or when the points of the host are spelled too.
	loose = set("at aet")
	// rare are those that are mostly words: they count between brackets, or before one of the providers with its points spelled.
	rare      = set("a chez")
	providers = set(`gmail googlemail hotmail outlook live msn yahoo ymail orange wanadoo free sfr neuf laposte icloud
		proton protonmail gmx web aol bbox`)
	dots   = set(". point pt dot punkt punto ponto punt")
	joints = set(". point dot punkt punto ponto punt - _ tiret dash trait underscore underline bindestrich guion guiao trattino streepje moins")
	// ends are what the host of a spelled address ends with: a word after « point » may be anything.
	ends = set(`com fr org net eu io de es it pt nl be ch lu uk us ca me info biz ai app dev co re gp mq email tv pro xyz online site cloud qc
	br mx ar at pl ie se no fi dk cz gr ro hu ma tn dz sn ci cm edu gov int`)
)

// spelledEmail returns where an address that begins at the token i and is spelled out ends, -1 when there is none.
func (l *line) spelledEmail(i int) int {
	at := i
	for range 12 {
		at = l.atom(at)
		if next, bracketed, word := l.joint(at, ats); next > 0 {
			if rare[word] && !bracketed && !providers[l.at(next).fold] {
				return -1
			}
			return l.spelledHost(next, (loose[word] || rare[word]) && !bracketed)
		}
		next, _, _ := l.joint(at, joints)
		if next < 0 {
			return -1
		}
		at = next
	}
	return -1
}

// spelledHost returns where a host that begins at the token i ends, -1 when there is none; strict wants a point that is spelled out.
func (l *line) spelledHost(i int, strict bool) int {
	end, at := -1, i
	for range 6 {
		at = l.atom(at)
		if !strict && end == -1 && l.hostEnd(i, at) {
			end = at
		}
		next, bracketed, word := l.joint(at, dots)
		if next < 0 {
			return end
		}
		strict = strict && word == "." && !bracketed
		last := l.atom(next)
		if !strict && last == next+1 && ends[l.at(next).fold] {
			end = last
		}
		at = next
	}
	return end
}

// hostEnd says whether the tokens hold a whole host: a point, then an end.
func (l *line) hostEnd(from, to int) bool {
	return to-from > 2 && l.is(to-2, ".") && ends[l.at(to-1).fold]
}

// atom is where letters, digits and what may stand between them end.
func (l *line) atom(i int) int {
	for n := 0; n < 24 && (l.word(i) || l.oneOf(i, "._-+") && l.word(i+1)); n++ {
		i++
	}
	return i
}

// joint matches one of some words or signs at the token i, with blanks and brackets around, and returns where an atom follows; -1 when
// none does.
func (l *line) joint(i int, of map[string]bool) (next int, bracketed bool, word string) {
	i = l.skip(i)
	if l.oneOf(i, "([{<") {
		bracketed = true
		i = l.skip(i + 1)
	}
	t := l.at(i)
	if t.class != letters && t.class != sign || !of[t.fold] {
		return -1, false, ""
	}
	word = t.fold
	i = l.skip(i + 1)
	if bracketed {
		if !l.oneOf(i, ")]}>") {
			return -1, false, ""
		}
		i = l.skip(i + 1)
	}
	if !l.word(i) {
		return -1, false, ""
	}
	return i, bracketed, word
}
