package scrub

// A group is digits that stand together in a longer number; sep is what stands between it and the next, blanks as one space each.
type group struct {
	from, to int // tokens
	digits   string
	sep      string
}

// maxGroups is how many groups one number is looked for in.
const maxGroups = 20

// numbers removes cards, telephones, and other numbers that are long enough to be somebody's.
func (l *line) numbers() {
	var chain []group
	for i := 0; i < len(l.t); i++ {
		if !l.groupAt(i) {
			continue
		}
		chain = l.chain(chain[:0], i)
		i = chain[len(chain)-1].to - 1
		for k := 0; k < len(chain); {
			n, kind := l.number(chain, k)
			if n < 0 { // keep
				k -= n
				continue
			}
			if n > 0 {
				l.remove(l.opening(chain[k].from), l.closing(chain[k].from, chain[k+n-1].to), kind)
			}
			k += max(n, 1)
		}
	}
}

// groupAt says whether digits begin at the token i: digits, or an O that was typed for a zero.
func (l *line) groupAt(i int) bool {
	return l.class(i) == digits || l.is(i, "o") && !l.word(i-1) && l.class(i+1) == digits && len(l.t[i+1].fold)%2 == 1
}

// chain reads the groups from the token i on.
func (l *line) chain(dst []group, i int) []group {
	for l.groupAt(i) {
		g := group{from: i, to: i + 1, digits: l.t[i].fold}
		if l.class(i) == letters {
			g.to, g.digits = i+2, "0"+l.t[i+1].fold
		}
		i = g.to
		var buf [16]byte
		sep := buf[:0]
		for n := 0; n < 4 && (l.class(i) == blank && !l.breaks(i) || l.class(i) == sign && len(l.t[i].fold) <= 3); n++ {
			if l.class(i) == blank {
				sep = append(sep, ' ')
			} else {
				sep = append(sep, l.t[i].fold...)
			}
			i++
		}
		g.sep = joins[string(sep)]
		dst = append(dst, g)
		if g.sep == "" {
			break
		}
	}
	dst[len(dst)-1].sep = ""
	return dst
}

// joins are what may stand between the digits of one number, each under itself.
var joins = func() map[string]string {
	out := map[string]string{}
	for _, sep := range []string{
		" ", ".", "-", "/", "_", ",", "|", "·", "•", ")", ") ", ")-", " (", "(", " - ", " . ", " / ", ". ", "- ", "-(", " | ", "~", "*",
	} {
		out[sep] = sep
	}
	return out
}()

// opening is the token where a number begins: a plus or a bracket belong to it.
func (l *line) opening(i int) int {
	if l.is(i-1, "(") {
		i--
	}
	if l.is(i-1, "+") {
		i--
	}
	if l.is(i-1, "(") {
		i--
	}
	return i
}

// closing is where a number ends, with the bracket that closes after it when one opened before it.
func (l *line) closing(from, to int) int {
	if l.is(from-1, "(") && l.is(to, ")") {
		return to + 1
	}
	return to
}

// number says how many groups from k on make a number to remove, and of which kind; 0 when none do, less than 0 for as many groups
// that are known to be harmless.
func (l *line) number(chain []group, k int) (int, Kind) {
	rest := chain[k:min(len(chain), k+maxGroups)]
	if n := card(rest); n > 0 {
		return n, Card
	}
	if n := max(day(rest), thousands(rest)); n > 0 {
		return -n, Number
	}
	before := ""
	if k > 0 {
		before = chain[k-1].sep
	}
	if n := phone(rest, l.is(rest[0].from-1, "+"), before); n > 0 {
		return n, Phone
	}
	if n := long(rest); n > 0 && before != "." && before != "," { // digits after a point are a fraction's
		return n, Number
	}
	return 0, Number
}
