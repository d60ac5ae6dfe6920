// Command floor is a bot that understands nothing. It receives on both platforms and answers everything with the same sentence, as fast as
// they let a bot send: what that takes is what no program made of the same parts goes below. The command load runs it beside « serve ».
//
//	floor bare       # a WebSocket, getUpdates, and one call of net/http for an answer
//	floor libraries  # the same by the libraries, as their examples use them
//
// It is pointed at servers by the settings of the program for tokens and addresses, and says « ready » on standard output once it receives.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// text is what every question is answered with.
const text = "Je ne comprends rien à ce que vous me demandez, mais je vous réponds."

// What the platforms let a bot send in a second.
const (
	discordCeiling  = 50
	telegramCeiling = 30
)

// A place is where one platform is.
type place struct{ base, token string }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:])
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "floor:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	if len(args) != 1 || args[0] != "bare" && args[0] != "libraries" {
		return errors.New("say « bare » or « libraries »")
	}
	discord := place{os.Getenv("NONMERCI_DISCORD_API_URL"), os.Getenv("NONMERCI_DISCORD_TOKEN")}
	telegram := place{os.Getenv("NONMERCI_TELEGRAM_API_URL"), os.Getenv("NONMERCI_TELEGRAM_TOKEN")}
	if discord.base == "" || telegram.base == "" {
		return errors.New("set NONMERCI_DISCORD_API_URL and NONMERCI_TELEGRAM_API_URL to test servers")
	}
	onDiscord, onTelegram := bareDiscord, bareTelegram
	if args[0] == "libraries" {
		onDiscord, onTelegram = libraryDiscord, libraryTelegram
	}
	errs := make(chan error, 2)
	ready := func() { time.AfterFunc(time.Second, func() { fmt.Println("ready") }) } // to ask for the gateway was a call, too
	go func() { errs <- onDiscord(ctx, discord, ready) }()
	go func() { errs <- onTelegram(ctx, telegram) }()
	err := errors.Join(<-errs, <-errs)
	if ctx.Err() != nil {
		return nil //nolint:nilerr // the end was asked for
	}
	return err
}

// slots let so many calls leave in a second, whatever the network does: each is free again a second after its answer.
type slots chan struct{}

func newSlots(n int) slots {
	s := make(slots, n)
	for range n {
		s <- struct{}{}
	}
	return s
}

// send makes one call when there is a slot for it.
func (s slots) send(call func() error) {
	<-s
	if err := call(); err != nil {
		fmt.Println("not answered:", err)
	}
	time.AfterFunc(time.Second, func() { s <- struct{}{} })
}

// newHTTP keeps as many connections as answers may be under way at once: those of net/http itself would be closed again and again.
func newHTTP() *http.Client {
	return &http.Client{Timeout: time.Minute, Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
}
