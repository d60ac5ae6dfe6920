package modeltest

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// A recorded is a line of a file of replies: what a model wrote to the lines of an answer, and each time that it was asked for some of them again.
type recorded struct {
	To, Question string
	Lines        []struct{ Text string }
	Reply        string
	Mended       []string
}

// A recording is what models wrote: to a line, first and each time after, and before the lines of a question; both by the language and a space before it.
type recording struct {
	lines    map[string][]string
	openings map[string]string
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
		k.openings[r.To+" "+r.Question] = numberedIn(r.Reply, 0)
		for i, l := range r.Lines {
			var all []string
			for _, reply := range append([]string{r.Reply}, r.Mended...) {
				if s := numberedIn(reply, i+1); s != "" {
					all = append(all, s)
				}
			}
			k.lines[r.To+" "+l.Text] = all
		}
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
