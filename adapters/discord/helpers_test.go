package discord

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	vmetrics "github.com/VictoriaMetrics/metrics"

	"nonmerci/bot"
	"nonmerci/internal/discordtest"
	"nonmerci/internal/memnet"
	"nonmerci/internal/metricstest"
	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
	"nonmerci/knowledge/understand"
)

// realBot is a bot for what needs no memory of its own.
var realBot = sync.OnceValue(func() *bot.Bot { return botAt(today) })

var today = time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)

// agedBot is the bot in a year when every entry is to be checked again.
var agedBot = sync.OnceValue(func() *bot.Bot { return botAt(time.Date(2031, 1, 1, 12, 0, 0, 0, time.UTC)) })

// loaded are the model and the shared base, read once.
var loaded = sync.OnceValues(func() (*understand.Model, *knowledge.Base) {
	model, err := understand.Default()
	if err != nil {
		panic(err)
	}
	shared, err := base.Shared()
	if err != nil {
		panic(err)
	}
	return model, shared
})

// botAt is a bot with a memory of its own, on one day.
func botAt(now time.Time) *bot.Bot {
	model, shared := loaded()
	return bot.New(bot.Options{Model: model, Base: shared, Now: func() time.Time { return now }})
}

const specFile = "../../../shared/specs/discord/openapi.json"

// A world is a Discord in memory with a server, a channel, a person and the bot.
type world struct {
	*discordtest.Server
	t       *testing.T
	net     *memnet.Network
	at      *memnet.Listener
	log     *logged
	counted *vmetrics.Set
	opts    Options
	core    Core
	answer  bot.Handler
	adapter *Adapter
	guild   *discordtest.Guild
	channel *discordtest.Channel
	lea     *discordtest.User
	ctx     context.Context

	stop  context.CancelFunc
	ended chan error
}

// A setting changes a world before the bot connects.
type setting func(*world, *discordtest.Options)

func withAnswer(h bot.Handler) setting {
	return func(w *world, _ *discordtest.Options) { w.answer = h }
}

func withServer(change func(*discordtest.Options)) setting {
	return func(_ *world, o *discordtest.Options) { change(o) }
}

// inWorld runs a test in a bubble where time costs nothing, with the bot connected, and checks at the end that Discord found nothing
// wrong and that the bot stops.
func inWorld(t *testing.T, test func(*world), settings ...setting) {
	t.Helper()
	inQuietWorld(t, func(w *world) {
		w.start()
		w.connected()
		test(w)
	}, settings...)
}

// inQuietWorld is inWorld without the bot: the test starts it.
func inQuietWorld(t *testing.T, test func(*world), settings ...setting) {
	t.Helper()
	_, _ = loaded() // outside of the bubble
	_ = realBot()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, settings...)
		defer w.finish()
		test(w)
	})
}

func newWorld(t *testing.T, settings ...setting) *world {
	t.Helper()
	b := botAt(today)
	w := &world{t: t, net: &memnet.Network{}, log: &logged{}, counted: vmetrics.NewSet(), core: b, answer: b.Respond}
	o := discordtest.Options{UserInstall: true}
	for _, s := range settings {
		s(w, &o)
	}
	var err error
	if w.Server, err = discordtest.New(o); err != nil {
		t.Fatal(err)
	}
	if w.at, err = w.net.Listen("discord.test:80"); err != nil {
		t.Fatal(err)
	}
	go func() { _ = w.Serve(w.at) }()
	w.guild = w.AddGuild("Exemplia")
	w.channel = w.guild.AddChannel("questions")
	w.lea = w.AddUser("Lea")
	w.guild.AddMember(w.lea)
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Hour)
	t.Cleanup(cancel)
	w.ctx = ctx
	w.opts = Options{
		Token: w.Token(), APIURL: "http://discord.test", Dial: w.net.DialContext, Metrics: w.counted,
		Log: slog.New(slog.NewTextHandler(w.log, nil)),
	}
	return w
}

// start builds the bot and runs it.
func (w *world) start() {
	w.t.Helper()
	a, err := New(w.opts, w.core, w.answer)
	if err != nil {
		w.t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(w.ctx)
	w.adapter, w.stop, w.ended = a, cancel, make(chan error, 1)
	ended := w.ended
	go func() { ended <- a.Run(ctx) }()
}

// connected waits until the bot has a session and its commands.
func (w *world) connected() {
	w.t.Helper()
	if err := w.Gateway().WaitReady(w.ctx); err != nil {
		w.t.Fatal(err)
	}
	synctest.Wait()
}

// halt stops the bot and returns what Run did.
func (w *world) halt() error {
	w.stop()
	return <-w.ended
}

func (w *world) finish() {
	w.t.Helper()
	if w.stop != nil {
		if err := w.halt(); err != nil {
			w.t.Errorf("Run: %v", err)
		}
	}
	w.close()
	if w.t.Failed() {
		w.t.Logf("the log:\n%s", w.log)
	}
	for _, p := range w.Problems() {
		w.t.Errorf("problem: %s", p)
	}
	for _, secret := range []string{w.Token(), w.lea.ID()} {
		if strings.Contains(w.log.String(), secret) {
			w.t.Errorf("the log holds a secret:\n%s", w.log)
		}
	}
}

func (w *world) close() {
	_ = w.Close()
	_ = w.net.Close()
	if w.adapter != nil {
		w.adapter.send.rest.Close()
	}
	synctest.Wait()
}

// say has Lea say something to the bot in the channel.
func (w *world) say(text string, options ...discordtest.SayOption) *discordtest.Exchange {
	w.t.Helper()
	return must(w.lea.Say(w.channel, w.Bot().Mention()+" "+text, options...))(w.t)
}

// answerOf waits for the answer.
func (w *world) answerOf(x *discordtest.Exchange) discordtest.Message {
	w.t.Helper()
	return must(x.Wait(w.ctx))(w.t)
}

func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// echo is a handler that repeats.
func echo(_ context.Context, m bot.Message) (bot.Reply, error) {
	return bot.Reply{Kind: bot.Smalltalk, Lang: "fr", Text: "Vous avez dit : " + m.Text}, nil
}

var errBroken = errors.New("broken")

// logged keeps what is logged.
type logged struct {
	mu sync.Mutex
	b  strings.Builder
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func haveSpec() bool { _, err := os.Stat(specFile); return err == nil }

// metric sums a metric of the bot over its labels.
func (w *world) metric(name string) float64 {
	w.t.Helper()
	return must(metricstest.Read(w.counted))(w.t).Sum(name)
}
