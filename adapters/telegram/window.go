package telegram

import (
	"strconv"
	"sync"
	"time"

	"nonmerci/adapters/internal/seen"
)

const (
	keepIDs = 24 * time.Hour // as long as Telegram keeps an update
	mostIDs = 100_000

	keptBehind = 2000 // ids that the journal keeps behind what is confirmed, because an update can come again all the same
)

// A window is the updates from the first that is not finished to the last that was accepted. Only what lies before it is confirmed:
// Telegram keeps the rest, and brings it again after a crash. It is safe for concurrent use.
type window struct {
	journal *journal

	mu      sync.Mutex
	met     *seen.Set
	open    map[int64]time.Time // not finished, and since when
	last    int64               // the highest id accepted
	floor   int64               // confirmed up to here, whatever is open
	asked   int64               // the offset of the last call: what lies before it is confirmed
	changed chan struct{}       // closed when one is finished
}

func newWindow(j *journal) *window {
	return &window{journal: j, met: seen.New(keepIDs, mostIDs), open: map[int64]time.Time{}, changed: make(chan struct{})}
}

// begin opens an update. fresh is false for one that was met before: it is not to be handled again. again is true for one whose answer
// may have left before a crash.
func (w *window) begin(id int64) (fresh, again bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	now := time.Now()
	w.last = max(w.last, id)
	begun, done := w.journal.known(id)
	if done || !w.open[id].IsZero() || w.met.Has(key(id), now) {
		return false, false
	}
	w.open[id] = now
	return true, begun
}

func key(id int64) string { return strconv.FormatInt(id, 10) }

// giveBack forgets an update that nothing had room for: it comes again, because nothing from it on is confirmed.
func (w *window) giveBack(id int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.open, id)
	w.last = min(w.last, id-1)
}

// finish closes an update: it was answered with these messages, or is not to be.
func (w *window) finish(id int64, messages []number) {
	w.journal.end(id, messages)
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.open, id)
	w.met.Add(key(id), time.Now())
	close(w.changed)
	w.changed = make(chan struct{})
}

// A view is the state of the window at one time.
type view struct {
	offset  int64 // to confirm: everything below
	open    int   // not finished
	held    int   // of these, not confirmed either
	changed <-chan struct{}
}

func (w *window) view() view {
	w.mu.Lock()
	defer w.mu.Unlock()
	v := view{open: len(w.open), changed: w.changed}
	if w.last > 0 {
		v.offset = w.last + 1
	}
	for id := range w.open {
		if id >= w.floor {
			v.held++
			v.offset = min(v.offset, id)
		}
	}
	v.offset = max(v.offset, w.floor)
	return v
}

// confirmed notes that Telegram was asked for updates from an offset on.
func (w *window) confirmed(offset int64) {
	w.journal.forget(offset - keptBehind)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.asked = offset
}

// owes is the offset to ask for so that everything finished is confirmed; due is false when it was asked for already.
func (w *window) owes() (offset int64, due bool) {
	v := w.view()
	w.mu.Lock()
	defer w.mu.Unlock()
	return v.offset, v.offset > w.asked
}

// overrun confirms what is accepted before an id, finished or not. What it confirms unfinished is lost if the process is killed now.
func (w *window) overrun(before int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.floor = max(w.floor, min(before, w.last+1))
}
