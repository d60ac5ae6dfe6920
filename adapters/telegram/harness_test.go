package telegram

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/memnet"
	"nonmerci/internal/telegramtest"
	"nonmerci/knowledge/base"
	"nonmerci/knowledge/understand"
)

// specDir holds the specification of the Bot API, beside the repository.
const specDir = "../../../shared/specs/telegram"

// A rig is an adapter against a test server, in a bubble where no time passes.
type rig struct {
	*telegramtest.Server
	t    *testing.T
	a    *Adapter
	net  *memnet.Listener
	http *http.Server
	opts Options
	core Core
	log  *syncBuffer
	with bot.Handler
	tune func(*Adapter) // changes what only a test changes
	stop context.CancelFunc
	ran  chan error
	quit bool // the test has stopped the adapter itself
}

// A syncBuffer keeps what is logged.
type syncBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *syncBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *syncBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

// setting is what a test wants otherwise than usual.
type setting struct {
	server telegramtest.Options
	opts   Options
	core   Core
	answer bot.Handler
	idle   bool // the adapter is built and not run
	tune   func(*Adapter)
}

// journaled is a setting with a journal, for a program that is killed.
func journaled(t *testing.T) setting {
	return setting{opts: Options{Journal: filepath.Join(t.TempDir(), "journal")}}
}

// bubble runs a test with a rig, and checks at the end that every call of the adapter fitted the specification.
func bubble(t *testing.T, s setting, test func(r *rig)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, s)
		defer r.close()
		test(r)
	})
}

func newRig(t *testing.T, s setting) *rig {
	t.Helper()
	r := &rig{t: t, log: &syncBuffer{}, core: s.core, with: s.answer, tune: s.tune}
	s.server.Inline = true
	s.server.Spec = spec(t)
	var err error
	if r.Server, err = telegramtest.New(s.server); err != nil {
		t.Fatal(err)
	}
	r.net = memnet.Listen("telegram.test:80")
	r.http = &http.Server{Handler: r.Server, ErrorLog: nil}
	r.http.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, 0)
	go func() { _ = r.http.Serve(r.net) }() // ends with close
	r.opts = s.opts
	r.opts.Token, r.opts.APIURL, r.opts.Dial = r.Token(), "http://telegram.test", r.net.DialContext
	r.opts.Log = slog.New(slog.NewTextHandler(r.log, nil))
	if r.with == nil {
		r.with = echo
	}
	if r.core == nil {
		r.core = noCore{}
	}
	if !s.idle {
		r.start()
	}
	return r
}

var servers atomic.Int64 // made so far

// spec is the folder to check calls against, or "". With -short only every eighth server checks: reading the specification takes longer
// than most tests.
func spec(t *testing.T) string {
	if _, err := os.Stat(specDir); err != nil {
		t.Log("the specification is not beside the repository: calls are not checked against it")
		return ""
	}
	if n := servers.Add(1); testing.Short() && n%8 != 1 {
		return ""
	}
	return specDir
}

// start builds an adapter and runs it, and waits until it receives.
func (r *rig) start() {
	r.t.Helper()
	r.begin()
	synctest.Wait()
	for range 10 { // a server that was asked the same just before takes its time
		if r.a.Ready() == nil {
			return
		}
		time.Sleep(time.Second)
	}
	if err := r.a.Ready(); err != nil {
		r.t.Fatalf("not ready: %v\n%s", err, r.log)
	}
}

func (r *rig) begin() {
	r.t.Helper()
	var err error
	if r.a, err = New(r.opts, r.core, r.with); err != nil {
		r.t.Fatal(err)
	}
	if r.tune != nil {
		r.tune(r.a)
	}
	ctx, cancel := context.WithCancel(r.t.Context())
	r.stop, r.ran, r.quit = cancel, make(chan error, 1), false
	go func(a *Adapter, ran chan error) { ran <- a.Run(ctx) }(r.a, r.ran)
}

// end stops the adapter and returns what Run returned.
func (r *rig) end() error {
	r.t.Helper()
	r.stop()
	r.quit = true
	select {
	case err := <-r.ran:
		return err
	case <-time.After(5 * time.Minute):
		r.t.Fatal("Run does not return")
		return nil
	}
}

// crash makes the adapter deaf and dumb at once, as kill -9 does: whatever it does from now on reaches nobody and nothing.
func (r *rig) crash() {
	r.t.Helper()
	r.net.RefuseDials(true)
	r.net.CutAll()
	if w := r.a.window.Load(); w != nil {
		w.journal.close()
	}
	r.a.client.courier.stop()
	r.stop()
	r.quit = true
	if err := <-r.ran; err != nil {
		r.t.Errorf("Run: %v", err)
	}
	r.net.RefuseDials(false)
}

