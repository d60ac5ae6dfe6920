package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"nonmerci/knowledge"
)

// plainGuides are the guides of those that have said nothing of their own: they are all the same, and thousands are looked at after each
// change of the shared base. They are safe for concurrent use.
type plainGuides struct {
	mu    sync.Mutex
	base  *knowledge.Base
	seq   int64                // of the last event of the shared base
	pages map[string]GuidePage // by languages
}

// plainGuide is the guide of the shared base alone. What it returns is shared with others, and must not be changed.
func (d *Desk) plainGuide(ctx context.Context, langs []string) (GuidePage, error) {
	last, err := d.store.Events(ctx, knowledge.SharedBase, 0, 1)
	if err != nil {
		return GuidePage{}, fmt.Errorf("read the log for the guide: %w", err)
	}
	var seq int64
	if len(last) > 0 {
		seq = last[0].Seq
	}
	base, key := d.shared(), strings.Join(langs, " ")
	d.plain.mu.Lock()
	defer d.plain.mu.Unlock()
	if d.plain.base != base || d.plain.seq != seq || d.plain.pages == nil {
		d.plain.base, d.plain.seq, d.plain.pages = base, seq, map[string]GuidePage{}
	}
	if page, ok := d.plain.pages[key]; ok {
		return page, nil
	}
	t := &turn{ctx: ctx, d: d, w: wordsIn("fr"), now: d.now()}
	var all []item
	for id, e := range base.Entries {
		all = append(all, item{id: id, entry: e, view: &view{id: id, shared: e}})
	}
	slices.SortFunc(all, func(a, b item) int { return knowledge.CompareIDs(a.id, b.id) })
	page, err := t.guidePage(all, langs)
	if err == nil {
		d.plain.pages[key] = page
	}
	return page, err
}
