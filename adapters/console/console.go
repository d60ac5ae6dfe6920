// Package console lets a person talk with the bot on a terminal.
package console

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/ergochat/readline"
	"golang.org/x/term"

	"nonmerci/bot"
)

// Options configure an Adapter.
type Options struct {
	In   io.Reader
	Out  io.Writer
	Lang string // the reader's language, or "" to find out
}

// An Adapter is one conversation on a terminal, or on anything that gives and takes lines.
type Adapter struct {
	opts   Options
	answer bot.Handler
	style  style
	words  words
}

// New returns an Adapter that passes what it hears to answer. It reads nothing yet. Colours are used on a terminal only, and not when
// the environment variable NO_COLOR is set (https://no-color.org).
func New(opts Options, answer bot.Handler) *Adapter {
	a := &Adapter{opts: opts, answer: answer, words: wordsOf(opts.Lang)}
	if f, ok := opts.Out.(*os.File); ok && term.IsTerminal(int(f.Fd())) && os.Getenv("NO_COLOR") == "" {
		a.style = colours
	}
	return a
}

// lines gives what the person types, line by line; io.EOF is the end.
type lines interface {
	next() (string, error)
	close()
}

// Run talks until the input ends, the person leaves, or ctx is done; none of these is an error.
func (a *Adapter) Run(ctx context.Context) error {
	in, err := a.open()
	if err != nil {
		return err
	}
	defer in.close()
	fmt.Fprintln(a.opts.Out, a.words.welcome)
	for ctx.Err() == nil {
		line, err := in.next()
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, readline.ErrInterrupt):
			fmt.Fprintln(a.opts.Out, a.words.bye)
			return nil
		case err != nil:
			return fmt.Errorf("read from the terminal: %w", err)
		}
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if strings.HasPrefix(line, "/") {
			if a.command(line) {
				return nil
			}
			continue
		}
		a.say(ctx, line)
	}
	return nil
}

// say passes one line on and prints the reply.
func (a *Adapter) say(ctx context.Context, line string) {
	r, err := a.answer(ctx, bot.Message{Chat: "console", From: "console", Text: line, Lang: a.opts.Lang, Explain: a.words.explain})
	if err != nil {
		fmt.Fprintln(a.opts.Out, bot.Apology(a.opts.Lang))
		return
	}
	fmt.Fprintf(a.opts.Out, "\n%s\n", render(r.Text, a.style))
	if r.Kind == bot.Answer && len(r.Choices) > 0 {
		fmt.Fprintln(a.opts.Out, a.style.dim(related(r.Choices, r.Lang)))
	}
	if a.words.explain {
		fmt.Fprintln(a.opts.Out, a.style.dim(r.Why))
	}
	fmt.Fprintln(a.opts.Out)
}

// command does what a line that begins with a slash says; true means that the person leaves.
func (a *Adapter) command(line string) bool {
	switch strings.ToLower(strings.Fields(line)[0]) {
	case "/quitter", "/quit", "/exit", "/q":
		fmt.Fprintln(a.opts.Out, a.words.bye)
		return true
	case "/expliquer", "/explain":
		a.words.explain = !a.words.explain
		fmt.Fprintln(a.opts.Out, a.words.explained())
	default:
		fmt.Fprintln(a.opts.Out, a.words.help)
	}
	return false
}

// open reads from a terminal with history and editing, or else line by line.
func (a *Adapter) open() (lines, error) {
	if f, ok := a.opts.In.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		rl, err := readline.NewFromConfig(&readline.Config{Prompt: a.style.bold("> ")})
		if err != nil {
			return nil, fmt.Errorf("open the terminal: %w", err)
		}
		return edited{rl}, nil
	}
	return &plain{r: bufio.NewReader(a.opts.In)}, nil
}

type edited struct{ rl *readline.Instance }

func (e edited) next() (string, error) { return e.rl.ReadLine() }
func (e edited) close()                { _ = e.rl.Close() }

type plain struct{ r *bufio.Reader }

func (p *plain) next() (string, error) {
	line, err := p.r.ReadString('\n')
	if errors.Is(err, io.EOF) && line != "" {
		return line, nil
	}
	return line, err
}

func (p *plain) close() {}
