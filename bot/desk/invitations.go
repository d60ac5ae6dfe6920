package desk

import (
	"crypto/rand"
	"sync"
	"time"

	"nonmerci/knowledge"
)

// Invitations are codes that link two places, kept in memory: both moderators are there, within a quarter of an hour. With several replicas
// both places must be served by the same one at that moment; a code made elsewhere is unknown here, and a new one is made.
const (
	inviteLife  = 15 * time.Minute
	inviteLen   = 8
	maxInvites  = 1000
	maxGuesses  = 5 // wrong codes of one place within inviteLife
	inviteAlpha = "ABCDEFGHJKLMNPQRSTUVWXYZ"
)

type invitation struct {
	to      knowledge.CommunityID
	from    Place
	expires time.Time
}

type invitations struct {
	mu      sync.Mutex
	codes   map[string]invitation
	guesses map[Place][]time.Time
}

func newInvitations() *invitations {
	return &invitations{codes: map[string]invitation{}, guesses: map[Place][]time.Time{}}
}

// make returns a new code for a community; an older one of the same place is no longer good.
func (v *invitations) make(to knowledge.CommunityID, from Place, now time.Time) string {
	v.mu.Lock()
	defer v.mu.Unlock()
	for c, i := range v.codes {
		if i.from == from || now.After(i.expires) || len(v.codes) >= maxInvites {
			delete(v.codes, c)
		}
	}
	var b [inviteLen]byte
	_, _ = rand.Read(b[:])
	for i := range b {
		b[i] = inviteAlpha[int(b[i])%len(inviteAlpha)]
	}
	code := string(b[:])
	v.codes[code] = invitation{to: to, from: from, expires: now.Add(inviteLife)}
	return code
}

// look returns the invitation of a code. allowed is false for a place that has guessed too often.
func (v *invitations) look(code string, by Place, now time.Time) (i invitation, known, allowed bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	var recent []time.Time
	for _, at := range v.guesses[by] {
		if now.Sub(at) < inviteLife {
			recent = append(recent, at)
		}
	}
	if len(recent) >= maxGuesses {
		v.guesses[by] = recent
		return invitation{}, false, false
	}
	i, known = v.codes[code]
	if known = known && !now.After(i.expires); !known {
		recent = append(recent, now)
	}
	for p, all := range v.guesses { // what is old of others
		if len(all) == 0 || now.Sub(all[len(all)-1]) >= inviteLife {
			delete(v.guesses, p)
		}
	}
	if len(recent) > 0 {
		v.guesses[by] = recent
	}
	return i, known, true
}

func (v *invitations) drop(code string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	delete(v.codes, code)
}
