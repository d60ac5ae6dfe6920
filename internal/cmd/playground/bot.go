package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// A botProcess is the bot, built from this tree and run beside the playground.
type botProcess struct {
	cmd  *exec.Cmd
	dir  string
	done chan struct{} // closed when it has ended, with err
	err  error
}

// startBot builds the program and runs « serve » with env, and no other settings of ours. It is built and run in two steps because
// « go run » does not pass signals on.
func startBot(ctx context.Context, env []string, log io.Writer) (*botProcess, error) {
	dir, err := os.MkdirTemp("", "nonmerci-playground-")
	if err != nil {
		return nil, fmt.Errorf("make a folder for the bot: %w", err)
	}
	program := filepath.Join(dir, "nonmerci")
	build := exec.CommandContext(ctx, "go", "build", "-ldflags=-w", "-o", program, "nonmerci")
	build.Stdout, build.Stderr = log, log
	if err := build.Run(); err != nil {
		_ = os.RemoveAll(dir)
		return nil, fmt.Errorf("build the bot, in its own tree: %w", err)
	}
	b := &botProcess{cmd: exec.Command(program, "serve"), dir: dir, done: make(chan struct{})} //nolint:noctx // end sends a signal, for a clean end
	b.cmd.Env = append(others(os.Environ()), env...)
	b.cmd.Env = append(b.cmd.Env, "NONMERCI_HTTP_ADDR=127.0.0.1:0", "NONMERCI_STATE_DIR="+dir)
	b.cmd.Stdout, b.cmd.Stderr = log, log
	if err := b.cmd.Start(); err != nil {
		_ = os.RemoveAll(dir)
		return nil, fmt.Errorf("start the bot: %w", err)
	}
	go func() {
		b.err = b.cmd.Wait()
		close(b.done)
	}()
	return b, nil
}

// others are the variables of the environment that are no settings of the bot, whose real tokens must not be used here.
func others(env []string) []string {
	var out []string
	for _, e := range env {
		if !strings.HasPrefix(e, "NONMERCI_") {
			out = append(out, e)
		}
	}
	return out
}

var errEnded = errors.New("the bot ended; its last words are above")

// wait waits until ctx is done, or the bot ends by itself, which is an error.
func (b *botProcess) wait(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return nil
	case <-b.done:
		return errors.Join(errEnded, b.err)
	}
}

// until does something that needs the bot, and gives up when the bot ends.
func (b *botProcess) until(ctx context.Context, do func(context.Context) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	go func() { cancel(b.wait(ctx)) }()
	err := do(ctx)
	if cause := context.Cause(ctx); err != nil && cause != nil {
		return cause
	}
	return err
}

// endWithin is how long the bot may take to end by itself, far longer than it needs on a busy machine.
const endWithin = time.Minute

// end asks the bot to end, and makes it when it does not.
func (b *botProcess) end() {
	_ = b.cmd.Process.Signal(syscall.SIGTERM) // it may have ended
	select {
	case <-b.done:
	case <-time.After(endWithin):
		_ = b.cmd.Process.Kill()
		<-b.done
	}
	_ = os.RemoveAll(b.dir)
}
