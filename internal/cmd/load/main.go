// Command load measures the program, built and run as a process of its own, against the test servers, and says for each figure
// whether it is within its limit. It needs Linux, for /proc.
//
//	go run ./internal/cmd/load                       # everything: about twenty-five minutes
//	go run ./internal/cmd/load -only latency,rest    # some of it
//	go run ./internal/cmd/load -for 20s -burst 400   # shorter
//
// The exit code is 1 when a figure is missed or could not be measured, 2 when the call is wrong. Figures of speed mean something on a
// machine that does nothing else.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"nonmerci/internal/load"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// flags are what the command is called with.
type flags struct {
	load.Options
	only  []string
	json  string
	words string
}

func read(args []string, errs io.Writer) (flags, error) {
	var f flags
	set := flag.NewFlagSet("load", flag.ContinueOnError)
	set.SetOutput(errs)
	only := set.String("only", "", "scenarios to run, with commas between: "+strings.Join(load.Names(), ", "))
	set.DurationVar(&f.Length, "for", 0, "length of each scenario that takes a time, instead of its own")
	set.IntVar(&f.Burst, "burst", 0, "questions at once in a burst, half of them on each platform (default 10000)")
	set.IntVar(&f.Flood, "flood", 0, "questions of the chat that floods (default 2000)")
	set.StringVar(&f.json, "json", "", "write the figures into this file as well")
	set.StringVar(&f.Program, "program", "", "the program to measure, built already; by default it is built from this tree")
	set.StringVar(&f.words, "words", "knowledge/words", "the folder of the word lists, whose questions are asked")
	if err := set.Parse(args); err != nil {
		return f, err
	}
	if *only != "" {
		f.only = strings.Split(*only, ",")
	}
	for _, name := range f.only {
		if !slices.Contains(load.Names(), name) {
			return f, fmt.Errorf("-only: there is no scenario %q; there are %s", name, strings.Join(load.Names(), ", "))
		}
	}
	switch {
	case set.NArg() > 0:
		return f, fmt.Errorf("%q is not a flag", set.Arg(0))
	case f.Length < 0 || f.Burst < 0 || f.Flood < 0:
		return f, errors.New("-for, -burst and -flood cannot be below zero")
	}
	return f, nil
}

func run(ctx context.Context, args []string, out, errs io.Writer) int {
	f, err := read(args, errs)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		fmt.Fprintln(errs, "load:", err)
		return 2
	}
	figures, err := measure(ctx, f, errs)
	load.Print(out, figures)
	if f.json != "" && len(figures) > 0 {
		err = errors.Join(err, save(f.json, figures))
	}
	if err != nil {
		fmt.Fprintln(errs, "load:", err)
		return 1
	}
	if missed := load.Missed(figures); len(missed) > 0 {
		fmt.Fprintf(errs, "load: %d figures are missed\n", len(missed))
		return 1
	}
	return 0
}

// measure builds the program and runs the scenarios.
func measure(ctx context.Context, f flags, errs io.Writer) ([]load.Figure, error) {
	began := time.Now()
	f.Progress = func(format string, args ...any) {
		fmt.Fprintf(errs, "%7.1f s  %s\n", time.Since(began).Seconds(), fmt.Sprintf(format, args...))
	}
	var err error
	if f.Questions, err = load.Questions(os.DirFS(f.words)); err != nil {
		return nil, fmt.Errorf("-words %s: %w", f.words, err)
	}
	if f.Program == "" {
		dir, err := os.MkdirTemp("", "nonmerci-program-")
		if err != nil {
			return nil, fmt.Errorf("make a folder for the program: %w", err)
		}
		defer os.RemoveAll(dir) //nolint:errcheck // it is a temporary folder
		f.Program = filepath.Join(dir, "nonmerci")
		f.Progress("building the program")
		if err := load.Build(ctx, f.Program); err != nil {
			return nil, err
		}
	}
	f.Progress("%d questions; %d cores; %s", len(f.Questions), runtime.NumCPU(), load.Average())
	return load.Run(ctx, f.Options, f.only...)
}

// save writes the figures, with what they were measured on.
func save(file string, figures []load.Figure) error {
	data, err := json.MarshalIndent(map[string]any{
		"at": time.Now().UTC().Format(time.RFC3339), "cores": runtime.NumCPU(), "go": runtime.Version(), "load": load.Average(), "figures": figures,
	}, "", "  ")
	if err != nil {
		return fmt.Errorf("write the figures: %w", err)
	}
	if err := os.WriteFile(file, append(data, '\n'), 0o644); err != nil { //nolint:gosec // they are no secret
		return fmt.Errorf("write the figures: %w", err)
	}
	return nil
}
