package desk

import "context"

// An Option is an entry to choose, while its name is being typed.
type Option struct {
	Label string // 100 characters at most
	Code  string // the first argument of « show », « edit »…
}

// Complete returns at most n entries that a moderator may mean by what they have typed so far: shared ones, and those of their community
// with drafts and what is hidden. Nothing for anybody else.
func (d *Desk) Complete(ctx context.Context, c Caller, typed string, n int) ([]Option, error) {
	t := &turn{ctx: ctx, d: d, caller: c, w: wordsIn(c.Lang), now: d.now()}
	if err := t.permit(Moderator); err != nil || !t.rights.Has(Moderator) || c.Place == (Place{}) {
		return nil, err
	}
	if err := t.findCommunity(); err != nil {
		return nil, err
	}
	all, err := t.items()
	if err != nil {
		return nil, err
	}
	found := byWords(all, typed, n)
	if oneLine(typed) == "" {
		found = append(pick(all, filterDrafts), pick(all, filterOwn)...)
		found = append(append(found, pick(all, filterLocal)...), all...)
	}
	var out []Option
	seen := map[string]bool{}
	for _, i := range found {
		code := Code(i.id)
		if seen[code] || i.entry == nil || len(out) >= n {
			continue
		}
		seen[code] = true
		label := clip(title(i.entry, i.id, t.w.Code), 80)
		if mark := t.itemMark(i); mark != "" {
			label = clip(label+" ("+mark+")", 100)
		}
		out = append(out, Option{Label: label, Code: code})
	}
	return out, nil
}
