package scrub

// versionWords stand before four numbers with points between that are no address of a machine.
var versionWords = set("version versions v ver build firmware maj release chrome firefox edge safari opera")

// machines removes the addresses of machines: 192.168.1.20, 2001:db8::1, 00:1A:2B:3C:4D:5E.
func (l *line) machines() {
	for i := 0; i < len(l.t); i++ {
		end := -1
		if l.class(i) == digits && !l.word(i-1) && !l.is(i-1, ".") {
			end = l.ipv4(i)
		}
		if end < 0 && (l.word(i) && !l.word(i-1) || l.is(i, ":") && l.is(i+1, ":")) && (!l.is(i-1, ":") || !l.word(i-2)) {
			end = l.colons(i)
		}
		if end < 0 && l.word(i) && !l.word(i-1) && !l.is(i-1, "-") {
			end = l.dashes(i)
		}
		if end > 0 {
			l.remove(i, end, IP)
			i = end - 1
		}
	}
}

func (l *line) ipv4(i int) int {
	for n := range 4 {
		t := l.at(i + 2*n)
		if t.class != digits || len(t.fold) > 3 || len(t.fold) == 3 && t.fold > "255" || n < 3 && !l.is(i+2*n+1, ".") {
			return -1
		}
	}
	end := i + 7
	before := l.at(i - 1)
	if before.class == blank {
		before = l.at(i - 2)
	}
	if versionWords[before.fold] || l.class(end) == letters || l.is(end, ".") && l.class(end+1) == digits {
		return -1
	}
	return end
}

// colons matches eight groups of hexadecimal digits, six of two, or fewer with « :: » among them.
func (l *line) colons(i int) int {
	groups, pairs, double, end, number := 0, 0, 0, i, false
	for end < i+40 {
		from, size := end, 0
		for l.word(end) && end < from+5 {
			if !hexadecimal(l.t[end].fold) {
				return -1
			}
			size += len(l.t[end].fold)
			number = number || l.class(end) == digits
			end++
		}
		if size > 4 {
			return -1
		}
		if size > 0 {
			groups++
		}
		if size == 2 {
			pairs++
		}
		switch {
		case l.is(end, ":") && l.is(end+1, ":"):
			double++
			end += 2
		case l.is(end, ":") && l.word(end+1) && size > 0:
			end++
			continue
		default:
			if groups == 8 && double == 0 || groups == 6 && pairs == 6 && double == 0 || double == 1 && groups > 1 && groups < 8 && number {
				return end
			}
			return -1
		}
		if !l.word(end) {
			if double == 1 && groups > 0 && groups < 8 && number {
				return end
			}
			return -1
		}
	}
	return -1
}

// dashes matches six pairs of hexadecimal digits with dashes between: 00-1A-2B-3C-4D-5E.
func (l *line) dashes(i int) int {
	letter := false
	for n := range 6 {
		size := 0
		for ; l.word(i) && size < 3; i++ {
			if !hexadecimal(l.t[i].fold) {
				return -1
			}
			size += len(l.t[i].fold)
			letter = letter || l.class(i) == letters
		}
		if size != 2 || n < 5 && !l.is(i, "-") {
			return -1
		}
		i++
	}
	if i--; !letter || l.is(i, "-") {
		return -1
	}
	return i
}

func hexadecimal(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}
