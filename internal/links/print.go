package links

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"slices"
	"strings"
	"time"
)

const (
	// shingleWords is how many neighbouring words make a shingle: enough that a sentence moved elsewhere is still itself, and few enough
	// that one other word does not change much around it.
	shingleWords = 3
	// sketchSize is how many hashes of shingles are kept. A text with fewer is compared exactly; of a longer one the smallest hashes are
	// kept, from which the share is estimated within 3 points, nineteen times in twenty.
	sketchSize = 1024
)

// A Print is the fingerprint of a text: enough to tell how much of it has changed, and not enough to read it.
type Print struct {
	Taken    time.Time `json:"taken"`
	Words    int       `json:"words"`
	Shingles int       `json:"shingles"`         // different ones; 0 when the page is no text, and then only Sum counts
	Sum      string    `json:"sum"`              // of all the words in order, or of the bytes
	Sketch   string    `json:"sketch,omitempty"` // the smallest hashes of shingles, four bytes each, in base64
}

// newPrint takes the fingerprint of the words of a text.
func newPrint(words []string, now time.Time) *Print {
	all := sha256.New()
	seen := map[uint32]bool{}
	for i := range words {
		add(all, words[i])
		if i+shingleWords <= len(words) {
			seen[shingle(words[i:i+shingleWords])] = true
		}
	}
	if len(words) > 0 && len(words) < shingleWords {
		seen[shingle(words)] = true
	}
	hashes := make([]uint32, 0, len(seen))
	for h := range seen {
		hashes = append(hashes, h)
	}
	slices.Sort(hashes)
	p := &Print{Taken: now, Words: len(words), Shingles: len(hashes), Sum: sum(all)}
	var sketch bytes.Buffer
	for _, h := range hashes[:min(len(hashes), sketchSize)] {
		sketch.Write(binary.BigEndian.AppendUint32(nil, h))
	}
	p.Sketch = base64.StdEncoding.EncodeToString(sketch.Bytes())
	return p
}

// newBytePrint takes the fingerprint of what is no text: it can only be the same or not.
func newBytePrint(body []byte, now time.Time) *Print {
	h := sha256.New()
	h.Write(body)
	return &Print{Taken: now, Sum: sum(h)}
}

func add(h hash.Hash, word string) { h.Write([]byte(word + "\n")) }

func sum(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)[:16]) }

func shingle(words []string) uint32 {
	h := sha256.Sum256([]byte(strings.Join(words, " ")))
	return binary.BigEndian.Uint32(h[:])
}

// change is the share of the two texts that is in one of them only, 0 to 1.
func (p *Print) change(q *Print) float64 {
	switch {
	case p.Sum == q.Sum:
		return 0
	case p.Shingles == 0 || q.Shingles == 0:
		return 1
	}
	a, b := p.hashes(), q.hashes()
	union := slices.Concat(a, b)
	slices.Sort(union)
	union = slices.Compact(union)
	if len(union) == 0 { // sketches that somebody has cut off
		return 1
	}
	if p.Shingles > sketchSize || q.Shingles > sketchSize {
		// Beyond the end of a sketch nothing is known of its text: only the smallest hashes of both are a fair sample of them.
		union = union[:min(len(union), sketchSize)]
	}
	both := 0
	for _, h := range union {
		_, inA := slices.BinarySearch(a, h)
		_, inB := slices.BinarySearch(b, h)
		if inA && inB {
			both++
		}
	}
	alike := float64(both) / float64(len(union))
	return 1 - 2*alike/(1+alike)
}

// hashes are those of the sketch, in order; a sketch that cannot be read has none.
func (p *Print) hashes() []uint32 {
	raw, err := base64.StdEncoding.DecodeString(p.Sketch)
	if err != nil {
		return nil
	}
	var out []uint32
	for ; len(raw) >= 4; raw = raw[4:] {
		out = append(out, binary.BigEndian.Uint32(raw))
	}
	return out
}
