package telegram

import (
	"hash/fnv"
	"strings"
	"sync"
	"time"

	"nonmerci/bot"
)

const (
	maxLoop    = 3                // answers in a row to what may be a machine
	quickBack  = 2 * time.Second  // a machine that looks like a person writes back within this,
	signedBack = 5 * time.Second  // one that looks like a chat within this
	loopQuiet  = 10 * time.Minute // after which a row is forgotten
	maxLoops   = 10_000
	sameWords  = 40 // bytes of an answer that come back
)

// loops stop a conversation with a machine that Telegram shows as a person or a channel. A message counts as a machine's when its author
// sent it within a moment of our answer to them, and it is signed by a chat, or says the same as the message before, or has our answer
// in it. After three answers to such messages in a row there are none, until a message comes that is not one, or ten minutes after
// the last. It is safe for concurrent use; the zero value is ready.
type loops struct {
	mu    sync.Mutex
	chats map[int64]*loop
}

type loop struct {
	row    int
	last   time.Time // when the last message came that counts as a machine's
	answer int       // the last of ours,
	words  string    // how it begins,
	left   time.Time // when it left,
	to     bot.UserID
	asked  uint64 // and a hash of what it answers
}

// allow says whether to answer a message that came at a time.
func (l *loops) allow(q *question, came time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	lp := l.of(q.at.chat, came)
	if !lp.repeats(q, came) {
		lp.row = 0
		return true
	}
	if came.Sub(lp.last) > loopQuiet {
		lp.row = 0
	}
	lp.last = came
	lp.row++
	return lp.row <= maxLoop
}

func (lp *loop) repeats(q *question, came time.Time) bool {
	since := min(came.Sub(lp.left), came.Sub(lp.last))
	if lp.answer == 0 || q.id < lp.answer || q.from != lp.to {
		return false
	}
	if q.automatic {
		return since <= signedBack
	}
	return since <= quickBack && (hash(q.text) == lp.asked || lp.words != "" && strings.Contains(q.text, lp.words))
}

func hash(s string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(s)) // does not fail
	return h.Sum64()
}

// answered notes that an answer to a message has left.
func (l *loops) answered(q *question, answer int, words string, now time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	lp := l.of(q.at.chat, now)
	lp.answer, lp.left, lp.to, lp.asked = answer, now, q.from, hash(q.text)
	lp.words = strings.ToValidUTF8(words[:min(len(words), sameWords)], "")
}

func (l *loops) of(chat int64, now time.Time) *loop {
	if lp := l.chats[chat]; lp != nil {
		return lp
	}
	if l.chats == nil {
		l.chats = map[int64]*loop{}
	}
	if len(l.chats) >= maxLoops {
		for id, lp := range l.chats {
			if now.Sub(lp.left) > loopQuiet && now.Sub(lp.last) > loopQuiet {
				delete(l.chats, id)
			}
		}
	}
	lp := &loop{}
	l.chats[chat] = lp
	return lp
}
