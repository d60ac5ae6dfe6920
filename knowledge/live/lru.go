package live

// An lru keeps what was used last, up to a number and a size. It is not safe for concurrent use.
type lru[K comparable, V any] struct {
	most  int   // values; 0 for any number
	bytes int64 // their size; 0 for any
	used  int64
	byKey map[K]*node[K, V]
	ends  node[K, V] // its next was used last, the one before it longest ago
}

// A node holds its value and its place in the order: what a use looks at stands together.
type node[K comparable, V any] struct {
	value        V
	before, next *node[K, V]
	size         int64
	key          K
}

func newLRU[K comparable, V any](most int, bytes int64) *lru[K, V] {
	l := &lru[K, V]{most: most, bytes: bytes, byKey: map[K]*node[K, V]{}}
	l.ends.before, l.ends.next = &l.ends, &l.ends
	return l
}

// get returns a value, nil when there is none, and counts as its use. It may be changed in its place.
func (l *lru[K, V]) get(key K) *V {
	n := l.byKey[key]
	if n == nil {
		return nil
	}
	if l.ends.next != n {
		n.leave()
		l.front(n)
	}
	return &n.value
}

// peek is get without counting as a use.
func (l *lru[K, V]) peek(key K) *V {
	if n := l.byKey[key]; n != nil {
		return &n.value
	}
	return nil
}

// put keeps a value in the place of the one with its key, and lets go of what was used longest ago. The value itself stays, however large.
func (l *lru[K, V]) put(key K, v V, size int64) {
	l.drop(key)
	n := &node[K, V]{key: key, value: v, size: size}
	l.byKey[key] = n
	l.front(n)
	l.used += size
	for len(l.byKey) > 1 && (l.most > 0 && len(l.byKey) > l.most || l.bytes > 0 && l.used > l.bytes) {
		l.drop(l.ends.before.key)
	}
}

func (l *lru[K, V]) drop(key K) {
	n := l.byKey[key]
	if n == nil {
		return
	}
	delete(l.byKey, key)
	n.leave()
	l.used -= n.size
}

func (l *lru[K, V]) front(n *node[K, V]) {
	n.before, n.next = &l.ends, l.ends.next
	n.before.next, n.next.before = n, n
}

func (n *node[K, V]) leave() { n.before.next, n.next.before = n.next, n.before }

// each calls do with every value, which it may change; do must not change the lru.
func (l *lru[K, V]) each(do func(K, *V)) {
	for key, n := range l.byKey {
		do(key, &n.value)
	}
}
