package desk

import (
	"sync"
	"time"
)

// MaxImport is how many bytes a file has at most that is imported from a chat.
const MaxImport = 1 << 20

// maxUploads bounds the files that wait for their « yes »: each is of MaxImport at most.
const maxUploads = 24

// An upload is a file that somebody handed in, and that was shown to them as a dry run.
type upload struct {
	who     Actor
	place   Place
	base    bool
	file    File
	mark    string // of what it would change, when it was shown
	expires time.Time
}

// uploads keep files for half an hour, in memory alone, one for each person and place. They are safe for concurrent use.
type uploads struct {
	mu  sync.Mutex
	all map[string]upload
}

func newUploads() *uploads { return &uploads{all: map[string]upload{}} }

// put keeps a file in the place of the last one of the same person, and returns its token. When there are too many the oldest goes.
func (u *uploads) put(up upload, now time.Time) string {
	token := randomToken()
	up.expires = now.Add(slipLife)
	u.mu.Lock()
	defer u.mu.Unlock()
	for t, other := range u.all {
		if now.After(other.expires) || other.who == up.who && other.place == up.place {
			delete(u.all, t)
		}
	}
	for len(u.all) >= maxUploads {
		oldest, at := "", now.Add(2*slipLife)
		for t, other := range u.all {
			if other.expires.Before(at) || other.expires.Equal(at) && t < oldest {
				oldest, at = t, other.expires
			}
		}
		delete(u.all, oldest)
	}
	u.all[token] = up
	return token
}

// get returns the file of a token, to the person who handed it in, for the same place.
func (u *uploads) get(who Actor, place Place, base bool, token string, now time.Time) (upload, bool) {
	u.mu.Lock()
	defer u.mu.Unlock()
	up, ok := u.all[token]
	return up, ok && up.who == who && up.place == place && up.base == base && !now.After(up.expires)
}

func (u *uploads) drop(token string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	delete(u.all, token)
}

// forget drops every file of a person, and count says how many they have.
func (u *uploads) forget(who Actor) {
	u.mu.Lock()
	defer u.mu.Unlock()
	for t, up := range u.all {
		if up.who == who {
			delete(u.all, t)
		}
	}
}

func (u *uploads) count(who Actor, now time.Time) int {
	u.mu.Lock()
	defer u.mu.Unlock()
	n := 0
	for _, up := range u.all {
		if up.who == who && !now.After(up.expires) {
			n++
		}
	}
	return n
}
