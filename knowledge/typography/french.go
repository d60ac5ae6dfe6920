package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	noBreak = "\u00a0" // before a colon and inside « »
	thin    = "\u202f" // before ; ! ?
)

// French returns Markdown with a no-break space before a colon and inside « », a narrow one before ; ! and ?, and ’ for ' between
// letters. Nothing but spaces and apostrophes changes. Front matter, code, addresses, entities, escapes and times like 12:30 stay as
// they are; inside **labels** and « quotations », which are somebody else's words (« User-agent: GPTBot »), a space is changed but
// never added. Doing it twice does nothing more.
func French(markdown string) string {
	var b strings.Builder
	b.Grow(len(markdown) + len(markdown)/16)
	rest, open := markdown, "" // open is the mark that ends the code or the front matter we are in
	for first := true; rest != ""; first = false {
		line := rest
		if i := strings.IndexByte(rest, '\n'); i >= 0 {
			line = rest[:i+1]
		}
		rest = rest[len(line):]
		text := strings.TrimSpace(line)
		switch {
		case open != "":
			if closes(text, open) {
				open = ""
			}
			b.WriteString(line)
		case first && text == "---":
			open = "---"
			b.WriteString(line)
		case strings.HasPrefix(text, "```") || strings.HasPrefix(text, "~~~"):
			open = text[:len(text)-len(strings.TrimLeft(text, text[:1]))]
			b.WriteString(line)
		default:
			body := strings.TrimRight(line, "\r\n")
			b.WriteString(french(body))
			b.WriteString(line[len(body):])
		}
	}
	return b.String()
}

// closes says whether a line ends what open began: as many marks or more, and nothing else.
func closes(text, open string) bool {
	return strings.HasPrefix(text, open) && strings.Trim(text, open[:1]) == ""
}

// french does one line.
func french(s string) string {
	start := marker.FindString(s)
	l := line{s: s, at: len(start), start: len(start)}
	l.out.WriteString(start)
	for l.at < len(s) {
		if n := kept(s[l.at:]); n > 0 {
			l.copy(n)
			continue
		}
		l.next()
	}
	return l.out.String()
}

// line is the state of doing one line: s[:at] has been written to out, but for the spaces that wait.
type line struct {
	s      string
	at     int
	start  int // where the words begin, after the marks of a list or a heading
	out    strings.Builder
	spaces string // read and not yet written
	label  bool   // between ** and **
	quoted bool   // between « and », or “ and ”
}

func (l *line) copy(n int) {
	l.flush()
	l.out.WriteString(l.s[l.at : l.at+n])
	l.at += n
}

func (l *line) flush() {
	l.out.WriteString(l.spaces)
	l.spaces = ""
}

func (l *line) next() {
	r, size := utf8.DecodeRuneInString(l.s[l.at:])
	switch {
	case space(r):
		l.spaces += l.s[l.at : l.at+size]
		l.at += size
		return
	case strings.HasPrefix(l.s[l.at:], "**"):
		l.label = !l.label
		l.copy(2)
		return
	case r == '“' || r == '”':
		l.quoted = r == '“'
	case r == '«':
		l.quoted = true
		l.copy(size)
		l.inside()
		return
	case r == '»':
		l.quoted = false
		l.before(noBreak, true)
	case r == ':' && l.ends(size):
		l.before(noBreak, l.word())
	case r == ';' && l.ends(size), (r == '?' || r == '!') && l.closes(size):
		l.before(thin, l.word())
	case r == '\'' && l.elision():
		l.flush()
		l.out.WriteString("’")
		l.at++
		return
	}
	l.copy(size)
}

// inside replaces what follows « by a no-break space, unless nothing follows.
func (l *line) inside() {
	after := strings.TrimLeftFunc(l.s[l.at:], space)
	if after == "" {
		return
	}
	l.at = len(l.s) - len(after)
	l.spaces = noBreak
}

// before replaces the spaces that wait by one; add says whether to put it where there was none.
func (l *line) before(one string, add bool) {
	if l.spaces != "" && l.at-len(l.spaces) >= l.start || l.spaces == "" && add && l.at > l.start {
		l.spaces = one
	}
}

// word says whether our own words stand just before.
func (l *line) word() bool {
	r, _ := utf8.DecodeLastRuneInString(l.s[:l.at])
	return !l.label && !l.quoted && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("»)*%…’", r))
}

// ends says whether a space, the end, or what takes a space before it follows a mark of size bytes: « 12:30 » and « :) » are none.
func (l *line) ends(size int) bool {
	after := strings.TrimLeft(l.s[l.at+size:], "*_")
	r, _ := utf8.DecodeRuneInString(after)
	return after == "" || space(r) || strings.ContainsRune("»:;?!", r)
}

// closes says whether what follows a mark of size bytes does not continue a word.
func (l *line) closes(size int) bool {
	r, _ := utf8.DecodeRuneInString(l.s[l.at+size:])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '=' && r != '['
}

// elision says whether letters stand on both sides, marks of emphasis aside.
func (l *line) elision() bool {
	before, _ := utf8.DecodeLastRuneInString(l.s[:l.at])
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.s[l.at+1:], "*["))
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// space is a blank within a line.
func space(r rune) bool { return r == ' ' || r == '\t' || r == '\u00a0' || r == '\u202f' }
