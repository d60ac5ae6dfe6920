package discord

import (
	"strconv"
	"sync"
	"time"
)

// pingers find machines that Discord does not mark as such: a program in a person's account that replies to every answer would talk
// with the bot for ever. Nobody reads an answer and replies to it within two seconds; who does three times in a row in one chat is not
// answered there until somebody takes longer.
type pingers struct {
	mu   sync.Mutex
	fast map[string]int // chat → replies in a row that no person types
}

const (
	tooFast     = 2 * time.Second
	fastReplies = 3
	maxPingers  = 10_000
)

// machine says whether a message is not to be answered.
func (p *pingers) machine(q asked) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !isTooFast(q) {
		delete(p.fast, q.channel)
		return false
	}
	if p.fast == nil || len(p.fast) > maxPingers {
		p.fast = map[string]int{}
	}
	p.fast[q.channel]++
	return p.fast[q.channel] >= fastReplies
}

// isTooFast says whether a message replies to one of the bot's that had hardly appeared. Ids hold the time of their making.
func isTooFast(q asked) bool {
	reply, answer := idTime(q.id), idTime(q.replyTo)
	return q.replyTo != "" && reply > 0 && answer > 0 && reply-answer < tooFast && reply >= answer
}

// idTime is the time in an id, since Discord's epoch (docs: reference, « Snowflakes »).
func idTime(id string) time.Duration {
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil {
		return 0
	}
	return time.Duration(n>>22) * time.Millisecond
}
