// Command bench compares the search engine with two known ones on the same
// entries and questions.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"nonmerci/knowledge/search"
	"nonmerci/knowledge/search/evaluate"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

const usage = `bench compares the search engine with bleve and SQLite FTS5: the same entries, the
same questions, in one process, one engine after the other.

It prints two tables on standard output (accuracy on the labelled sets as they
are; accuracy, time and memory as synthetic entries are added to the French one),
writes a plot of the second, and reports progress on standard error.

	go run . [flags]

`

// plan is what one run does.
type plan struct {
	sets, plot, words string
	sizes             []int
	questions, repeat int
	engines           []engine
}

func parse(args []string, stderr io.Writer) (*plan, error) {
	p := &plan{}
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() { fmt.Fprint(stderr, usage); flags.PrintDefaults() }
	flags.StringVar(&p.sets, "sets", "../../shared/eval", "folder of the labelled sets cdtn, clinc150 and banking77")
	flags.StringVar(&p.plot, "plot", "bench.svg", "file for the plot; nothing for none")
	flags.StringVar(&p.words, "words", "../knowledge/search/words/fr.txt", "words for synthetic entries, by frequency")
	flags.IntVar(&p.questions, "questions", 600, "questions of each set to ask, from the first; 0 for all")
	flags.IntVar(&p.repeat, "repeat", 3, "times to ask each question when timing; the fastest counts, as the machine may be shared")
	sizes := flags.String("sizes", "500,10000,100000", "numbers of entries, separated by commas")
	names := flags.String("engines", "nonmerci,bleve,bleve fuzzy,fts5", "engines to run, separated by commas")
	short := flags.Bool("short", false, "500 and 2,000 entries and 200 questions: under a minute")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if *short {
		*sizes, p.questions, p.repeat = "500,2000", 200, 1
	}
	if p.repeat < 1 {
		return nil, fmt.Errorf("-repeat: %d is too few; 1 is the least", p.repeat)
	}
	for _, s := range strings.Split(*sizes, ",") {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			return nil, fmt.Errorf("-sizes: %q is not a number of entries; write for example 500,10000", s)
		}
		p.sizes = append(p.sizes, n)
	}
	for _, name := range strings.Split(*names, ",") {
		e, ok := engineNamed(name)
		if !ok {
			return nil, fmt.Errorf("-engines: no engine %q; there are nonmerci, bleve, bleve fuzzy and fts5", name)
		}
		p.engines = append(p.engines, e)
	}
	return p, nil
}

func run(args []string, stdout, stderr io.Writer) error {
	p, err := parse(args, stderr)
	if err != nil {
		return err
	}
	progress := log.New(stderr, "bench: ", log.Ltime)
	if err := p.asGiven(stdout, progress); err != nil {
		return err
	}
	rows, err := p.growth(stdout, progress)
	if err != nil || p.plot == "" {
		return err
	}
	progress.Printf("writing %s", p.plot)
	return drawPlot(rows, p.plot)
}

// load reads a set and keeps the first questions.
func (p *plan) load(set, noise string) (*evaluate.Set, error) {
	s, err := evaluate.Load(filepath.Join(p.sets, set), "", noise)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("the labelled sets are not in %s (%w); name their folder with -sets", p.sets, err)
	}
	if err != nil {
		return nil, err
	}
	if p.questions > 0 {
		s.Questions = s.Questions[:min(p.questions, len(s.Questions))]
	}
	return s, nil
}

// dictionary reads the words for synthetic entries.
func (p *plan) dictionary() ([]string, error) {
	data, err := os.ReadFile(p.words)
	if err != nil {
		return nil, fmt.Errorf("words for synthetic entries: %w; run in the folder bench or give -words", err)
	}
	return strings.Fields(string(data)), nil
}

// grow returns the set's entries with synthetic ones up to n; fewer than the set
// has are its first.
func grow(docs []search.Doc, n int, dictionary []string) []search.Doc {
	if n < len(docs) {
		return docs[:n]
	}
	return evaluate.Grow(docs, n, dictionary)
}
