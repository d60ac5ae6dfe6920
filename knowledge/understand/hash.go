package understand

// Keys of features: FNV-1a (Fowler, Noll, Vo), 64 bits, begun with a letter that names the kind of feature, so that the word
// « ia » and the characters « ia » are two features.

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

type hash uint64

func newHash(kind byte) hash { return hash(fnvOffset).byte(kind) }

func (h hash) byte(b byte) hash { return (h ^ hash(b)) * fnvPrime }

func (h hash) string(s string) hash {
	for i := range len(s) {
		h = (h ^ hash(s[i])) * fnvPrime
	}
	return h.byte(0xff)
}
