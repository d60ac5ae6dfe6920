package modeltest

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// languages are those of answers, as a request names them.
var languages = map[string]string{
	"fr": "French", "en": "English", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
}

// Replay answers as models did whose replies are in the files DIR/*.jsonl (bot/rephrase/testdata has some), with a pause before each piece of a stream. Each
// line of a request gets what was written to the same line in the same language, whatever the answer it stands in, and a sentence before them where the
// question is one that such a sentence was written to. A request that goes on with what stands against some lines gets what was written next, for
// those alone. Lines that are not known are copied. The error is that of files that are missing or cannot be read.
func Replay(dir string, pause time.Duration) (Reply, error) {
	known := recording{map[string][]string{}, map[string]string{}}
	files, _ := filepath.Glob(filepath.Join(dir, "*.jsonl")) // the pattern is ours
	for _, f := range files {
		if err := known.read(f); err != nil {
			return nil, fmt.Errorf("replies of a model: %w", err)
		}
	}
	if len(known.lines) == 0 {
		return nil, fmt.Errorf("no replies of a model are in %s: name a folder with files .jsonl of them", dir)
	}
	return func(e *Exchange) { e.Text(known.reply(e.Request), pause) }, nil
}

// reply is what a model writes to a request.
func (k recording) reply(r Request) string {
	var system, asked, before string
	for _, m := range r.Messages {
		switch m.Role {
		case "system":
			system = m.Content
		case "assistant":
			before = m.Content
		case "user":
			asked = cmp.Or(asked, m.Content)
		}
	}
	lines, to := Lines(asked), wanted(system)
	if len(lines) == 0 { // « Say: yes »
		return "yes"
	}
	var b strings.Builder
	if s := k.openings[to+" "+question(asked)]; before == "" && s != "" && strings.Contains(system, "[0]") {
		b.WriteString("[0] " + s + "\n")
	}
	for i, line := range lines {
		said := append(slices.Clone(k.lines[to+" "+line]), line)[0]
		if before != "" {
			if !strings.Contains(r.User(), fmt.Sprintf("\n[%d] ", i+1)) {
				continue
			}
			said = k.next(to+" "+line, cmp.Or(numberedIn(before, i+1), line))
		}
		fmt.Fprintf(&b, "[%d] %s\n", i+1, said)
	}
	return b.String()
}

// next is what was written to a line after what was written before; that again where there is no more.
func (k recording) next(line, before string) string {
	all := k.lines[line]
	at := slices.IndexFunc(all, func(s string) bool { return bare(s) == bare(before) })
	if at < 0 || at+1 == len(all) {
		return before
	}
	return all[at+1]
}

// bare is a text without what is repaired in one: its spaces, and what its apostrophes look like.
func bare(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "’", "'")), "")
}

// wanted is the language that a request names, "" for none.
func wanted(system string) string {
	for code, name := range languages {
		if strings.Contains(system, "Write in "+name) || strings.Contains(system, "into "+name) {
			return code
		}
	}
	return ""
}

// question is what stands between the marks of a question.
func question(asked string) string {
	_, rest, _ := strings.Cut(asked, "<<<\n")
	q, _, _ := strings.Cut(rest, "\n>>>")
	return q
}
