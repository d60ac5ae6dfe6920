package measures

import (
	"sync"

	"github.com/VictoriaMetrics/metrics"
)

// A Vec is the counters of one name, told apart by one or two labels beside the platform. Each is visible once it was asked for. It is safe for
// concurrent use.
type Vec struct {
	set    *Set
	name   string
	labels []string
	mu     sync.RWMutex
	known  map[[2]string]*metrics.Counter // to write the name of a series at each event would cost more than to count it
}

// Vec makes the counters of a name; labels are the names of one or two labels.
func (s *Set) Vec(name string, labels ...string) *Vec {
	return &Vec{set: s, name: name, labels: labels, known: map[[2]string]*metrics.Counter{}}
}

// With is the counter of these values, as many as there are labels. What comes from outside is written so that it cannot be taken for anything
// else; but each value is kept for ever, so that there must be few.
func (v *Vec) With(values ...string) *metrics.Counter {
	var key [2]string
	copy(key[:], values)
	v.mu.RLock()
	c := v.known[key]
	v.mu.RUnlock()
	if c != nil {
		return c
	}
	return v.add(key)
}

// add makes a counter; of several that do at once, all get the same.
func (v *Vec) add(key [2]string) *metrics.Counter {
	var pairs []string
	for i, label := range v.labels {
		pairs = append(pairs, label, key[i])
	}
	c := v.set.into.GetOrCreateCounter(v.set.Series(v.name, pairs...))
	v.mu.Lock()
	defer v.mu.Unlock()
	v.known[key] = c
	return c
}
