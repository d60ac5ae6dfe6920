// Nonmerci answers how to refuse that a service trains its AI on one's data, in a terminal and on chat platforms.
//
//	nonmerci ask "comment désactiver LinkedIn IA ?"
//	nonmerci chat
//	nonmerci help
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// version is set when the program is built for a release.
var version = "dev"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	err := untilInterrupted(ctx, grace(os.Args[1:]), func() error { return run(ctx, os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr) })
	stop()
	os.Exit(exitCode(err, os.Stderr))
}

// grace is how long the program may take to finish what it does once it is interrupted: answers that « serve » has begun are sent.
func grace(args []string) time.Duration {
	if len(args) > 0 && args[0] == "serve" {
		return 20 * time.Second
	}
	return 500 * time.Millisecond
}

// untilInterrupted runs work; once ctx is done it waits for it no longer than grace, because a read from a terminal cannot be called off.
func untilInterrupted(ctx context.Context, grace time.Duration, work func() error) error {
	done := make(chan error, 1)
	go func() { done <- work() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err
	case <-time.After(grace):
		return ctx.Err()
	}
}

// run is the program: it reads args, does what they say, and returns what went wrong.
func run(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) error {
	root := newRoot(app{getenv: getenv, in: stdin, out: stdout, errs: stderr})
	root.SetArgs(args)
	return root.ExecuteContext(ctx)
}

// usageError is a call that cannot be understood; the exit code is 2.
type usageError struct{ error }

func usagef(format string, a ...any) error { return usageError{fmt.Errorf(format, a...)} }

// exitCode prints what went wrong on one line and returns 0, 1 or 2.
func exitCode(err error, stderr io.Writer) int {
	var usage usageError
	switch {
	case err == nil:
		return 0
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "nonmerci: interrupted")
		return 1
	case errors.As(err, &usage):
		fmt.Fprintln(stderr, "nonmerci:", oneLine(err))
		return 2
	}
	fmt.Fprintln(stderr, "nonmerci:", oneLine(err))
	return 1
}
