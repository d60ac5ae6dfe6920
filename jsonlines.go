package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxLine bounds a line of a batch, in bytes; a longer one gets an error in its place.
const maxLine = 4 << 20

// lineError stands in the place of the reply to a line that cannot be read.
type lineError struct {
	Error string `json:"error"`
}

// jsonLines writes one JSON line for each line read that is not empty, in order: what reply makes of it, or {"error": …} for one over maxLine
// bytes. shorten is the remedy for that, and counted what the progress counts. What was replied is written before more is waited for.
func jsonLines(ctx context.Context, in io.Reader, out, errs io.Writer, counted, shorten string, reply func(line []byte) any) error {
	r := bufio.NewReaderSize(in, 1<<16)
	w := bufio.NewWriter(out)
	enc := encoder(w)
	progress := newProgress(errs, counted)
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
		var said any = lineError{fmt.Sprintf("the line is longer than %d bytes; %s", maxLine, shorten)}
		if !errors.Is(readErr, errLong) {
			said = reply(line)
		}
		if err := enc.Encode(said); err != nil {
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

// encoder writes JSON in which « < » and « & » stay what they are.
func encoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
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
