package scrub

// mentions removes what Discord writes for people, roles, channels and emoji of a server: <@123>, <@!123>, <@&123>, <#123>, <:name:123>;
// and name#1234.
func (l *line) mentions() {
	for i := 0; i < len(l.t); i++ {
		switch {
		case l.is(i, "<") && (l.oneOf(i+1, "@#:") || l.is(i+1, "a") && l.is(i+2, ":")):
			l.mention(i)
		case l.is(i, "#"):
			l.tag(i)
		}
	}
}

func (l *line) mention(i int) {
	end, number := i+1, false
	for end < i+12 && l.class(end) > blank && l.class(end) != gone && !l.is(end, ">") {
		number = number || l.class(end) == digits && len(l.t[end].fold) > 4
		end++
	}
	switch {
	case !l.is(end, ">") || !number:
	case l.is(i+1, "@"):
		l.remove(i, end+1, Handle)
	default:
		l.remove(i, end+1, Number)
	}
}

// counted are words that a number follows after #, which is no person's.
var counted = set("issue issues ticket tickets bug pr pull numero no n nr num art article commande version build c f page")

// tag removes name#1234, the # being the token i.
func (l *line) tag(i int) {
	number := l.at(i + 1)
	if number.class != digits || len(number.fold) != 4 || l.word(i+2) || !l.word(i-1) || counted[l.at(i-1).fold] {
		return
	}
	start := i - 1
	for start > i-8 && (l.word(start-1) || l.oneOf(start-1, "._-") && l.word(start-2)) {
		start--
	}
	l.remove(start, i+2, Handle)
}

// nobodies are words that follow @ and name no one.
var nobodies = set("ai ia photos everyone here channel all tous tout bot admin admins modo modos mod mods media import")

// handles removes @name. Names of services stay: « @grok » is a question about Grok.
func (l *line) handles() {
	for i := 0; i < len(l.t); i++ {
		if !l.is(i, "@") || l.word(i-1) || !l.word(i+1) && !l.is(i+1, "_") {
			continue
		}
		end, size := i+1, 0
		for end < i+16 && (l.word(end) || l.is(end, "_") || l.oneOf(end, ".-") && l.word(end+1)) {
			size += len(l.t[end].fold)
			end++
		}
		if size > 1 && !l.nobody(i+1, end) {
			l.remove(i, end, Handle)
		}
	}
}

// nobody says whether tokens name a service, or no one in particular.
func (l *line) nobody(from, to int) bool {
	for i := from; i < to; i++ {
		if f := l.t[i].fold; l.class(i) == letters && !services[f] && !nobodies[f] {
			return false
		}
	}
	return true
}
