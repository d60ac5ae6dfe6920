package scrub

// lengths are how long the bank accounts of each country are (registry of ISO 13616).
var lengths = map[string]int{
	"ad": 24, "ae": 23, "al": 28, "at": 20, "az": 28, "ba": 20, "be": 16, "bg": 22, "bh": 22, "br": 29, "by": 28, "ch": 21, "cr": 22, "cy": 28,
	"cz": 24, "de": 22, "dk": 18, "do": 28, "ee": 16, "eg": 29, "es": 24, "fi": 18, "fo": 18, "fr": 27, "gb": 22, "ge": 22, "gi": 23, "gl": 18,
	"gr": 27, "gt": 28, "hr": 21, "hu": 28, "ie": 22, "il": 23, "iq": 23, "is": 26, "it": 27, "jo": 30, "kw": 30, "kz": 20, "lb": 28, "lc": 32,
	"li": 21, "lt": 20, "lu": 20, "lv": 21, "mc": 27, "md": 24, "me": 22, "mk": 19, "mr": 27, "mt": 31, "mu": 30, "nl": 18, "no": 15, "pk": 24,
	"pl": 28, "ps": 29, "pt": 25, "qa": 29, "ro": 24, "rs": 22, "sa": 24, "sc": 31, "se": 24, "si": 19, "sk": 24, "sm": 27, "tn": 24, "tr": 26,
	"ua": 29, "va": 22, "vg": 24, "xk": 20,
}

// ibans removes numbers of bank accounts: a country, a checksum that is right, spaces or dashes anywhere. A wrong checksum may be a
// mistake of typing in somebody's account: it is removed as a number.
func (l *line) ibans() {
	var buf [40]byte
	for i := 0; i < len(l.t); i++ {
		t := l.at(i)
		if t.class != letters || len(t.fold) != 2 || lengths[t.fold] == 0 || l.word(i-1) || l.class(l.skip(i+1)) != digits {
			continue
		}
		want := lengths[t.fold]
		account, end := l.gather(buf[:0], i, want)
		switch {
		case len(account) != want || l.word(end) || !mostlyDigits(account):
		case mod97(account):
			l.remove(i, end, IBAN)
		case l.class(i+1) == digits && len(l.t[i+1].fold) == 2:
			l.remove(i, end, Number)
		}
	}
}

// gather appends the letters and digits from the token i on, until there are as many as wanted, and returns where they end. Single
// blanks, points and dashes between them are skipped; anything else ends them.
func (l *line) gather(dst []byte, i, want int) (out []byte, end int) {
	for gap := 0; len(dst) < want; i++ {
		switch {
		case l.word(i):
			if len(dst)+len(l.t[i].fold) > want {
				return dst, i
			}
			dst, gap = append(dst, l.t[i].fold...), 0
		case (l.class(i) == blank || l.oneOf(i, "-.")) && gap == 0 && !l.breaks(i):
			gap = 1
		default:
			return dst, i
		}
	}
	return dst, i
}

// mod97 says whether the checksum of an account in folded letters and digits is right (ISO 7064).
func mod97(account []byte) bool {
	rest := 0
	for i := range account {
		switch c := account[(i+4)%len(account)]; {
		case c >= '0' && c <= '9':
			rest = (rest*10 + int(c-'0')) % 97
		case c >= 'a' && c <= 'z':
			rest = (rest*100 + int(c-'a') + 10) % 97
		default:
			return false
		}
	}
	return rest == 1
}

// mostlyDigits tells an account from a sentence whose letters happen to have the right checksum.
func mostlyDigits(account []byte) bool {
	n := 0
	for _, c := range account {
		if c <= '9' {
			n++
		}
	}
	return 2*n > len(account) && account[2] <= '9' && account[3] <= '9'
}

// luhn says whether the last digit of a number is right, as it is on payment cards (ISO/IEC 7812).
func luhn(number []byte) bool {
	sum := 0
	for i := range number {
		d := int(number[len(number)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}
