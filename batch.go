package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"nonmerci/bot"
	"nonmerci/knowledge/understand"
)

// maxLine bounds a line of a batch, in bytes; a longer one gets an error in its place.
const maxLine = 4 << 20

type batchLine struct {
	Q       *string  `json:"q"`
	Lang    string   `json:"lang"`
	Context []string `json:"context"`
}

// runBatch answers one line after another, in order: a line that cannot be read gets {"error": …} in its place.
func runBatch(ctx context.Context, b answerer, in io.Reader, out, errs io.Writer, explain bool) error {
	r := bufio.NewReaderSize(in, 1<<16)
	w := bufio.NewWriter(out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	progress := newProgress(errs, "questions")
	defer progress.done()
	for n := 1; ; n++ {
		if err := ctx.Err(); err != nil {
			return errors.Join(err, w.Flush())
		}
		line, readErr := readLine(r)
		if errors.Is(readErr, io.EOF) && len(line) == 0 {
			return w.Flush()
		}
		if readErr != nil && !errors.Is(readErr, io.EOF) && !errors.Is(readErr, errLong) {
			return fmt.Errorf("read line %d: %w", n, readErr)
		}
		if strings.TrimSpace(string(line)) == "" {
			n--
			continue
		}
		if err := enc.Encode(answerLine(ctx, b, line, readErr, explain)); err != nil {
			return fmt.Errorf("write the reply to line %d: %w", n, err)
		}
		if r.Buffered() == 0 {
			if err := w.Flush(); err != nil {
				return fmt.Errorf("write the reply to line %d: %w", n, err)
			}
		}
		progress.step()
	}
}

type lineError struct {
	Error string `json:"error"`
}

func answerLine(ctx context.Context, b answerer, line []byte, readErr error, explain bool) any {
	if errors.Is(readErr, errLong) {
		return lineError{fmt.Sprintf("the line is longer than %d bytes; shorten the question", maxLine)}
	}
	var l batchLine
	if err := json.Unmarshal(line, &l); err != nil {
		return lineError{"not a JSON object: " + err.Error() + `; write {"q": "your question"}`}
	}
	if l.Q == nil {
		return lineError{`the key "q" is missing; write {"q": "your question"}`}
	}
	lang := l.Lang
	if checkLang(lang) != nil {
		lang = "" // « mixed », or a language we do not speak: find out
	}
	return askAloud(ctx, b, *l.Q, l.Context, lang, explain)
}

func checkLang(lang string) error {
	if lang == "" || slices.Contains(understand.Languages, lang) {
		return nil
	}
	return usagef("--lang %q is not one of %s", lang, strings.Join(understand.Languages, ", "))
}

var errLong = errors.New("line too long")

// readLine reads up to a line feed. A line over maxLine is read to its end, and thrown away.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if !long {
			line = append(line, part...)
			long = len(line) > maxLine
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long {
			return []byte{'.'}, errLong
		}
		return line, err
	}
}

// printWhy prints the reason and the candidates, for a person.
func printWhy(w io.Writer, r bot.Reply) error {
	if _, err := fmt.Fprintf(w, "\n--\n%s: %s\n", r.Kind, r.Why); err != nil {
		return err
	}
	for _, c := range r.Candidates {
		if _, err := fmt.Fprintf(w, "  %.3f  %-32s %s\n", c.Score, c.Entry, c.Why); err != nil {
			return err
		}
	}
	return nil
}
