package desk

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"nonmerci/knowledge"
)

// resendAfter is when a notice that nobody confirmed is given out again.
const resendAfter = 10 * time.Minute

// maxDue is how many notices of a kind are given out at once.
const maxDue = 200

// An outbox knows which notices were given out and not confirmed yet.
type outbox struct {
	mu    sync.Mutex
	given map[string]time.Time
	week  time.Time // the digests of this week are all delivered
	scan  time.Time // when to look for digests again
}

func newOutbox() *outbox { return &outbox{given: map[string]time.Time{}} }

// take says whether a notice may be given out now, and notes that it was.
func (o *outbox) take(key string, now time.Time) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	if at, ok := o.given[key]; ok && now.Sub(at) < resendAfter {
		return false
	}
	for k, at := range o.given {
		if len(o.given) > 10*maxDue && now.Sub(at) >= resendAfter {
			delete(o.given, k)
		}
	}
	o.given[key] = now
	return true
}

func (o *outbox) done(key string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	delete(o.given, key)
}

// Due returns what is to be sent to others now: decisions to members, alerts and digests to channels. A notice is returned once in ten
// minutes until Delivered confirms it. Call it every few seconds, from one goroutine; what it returns with an error is due all the same.
func (d *Desk) Due(ctx context.Context) ([]Notice, error) {
	decisions, err1 := d.decisions(ctx)
	alerts, err2 := d.alertsDue(ctx)
	digests, err3 := d.digestsDue(ctx)
	return append(append(decisions, alerts...), digests...), errors.Join(err1, err2, err3)
}

// Delivered confirms a notice. ok is false when it may work later; a person or a channel that cannot be written to any more counts as
// delivered.
func (d *Desk) Delivered(ctx context.Context, n Notice, ok bool) error {
	if !ok {
		return nil // given out again in a while
	}
	kind, rest, _ := strings.Cut(n.Key, " ")
	community, id, _ := strings.Cut(rest, " ")
	var err error
	switch kind {
	case "suggestion":
		err = d.store.MarkTold(ctx, knowledge.CommunityID(community), number(id))
	case "alert":
		platform, chat, _ := strings.Cut(community, ":")
		err = d.store.MarkSeen(ctx, Place{Platform: platform, Chat: chat}, number(id))
	case "digest":
		day, _ := knowledge.ParseDate(id)
		err = d.digestDelivered(ctx, knowledge.CommunityID(community), day)
	}
	if err != nil && !notFound(err) {
		return fmt.Errorf("note that a message was delivered: %w", err)
	}
	d.sent.done(n.Key)
	return nil
}
