package guard

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// labels are the names of the screen that an entry has, the longest first.
type labels struct {
	list  []string // as squeeze makes them
	set   map[string]bool
	count map[string]int // how often each is met in bold
	bare  []string       // those that a candidate does not always set in bold, the longest first
}

func newLabels(found []string) *labels {
	l := &labels{set: map[string]bool{}, count: map[string]int{}}
	for _, s := range found {
		if !l.set[s] {
			l.set[s] = true
			l.list = append(l.list, s)
		}
		l.count[s]++
	}
	sort.SliceStable(l.list, func(i, j int) bool { return len(l.list[i]) > len(l.list[j]) })
	return l
}

var straight = strings.NewReplacer("’", "'", "ʼ", "'", "\u00a0", " ", "\u202f", " ")

// in returns the labels with those that a candidate sets in bold less often than the entry: they are looked for among its words.
func (l *labels) in(text string) *labels {
	out := *l
	out.bare = nil
	text = straight.Replace(text)
	for _, s := range l.list {
		if strings.Count(text, "**"+s+"**") < l.count[s] {
			out.bare = append(out.bare, s)
		}
	}
	return &out
}

// bold reads a stretch in bold: a name of the screen, or in the candidate also a heading written in a line.
func (s *scanner) bold(rest string) {
	end := strings.Index(rest[2:], "**")
	if end < 0 {
		s.problems.add(Truncated, rest)
		s.at += 2
		return
	}
	inside := rest[2 : 2+end]
	name := squeeze(inside)
	after := strings.TrimSpace(rest[2+end+2:])
	title := len(s.out) == 0 && (strings.HasSuffix(name, ":") || strings.HasPrefix(after, ":") || strings.HasPrefix(after, "—") || strings.HasPrefix(after, "–"))
	switch {
	case name == "":
		s.problems.add(Markup, rest)
	case s.labels == nil && !strings.HasSuffix(name, ":") || s.labels != nil && s.labels.set[name]:
		s.found = append(s.found, name)
		s.at += 2 + end + 2
		s.label(name)
		return
	case title || s.labels == nil:
	case s.labels.set[strings.TrimRight(name, ".,:;")]:
		name = strings.TrimRight(name, ".,:;")
		s.at += 2 + end + 2
		s.label(name)
		return
	case !plainEmphasis(name):
		s.problems.add(Label, name)
	}
	s.at += 2 // its words are read as words
	s.src = s.src[:s.at+end] + "  " + s.src[s.at+end+2:]
}

// plainEmphasis says whether a stretch in bold is what some like to stress, a number, a date, « not », and no name of the screen.
func plainEmphasis(name string) bool {
	if r, _ := utf8.DecodeRuneInString(name); unicode.IsDigit(r) {
		return true
	}
	for _, lex := range words().lexicons {
		operators := true
		for w := range strings.FieldsSeq(lower(name)) {
			m, ok := lex.exact[w]
			operators = operators && ok && (len(m.ops) > 0 || m.glue)
		}
		if operators {
			return true
		}
	}
	return false
}

func (s *scanner) label(name string) {
	t := token{kind: label, text: name, form: name, quote: s.quoted}
	t.addKey(hash("l:" + name))
	s.out = append(s.out, t)
}
