package desk

import (
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/text"
)

func (t *turn) findButton() Button { return Button{Label: t.w.Find, Act: t.to("find")} }

// find asks for words to look for.
func (t *turn) findForm() Form {
	return Form{
		Title:  t.w.Find,
		Fields: []Field{{Key: "q", Label: t.w.field("q"), Hint: t.w.hint("q"), Required: true, Limit: 200}},
		Submit: t.to("found"), Again: t.to("find"), Open: t.w.Find,
	}
}

func (t *turn) ask() (Screen, error) {
	f := t.findForm()
	return Screen{Title: f.Title, Form: &f}, nil
}

// found lists the entries nearest to some words.
func (t *turn) found() (Screen, error) {
	f := t.findForm()
	f.fill(t.act.Fields)
	if wrong := f.unfit(t.w); len(wrong) > 0 {
		return t.refused(f, wrong), nil
	}
	near, err := t.nearest(f.values()["q"], t.w.Code, pageSize)
	if err != nil {
		return Screen{}, err
	}
	s := Screen{Title: fill(t.w.FoundFor, "text", clip(f.values()["q"], 60)), Replace: true}
	if len(near) == 0 {
		s.add(para(t.w.FoundNothing))
	}
	t.addItems(&s, near, 0, "show")
	last := []Button{{Label: t.w.FindAgain, Act: t.to("find")}}
	if !t.base {
		last = append(last, Button{Label: t.w.NewEntry, Act: NewAct("new", t.lang())})
	}
	s.row(append(last, t.homeButton())...)
	return s, nil
}

// nearest returns the entries that a text may mean, best first.
func (t *turn) nearest(typed, lang string, n int) ([]item, error) {
	all, err := t.items()
	if err != nil {
		return nil, err
	}
	if t.d.opts.Closest == nil || t.base {
		return byWords(all, typed, n), nil
	}
	var out []item
	take := func(id knowledge.ID) {
		i, ok := slices.BinarySearchFunc(all, id, func(i item, id knowledge.ID) int { return knowledge.CompareIDs(i.id, id) })
		if ok && len(out) < n && !slices.ContainsFunc(out, func(o item) bool { return o.id == id }) {
			out = append(out, all[i])
		}
	}
	for _, id := range t.d.opts.Closest(t.ctx, t.caller.Place, lang, typed, n) {
		take(knowledge.ID(strings.TrimPrefix(string(id), live.Local+"/"))) // as readers know an own entry
	}
	for _, i := range byWords(all, typed, n) { // drafts and what is hidden, which readers do not find
		take(i.id)
	}
	return out, nil
}

// byWords ranks entries by how many of the words typed, those of three letters and more, begin a word of their titles, phrasings or names.
func byWords(all []item, typed string, n int) []item {
	want := slices.DeleteFunc(text.Words(text.Fold(typed)), func(w string) bool { return len(w) < 3 })
	if len(want) == 0 {
		return nil
	}
	type scored struct {
		item
		score int
	}
	var found []scored
	for _, i := range all {
		if i.entry == nil {
			continue
		}
		if score := wordScore(i, want); 2*score > len(want) {
			found = append(found, scored{i, score})
		}
	}
	slices.SortStableFunc(found, func(a, b scored) int { return b.score - a.score })
	var out []item
	for _, f := range found[:min(n, len(found))] {
		out = append(out, f.item)
	}
	return out
}

// wordScore counts the words that an entry has: two points for one in a title or in its id, one for one in a phrasing.
func wordScore(i item, want []string) int {
	head, rest := " "+strings.NewReplacer("/", " ", "-", " ").Replace(string(i.id)), ""
	for _, t := range i.entry.Text {
		head += " " + strings.Join(text.Words(text.Fold(t.Title)), " ")
		rest += " " + strings.Join(text.Words(text.Fold(strings.Join(t.Phrases, " "))), " ")
	}
	score := 0
	for _, w := range want {
		switch {
		case strings.Contains(head, " "+w):
			score += 2
		case strings.Contains(rest, " "+w):
			score++
		}
	}
	return score
}
