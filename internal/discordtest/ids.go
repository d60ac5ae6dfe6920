package discordtest

import (
	"crypto/rand"
	"encoding/base64"
	"strconv"
	"time"
)

// snowflakes makes ids that grow, as Discord's do: milliseconds since 2015 above 22 bits. The zero value is ready.
type snowflakes struct{ last int64 }

// idFloor is the smallest number of milliseconds in an id: the clock of a test may be set before 2015.
const idFloor = 300_000_000_000

var discordEpoch = time.Date(2015, time.January, 1, 0, 0, 0, 0, time.UTC)

// next gives every id a millisecond of its own, so that the shard of a guild, which is taken from it, varies.
func (s *snowflakes) next() string {
	ms := max(s.last+1, time.Since(discordEpoch).Milliseconds(), idFloor)
	s.last = ms
	return strconv.FormatInt(ms<<22, 10)
}

// secret is a random token for interactions, sessions and webhooks.
func secret() string {
	var b [24]byte
	_, _ = rand.Read(b[:]) // it never fails
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// stamp writes a time as Discord does.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000-07:00") }
