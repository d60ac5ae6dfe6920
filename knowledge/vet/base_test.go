package vet_test

import (
	"net/url"
	"slices"
	"sync"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
	"nonmerci/knowledge/vet"
)

// shared returns the shared base, and whether it links to a host.
var shared = sync.OnceValues(func() (*knowledge.Base, func(string) bool) {
	b, err := base.Shared()
	if err != nil {
		panic(err)
	}
	var hosts []string
	add := func(address string) {
		if u, err := url.Parse(address); err == nil && u.Host != "" {
			hosts = append(hosts, u.Hostname())
		}
	}
	for _, e := range b.Entries {
		for lang, t := range e.Text {
			for _, l := range t.Links {
				add(l.URL)
			}
			for _, s := range slices.Concat([]string{t.Short}, t.Notes, t.Changes, t.Keeps) {
				spans, _ := knowledge.Spans(s)
				for _, sp := range spans {
					add(sp.URL)
				}
			}
			for _, s := range b.Sources(e, lang) {
				add(s.URL)
			}
		}
	}
	return b, vet.Known(hosts)
})

// TestTheSharedBaseIsNotRefused: what curators wrote is what a moderator may write.
func TestTheSharedBaseIsNotRefused(t *testing.T) {
	b, known := shared()
	count := map[string]int{}
	for n, id := range b.IDs() {
		if raceDetector && n%20 > 0 {
			continue
		}
		for lang := range b.Entries[id].Text {
			for _, p := range vet.Entry(b.Entries[id], lang, known) {
				if count[p.Code]++; p.Kind == vet.Refuse {
					t.Errorf("%s %s: %s (%s %q)", id, lang, p.Say("fr"), p.Code, p.Args)
				}
				if testing.Verbose() {
					t.Log(id, p.Say("fr"))
				}
			}
		}
	}
	t.Log(count)
}
