package telegram

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"nonmerci/adapters/internal/delay"
	"nonmerci/adapters/internal/lanes"
	"nonmerci/adapters/internal/rewrites"
	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
)

// An Adapter meets people on Telegram, as one bot. Its methods are safe for concurrent use.
type Adapter struct {
	opts    Options
	core    Core
	answer  bot.Handler
	client  *client
	sender  *sender
	limiter *limiter
	chats   *chats
	seal    seal.Sealer
	metrics *metrics
	health  health
	loops   loops
	room    *room // nil without a desk

	slow  *lanes.Lanes // what sends messages: one lane for each place, at its pace
	quick *lanes.Lanes // what must be answered within seconds: one lane for each person

	rewrites *rewrites.Rewrites // beside the lanes: answers put into other words once they are sent

	ran    atomic.Bool
	me     atomic.Pointer[profile] // once known
	window atomic.Pointer[window]  // while Run takes updates
}

// New builds an adapter that answers messages by answer and everything else by core. It touches nothing and starts nothing; the error
// says what is wrong with the options.
func New(opts Options, core Core, answer bot.Handler) (*Adapter, error) {
	opts, err := opts.checked()
	if err != nil {
		return nil, err
	}
	a := &Adapter{opts: opts, core: core, answer: answer, chats: newChats(), limiter: newLimiter(opts.Unlimited), seal: seal.New(opts.Token, "telegram")}
	a.health.set(errors.New("not started yet"))
	a.slow = lanes.New(lanes.Options{Pace: a.limiter.pace})
	a.quick = lanes.New(lanes.Options{Workers: 16, PerKey: 20, Total: 2000})
	a.rewrites = rewrites.New(core, a.panicked)
	if a.metrics, err = newMetrics(opts.Metrics); err != nil {
		return nil, err
	}
	a.metrics.Waiting(a.depth)
	if a.client, err = newClient(opts, a.metrics); err != nil {
		return nil, err
	}
	a.sender = &sender{
		client: a.client, limiter: a.limiter, chats: a.chats, metrics: a.metrics, log: opts.Log, numbers: newNumbers(),
	}
	if a.room = newRoom(a); a.room != nil {
		a.chats.onMove(a.room.moved)
	}
	return a, nil
}

func (a *Adapter) depth() float64 { return float64(a.slow.Waiting() + a.quick.Waiting()) }

// Ready is nil while updates are received; else it says in one line why not: bot.ErrStandBy while another instance receives them.
func (a *Adapter) Ready() error { return a.health.err() }

// Run receives and answers until ctx is done; then it finishes what was accepted, within Options.Grace, and returns nil. Nothing is sent
// after that. It returns an error, with the remedy, when Telegram refuses the bot itself. It can be called once.
func (a *Adapter) Run(ctx context.Context) error {
	if a.ran.Swap(true) {
		return errors.New("a Telegram adapter runs once; build a new one")
	}
	defer a.client.courier.stop()
	if w := a.opts.Webhook; w != nil && w.Listener != nil {
		defer func() { _ = w.Listener.Close() }() // serving closes it too
	}
	me, err := a.identify(ctx)
	if err != nil || ctx.Err() != nil {
		a.health.set(stopped(err))
		return err
	}
	a.me.Store(&me)
	j := openJournal(a.opts.Journal, a.opts.Log)
	defer j.close()
	w := newWindow(j)
	if a.room != nil {
		a.room.recalls(a.opts.Journal)
		defer a.room.prompts.end()
	}
	if sent, begun := j.sent(); len(sent)+begun > 0 {
		a.sender.numbers.earlier(sent, begun)
		a.limiter.begin(begun > 0)
	}
	a.window.Store(w)
	beside, end := context.WithCancel(ctx) // what runs beside the receiving ends with it, also when the token is revoked
	defer end()
	announced := make(chan struct{})
	go func() {
		defer close(announced)
		a.announce(beside)
	}()
	kept := make(chan struct{})
	go func() {
		defer close(kept)
		if a.room == nil {
			return
		}
		var both sync.WaitGroup
		both.Go(func() { a.room.lookForGone(beside) })
		a.room.keepGuides(beside)
		both.Wait()
	}()
	if a.opts.Webhook != nil {
		err = a.serveWebhook(ctx)
	} else {
		held, leave := context.WithCancel(context.WithoutCancel(ctx))
		defer leave() // after what was accepted has been finished and confirmed
		err = a.receive(ctx, held, w)
	}
	a.health.set(stopped(err))
	end()
	a.drain(ctx, w)
	<-announced
	<-kept
	return err
}

// identify asks who we are until there is an answer. A refusal of the token ends it.
func (a *Adapter) identify(ctx context.Context) (profile, error) {
	var b backoff
	for {
		me, err := a.client.getMe(ctx)
		if err == nil {
			a.checkProfile(me)
			return me, nil
		}
		if ctx.Err() != nil {
			return profile{}, nil //nolint:nilerr // stopped before it began: not a failure
		}
		if fatal := b.refused(err); fatal != nil {
			return profile{}, fatal
		}
		a.health.set(err)
		a.opts.Log.Warn("Telegram cannot be reached yet; trying again", "err", err.Error())
		if delay.For(ctx, b.next(err)) != nil {
			return profile{}, nil //nolint:nilerr // as above
		}
	}
}

// checkProfile says once what is set in BotFather otherwise than the bot wants it.
func (a *Adapter) checkProfile(me profile) {
	if me.ReadsAll {
		a.opts.Log.Warn("privacy mode is off: Telegram shows the bot every message of its groups, which it does not need. Switch it on in @BotFather: /setprivacy, Enable, then add the bot to its groups anew")
	}
	if !me.Inline {
		a.opts.Log.Info("inline mode is off; switch it on in @BotFather: /setinline")
	}
}

// drain finishes what was accepted, within the grace, and confirms it.
func (a *Adapter) drain(ctx context.Context, w *window) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), a.opts.Grace)
	defer cancel()
	a.rewrites.Close()
	err := errors.Join(a.quick.Close(ctx), a.slow.Close(ctx)) // presses put their edits into the slow lanes
	if err != nil {
		a.opts.Log.Warn("some questions were not answered before the end; Telegram will bring them again", "err", err.Error())
	}
	if a.room != nil {
		a.room.stopping(ctx)
	}
	a.window.Store(nil)
	offset, due := w.owes()
	if a.opts.Webhook != nil || !due {
		return
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	if _, err := a.client.getUpdates(last, offset, 1, 0, nil); err != nil {
		a.opts.Log.Info("the last updates could not be confirmed; they will be known by the journal", "err", fmt.Sprint(err))
	}
}

// stopped says that Run has ended, and why if it was not asked to.
func stopped(err error) error {
	if err == nil {
		return errStopped
	}
	return fmt.Errorf("%w: %w", errStopped, err)
}
