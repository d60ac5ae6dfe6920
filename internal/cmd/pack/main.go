// Command pack reads the Markdown of the shared base and writes the bytes that the program embeds.
//
//	go run ./internal/cmd/pack -in knowledge/base -out knowledge/base/base.bin
package main

import (
	"flag"
	"fmt"
	"os"

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
	return os.WriteFile(out, data, 0o644)
}
