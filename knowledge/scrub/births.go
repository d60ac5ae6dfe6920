package scrub

// birthCues announce a date of birth.
var birthCues = newCues(1, Birth, `ne|nee|nes|nees|ne e|date de naissance|jour de naissance|annee de naissance|ddn|anniversaire|
	born|date of birth|birth date|birthdate|dob|birthday|geboren|geburtsdatum|geburtstag|nacido|nacida|naci|fecha de nacimiento|cumpleanos|
	nato|nata|data di nascita|compleanno|nascido|nascida|nasci|data de nascimento|aniversario|geboortedatum|verjaardag`)

// birthWords may stand between them and the date.
var birthWords = set("le la un en on the am im el il em op in is est c es e era is ist de du dia tag a ao jour")

// months are those of seven languages, and how they are cut short.
var months = set(`janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fev fevr avr juil sept oct nov dec
	january february march april may june july august september october november december jan feb mar apr jun jul aug sep januar
	februar marz maerz juni juli oktober dezember okt dez mrz enero febrero marzo abril mayo junio julio agosto septiembre setiembre
	octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro marco maio
	junho julho setembro outubro novembro dezembro januari februari maart mei augustus`)

// ordinals are what follows a day, or stands between the parts of a date.
var ordinals = set("er st nd rd th eme de of du del el le den the d")

// births removes the date after « né le », « born on » and the like, with the place that may stand between.
func (l *line) births() {
	for i := 0; i < len(l.t); i++ {
		end, _ := birthCues.find(l, i)
		if end < 0 {
			continue
		}
		place, words := 0, 0
		for at, n := end, 0; n < 16 && !l.breaks(at); n++ {
			day := l.date(at)
			if day < 0 && l.shortYear(at) {
				day = at + 1
			}
			if day > 0 {
				if place == 0 {
					place = at
				}
				l.remove(place, day, Birth)
				i = day - 1
				break
			}
			switch t := l.at(at); {
			case t.class == blank, l.oneOf(at, ":=-'(),"):
			case t.class == letters && birthWords[t.fold]:
				if place == 0 && (t.fold == "a" || t.fold == "in") {
					place = at
				}
			case t.class == letters && place > 0 && words < 3: // « née à Lyon le… »
				words++
			default:
				n = 16
			}
			at++
		}
	}
}

// shortYear says whether the token i is a year as in « né en 80 ».
func (l *line) shortYear(i int) bool {
	t := l.at(i)
	after := l.is(i-2, "en") || l.is(i-2, "in")
	return after && t.class == digits && len(t.fold) == 2 && t.fold > "12" && !l.word(l.skip(i+1))
}

// date returns where a date that begins at the token i ends, -1 when there is none: 12/03/1985, 1985-03-12, 3 mars 1985, March 3rd,
// 1985, mars 1985, 1985.
func (l *line) date(i int) int {
	t := l.at(i)
	if l.word(i-1) || t.class != digits && (t.class != letters || !months[t.fold]) {
		return -1
	}
	end, numbers, month := i, 0, false
	for at, n := i, 0; n < 14; n++ {
		t := l.at(at)
		switch {
		case t.class == digits && len(t.fold) <= 4 || t.class == digits && numbers == 0 && compactDay(t.fold):
			if numbers++; numbers > 3 || month && numbers > 2 {
				return end
			}
			end = at + 1
			if len(t.fold) >= 4 && (numbers > 1 || month || l.class(at+1) == blank || l.class(at+1) == edge || l.oneOf(at+1, ",;)?!")) {
				return end
			}
		case t.class == letters && months[t.fold] && !month:
			month, end = true, at+1
		case t.class == letters && ordinals[t.fold], t.class == blank && !l.breaks(at), l.oneOf(at, "./-,"):
		default:
			n = 14
		}
		at++
	}
	if numbers == 3 || month && numbers > 0 || numbers == 2 && l.is(i+1, "/") {
		return end
	}
	return -1
}
