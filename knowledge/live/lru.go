package live

import "container/list"

// An lru keeps what was used last, up to a number and a size. It is not safe for concurrent use.
type lru[K comparable, V any] struct {
	most  int   // values; 0 for any number
	bytes int64 // their size; 0 for any
	used  int64
	byKey map[K]*list.Element
	order list.List // of *node, what was used last first
}

type node[K comparable, V any] struct {
	key   K
	value V
	size  int64
}

func newLRU[K comparable, V any](most int, bytes int64) *lru[K, V] {
	return &lru[K, V]{most: most, bytes: bytes, byKey: map[K]*list.Element{}}
}

// get returns a value, and counts as its use.
func (l *lru[K, V]) get(key K) (v V, ok bool) {
	e, ok := l.byKey[key]
	if !ok {
		return v, false
	}
	l.order.MoveToFront(e)
	return e.Value.(*node[K, V]).value, true
}

// put keeps a value in the place of the one with its key, and lets go of what was used longest ago. The value itself stays, however large.
func (l *lru[K, V]) put(key K, v V, size int64) {
	l.drop(key)
	l.byKey[key] = l.order.PushFront(&node[K, V]{key, v, size})
	l.used += size
	for l.order.Len() > 1 && (l.most > 0 && l.order.Len() > l.most || l.bytes > 0 && l.used > l.bytes) {
		l.drop(l.order.Back().Value.(*node[K, V]).key)
	}
}

func (l *lru[K, V]) drop(key K) {
	e, ok := l.byKey[key]
	if !ok {
		return
	}
	delete(l.byKey, key)
	l.used -= l.order.Remove(e).(*node[K, V]).size
}

// each calls do with every value; do must not change the lru.
func (l *lru[K, V]) each(do func(K, V)) {
	for key, e := range l.byKey {
		do(key, e.Value.(*node[K, V]).value)
	}
}