func (r *rig) close() {
	if r.stop != nil && !r.quit {
		if err := r.end(); err != nil {
			r.t.Errorf("Run: %v", err)
		}
	}
	r.Close()
	_ = r.http.Close()
	_ = r.net.Close()
	r.net.CutAll()
	for _, p := range r.Problems() {
		r.t.Errorf("%s", p)
	}
	if strings.Contains(r.log.String(), r.Token()) {
		r.t.Error("the token is in the log")
	}
}

// call calls a method as somebody else with the token would.
func (r *rig) call(method, body string) {
	r.t.Helper()
	req, err := http.NewRequestWithContext(r.t.Context(), http.MethodPost, "http://telegram.test/bot"+r.Token()+"/"+method, strings.NewReader(body))
	if err != nil {
		r.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	rec := httptest.NewRecorder()
	r.ServeHTTP(rec, req)
	if rec.Code != http.StatusOK {
		r.t.Fatalf("%s: %s", method, rec.Body)
	}
}

// soon is a context that ends within a time of the bubble.
func (r *rig) soon(d time.Duration) context.Context {
	ctx, cancel := context.WithTimeout(r.t.Context(), d)
	r.t.Cleanup(cancel)
	return ctx
}

// answer waits for the first answer to a message.
func (r *rig) answer(s *telegramtest.Sent) telegramtest.Message {
	r.t.Helper()
	if s.Err() != nil {
		r.t.Fatal(s.Err())
	}
	m, err := s.Wait(r.soon(2 * time.Minute))
	if err != nil {
		r.t.Fatalf("%v\n%s", err, r.log)
	}
	return m
}

// silence says that a message gets no answer.
func (r *rig) silence(s *telegramtest.Sent) {
	r.t.Helper()
	if s.Err() != nil {
		r.t.Fatal(s.Err())
	}
	time.Sleep(time.Minute)
	if got := s.Answers(); len(got) > 0 {
		r.t.Errorf("%q was answered: %q", s.Message().Text, got[0].Text)
	}
}

// person is a French speaker.
func (r *rig) person(name string) *telegramtest.Person {
	return r.NewPerson(telegramtest.User{FirstName: name, LanguageCode: "fr"})
}

// started is somebody who has started the bot and has been greeted.
func (r *rig) started(name string) *telegramtest.Person {
	r.t.Helper()
	p := r.person(name)
	r.answer(p.Start(""))
	time.Sleep(5 * time.Second)
	r.Forget()
	return p
}

// group is a chat of somebody's with the bot in it.
func (r *rig) group(kind telegramtest.ChatKind, people ...*telegramtest.Person) *telegramtest.Chat {
	r.t.Helper()
	c := r.NewChat(kind, "Salon", people...)
	if err := people[0].AddBot(c); err != nil {
		r.t.Fatal(err)
	}
	return c
}

// echo answers with what was asked.
func echo(_ context.Context, m bot.Message) (bot.Reply, error) {
	return bot.Reply{Kind: bot.Smalltalk, Lang: "fr", Text: "réponse : " + m.Text}, nil
}

var loaded = sync.OnceValues(func() (bot.Options, error) {
	model, err := understand.Default()
	if err != nil {
		return bot.Options{}, err
	}
	shared, err := base.Shared()
	return bot.Options{Model: model, Base: shared}, err
})

// real is a bot with the shared base, that remembers nobody yet.
func real(t testing.TB) *bot.Bot {
	t.Helper()
	o, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return bot.New(o)
}

// noCore is for tests that need no entries.
type noCore struct{}

func (noCore) Press(context.Context, bot.Message, bot.Press) (bot.Reply, error) {
	return bot.Reply{}, bot.ErrPress
}
func (noCore) Suggest(string, string, int) []bot.Choice       { return nil }
func (noCore) Entry(string, string, string) (bot.Reply, bool) { return bot.Reply{}, false }

func (noCore) Ask(string, []string, string, bool) bot.Reply { return bot.Reply{} }
func (noCore) Forget(bot.ChatID, bot.UserID)                {}

// genuine answers with the real bot.
func genuine(t testing.TB) setting {
	b := real(t)
	return setting{core: b, answer: b.Respond}
}

// always answers with a reply made of the message.
func always(reply func(bot.Message) bot.Reply) bot.Handler {
	return func(_ context.Context, m bot.Message) (bot.Reply, error) { return reply(m), nil }
}
