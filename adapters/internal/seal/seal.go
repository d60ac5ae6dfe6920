// Package seal marks the data of a button as ours, so that nobody can press a button that we did not make, or one made for another.
package seal

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"hash"
	"strconv"
	"strings"
	"sync"
)

// A Sealer seals with one key. It is immutable and safe for concurrent use.
type Sealer struct{ macs *sync.Pool } // of hash.Hash: to key one takes longer than to use it

// New returns a sealer whose key comes from a secret that outlives a restart, such as the token of the bot; purpose keeps keys of
// different use apart.
func New(secret, purpose string) Sealer {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("nonmerci button " + purpose))
	key := mac.Sum(nil)
	return Sealer{&sync.Pool{New: func() any { return hmac.New(sha256.New, key) }}}
}

// tagBytes is the length of the tag: 54 bits of HMAC-SHA256 in base64url, so that a guess succeeds once in 10^16. With it, Seal adds 22
// bytes to a payload for an owner below 2^56, as those of Telegram are, and 24 for one of 64 bits.
const tagBytes = 9

// Errors of Open.
var (
	ErrSeal  = errors.New("not sealed by us")
	ErrOwner = errors.New("sealed for somebody else")
)

// Seal joins a payload, the owner it is for, and a tag over both. An owner of zero is for everybody. The payload must not contain « | ».
func (s Sealer) Seal(payload string, owner uint64) string {
	out := make([]byte, 0, len(payload)+maxOwner+tagBytes+2)
	out = strconv.AppendUint(append(append(out, payload...), '|'), owner, 36)
	tag := s.tag(out)
	return string(append(append(out, '|'), tag[:]...))
}

// maxOwner is how many letters an owner takes at most.
const maxOwner = 13

// Open returns the payload of sealed data, for somebody who presses it. ErrSeal: it is not ours. ErrOwner: it is ours, and for
// another; the payload is returned all the same, for the language of the refusal.
func (s Sealer) Open(data string, by uint64) (payload string, err error) {
	i := strings.LastIndexByte(data, '|')
	if i < 0 {
		return "", ErrSeal
	}
	if tag := s.tag([]byte(data[:i])); !hmac.Equal(tag[:], []byte(data[i+1:])) {
		return "", ErrSeal
	}
	payload, who, _ := strings.Cut(data[:i], "|")
	owner, err := strconv.ParseUint(who, 36, 64)
	if err != nil {
		return "", ErrSeal
	}
	if owner != 0 && owner != by {
		return payload, ErrOwner
	}
	return payload, nil
}

func (s Sealer) tag(body []byte) (tag [tagBytes]byte) {
	mac := s.macs.Get().(hash.Hash) //nolint:forcetypeassert // nothing else is in it
	defer s.macs.Put(mac)
	mac.Reset()
	mac.Write(body)
	var sum [sha256.Size]byte
	var text [12]byte
	mac.Sum(sum[:0])
	base64.RawURLEncoding.Encode(text[:], sum[:tagBytes])
	copy(tag[:], text[:])
	return tag
}
