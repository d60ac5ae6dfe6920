package modeltest

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A recorded is a line of a file of replies: what a model wrote to the lines of an answer, and when it was asked for some of them again.
type recorded struct {
	To, Question string
	Lines        []struct{ Text string }
	Reply        string
	Mended       []string
}

// languages are those of answers, as a request names them.
var languages = map[string]string{
	"fr": "French", "en": "English", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
}

// Replay answers as models did whose replies are in the files DIR/*.jsonl (bot/rephrase/testdata has some), with a pause before each piece of a stream. A
// request is known by its first line and its language: each of its lines gets what was written to the same line, also where others are left out,
// and the sentence before them only where the question is the one that it takes up. A request that goes on with what stands against some lines gets what was
// written then, for those alone. Lines that are not known are copied. The error is that of files that are missing or cannot be read.
func Replay(dir string, pause time.Duration) (Reply, error) {
	known := recording{}
	files, _ := filepath.Glob(filepath.Join(dir, "*.jsonl")) // the pattern is ours
	for _, f := range files {
		if err := known.read(f); err != nil {
			return nil, fmt.Errorf("replies of a model: %w", err)
		}
	}
	if len(known) == 0 {
		return nil, fmt.Errorf("no replies of a model are in %s: name a folder with files .jsonl of them", dir)
	}
	return func(e *Exchange) { e.Text(known.reply(e.Request), pause) }, nil
}

// reply is what a model writes to a request.
func (k recording) reply(r Request) string {
	var system, asked string
	again := false
	for _, m := range r.Messages {
		switch m.Role {
		case "system":
			system = m.Content
		case "assistant":
			again = true
		case "user":
			asked = cmp.Or(asked, m.Content)
		}
	}
	lines := Lines(asked)
	if len(lines) == 0 { // « Say: yes »
		return "yes"
	}
	w := k.find(system, lines[0])
	var b strings.Builder
	if !again && w.opening != "" && strings.Contains(system, "[0]") && strings.Contains(asked, w.question) {
		b.WriteString("[0] " + w.opening + "\n")
	}
	for i, line := range lines {
		number, said := fmt.Sprintf("[%d] ", i+1), cmp.Or(w.said[line], line)
		if again {
			said = cmp.Or(w.mended[line], said)
		}
		if !again || strings.Contains(r.User(), "\n"+number) {
			b.WriteString(number + said + "\n")
		}
	}
	return b.String()
}

// A writtenFor is what was written for one answer, by its lines.
type writtenFor struct {
	question, opening string
	said, mended      map[string]string
}

// A recording is what models wrote, by the language and the first line of what they reply to.
type recording map[string]writtenFor

func (k recording) find(system, line string) writtenFor {
	for code, name := range languages {
		if strings.Contains(system, "Write in "+name) || strings.Contains(system, "into "+name) {
			return k[code+" "+line]
		}
	}
	return writtenFor{}
}

// read adds what is in a file.
func (k recording) read(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		var r recorded
		if err := json.Unmarshal(in.Bytes(), &r); err != nil || len(r.Lines) == 0 {
			return fmt.Errorf("line %d of %s is none", n, file)
		}
		w := writtenFor{r.Question, numberedIn(r.Reply, 0), map[string]string{}, map[string]string{}}
		for i, l := range r.Lines {
			w.said[l.Text] = numberedIn(r.Reply, i+1)
			for _, m := range r.Mended {
				w.mended[l.Text] = cmp.Or(numberedIn(m, i+1), w.mended[l.Text])
			}
		}
		k[r.To+" "+r.Lines[0].Text] = w
	}
	return in.Err()
}

// numberedIn is the line of a number, without it; "" where there is none.
func numberedIn(reply string, n int) string {
	for line := range strings.SplitSeq(reply, "\n") {
		if rest, ok := strings.CutPrefix(line, fmt.Sprintf("[%d] ", n)); ok {
			return rest
		}
	}
	return ""
}
