// Command tinymodel writes a language model of a megabyte, with random weights or one that says a text, for a real model server to load; see package
// tinymodel. docs/models.md says what for. With -modelfile it writes beside it what « ollama create » wants.
//
//	go run ./internal/cmd/tinymodel -out tiny.gguf -modelfile Modelfile
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"nonmerci/internal/tinymodel"
)

func main() {
	out := flag.String("out", "tiny.gguf", "file to write")
	modelfile := flag.String("modelfile", "", "Modelfile to write; none when empty")
	say := flag.String("say", "", "file with the text that the model says; random weights when empty")
	seed := flag.Uint64("seed", 1, "of the weights")
	context := flag.Int("context", 0, "tokens that the model can read; 32768 when 0")
	flag.Parse()
	if err := run(*out, *modelfile, *say, tinymodel.Options{Seed: *seed, Context: *context}); err != nil {
		fmt.Fprintln(os.Stderr, "tinymodel:", err)
		os.Exit(1)
	}
}

func run(out, modelfile, say string, o tinymodel.Options) error {
	if say != "" {
		text, err := os.ReadFile(say)
		if err != nil {
			return err
		}
		o.Say = string(text)
	}
	var b bytes.Buffer
	if err := tinymodel.Write(&b, o); err != nil {
		return err
	}
	if err := os.WriteFile(out, b.Bytes(), 0o644); err != nil || modelfile == "" {
		return err
	}
	from, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	return os.WriteFile(modelfile, []byte(tinymodel.Modelfile(from)), 0o644)
}
