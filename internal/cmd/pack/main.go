// Command pack reads the Markdown of the shared base and writes the bytes that the program embeds. When they say something else than before,
// it gives them a later edition, in edition.txt beside the Markdown, so that an older program does not bring its texts back into a store.
//
//	go run ./internal/cmd/pack -in knowledge/base -out knowledge/base/base.bin
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"nonmerci/knowledge/files"
	"nonmerci/knowledge/packed"
)

func main() {
	in := flag.String("in", ".", "folder of <lang>/<subject>.md")
	out := flag.String("out", "base.bin", "file to write")
	flag.Parse()
	if err := run(*in, *out); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func run(in, out string) error {
	base, problems, err := files.Read(os.DirFS(in))
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		return problems
	}
	data, err := packed.Encode(base)
	if err != nil {
		return err
	}
	if err := renumber(filepath.Join(in, "edition.txt"), data, time.Now()); err != nil {
		return err
	}
	return os.WriteFile(out, packed.Press(data), 0o644)
}

// renumber writes the next edition, unless the one that is written is of these bytes. A file that is not there is begun.
func renumber(path string, data []byte, now time.Time) error {
	text, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	var before packed.Edition
	if err == nil {
		if before, err = packed.ParseEdition(string(text)); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	next := before.Next(data, now)
	if next == before {
		return nil
	}
	return os.WriteFile(path, []byte(next.String()), 0o644)
}
