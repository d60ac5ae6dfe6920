// Package seal marks the data of a button as ours, so that nobody can press a button that we did not make, or one made for another.
package seal

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strconv"
	"strings"
)

// A Sealer seals with one key. It is immutable and safe for concurrent use.
type Sealer struct{ key []byte }

// New returns a sealer whose key comes from a secret that outlives a restart, such as the token of the bot; purpose keeps keys of
// different use apart.
func New(secret, purpose string) Sealer {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("nonmerci button " + purpose))
	return Sealer{mac.Sum(nil)}
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
	body := payload + "|" + strconv.FormatUint(owner, 36)
	return body + "|" + s.tag(body)
}

// Open returns the payload of sealed data, for somebody who presses it. ErrSeal: it is not ours. ErrOwner: it is ours, and for
// another; the payload is returned all the same, for the language of the refusal.
func (s Sealer) Open(data string, by uint64) (payload string, err error) {
	i := strings.LastIndexByte(data, '|')
	if i < 0 || !hmac.Equal([]byte(s.tag(data[:i])), []byte(data[i+1:])) {
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

func (s Sealer) tag(body string) string {
	mac := hmac.New(sha256.New, s.key)
	mac.Write([]byte(body))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))[:tagBytes]
}
