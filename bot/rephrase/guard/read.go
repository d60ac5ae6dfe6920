package guard

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A reader makes lexicons of the word files.
type reader struct {
	lexicons map[string]*lexicon
	concepts map[string]key
	flags    map[string]flag // of each concept, by its name, as its first line gives them
	telling  map[string]uint8
	file     string
}

func newReader() *reader {
	r := &reader{lexicons: map[string]*lexicon{}, concepts: map[string]key{}, flags: map[string]flag{}, telling: map[string]uint8{}}
	for _, l := range languages {
		r.lexicons[l] = &lexicon{
			lang: l, exact: map[string]meaning{}, plain: map[string]string{}, stems: map[string]meaning{},
			expressions: map[string][]expression{}, spare: map[string]bool{},
		}
	}
	return r
}

// line reads one line of a word file. A concept may have several: a later one adds words to it, with the marks of the first when it has none.
func (r *reader) line(line string) error {
	line, _, _ = strings.Cut(line, " #")
	if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
		return nil
	}
	if r.file == "glue" || r.file == "purposes" {
		return r.glue(strings.Fields(line))
	}
	head, rest, ok := strings.Cut(line, "|")
	if !ok {
		return errors.New("no |")
	}
	name, marks, _ := strings.Cut(strings.TrimSpace(head), " ")
	m, err := r.meaning(name, strings.TrimSpace(marks))
	if err != nil {
		return err
	}
	for part := range strings.SplitSeq(rest, "|") {
		words := strings.Fields(part)
		if len(words) == 0 || r.lexicons[words[0]] == nil {
			return fmt.Errorf("%q does not begin with a language", part)
		}
		for _, w := range words[1:] {
			r.put(r.lexicons[words[0]], w, m)
		}
	}
	return nil
}

// meaning is what the head of a line says: names joined by + , and marks.
func (r *reader) meaning(name, marks string) (meaning, error) {
	var m meaning
	for part := range strings.SplitSeq(name, "+") {
		if o := opByName(part); o != none {
			m.ops = append(m.ops, o)
			continue
		}
		if r.file == "operators" && !strings.Contains(name, "+") {
			return m, fmt.Errorf("no operator %q", part)
		}
		if r.concepts[part] == 0 {
			r.concepts[part] = key(len(r.concepts) + 1)
		}
		if len(m.keys) == 0 {
			m.keys = append(m.keys, r.concepts[part])
		} else {
			m.more = append(m.more, r.concepts[part])
		}
		m.value = values[part]
	}
	for _, c := range marks {
		f, ok := map[rune]flag{'+': mayAdd, '-': mayDrop, 's': stepAdd, 't': goal, 'n': negative, ' ': 0}[c]
		if !ok {
			return m, fmt.Errorf("no mark %q", c)
		}
		m.flags |= f
	}
	if r.file == "world" || slices.Contains(properNames, name) {
		m.flags |= proper
	}
	if marks == "" {
		m.flags |= r.flags[name]
	}
	if _, met := r.flags[name]; !met {
		r.flags[name] = m.flags
	}
	return m, nil
}

// properNames are the concepts outside words/world.txt that are written with a capital.
var properNames = []string{"ai", "gdpr", "iphone", "ipad", "android", "dpo", "copyright"}

// glue reads a line of words that carry no fact: an optional word for how free they are, a language, the words.
func (r *reader) glue(words []string) error {
	m, soft := meaning{glue: true}, false
	switch words[0] {
	case "spare":
		if l := r.lexicons[words[1]]; l != nil {
			for _, w := range words[2:] {
				l.spare[w] = true
			}
			return nil
		}
	case "soft":
		soft, words = true, words[1:]
	case "easy":
		m, soft, words = meaning{flags: easyAdd | mayDrop}, true, words[1:]
	}
	m.soft = soft
	l := r.lexicons[words[0]]
	if l == nil {
		return fmt.Errorf("no language %q", words[0])
	}
	for _, w := range words[1:] {
		r.put(l, w, m)
		if !soft && !strings.Contains(w, "_") {
			r.telling[w] |= 1 << slices.Index(languages, l.lang)
		}
	}
	return nil
}
