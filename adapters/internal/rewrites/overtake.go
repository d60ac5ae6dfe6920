package rewrites

import (
	"context"
	"time"

	"nonmerci/bot"
)

// Pressed says that a button of a message was pressed: from now on it is not changed by a rewrite, whether that has begun or not. It is called
// before the press is followed, and returns when a change that has left already has arrived, so that what was pressed comes after it. What the
// press shows may be put into other words in its turn, under the number returned, unless another press has followed.
func (w *Rewrites) Pressed(ctx context.Context, shown string) (press int64) {
	if w.core == nil || shown == "" {
		return 0
	}
	w.mu.Lock()
	w.presses++
	press = w.presses
	w.pressed.Add(shown, press)
	leaving := overtake(w.shown[shown])
	w.mu.Unlock()
	if leaving == nil {
		return press
	}
	t := time.NewTimer(patience)
	defer t.Stop()
	select {
	case <-leaving:
	case <-t.C:
	case <-ctx.Done():
	}
	return press
}

// Asked says that somebody asked something else in a conversation: the answer before stays as it is, for they read on.
func (w *Rewrites) Asked(m bot.Message) {
	if w.core == nil {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	overtake(w.asked[conversation{m.Chat, m.From}])
}

// overtake gives a rewrite up. When it is too late for that, done is closed once it is over. The mutex is held.
func overtake(rw *rewrite) (done <-chan struct{}) {
	switch {
	case rw == nil:
		return nil
	case rw.showing:
		return rw.done
	}
	rw.over = true
	rw.cancel()
	return nil
}

// Close gives up what is under way, and returns when it has ended. Nothing begins after that.
func (w *Rewrites) Close() {
	w.mu.Lock()
	w.closed = true
	w.mu.Unlock()
	w.cancel()
	w.all.Wait()
}
