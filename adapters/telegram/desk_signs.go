package telegram

import (
	"sync"
	"time"
)

// silentAfter is how long nothing may be heard of a group before it is asked whether the bot is still there.
const silentAfter = 7 * 24 * time.Hour

// signs are when something was last known of groups: an update came from there, or Telegram was asked. It is in memory alone: after a start each
// group is asked once, unless it is heard before its turn. It is safe for concurrent use; the zero value knows none.
type signs struct {
	mu  sync.Mutex
	at  map[int64]time.Time
	any bool // the bot has been found in a group since the start
}

// meet is note, of a group that the bot is in.
func (s *signs) meet(chat int64, now time.Time) {
	s.note(chat, now)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.any = true
}

// met says whether the bot has been found in any group since the start.
func (s *signs) met() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.any
}

// note remembers that something was known of a group at a time.
func (s *signs) note(chat int64, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.at == nil {
		s.at = map[int64]time.Time{}
	}
	s.at[chat] = now
}

// silent says whether nothing was known of a group for long.
func (s *signs) silent(chat int64, now time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	at, ok := s.at[chat]
	return !ok || now.Sub(at) >= silentAfter
}

// forgetOld drops what says nothing any more.
func (s *signs) forgetOld(now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for chat, at := range s.at {
		if now.Sub(at) >= silentAfter {
			delete(s.at, chat)
		}
	}
}

// group is the group that an event comes from; ok is false when it comes from none.
func (e event) group() (chat int64, ok bool) {
	switch {
	case e.question != nil && e.question.at.group:
		chat = e.question.at.chat
	case e.press != nil && e.press.Message != nil:
		chat = e.press.Message.Chat.ID
	case e.member != nil:
		chat = e.member.Chat.ID
	case e.other != nil:
		chat = e.other.Chat.ID
	}
	return chat, chat < 0 // those of people are positive
}
