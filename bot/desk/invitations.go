package desk

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sync"
	"time"
)

// Invitations are codes that link two places: both moderators are there, within a quarter of an hour. The store keeps a digest of each, so
// that the two may be served by different instances; how often a place has guessed wrongly is counted by each instance, in memory.
const (
	inviteLife  = 15 * time.Minute
	inviteLen   = 8
	maxGuesses  = 5 // wrong codes of one place within inviteLife
	inviteAlpha = "ABCDEFGHJKLMNPQRSTUVWXYZ"
)

// newCode returns a code that nobody can guess: five guesses of one place, of a hundred thousand million codes.
func newCode() string {
	var b [inviteLen]byte
	_, _ = rand.Read(b[:])
	for i := range b {
		b[i] = inviteAlpha[int(b[i])%len(inviteAlpha)]
	}
	return string(b[:])
}

// digest is what the store keeps of a code.
func digest(code string) string {
	sum := sha256.Sum256([]byte("an invitation of nonmerci: " + code))
	return hex.EncodeToString(sum[:])
}

// guesses are the wrong codes that places have typed lately. They are safe for concurrent use.
type guesses struct {
	mu  sync.Mutex
	all map[Place][]time.Time
}

func newGuesses() *guesses { return &guesses{all: map[Place][]time.Time{}} }

// take counts a guess as a wrong one before anybody knows, so that many at once are not all tried; false for a place that has guessed too
// often. What is old of others is forgotten.
func (g *guesses) take(by Place, now time.Time) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	for p, all := range g.all {
		all = slices.DeleteFunc(all, func(at time.Time) bool { return now.Sub(at) >= inviteLife })
		if g.all[p] = all; len(all) == 0 {
			delete(g.all, p)
		}
	}
	if len(g.all[by]) >= maxGuesses {
		return false
	}
	g.all[by] = append(g.all[by], now)
	return true
}

// giveBack is for a guess that was right, or that nobody could look at.
func (g *guesses) giveBack(by Place) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if n := len(g.all[by]); n > 0 {
		g.all[by] = g.all[by][:n-1]
	}
}
