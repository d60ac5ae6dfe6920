package live

import "time"

// A Stamper is a Reader that can tell without a query that nothing was written, for a program at rest.
type Stamper interface {
	// Stamp is another text after anything was written, by this program or by another; "" when that cannot be told for sure. It is quick.
	Stamp() string
}

// longest is how long a store is believed that nothing was written.
const longest = 30 * time.Second

// A look is the last one at the log of a store: what its stamp was before, and when.
type look struct {
	stamp string
	at    time.Time
}

// still says whether there is no need to look at the log again, and returns the look that it would be.
func (b *Base) still(last look) (bool, look) {
	s, ok := b.store.(Stamper)
	if !ok {
		return false, look{}
	}
	now := look{s.Stamp(), b.opts.Now()}
	return now.stamp != "" && now.stamp == last.stamp && now.at.Sub(last.at) < longest && b.Ready() == nil, now
}
