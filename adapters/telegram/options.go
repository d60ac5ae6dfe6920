package telegram

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	vmetrics "github.com/VictoriaMetrics/metrics"

	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// Options are what an adapter needs to know. Only Token has no default.
type Options struct {
	Token  string
	APIURL string // "" is https://api.telegram.org

	Webhook     *Webhook // nil is long polling
	DropWebhook bool     // long polling: delete a webhook that is set, instead of saying that it is in the way

	// Journal is a file for the ids of updates that were answered and not yet confirmed, so that a crash doubles no answer.
	// "" keeps them in memory alone.
	Journal string

	Log     *slog.Logger                                                      // nil says nothing
	Metrics *vmetrics.Set                                                     // where they are visible; nil is nowhere
	Dial    func(ctx context.Context, network, addr string) (net.Conn, error) // nil dials, or goes through the proxy of the environment
	Grace   time.Duration                                                     // how long Run drains; 0 is 10 s

	// Desk is where moderators, curators and members act; without it the adapter answers questions alone. Places is needed with it.
	Desk     Desk
	Places   Places
	Curators []int64 // ids of people who may edit the shared base
	// PassOn is given what is to be told on another platform, because of something that was done on this one. It must not block. nil leaves
	// it to the desk, which gives it out again in some minutes.
	PassOn func(n desk.Notice)

	// Lease waits until this instance is the one that asks for updates; nil means that it always is. The lease is held until ctx is done. lost,
	// which may be nil, is closed when it is taken away before: nothing more is asked for then, and Lease is called again. An error ends Run. It
	// is for long polling: to a webhook, Telegram chooses the instance.
	Lease func(ctx context.Context) (lost <-chan struct{}, err error)
	// Claim says whether this instance is the one that works on an update, and waits while another may be working on it; end, which is not nil
	// when it is, is told whether it was done. nil means that it always is. After an error it is worked on.
	Claim func(ctx context.Context, update int64) (end func(done bool), mine bool, err error)
	// Keeps says whether this instance keeps the guides up to date and looks for groups that removed the bot; nil means that it does. When it begins to, GuideChanged is called.
	Keeps func() bool

	// Unlimited lifts our own pace of sending, for a server that has no limits.
	Unlimited bool

	proxy func(*http.Request) (*url.URL, error) // of the environment, unless Dial is given
}

// A Webhook is how Telegram reaches us: at an https URL that a proxy serves, or at Listener.
type Webhook struct {
	URL            string
	Secret         string       // 1-256 characters of A-Z a-z 0-9 _ -
	MaxConnections int          // 0 is 40
	Listener       net.Listener // Run closes it; nil: whoever builds the adapter mounts WebhookHandler
}

// Core is what the adapter asks of the bot, besides answers to messages.
type Core interface {
	Press(ctx context.Context, m bot.Message, p bot.Press) (bot.Reply, error)
	Suggest(typed, lang string, n int) []bot.Choice
	Entry(id, lang, device string) (bot.Reply, bool)
	Ask(question string, turns []string, lang string, explain bool) bot.Reply
	Forget(chat bot.ChatID, from bot.UserID)
}

const (
	defaultAPI   = "https://api.telegram.org"
	defaultGrace = 10 * time.Second
)

var (
	tokenForm  = regexp.MustCompile(`^[0-9]{1,19}:[A-Za-z0-9_-]+$`)
	secretForm = regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`)
)

// checked returns the options with their defaults, or what is wrong with them and what to write instead. It never quotes a secret.
func (o Options) checked() (Options, error) {
	o.Token = strings.TrimSpace(o.Token)
	if !tokenForm.MatchString(o.Token) {
		return o, errors.New("the Telegram token must look like 123456:ABC-DEF; copy it from @BotFather (https://t.me/BotFather), /mybots, API Token")
	}
	o.APIURL = strings.TrimRight(o.APIURL, "/")
	if o.APIURL == "" {
		o.APIURL = defaultAPI
	}
	if u, err := url.Parse(o.APIURL); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return o, errors.New("the address of the Bot API must be http:// or https:// with a host, such as " + defaultAPI)
	}
	if o.Desk != nil && o.Places == nil {
		return o, errors.New("a desk on Telegram needs Places, to keep its guides and to be told of groups")
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Grace <= 0 {
		o.Grace = defaultGrace
	}
	if o.Dial == nil {
		o.proxy = http.ProxyFromEnvironment
		o.Dial = (&net.Dialer{Timeout: 10 * time.Second}).DialContext
	}
	return o, o.Webhook.check()
}

// check says what is wrong with the settings of a webhook; nil is right.
func (w *Webhook) check() error {
	if w == nil {
		return nil
	}
	u, err := url.Parse(w.URL)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http":
		return errors.New("the URL of the Telegram webhook must be https:// with a host and a path that is hard to guess")
	case !secretForm.MatchString(w.Secret):
		return errors.New("the secret of the Telegram webhook must be 1 to 256 of the characters A-Z a-z 0-9 _ -; « openssl rand -hex 32 » makes one")
	case w.MaxConnections < 0 || w.MaxConnections > 100:
		return fmt.Errorf("a Telegram webhook has 1 to 100 connections, not %d", w.MaxConnections)
	}
	return nil
}
