package scrub

// streets begin the name of a street after a number; doubtful ones do so only with a capital after them or a postal code.
var (
	streets = set(`rue avenue av ave boulevard boul bld bd bvd allee allees chemin impasse quai faubourg fbg esplanade sentier ruelle promenade
	residence lotissement hameau venelle`)
	doubtful = set("place route cours square passage villa cite cote voie clos rond mail parc domaine res lot rte pl che imp")
	// before stand before the name, and the number after it: calle Mayor 5, via Roma 12, rua das Flores, 12.
	before = set(`calle avenida avda paseo carrer carretera plaza rua travessa alameda praca viale corso piazza piazzale vicolo`)
	// english end the name of a street; drives do so only when each word has a capital.
	english = set("street road avenue lane")
	drives  = set(`st rd ave ln drive dr boulevard blvd court ct way place pl square sq close crescent terrace parkway row gardens grove mews hill
	highway hwy`)
	// repeated stand after the number of a house.
	repeated = set("bis ter quater b t a c d")
)

// addresses removes streets with a number, and the postal code and the town that follow, or stand alone.
func (l *line) addresses() {
	for i := 0; i < len(l.t); i++ {
		if !l.word(i) || l.word(i-1) || l.oneOf(i-1, "-_./@#") {
			continue
		}
		end := -1
		switch {
		case l.class(i) == digits && len(l.t[i].fold) <= 4:
			if end = l.french(i); end < 0 {
				end = l.english(i)
			}
		case l.class(i) == digits && len(l.t[i].fold) == 5 && !l.oneOf(i-1, ",'"):
			if end = l.town(i); end > 0 && !l.capital(l.skip(i+1)) {
				end = -1
			}
		case l.class(i) == letters:
			if end = l.roman(i); end < 0 {
				end = l.germanic(i)
			}
		}
		if end > 0 {
			end = l.withTown(end)
			l.remove(i, end, Address)
			i = end - 1
		}
	}
}

// french matches « 12 bis, rue des Lilas » from the token i on.
func (l *line) french(i int) int {
	at := i + 1
	if l.oneOf(at, "-/") && l.class(at+1) == digits { // 12-14
		at += 2
	}
	if next := l.skip(at); l.class(next) == letters && repeated[l.t[next].fold] {
		at = next + 1
	}
	if l.is(at, ",") {
		at++
	}
	at = l.skip(at)
	kind := l.at(at).fold
	if l.class(at) != letters || !streets[kind] && !doubtful[kind] {
		return -1
	}
	if at++; l.is(at, ".") {
		at++
	}
	if l.class(at) != blank {
		return -1
	}
	end, capital := l.street(at + 1)
	if end < 0 || doubtful[kind] && !capital && l.withTown(end) == end {
		return -1
	}
	return end
}

// ranks stand before the name of the person that a street is called after.
var ranks = set("general marechal colonel capitaine docteur dr president sainte professeur abbe")

// street returns where the name of a street that begins at the token i ends, and whether a word of it has a capital; -1 when there is
// none.
func (l *line) street(i int) (end int, capital bool) {
	end = -1
	words := 0
	for at := i; at < i+24 && l.class(at) == letters || l.class(at) == digits && len(l.t[at].fold) <= 4 && words == 0; {
		f := l.t[at].fold
		next := l.compound(at)
		switch {
		case particles[f] || ranks[f]:
		case isStop(f) || services[f]:
			return end, capital
		case words > 0 && capital && !l.capital(at) || words > 1 && !l.capital(at) || words > 3:
			return end, capital
		default:
			words++
			end = next
		}
		capital = capital || l.capital(at) && !particles[f]
		if at = next; l.class(at) != blank || l.breaks(at) {
			return end, capital
		}
		at++
	}
	return end, capital
}

// english matches « 12 Main Street » from the token i on.
func (l *line) english(i int) int {
	at, capitals := i+1, true
	if l.class(at) == letters && repeated[l.t[at].fold] {
		at++
	}
	for n := 0; n < 4; n++ {
		if l.class(at) != blank || l.breaks(at) || l.class(at+1) != letters && (l.class(at+1) != digits || n > 0) {
			return -1
		}
		at++
		f := l.t[at].fold
		if n > 0 && (english[f] || drives[f] && capitals && l.capital(at)) {
			if at++; l.is(at, ".") {
				at++
			}
			return at
		}
		if isStop(f) || services[f] || particles[f] && f != "saint" && f != "st" {
			return -1
		}
		capitals = capitals && l.capital(at)
		at = l.compound(at)
	}
	return -1
}
