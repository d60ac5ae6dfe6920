// Command train learns the model that the program understands questions with, and writes it where the program embeds it.
//
//	go run ./internal/cmd/train -out knowledge/understand/model.bin
//
// The same words give the same bytes, so that anyone can check that the model in the repository comes from the words beside it
// (make verify). Beside the model stands the sum of the words it was learnt from, so that a test sees at once when it is stale.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"nonmerci/knowledge/understand"
	"nonmerci/knowledge/words"
)

func main() {
	out := flag.String("out", "model.bin", "file to write")
	dir := flag.String("words", "", "folder of the words; found from the module's root when empty")
	heldOut := flag.Bool("held-out", false, "learn from the held-out authors too")
	quiet := flag.Bool("q", false, "no progress")
	flag.Parse()
	if err := run(*out, *dir, *heldOut, *quiet); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(out, dir string, heldOut, quiet bool) error {
	if dir == "" {
		root, err := moduleRoot()
		if err != nil {
			return err
		}
		dir = filepath.Join(root, "knowledge", "words")
	}
	lex, qs, err := words.Load(os.DirFS(dir))
	if err != nil {
		return err
	}
	if !heldOut {
		qs, _ = words.HoldOut(qs)
	}
	opts := understand.TrainOptions{}
	if !quiet {
		opts.Progress = func(model string, epoch int, loss float64) {
			fmt.Fprintf(os.Stderr, "\r%-10s pass %2d  loss %.3f ", model, epoch, loss)
		}
	}
	m := understand.Train(lex, qs, opts)
	if !quiet {
		fmt.Fprintf(os.Stderr, "\rlearnt from %d questions%20s\n", len(qs), "")
	}
	var b bytes.Buffer
	if err := m.Encode(&b); err != nil {
		return err
	}
	sum, err := words.Sum(os.DirFS(dir))
	if err != nil {
		return err
	}
	if err := os.WriteFile(strings.TrimSuffix(out, ".bin")+".sum", []byte(sum+"\n"), 0o644); err != nil {
		return err
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	for err == nil {
		if _, e := os.Stat(filepath.Join(dir, "go.mod")); e == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", fmt.Errorf("no go.mod above the current folder; run this inside the project")
		}
		dir = parent
	}
	return "", err
}
