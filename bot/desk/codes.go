package desk

import (
	"context"
	"crypto/sha256"
	"fmt"
	"net/url"
	"sync"

	"nonmerci/knowledge"
	"nonmerci/knowledge/vet"
)

// codeLen is how many characters a code has: 40 bits, so that a thousand entries share none but once in two million bases.
const codeLen = 8

// Code is the short name of an entry in acts: 8 characters of a-z and 2-7, the same everywhere and for ever.
func Code(id knowledge.ID) string {
	sum := sha256.Sum256([]byte(id))
	return lower32.EncodeToString(sum[:5])
}

// A codebook knows the entries of the shared base by their codes, and the hosts that it leads to. Both are made anew when the base changes.
type codebook struct {
	mu    sync.Mutex
	base  *knowledge.Base
	ids   map[string]knowledge.ID
	known func(host string) bool
}

func newCodebook() *codebook { return &codebook{} }

// find returns the entry of a base with a code.
func (c *codebook) find(base *knowledge.Base, code string) (knowledge.ID, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.refresh(base)
	id, ok := c.ids[code]
	return id, ok
}

// leadsTo says whether some entry or source of a base leads to a host.
func (c *codebook) leadsTo(base *knowledge.Base, host string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.refresh(base)
	return c.known(host)
}

func (c *codebook) refresh(base *knowledge.Base) {
	if c.base == base && c.ids != nil {
		return
	}
	c.base, c.ids = base, make(map[string]knowledge.ID, len(base.Entries))
	var hosts []string
	add := func(address string) {
		if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
			hosts = append(hosts, u.Hostname())
		}
	}
	for id, e := range base.Entries {
		c.ids[Code(id)] = id
		for _, t := range e.Text {
			for _, l := range t.Links {
				add(l.URL)
			}
		}
	}
	for _, s := range base.Subjects {
		for _, all := range s.Sources {
			for _, src := range all {
				add(src.URL)
			}
		}
	}
	c.known = vet.Known(hosts)
}

// Resolve returns the entry of a place, its own or a shared one, that has a code. ErrNotFound when there is none.
func (d *Desk) Resolve(ctx context.Context, p Place, code string) (knowledge.ID, error) {
	if id, ok := d.codes.find(d.shared(), code); ok {
		return id, nil
	}
	c, err := d.store.At(ctx, p)
	if err != nil {
		return "", fmt.Errorf("find the community of an entry: %w", err)
	}
	return d.resolveIn(ctx, c.ID, code)
}

// resolveIn looks among the records of a community.
func (d *Desk) resolveIn(ctx context.Context, c knowledge.CommunityID, code string) (knowledge.ID, error) {
	if len(code) != codeLen {
		return "", knowledge.ErrNotFound
	}
	all, err := d.records(ctx, c)
	if err != nil {
		return "", err
	}
	for _, r := range all {
		if Code(r.Entry) == code {
			return r.Entry, nil
		}
	}
	return "", knowledge.ErrNotFound
}
