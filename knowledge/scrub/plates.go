package scrub

import "strings"

// plateCues announce a licence plate of any country.
var plateCues = newCues(9, Plate, `plaque|plaque d immatriculation|immatriculation|immatricule|immatriculee|immat|license plate|
	licence plate|number plate|plate number|kennzeichen|nummernschild|autokennzeichen|matricula|targa|kenteken|nummerplaat`)

// plates removes licence plates: French ones by their form, others after a word for them.
func (l *line) plates() {
	for i := 0; i < len(l.t); i++ {
		if end, _ := plateCues.find(l, i); end > 0 {
			i = l.announcedPlate(end, i)
			continue
		}
		if l.word(i) && !l.word(i-1) && !l.oneOf(i-1, "-_./") {
			if end := l.plate(i); end > 0 {
				l.remove(i, end, Plate)
				i = end - 1
			}
		}
	}
}

// plate returns where a French plate that begins at the token i ends, -1 when there is none: AB-123-CD, AB 123 CD, or 1234 AB 75 in
// capitals. Letters that could be taken for a figure are not used on them.
func (l *line) plate(i int) int {
	var part [3]token
	at, seps := i, ""
	for n := range part {
		part[n] = *l.at(at)
		at++
		if n < 2 && (l.class(at) == blank && !l.breaks(at) || l.is(at, "-")) {
			seps += l.s[l.t[at].start:l.t[at].end]
			at++
		}
	}
	if l.is(at, "-") && l.class(at+1) == digits && len(l.t[at+1].fold) == 2 { // the department, which stands beside it
		at += 2
	}
	if l.word(at) || l.oneOf(at, "-_/") && l.word(at+1) {
		return -1
	}
	shown := seps == "--" && l.class(i) == letters || l.upperPart(part[0]) && l.upperPart(part[1]) && l.upperPart(part[2])
	a, b, c := part[0], part[1], part[2]
	switch {
	case !shown || seps != "" && seps != "--" && seps != "  ":
		return -1
	case plateLetters(a) && b.class == digits && len(b.fold) == 3 && plateLetters(c):
		return at
	case a.class == digits && len(a.fold) >= 3 && len(a.fold) <= 4 && b.class == letters && len(b.fold) >= 2 && len(b.fold) <= 3 &&
		!units[b.fold] && c.class == digits && len(c.fold) == 2 && c.fold <= "95" && c.fold > "00" && seps != "":
		return at
	}
	return -1
}

// units stand between two numbers that are no plate.
var units = set("gb mb tb go mo ko to km kg ms hz eur usd chf rtx gtx")

func plateLetters(t token) bool {
	return t.class == letters && len(t.fold) == 2 && !strings.ContainsAny(t.fold, "iou")
}

// upperPart says whether a token has no small letter.
func (l *line) upperPart(t token) bool {
	s := l.s[t.start:t.end]
	return t.class == digits || t.class == letters && strings.ToUpper(s) == s
}

// announcedPlate removes the words with figures that follow.
func (l *line) announcedPlate(at, last int) int {
	start, end, figures := 0, 0, false
	for n := 0; n < 9; n++ {
		t := l.at(at)
		switch {
		case t.class == digits, t.class == letters && l.upper(at) && len(t.fold) <= 3:
			if start == 0 {
				start = at
			}
			figures = figures || t.class == digits
			end = at + 1
		case t.class == blank && !l.breaks(at), l.oneOf(at, ":-·"), t.class == letters && start == 0 && isStop(t.fold):
		default:
			n = 9
		}
		at++
	}
	if start == 0 || !figures || end == start+1 && len(l.t[start].fold) < 3 {
		return last
	}
	l.remove(start, end, Plate)
	return end - 1
}
