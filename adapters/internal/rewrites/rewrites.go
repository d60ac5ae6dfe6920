// Package rewrites asks for answers in other words once they are sent, beside everything else that an adapter does, and shows the words in
// the place of the answer unless something happened to it meanwhile.
package rewrites

import (
	"context"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"nonmerci/bot"
)

// Core is the bot that has the words; *bot.Bot is one. See there for the contracts.
type Core interface {
	MayRewrite(m bot.Message, r bot.Reply) bool
	Rewrite(ctx context.Context, m bot.Message, r bot.Reply) (bot.Reply, bool)
	Rewrote(o bot.RewriteOutcome)
}

// An Answer is a reply that was sent.
type Answer struct {
	Message bot.Message // that it replies to
	Reply   bot.Reply
	Shown   string // the id of the message that shows it
	Press   int64  // the number of the press that it follows, as Pressed gave it; 0 where it answers a message

	// Show puts other words in its place, once, and says what became of it. It waits until nobody else is delayed by that, and then
	// calls claim: false says that the answer is no more what it was, and must be left alone. After that it returns within some seconds.
	Show func(ctx context.Context, r bot.Reply, claim func() bool) bot.RewriteOutcome
}

// Bounds of what is known and done at once.
const (
	most        = 32              // answers being put into other words
	mostPressed = 10_000          // messages whose buttons were pressed last
	patience    = 3 * time.Second // of who presses a button while its message is being changed
)

// Rewrites are those under way. They are safe for concurrent use; nothing that calls them waits, but Pressed for a change that has begun,
// and Close.
type Rewrites struct {
	core     Core // nil when nothing is ever put into other words
	panicked func(p any)
	ctx      context.Context
	cancel   context.CancelFunc
	all      sync.WaitGroup

	mu      sync.Mutex
	closed  bool
	n       int
	shown   map[string]*rewrite
	asked   map[conversation]*rewrite // the last of each
	presses int64                     // so far
	pressed *lru.Cache[string, int64] // the last one of each message
}

type conversation struct {
	chat bot.ChatID
	from bot.UserID
}

// A rewrite is one under way.
type rewrite struct {
	Answer
	cancel  context.CancelFunc
	over    bool // something happened to the answer: it stays as it is
	showing bool // its place is being taken
	done    chan struct{}
}

// New returns rewrites of the answers of core, none when it is no Core. It starts nothing. panicked is told what Show raises.
func New(core any, panicked func(p any)) *Rewrites {
	w := &Rewrites{panicked: panicked, shown: map[string]*rewrite{}, asked: map[conversation]*rewrite{}}
	w.pressed, _ = lru.New[string, int64](mostPressed) // it fails for a size below one
	w.core, _ = core.(Core)
	w.ctx, w.cancel = context.WithCancel(context.Background())
	return w
}

// May says whether it is worth calling Begin for a reply.
func (w *Rewrites) May(m bot.Message, r bot.Reply) bool {
	return w.core != nil && w.core.MayRewrite(m, r)
}

// Begin asks for an answer in other words, unless too many are under way. It returns at once.
func (w *Rewrites) Begin(a Answer) {
	if !w.May(a.Message, a.Reply) || a.Shown == "" {
		return
	}
	ctx, cancel := context.WithCancel(w.ctx)
	rw := &rewrite{Answer: a, cancel: cancel, done: make(chan struct{})}
	if refused := w.enter(rw); refused != "" {
		cancel()
		w.core.Rewrote(refused)
		return
	}
	go w.run(ctx, rw)
}

// enter makes room; an outcome says why there is none.
func (w *Rewrites) enter(rw *rewrite) bot.RewriteOutcome {
	w.mu.Lock()
	defer w.mu.Unlock()
	rw.over = true
	switch {
	case w.closed:
		return bot.RewriteBusy
	case w.lastPress(rw.Shown) != rw.Press:
		return bot.RewriteOvertaken
	case w.n >= most:
		return bot.RewriteBusy
	}
	rw.over = false
	w.n++
	w.all.Add(1)
	w.shown[rw.Shown], w.asked[rw.conversation()] = rw, rw
	return ""
}

// lastPress is the number of the last press on a message; 0 for none.
func (w *Rewrites) lastPress(shown string) int64 {
	n, _ := w.pressed.Peek(shown)
	return n
}

func (a Answer) conversation() conversation { return conversation{a.Message.Chat, a.Message.From} }

func (w *Rewrites) run(ctx context.Context, rw *rewrite) {
	defer w.all.Done()
	defer w.leave(rw)
	defer func() {
		if p := recover(); p != nil {
			w.panicked(p)
		}
	}()
	r, ok := w.core.Rewrite(ctx, rw.Message, rw.Reply)
	switch {
	case ctx.Err() != nil:
		w.core.Rewrote(bot.RewriteOvertaken)
	case ok:
		w.core.Rewrote(rw.Show(ctx, r, func() bool { return w.claim(rw) }))
	}
}

func (w *Rewrites) claim(rw *rewrite) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	rw.showing = !rw.over && !w.closed
	return rw.showing
}

func (w *Rewrites) leave(rw *rewrite) {
	rw.cancel()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.n--
	if w.shown[rw.Shown] == rw {
		delete(w.shown, rw.Shown)
	}
	if w.asked[rw.conversation()] == rw {
		delete(w.asked, rw.conversation())
	}
	close(rw.done)
}
