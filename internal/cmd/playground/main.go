// Command playground lets a person talk to the bot on a Discord and a Telegram to test against, from one page in a browser.
//
//	go run ./internal/cmd/playground                       # prints how to point the bot to it
//	go run ./internal/cmd/playground -serve                # runs the bot as well
//	go run ./internal/cmd/playground -pictures docs/pictures   # what readers see, as PNG files; needs Chromium
//
// With -model bot/rephrase/testdata the bot has a model, which says again what models said before; the pictures are then of answers in its words.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"nonmerci/internal/playground"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "playground:", err)
		stop()
		os.Exit(1) //nolint:gocritic // stop was called
	}
}

// options are the flags.
type options struct {
	addr, specs, pictures, model string
	pause                        time.Duration
	serve                        bool
}

func read(args []string, errs io.Writer) (options, error) {
	var o options
	f := flag.NewFlagSet("playground", flag.ContinueOnError)
	f.SetOutput(errs)
	f.StringVar(&o.addr, "addr", "127.0.0.1:0", "where to serve; port 0 is any free one")
	f.StringVar(&o.specs, "specs", "../shared/specs", "folder of the platforms' specifications, to check calls against; without it nothing is checked")
	f.BoolVar(&o.serve, "serve", false, "run the bot as well, until this ends")
	f.StringVar(&o.pictures, "pictures", "", "write pictures of what readers see into this folder, and end")
	f.StringVar(&o.model, "model", "", "give the bot a model that answers as those did whose replies are in this folder")
	f.DurationVar(&o.pause, "pause", 30*time.Millisecond, "how long that model takes for each 23 letters")
	if err := f.Parse(args); err != nil {
		return o, err
	}
	if f.NArg() > 0 {
		return o, fmt.Errorf("%q is not a flag", f.Arg(0))
	}
	return o, nil
}

func run(ctx context.Context, args []string, out, errs io.Writer) error {
	o, err := read(args, errs)
	if errors.Is(err, flag.ErrHelp) {
		return nil
	} else if err != nil {
		return err
	}
	if o.pictures != "" { // before anything takes time
		if err := playground.CanPhotograph(); err != nil {
			return err
		}
	}
	p, err := playground.New(playground.Options{Specs: o.specs})
	if err != nil {
		return err
	}
	defer p.Close()
	address, end, err := listen(ctx, o.addr, p)
	if err != nil {
		return err
	}
	defer end()
	env := p.Environment(address)
	if o.model != "" {
		m, err := startModel(o.model, o.pause)
		if err != nil {
			return fmt.Errorf("-model: %w", err)
		}
		defer m.Close()
		env = append(env, modelSettings(m)...)
	}
	if o.pictures != "" {
		return photograph(ctx, p, env, o, out, errs)
	}
	say(out, address, env, o.serve, p.Checked())
	if !o.serve {
		<-ctx.Done()
		return nil
	}
	b, err := startBot(ctx, env, errs)
	if err != nil {
		return err
	}
	defer b.end()
	return b.wait(ctx)
}

// listen serves the playground on a socket and returns its address.
func listen(ctx context.Context, addr string, p *playground.Playground) (address string, end func(), err error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", addr)
	if err != nil {
		return "", nil, fmt.Errorf("-addr: %w", err)
	}
	s := &http.Server{Handler: p, ReadHeaderTimeout: 5 * time.Second}
	go func() { _ = s.Serve(l) }() // it returns when it is closed
	return "http://" + l.Addr().String(), func() { _ = s.Close() }, nil
}

// say tells where everything is.
func say(out io.Writer, address string, env []string, serves, checked bool) {
	fmt.Fprintf(out, "Talk to the bot at %s\n", address)
	if !checked {
		fmt.Fprintln(out, "The specifications are not there (-specs): calls of the bot are not checked against them.")
	}
	if serves {
		fmt.Fprintln(out, "The bot is being built and started. End both with Ctrl-C.")
		return
	}
	fmt.Fprint(out, "In another terminal, run the bot against it:\n\n")
	for _, e := range env {
		fmt.Fprintf(out, "%s \\\n", e)
	}
	fmt.Fprint(out, "NONMERCI_HTTP_ADDR=127.0.0.1:0 \\\ngo run . serve\n\nEnd with Ctrl-C.\n")
}
