package telegram

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"strconv"
	"strings"
	"time"

	"nonmerci/adapters/internal/seal"
	"nonmerci/bot/desk"
)

// A deep link leads from a group into somebody's private chat: « t.me/<bot>?start=<payload> ». Its payload has at most 64 of the characters
// A-Z a-z 0-9 _ -, and begins with linkMark, which no link to an entry does. It is sealed, so it cannot be made by others; one kind is for
// one person, and another may be followed once.
const (
	linkMark   = "_"
	maxPayload = 64
	linkLife   = time.Hour
	onceLife   = 10 * time.Minute
)

// The kinds of link.
const (
	linkBound = 'm' // for the person who wrote the command
	linkOnce  = 'u' // nobody knows who wrote it: for the first who may, within ten minutes
	linkGuide = 'g' // from the guide, for everybody and for ever
)

// A deepLink is what a link says.
type deepLink struct {
	kind  byte
	spot  spot
	until time.Time // to the unit
	nonce string    // of linkOnce
	act   desk.Act
	page  string // of linkGuide: the key of a menu
}

// Errors of openLink.
var (
	errLinkForged = errors.New("not a link of ours")
	errLinkOwner  = errors.New("a link for somebody else")
)

// address is the link that somebody taps; owner is whom it is for, 0 for everybody. "" when an act is too long for one.
func (r *room) address(l deepLink, owner uint64) string {
	me := r.me.Load()
	payload := l.payload(r.seal, owner)
	if me == nil || payload == "" {
		return ""
	}
	return "https://t.me/" + me.Username + "?start=" + payload
}

// payload is a link within Telegram's limits, or "".
func (l deepLink) payload(s seal.Sealer, owner uint64) string {
	words := []string{string(l.kind) + strconv.FormatInt(-l.spot.chat, 36)}
	if l.kind == linkGuide {
		words = append(words, l.page)
	} else {
		words = append(words, strconv.FormatInt(int64(l.spot.thread), 36), strconv.FormatInt(l.until.Unix()/l.unit(), 36))
		if l.kind == linkOnce {
			words = append(words, l.nonce)
		}
		words = append(words, l.act.String())
	}
	sealed := s.Seal(strings.Join(words, "-"), owner)
	out := linkMark + strings.ReplaceAll(sealed, "|", "_")
	if len(out) > maxPayload {
		return ""
	}
	return out
}

// tagLen is how long the tag of a seal is; what stands before it is put back as seal.Open wants it.
const tagLen = 9

// openLink reads the payload of a link that somebody follows. It does not use it up.
func openLink(s seal.Sealer, payload string, by uint64) (deepLink, error) {
	body, ok := strings.CutPrefix(payload, linkMark)
	at := len(body) - tagLen - 1
	if !ok || at < 1 || body[at] != '_' {
		return deepLink{}, errLinkForged
	}
	owner := strings.LastIndexByte(body[:at], '_')
	if owner < 1 {
		return deepLink{}, errLinkForged
	}
	words, err := s.Open(body[:owner]+"|"+body[owner+1:at]+"|"+body[at+1:], by)
	switch {
	case errors.Is(err, seal.ErrOwner):
		return deepLink{}, errLinkOwner
	case err != nil || words == "":
		return deepLink{}, errLinkForged
	}
	return parseLink(words)
}

// parseLink reads what payload joined.
func parseLink(words string) (l deepLink, err error) {
	l.kind = words[0]
	take := func() (word string) {
		word, words, _ = strings.Cut(words, "-")
		return word
	}
	number := func(s string) int64 {
		n, bad := strconv.ParseInt(s, 36, 64)
		if bad != nil || n < 0 {
			err = errLinkForged
		}
		return n
	}
	words = words[1:]
	l.spot.chat = -number(take())
	switch l.kind {
	case linkGuide:
		l.page = words
		return l, err
	case linkBound, linkOnce:
	default:
		return l, errLinkForged
	}
	l.spot.thread, l.until = int(number(take())), time.Unix(number(take())*l.unit(), 0)
	if l.kind == linkOnce {
		l.nonce = take()
	}
	act, bad := desk.Parse(words)
	if bad != nil {
		return l, errLinkForged
	}
	l.act = act
	return l, err
}

// usable says whether a link may still be followed. One that may be followed once is lost with a restart: who followed it is known in
// memory alone.
func (r *room) usable(l deepLink, now time.Time) bool {
	switch l.kind {
	case linkGuide:
		return true
	case linkOnce:
		return now.Before(l.until) && !l.until.Add(-onceLife).Before(r.opened.Truncate(time.Second)) && !r.used.Has(l.nonce, now)
	}
	return now.Before(l.until)
}

// unit is how exact the end of a link is, in seconds: a link that names its owner has no room for more than minutes.
func (l deepLink) unit() int64 {
	if l.kind == linkOnce {
		return 1
	}
	return 60
}

func nonce() string {
	var b [3]byte
	_, _ = rand.Read(b[:]) // it does not fail
	return hex.EncodeToString(b[:])
}
