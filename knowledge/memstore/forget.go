package memstore

import (
	"context"

	"nonmerci/knowledge"
)

// Forget implements knowledge.Communities.
func (s *Store) Forget(ctx context.Context, who knowledge.Actor) (n int, err error) {
	err = s.write(ctx, func() error {
		for _, c := range s.communities {
			for id, g := range c.suggestions {
				if g.By == who && g.State == knowledge.SuggestionOpen {
					delete(c.suggestions, id)
					n++
				} else if g.By == who {
					g.Told = true // nobody is left to tell
				}
			}
		}
		s.named(who, func(_ string, by *knowledge.Actor) { *by = knowledge.BySomebody; n++ })
		return nil
	})
	return n, err
}

// Traces implements knowledge.Communities.
func (s *Store) Traces(ctx context.Context, who knowledge.Actor) (n map[string]int, err error) {
	err = s.read(ctx, func() error {
		n = map[string]int{}
		s.named(who, func(what string, _ *knowledge.Actor) { n[what]++ })
		return nil
	})
	return n, err
}

// named calls do with every name of an actor that is kept, and what kind of thing bears it. « » is nobody's name.
func (s *Store) named(who knowledge.Actor, do func(what string, by *knowledge.Actor)) {
	each := func(what string, by *knowledge.Actor) {
		if *by == who && who != "" {
			do(what, by)
		}
	}
	for _, c := range s.communities {
		for _, e := range c.entries {
			for i := range e.revisions {
				each("revisions", &e.revisions[i].By)
			}
		}
		for _, g := range c.suggestions {
			each("suggestions", &g.By)
		}
	}
	for i := range s.events {
		each("log", &s.events[i].By)
	}
	for i := range s.alerts {
		each("alerts", &s.alerts[i].By)
	}
}
