package rephrase

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"time"

	"github.com/sashabaranov/go-openai"
)

// Options are what a Rewriter needs. BaseURL and Model are required.
type Options struct {
	BaseURL string // of a server with the chat completions of OpenAI, up to and with /v1
	Model   string // its name on the server
	Key     string // of the server; "" for none. It is sent to the host of BaseURL only
	Profile string // what the server understands: a name of Profiles; "" or "auto" guesses from BaseURL

	Timeout   time.Duration // how long who asks waits at most; 0 means DefaultTimeout
	Finish    time.Duration // how long a call may take in all, so that its words are ready for the next one; 0 means DefaultFinish
	FirstByte time.Duration // how long the server may take to begin an answer; 0 means DefaultFirstByte, or Timeout where that is longer
	Idle      time.Duration // how long it may say nothing in the middle of one; 0 means DefaultIdle

	Concurrency int // calls at a time; 0 means DefaultConcurrency
	Cache       int // answers kept, in memory; 0 means DefaultCache

	DailyTokens          int    // of all calls of a day (UTC); 0: no bound
	CommunityDailyTokens int    // of the calls that one community pays for; 0: no bound
	Ledger               Ledger // where tokens are counted across restarts; nil: in memory alone

	Log *slog.Logger // nil: nowhere. A line for each class of failure, once a minute at most, without any text
	// Dial opens connections; nil means those of the system.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
}

// What zero Options mean. A short answer takes a model on a graphics card a second or two, and one on a processor ten or more.
const (
	DefaultTimeout     = 2500 * time.Millisecond
	DefaultFinish      = 30 * time.Second
	DefaultFirstByte   = 20 * time.Second
	DefaultIdle        = 10 * time.Second
	DefaultConcurrency = 4
	DefaultCache       = 2000
)

// withDefaults fills in what was left out.
func (o Options) withDefaults() Options {
	o.Timeout = cmp.Or(o.Timeout, DefaultTimeout)
	o.Finish = max(cmp.Or(o.Finish, DefaultFinish), o.Timeout)
	o.FirstByte = cmp.Or(o.FirstByte, max(DefaultFirstByte, o.Timeout))
	o.Idle = cmp.Or(o.Idle, DefaultIdle)
	o.Concurrency = cmp.Or(o.Concurrency, DefaultConcurrency)
	o.Cache = cmp.Or(o.Cache, DefaultCache)
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}

// check returns what cannot be used.
func (o Options) check() error {
	u, err := url.Parse(o.BaseURL)
	switch {
	case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		return errors.New("the address of the model's server is not one; write it as https://host/v1")
	case o.Model == "":
		return errors.New("the model has no name; write one that the server knows")
	case o.Timeout < 0 || o.Finish < 0 || o.FirstByte < 0 || o.Idle < 0 || o.Concurrency < 0 || o.Cache < 0 || o.DailyTokens < 0 || o.CommunityDailyTokens < 0:
		return errors.New("a bound on the model is below zero; write one above it")
	}
	// The client refuses some names, those of models that reason, once max_tokens is set; and a few that are not for chats.
	if err := openai.NewReasoningValidator().Validate(request(o.Model, nil, 1)); err != nil {
		return fmt.Errorf("the model %q reasons before it writes, which this cannot use; name another", o.Model)
	}
	return nil
}
