package rephrase

import (
	"errors"
	"log/slog"
	"maps"
	"sync"
	"time"
)

// A Status is how a Rewriter fares: for health, doctor and metrics. It holds nothing of what was sent or received.
type Status struct {
	Model, Profile string
	Breaker        string    // « closed », « half-open » or « open »: whether the server is left alone because it failed
	Paused         bool      // it is left alone because it asked for that
	LastFailure    Class     // of the last work that came to nothing for a fault of the server, the model or the budget; "" when there was none
	LastFailureAt  time.Time // when that was
	LastAnswerAt   time.Time // when the model last answered, whether its words could be shown or not; zero: never
	TokensToday    int       // spent by all, as far as known here
	DailyTokens    int       // the bound on them; 0: none
	Calls          uint64    // requests for words
	CacheHits      uint64    // answers that were ready
	Outcomes       map[string]uint64
	Lines          Lines
}

// Lines counts lines that a model wrote, in its own words.
type Lines struct {
	Passed  uint64 // said at once what their own lines say
	Refused uint64 // did not
	Mended  uint64 // did not, and did when they were asked for again
}

// Status returns a snapshot. Outcomes counts how each Rewrite ended: « words », « cached », or a Class.
func (r *Rewriter) Status() Status {
	s := Status{
		Model: r.o.Model, Profile: r.server.profile.name, Breaker: r.breaker.State().String(), Paused: r.pausedNow(),
		TokensToday: r.budget.today(), DailyTokens: r.o.DailyTokens,
	}
	t := &r.tally
	t.mu.Lock()
	defer t.mu.Unlock()
	s.LastFailure, s.LastFailureAt, s.LastAnswerAt, s.Calls, s.CacheHits, s.Outcomes, s.Lines = t.last, t.lastAt, t.answerAt, t.calls, t.hits, maps.Clone(t.outcomes), t.lines
	return s
}

// Well says whether the last thing heard of the model is good, or nothing was heard yet.
func (s Status) Well() bool {
	return s.Breaker == "closed" && !s.Paused && !s.LastFailureAt.After(s.LastAnswerAt)
}

// A tally counts. Its zero value is ready, and it is safe for concurrent use.
type tally struct {
	mu       sync.Mutex
	calls    uint64
	hits     uint64
	outcomes map[string]uint64
	lines    Lines
	last     Class
	lastAt   time.Time
	answerAt time.Time
	said     map[string]time.Time // when the log was last told of something
}

// called counts a request for words.
func (t *tally) called() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.calls++
}

// wrote counts the lines of a job: those of the first for an answer, or what came of asking again for some.
func (t *tally) wrote(j *job) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if j.before == nil {
		t.lines.Passed += uint64(j.c.passed)
		t.lines.Refused += uint64(len(j.c.refused))
	} else {
		t.lines.Mended += uint64(j.c.passed - j.before.passed) //nolint:gosec // what passed stays
	}
}

// ended counts how a Rewrite ended.
func (t *tally) ended(cached bool, err error) {
	outcome := "words"
	var f *Failure
	switch {
	case errors.As(err, &f):
		outcome = string(f.Class)
	case cached:
		outcome = "cached"
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.outcomes == nil {
		t.outcomes = map[string]uint64{}
	}
	t.outcomes[outcome]++
	if cached {
		t.hits++
	}
}

// logEvery is how often the log is told the same.
const logEvery = time.Minute

// report remembers how a piece of work ended, and tells the log of failures, each class once a minute at most.
func (r *Rewriter) report(err error) {
	t := &r.tally
	var f *Failure
	now := time.Now()
	class := Class("")
	if errors.As(err, &f) {
		class = f.Class
	}
	switch class {
	case "", Refused, Same: // words that are not good enough are no fault
		t.mu.Lock()
		t.answerAt = now
		t.mu.Unlock()
		return
	case Closed:
		return
	case Open, Pause, Busy: // the fault behind it is known
	default:
		t.mu.Lock()
		t.last, t.lastAt = class, now
		t.mu.Unlock()
	}
	t.warn(r.o.Log, string(f.Class), "the curated answer is shown: "+f.Error())
}

// warn tells the log, unless it was told the same less than a minute ago.
func (t *tally) warn(log *slog.Logger, what, message string, args ...any) {
	t.mu.Lock()
	now := time.Now()
	if at, ok := t.said[what]; ok && now.Sub(at) < logEvery {
		t.mu.Unlock()
		return
	}
	if t.said == nil {
		t.said = map[string]time.Time{}
	}
	t.said[what] = now
	t.mu.Unlock()
	log.Warn(message, args...)
}
