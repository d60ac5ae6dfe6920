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
	open    map[int64]waiting // not finished
	crowds  map[string]*crowd // that have something open, by lane
	last    int64             // the highest id accepted
	floor   int64             // confirmed up to here, whatever is open
	asked   int64             // the offset of the last call: what lies before it is confirmed
	forgot  int64             // what the journal has been told to forget
	changed chan struct{}     // closed when one is finished
}

// waiting is an update that is not finished: where it waits, nil for nowhere yet, and since when.
type waiting struct {
	lane  *crowd
	since time.Time
}

// A crowd is what is open of one lane.
type crowd struct {
	lane  string
	open  int
	flood bool // more came than it has room for: it holds nothing back until it is empty
}

func newWindow(j *journal) *window {
	return &window{journal: j, met: seen.New(keepIDs, mostIDs), open: map[int64]waiting{}, crowds: map[string]*crowd{}, changed: make(chan struct{})}
}

// begin opens an update. fresh is false for one that was met before: it is not to be handled again. again is true for one whose answer
// may have left before a crash.
func (w *window) begin(id int64) (fresh, again bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	now := time.Now()
	w.last = max(w.last, id)
	begun, done := w.journal.known(id)
	if _, open := w.open[id]; open || done || w.met.Has(key(id), now) {
		return false, false
	}
	w.open[id] = waiting{since: now}
	return true, begun
}

// waits notes the lane that an open update waits in.
func (w *window) waits(id int64, lane string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	u, open := w.open[id]
	if !open || u.lane != nil {
		return
	}
	l := w.crowds[lane]
	if l == nil {
		l = &crowd{lane: lane}
		w.crowds[lane] = l
	}
	l.open++
	u.lane = l
	w.open[id] = u
}

// floods notes that more came for a lane than it has room for. What waits in it is confirmed from now on, until it is empty: it must not
// hide for minutes what others ask behind it. Only in such a flood could a crash lose questions, and only its own.
func (w *window) floods(lane string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if l := w.crowds[lane]; l != nil {
		l.flood = true
	}
}

// shut takes an update out of those that are open. w.mu is held.
func (w *window) shut(id int64) {
	if l := w.open[id].lane; l != nil {
		if l.open--; l.open == 0 {
			delete(w.crowds, l.lane)
		}
	}
	delete(w.open, id)
}

func key(id int64) string { return strconv.FormatInt(id, 10) }

// giveBack forgets an update that nothing had room for: it comes again, because nothing from it on is confirmed.
func (w *window) giveBack(id int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.shut(id)
	w.last = min(w.last, id-1)
}

// finish closes an update: it was answered with these messages, or is not to be.
func (w *window) finish(id int64, messages []number) {
	w.journal.end(id, messages)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.shut(id)
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
	for id, u := range w.open {
		if id >= w.floor && (u.lane == nil || !u.lane.flood) {
			v.held++
			v.offset = min(v.offset, id)
		}
	}
	v.offset = max(v.offset, w.floor)
	return v
}

// confirmed notes that Telegram was asked for updates from an offset on.
func (w *window) confirmed(offset int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.asked = offset
	if old := offset - keptBehind; old >= w.forgot+keptBehind/4 { // each time goes through all of it
		w.forgot = old
		w.journal.forget(old)
	}
}

// owes is the offset to ask for so that everything finished is confirmed; due is false when it was asked for already.
func (w *window) owes() (offset int64, due bool) {
	v := w.view()
	w.mu.Lock()
	defer w.mu.Unlock()
	return v.offset, v.offset > w.asked
}

// overrun confirms what is accepted before an id, finished or not, up to the first that is still in its time: it was taken less than so long ago.
// And a lane in which so many wait is a flood. What it confirms unfinished is lost if the process is killed now.
func (w *window) overrun(before int64, inTime time.Duration, many int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	now := time.Now()
	before = min(before, w.last+1)
	for id, u := range w.open {
		if id < before && now.Sub(u.since) < inTime {
			before = id
		}
	}
	w.floor = max(w.floor, before)
	for _, l := range w.crowds {
		l.flood = l.flood || l.open >= many
	}
}
