package scrub

// nirs removes French social security numbers.
func (l *line) nirs() {
	for i := 0; i < len(l.t); i++ {
		if l.class(i) == digits && !l.word(i-1) {
			if end := l.nir(i); end > 0 {
				l.remove(i, end, NIR)
				i = end - 1
			}
		}
	}
}

// nir returns where a French social security number that begins at the token i ends, -1 when there is none: sex, year, month,
// department (2A and 2B included), town, order, and maybe a key of two digits, which must then be right.
func (l *line) nir(i int) int {
	var buf [16]byte
	for _, want := range [...]int{15, 13} {
		n, end := l.gather(buf[:0], i, want)
		if len(n) == want && !l.word(end) && nirParts(n) {
			if key := l.skip(end); l.class(key) == digits && len(l.t[key].fold) == 2 && !l.word(key+1) {
				return key + 1 // a key that is wrong
			}
			return end
		}
	}
	return -1
}

func nirParts(n []byte) bool {
	corsica := 0
	number := 0
	for i, c := range n[:13] {
		switch {
		case i == 6 && n[5] == '2' && (c == 'a' || c == 'b'):
			corsica = map[byte]int{'a': 1000000, 'b': 2000000}[c]
			c = '0'
		case c < '0' || c > '9':
			return false
		}
		number = number*10 + int(c-'0')
	}
	month := int(n[3]-'0')*10 + int(n[4]-'0')
	if n[0] < '1' || n[0] > '8' || n[0] > '4' && n[0] < '7' || month == 0 || month > 12 && month < 20 || month > 42 && month < 50 {
		return false
	}
	if len(n) == 13 {
		return n[0] <= '2' && month <= 12
	}
	if n[13] < '0' || n[13] > '9' || n[14] < '0' || n[14] > '9' {
		return false
	}
	return int(n[13]-'0')*10+int(n[14]-'0') == 97-(number-corsica)%97
}
