package bot

import (
	"container/list"
	"sync"
	"time"

	"nonmerci/knowledge/understand"
)

// How long a conversation is remembered after its last turn, and how many are at once. Both bound what is known of readers: nothing
// of it is ever stored.
const (
	rememberFor      = 10 * time.Minute
	maxConversations = 20_000
)

type conversation struct {
	key     conversationKey
	context understand.Context
	choices []Choice // offered by the last reply
	at      time.Time
}

type conversationKey struct {
	chat ChatID
	from UserID
}

// memory keeps the last turn of each conversation. It is safe for concurrent use.
type memory struct {
	mu     sync.Mutex
	byKey  map[conversationKey]*list.Element
	recent list.List // of *conversation, the latest first
}

// recall returns what is remembered of a conversation; the zero conversation when it is too old or unknown.
func (m *memory) recall(key conversationKey, now time.Time) conversation {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.forgetOld(now)
	if e, ok := m.byKey[key]; ok {
		return *e.Value.(*conversation)
	}
	return conversation{key: key}
}

// keep remembers a conversation, and forgets those that are too old or too many.
func (m *memory) keep(c conversation, now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	c.at = now
	if e, ok := m.byKey[c.key]; ok {
		e.Value = &c
		m.recent.MoveToFront(e)
	} else {
		if m.byKey == nil {
			m.byKey = map[conversationKey]*list.Element{}
		}
		m.byKey[c.key] = m.recent.PushFront(&c)
	}
	m.forgetOld(now)
}

// drop forgets one conversation.
func (m *memory) drop(key conversationKey) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if e, ok := m.byKey[key]; ok {
		m.recent.Remove(e)
		delete(m.byKey, key)
	}
}

func (m *memory) forgetOld(now time.Time) {
	for e := m.recent.Back(); e != nil; e = m.recent.Back() {
		c := e.Value.(*conversation)
		if m.recent.Len() <= maxConversations && now.Sub(c.at) < rememberFor {
			return
		}
		m.recent.Remove(e)
		delete(m.byKey, c.key)
	}
}
