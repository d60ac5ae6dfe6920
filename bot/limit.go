package bot

import (
	"container/list"
	"context"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Limits are how many messages are answered. A zero Rate means that there is no such limit.
type Limits struct {
	Person Limit // of one person, in all chats
	Chat   Limit // in one chat
	All    Limit // by the whole program
}

// A Limit lets Burst messages pass at once, and then Rate a second.
type Limit struct {
	Rate  float64
	Burst int
}

// DefaultLimits let a person think aloud and a busy channel ask, and stop a flood.
var DefaultLimits = Limits{
	Person: Limit{Rate: 0.5, Burst: 20},
	Chat:   Limit{Rate: 2, Burst: 60},
	All:    Limit{Rate: 500, Burst: 5000},
}

// Within answers the messages that the limits let pass. The first one over a limit is answered by one polite notice, Aside; those that
// follow in the same flood by the silent Reply. now is the time; nil means time.Now.
func Within(l Limits, now func() time.Time) Middleware {
	if now == nil {
		now = time.Now
	}
	g := &guard{limits: l, people: newBuckets(l.Person), chats: newBuckets(l.Chat)}
	if l.All.Rate > 0 {
		g.all = rate.NewLimiter(rate.Limit(l.All.Rate), l.All.Burst)
	}
	return func(next Handler) Handler {
		return func(ctx context.Context, m Message) (Reply, error) {
			switch ok, notice := g.pass(m, now()); {
			case ok:
				return next(ctx, m)
			case notice:
				return Reply{Kind: Smalltalk, Lang: m.Lang, Confidence: 1, Text: WordsIn(m.Lang).Busy, Place: Aside}, nil
			}
			return Reply{}, nil
		}
	}
}

type guard struct {
	mu            sync.Mutex
	limits        Limits
	all           *rate.Limiter
	people, chats *buckets
}

// pass says whether a message may be answered, and if not, whether to say so.
func (g *guard) pass(m Message, now time.Time) (ok, notice bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	person, chat := g.people.of(string(m.From)), g.chats.of(string(m.Chat))
	for _, b := range []*bucket{person, chat} {
		if b != nil && !b.limiter.AllowN(now, 1) {
			notice = !b.told
			b.told = true
			return false, notice
		}
	}
	if g.all != nil && !g.all.AllowN(now, 1) {
		return false, false
	}
	for _, b := range []*bucket{person, chat} {
		if b != nil && b.limiter.TokensAt(now) >= float64(b.limiter.Burst())/2 {
			b.told = false // the flood is over; a new one gets a notice of its own
		}
	}
	return true, false
}

// maxBuckets bounds how many people and chats are followed; the one unseen for longest is forgotten first.
const maxBuckets = 50_000

// A bucket is the limiter of one person or chat.
type bucket struct {
	key     string
	limiter *rate.Limiter
	told    bool // the notice was given
}

type buckets struct {
	limit  Limit
	byKey  map[string]*list.Element
	recent list.List // of *bucket, the latest first
}

func newBuckets(l Limit) *buckets { return &buckets{limit: l, byKey: map[string]*list.Element{}} }

// of returns the bucket of a key; nil when there is no limit.
func (b *buckets) of(key string) *bucket {
	if b.limit.Rate <= 0 {
		return nil
	}
	if e, ok := b.byKey[key]; ok {
		b.recent.MoveToFront(e)
		return e.Value.(*bucket)
	}
	if b.recent.Len() >= maxBuckets {
		old := b.recent.Back()
		delete(b.byKey, b.recent.Remove(old).(*bucket).key)
	}
	nb := &bucket{key: key, limiter: rate.NewLimiter(rate.Limit(b.limit.Rate), b.limit.Burst)}
	b.byKey[key] = b.recent.PushFront(nb)
	return nb
}
