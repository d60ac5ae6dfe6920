package rephrase

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"

	"nonmerci/bot"
	"nonmerci/knowledge/scrub"
)

// A key tells one piece of work from another. It is a sum, so that no question is kept.
type key [sha256.Size]byte

// keyOf returns the key of an answer: whose it is, in which revision, its lines, the languages, the model, and the shape of the question. Questions
// that say the same in other words or another order have one shape. Who pays is not part of it: what is ready costs nobody anything.
func keyOf(model string, w bot.Rewriting) key {
	h := sha256.New()
	put(h, model, string(w.Entry), string(w.Community), w.Device, w.From, w.To)
	if w.Question != "" {
		put(h, scrub.Key(w.To, w.Question), "asked")
	}
	number(h, w.Revision)
	for _, l := range w.Lines {
		number(h, int(l.Kind))
		put(h, string(l.Device), l.Text)
	}
	return key(h.Sum(nil))
}

// put adds texts, each with its length before it.
func put(h hash.Hash, texts ...string) {
	for _, s := range texts {
		number(h, len(s))
		h.Write([]byte(s)) // a hash does not fail
	}
}

func number(h hash.Hash, n int) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], uint64(n))
	h.Write(b[:])
}
