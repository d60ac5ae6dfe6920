package desk

import (
	"sync"
	"time"
)

// shelfLife is how long something is kept on a shelf after it was put there.
const shelfLife = 30 * time.Minute

// A shelf keeps, in memory alone, what cannot be in the store yet, under tokens that nobody guesses: it ends with the program. Only the person who put
// something there gets it back, and only for the same place. It is safe for concurrent use; what is put there must not change any more.
type shelf[T any] struct {
	all   int // things at most, of everybody
	mine  int // of one person
	bytes int // of all

	mu   sync.Mutex
	kept map[string]kept[T]
	size int // bytes of all
}

type kept[T any] struct {
	who     Actor
	place   Place
	thing   T
	size    int
	expires time.Time
}

// put keeps a thing of so many bytes and returns its token: ten characters. What has expired makes room, then the oldest of this person, then the oldest
// of all.
func (s *shelf[T]) put(c Caller, thing T, size int, now time.Time) string {
	token := randomToken()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sweep(c.Who, size, now)
	s.kept[token] = kept[T]{who: c.Who, place: c.Place, thing: thing, size: size, expires: now.Add(shelfLife)}
	s.size += size
	return token
}

// get returns the thing of a token.
func (s *shelf[T]) get(c Caller, token string, now time.Time) (thing T, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, ok := s.kept[token]
	if !ok || k.who != c.Who || k.place != c.Place || now.After(k.expires) {
		return thing, false
	}
	return k.thing, true
}

// drop forgets a token of a person.
func (s *shelf[T]) drop(c Caller, token string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept[token].who == c.Who {
		s.remove(token)
	}
}

// count returns how many things a person has here.
func (s *shelf[T]) count(who Actor, now time.Time) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, k := range s.kept {
		if k.who == who && !now.After(k.expires) {
			n++
		}
	}
	return n
}

// forget drops every thing of a person.
func (s *shelf[T]) forget(who Actor) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for t, k := range s.kept {
		if k.who == who {
			s.remove(t)
		}
	}
}

// sweep makes room for some bytes.
func (s *shelf[T]) sweep(who Actor, bytes int, now time.Time) {
	mine := 0
	for t, k := range s.kept {
		switch {
		case now.After(k.expires):
			s.remove(t)
		case k.who == who:
			mine++
		}
	}
	if mine >= s.mine {
		s.dropOldest(func(k kept[T]) bool { return k.who == who })
	}
	for len(s.kept) > 0 && (len(s.kept) >= s.all || s.size+bytes > s.bytes) {
		s.dropOldest(func(kept[T]) bool { return true })
	}
}

func (s *shelf[T]) remove(token string) {
	s.size -= s.kept[token].size
	delete(s.kept, token)
}

func (s *shelf[T]) dropOldest(of func(kept[T]) bool) {
	oldest, at := "", time.Time{}
	for t, k := range s.kept {
		if of(k) && (oldest == "" || k.expires.Before(at) || k.expires.Equal(at) && t < oldest) {
			oldest, at = t, k.expires
		}
	}
	s.remove(oldest)
}
