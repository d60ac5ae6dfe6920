package bot

import "sync"

// feedback counts what readers say of entries, in memory alone: how many found one useful, not useful, or out of date. Who said it is
// not known here. It is safe for concurrent use.
type feedback struct {
	mu    sync.Mutex
	count map[Opinion]int
}

// An Opinion is one kind of feedback on one entry.
type Opinion struct {
	Entry string
	Kind  PressKind // PressUseful, PressNotUseful or PressOutdated
}

func (f *feedback) add(p Press) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.count == nil {
		f.count = map[Opinion]int{}
	}
	f.count[Opinion{p.Subject + "/" + p.Intent, p.Kind}]++
}

// Feedback returns how often each opinion was given since the program began, those given at least three times: fewer could tell who
// gave them.
func (b *Bot) Feedback() map[Opinion]int {
	const least = 3
	b.feedback.mu.Lock()
	defer b.feedback.mu.Unlock()
	out := map[Opinion]int{}
	for o, n := range b.feedback.count {
		if n >= least {
			out[o] = n
		}
	}
	return out
}
