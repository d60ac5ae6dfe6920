package words

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"unicode/utf8"
)

// Vocabulary is what a section heading may name.
type Vocabulary struct {
	Subjects []string // slugs of services and families
	Intents  []string // intents of a service
	General  []string // slugs of general questions
}

// Topics are what a question that is not ours may be about.
var Topics = []string{
	"account-login", "ai-detector", "bug", "chatter", "code", "enable-ai", "food", "how-to-use", "injection", "insult", "jobs", "news",
	"noise", "off-topic", "opinion", "other", "other-ai", "other-language", "other-law", "other-privacy", "other-setting", "price",
	"school", "sport", "train-own", "unlisted", "weather",
}

// Greetings are the sorts of small talk. Nobody asks for privacy in the words that ship yet: see knowledge/waiting.
var Greetings = []string{"bye", "greeting", "help", "how-are-you", "ok", "privacy", "thanks", "who"}

// A Problem is a line of the collection that cannot be used, and what to write instead.
type Problem struct {
	File, Text, Remedy string
	Line               int
}

func (p Problem) Error() string {
	return fmt.Sprintf("%s:%d: %s; %s", p.File, p.Line, p.Text, p.Remedy)
}

// ReadQuestions reads every <lang>/<author>.txt of fsys in name order. It returns the questions it could read, and every problem
// it met; an error only when fsys itself cannot be read.
func ReadQuestions(fsys fs.FS, voc Vocabulary) ([]Question, []Problem, error) {
	files, err := fs.Glob(fsys, "*/*.txt")
	if err != nil {
		return nil, nil, fmt.Errorf("list the questions: %w", err)
	}
	sort.Strings(files)
	var all []Question
	var problems []Problem
	for _, name := range files {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, nil, fmt.Errorf("read the questions: %w", err)
		}
		qs, ps := ParseQuestions(name, data, voc)
		all = append(all, qs...)
		problems = append(problems, ps...)
	}
	return all, problems, nil
}

// ParseQuestions reads one file. name is its slash-separated path, whose folder is the language and whose base is the author.
func ParseQuestions(name string, data []byte, voc Vocabulary) ([]Question, []Problem) {
	var qs []Question
	var ps []Problem
	lang, author := path.Base(path.Dir(name)), strings.TrimSuffix(path.Base(name), ".txt")
	label, open := Question{}, false
	sc := bufio.NewScanner(bytes.NewReader(data))
	sc.Buffer(nil, 1<<20)
	n := 0
	for sc.Scan() {
		n++
		line := strings.TrimSpace(sc.Text())
		bad := func(text, remedy string) { ps = append(ps, Problem{name, text, remedy, n}) }
		switch {
		case !utf8.ValidString(line):
			bad("this line is not UTF-8", "save the file as UTF-8")
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "=="):
			var err error
			if label, err = parseLabel(strings.Fields(line[2:]), voc); err != nil {
				bad(err.Error(), "see docs/words-format.md for the headings")
			}
			open = err == nil
		case !open:
			bad("this question stands under no heading", "put it under a line such as: == linkedin opt-out")
		default:
			q := label
			q.Lang, q.Author, q.File, q.Line = lang, author, name, n
			q.Text, q.Context = splitTurns(line)
			if q.Text == "" {
				bad("a follow-up needs a question after the last >>", "write: first question >> the follow-up")
				continue
			}
			qs = append(qs, q)
		}
	}
	if err := sc.Err(); err != nil {
		ps = append(ps, Problem{name, "a line is longer than 1 MB", "split it", n + 1})
	}
	return qs, ps
}

func splitTurns(line string) (text string, context []string) {
	parts := strings.Split(line, ">>")
	for _, p := range parts[:len(parts)-1] {
		if p = strings.TrimSpace(p); p != "" {
			context = append(context, p)
		}
	}
	return strings.TrimSpace(parts[len(parts)-1]), context
}

func parseLabel(f []string, voc Vocabulary) (Question, error) {
	switch {
	case len(f) == 1 && f[0] == "distress":
		return Question{Kind: Distress}, nil
	case len(f) != 2:
		return Question{}, fmt.Errorf("a heading is two words, such as « == linkedin opt-out »")
	case f[0] == "no":
		return Question{Kind: No, About: f[1]}, oneOf("topic", f[1], Topics)
	case f[0] == "hello":
		return Question{Kind: Hello, About: f[1]}, oneOf("greeting", f[1], Greetings)
	}
	q := Question{Kind: Ours}
	known := voc.Intents
	if f[0] == General {
		known = voc.General
	} else if f[0] != "?" {
		if err := oneOf("subject", f[0], voc.Subjects); err != nil {
			return q, err
		}
	}
	if f[0] != "?" {
		q.Subject = f[0]
	}
	if f[1] == "?" {
		return q, nil
	}
	q.Intents = strings.Split(f[1], "|")
	for _, i := range q.Intents {
		if err := oneOf("intent", i, known); err != nil {
			return q, err
		}
	}
	return q, nil
}

func oneOf(what, got string, known []string) error {
	for _, k := range known {
		if k == got {
			return nil
		}
	}
	return fmt.Errorf("%q is no known %s", got, what)
}
