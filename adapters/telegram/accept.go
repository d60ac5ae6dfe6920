package telegram

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strconv"
	"time"

	"nonmerci/adapters/internal/lanes"
)

// errBusy says that nothing has room for an update now.
var errBusy = errors.New("too much is waiting")

// A job is an update under way.
type job struct {
	id       int64
	at       time.Time // of its receipt
	again    bool      // its answer may have left before a crash,
	behind   number    // after this message
	asked    number    // the message that it is
	messages []number  // sent for it
}

// numbers are those of its own message and of those sent for it.
func (j *job) numbers() []number {
	if j.asked.id == 0 {
		return j.messages
	}
	return append([]number{j.asked}, j.messages...)
}

// accept takes an update into its lane. fresh is false for one that was met before. The error is errBusy: it was not taken, and must come
// again. It does not block, and does not panic whatever the update is.
func (a *Adapter) accept(raw []byte) (fresh bool, err error) {
	id, ok := updateID(raw)
	return a.admit(arrival{id, ok, raw})
}

// admit is accept for an update whose id has been read.
func (a *Adapter) admit(u arrival) (fresh bool, err error) {
	w, id, raw := a.window.Load(), u.id, u.raw
	if w == nil {
		return false, errBusy
	}
	if !u.known {
		a.unreadable(len(raw))
		return false, nil
	}
	if a.opts.Webhook != nil && id%100 == 0 {
		w.confirmed(id) // nothing says which are
	}
	j := &job{id: id, at: time.Now()}
	if fresh, j.again = w.begin(id); !fresh {
		return false, nil
	}
	if j.again {
		j.behind = w.journal.behind(id)
	}
	e, err := a.read(raw)
	if err != nil {
		a.unreadable(len(raw))
		w.finish(id, nil)
		return true, nil //nolint:nilerr // to take it again would not help
	}
	if err := a.dispatch(w, j, e); errors.Is(err, lanes.ErrLaneFull) {
		a.metrics.Updates.With("dropped").Inc() // one place floods us: the others go on
		if e.question != nil {
			w.floods(e.question.at.key())
		}
		w.finish(id, nil)
		return true, nil
	} else if err != nil {
		w.giveBack(id)
		return false, errBusy
	}
	a.metrics.Updates.With(e.kind()).Inc()
	return true, nil
}

func (a *Adapter) unreadable(size int) {
	a.metrics.Undecodable.Inc()
	a.opts.Log.Warn("an update of Telegram cannot be read and is passed over", "bytes", size)
}

// read converts an update; that it panics is one more way to be unreadable.
func (a *Adapter) read(raw []byte) (e event, err error) {
	defer func() {
		if p := recover(); p != nil {
			a.panicked(p)
			e, err = event{}, errUnreadable
		}
	}()
	return convert(*a.me.Load(), raw)
}

// panicked counts a panic and says where it was, and nothing of what was being read.
func (a *Adapter) panicked(p any) {
	a.metrics.Panics.Inc()
	a.opts.Log.Error("a panic was caught", "panic", fmt.Sprintf("%T", p), "stack", string(debug.Stack()))
}

// dispatch puts an event into its lane, or follows it at once when that is quick. The error is of the lanes.
func (a *Adapter) dispatch(w *window, j *job, e event) error {
	if chat, ok := e.group(); ok && a.room != nil {
		a.room.signs.meet(chat, j.at)
	}
	switch {
	case e.question != nil:
		q := e.question
		a.sender.numbers.note(q.at, q.id)
		j.asked = q.at.number(q.id)
		if !q.at.group {
			a.chats.wrote(q.at.chat, q.sent)
		}
		lane := q.at.key()
		w.waits(j.id, lane)
		return a.slow.Put(lane, a.piece(w, j, func(ctx context.Context) bool { return a.answerQuestion(ctx, w, j, q) }))
	case e.press != nil:
		return a.quick.Put(string(person(e.press.From.ID)), func(ctx context.Context) { a.follow(ctx, w, j, e.press) })
	case e.query != nil:
		return a.quick.Put(string(person(e.query.From.ID)), a.piece(w, j, func(ctx context.Context) bool { return a.suggest(ctx, e.query) }))
	case e.member != nil:
		a.membership(e.member)
		if a.room != nil {
			if work := a.room.joined(e.member); work != nil {
				return a.quick.Put("place "+strconv.FormatInt(e.member.Chat.ID, 10), a.piece(w, j, work))
			}
		}
	case e.other != nil:
		if a.room != nil {
			a.room.memberChanged(e.other)
		}
	case e.migrated != nil:
		a.chats.moved(e.migrated.from, e.migrated.to)
	}
	w.finish(j.id, nil)
	return nil
}

// piece is work for an update: it is finished when the work says so, and also when it panics; not when it was cut off by the end, so
// that Telegram brings it again.
func (a *Adapter) piece(w *window, j *job, work func(context.Context) bool) func(context.Context) {
	return func(ctx context.Context) {
		done := true
		defer func() {
			if p := recover(); p != nil {
				a.panicked(p)
			}
			if done {
				w.finish(j.id, j.numbers())
			}
		}()
		end, mine := a.claim(ctx, j.id)
		if !mine { // another instance has answered it; or this one ends, and another will
			done = ctx.Err() == nil
			return
		}
		defer func() { end(done) }()
		done = work(received(ctx, j.at))
	}
}

// membership opens and closes a chat.
func (a *Adapter) membership(m *memberUpdated) {
	is := func(b *bool) bool { return b == nil || *b }
	switch s := m.New.Status; {
	case s == "left", s == "kicked", s == "restricted" && (!is(m.New.IsMember) || !is(m.New.CanSend)):
		a.chats.close(m.Chat.ID)
	default:
		a.chats.open(m.Chat.ID)
	}
}
