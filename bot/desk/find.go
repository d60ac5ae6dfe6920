package desk

import (
	"cmp"
	"math"
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
	near, again, err := t.sought(&f)
	if err != nil {
		return Screen{}, err
	}
	if again != nil {
		return *again, nil
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

// sought returns the entries nearest to the words that a form of search holds; again is the screen to show instead when they cannot be looked for.
func (t *turn) sought(f *Form) (near []item, again *Screen, err error) {
	f.fill(t.act.Fields)
	if wrong := f.unfit(t.w); len(wrong) > 0 {
		s := t.refused(*f, wrong)
		return nil, &s, nil
	}
	near, err = t.nearest(f.values()["q"], t.w.Code, pageSize)
	return near, nil, err
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

// The part of the words typed that an entry must have to be found by them: a word counts the more, the fewer entries have it, so that
// « refuser », which every service has, finds nothing by itself once a name stands beside it.
const enoughWords = 0.45

// byWords ranks entries by how many of the words typed, those of three letters and more, begin a word of their titles, phrasings or names.
func byWords(all []item, typed string, n int) []item {
	want := slices.DeleteFunc(text.Words(text.Fold(typed)), func(w string) bool { return len(w) < 3 })
	if len(want) == 0 {
		return nil
	}
	has := make([][]float64, len(all))
	having := make([]float64, len(want))
	for i := range all {
		if all[i].entry == nil {
			continue
		}
		has[i] = wordsOf(all[i], want)
		for k, part := range has[i] {
			if part > 0 {
				having[k]++
			}
		}
	}
	type scored struct {
		item
		score float64
	}
	var found []scored
	for i, parts := range has {
		score, most := 0.0, 0.0
		for k, part := range parts {
			weight := math.Log(1 + float64(len(all))/(1+having[k]))
			score, most = score+part*weight, most+weight
		}
		if score > 0 && score >= enoughWords*most {
			found = append(found, scored{all[i], score})
		}
	}
	slices.SortStableFunc(found, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	var out []item
	for _, f := range found[:min(n, len(found))] {
		out = append(out, f.item)
	}
	return out
}

// wordsOf says of each word how much of it an entry has: all of one in a title or in its id, half of one in a phrasing alone.
func wordsOf(i item, want []string) []float64 {
	head, rest := " "+strings.NewReplacer("/", " ", "-", " ").Replace(string(i.id)), ""
	for _, t := range i.entry.Text {
		head += " " + strings.Join(text.Words(text.Fold(t.Title)), " ")
		rest += " " + strings.Join(text.Words(text.Fold(strings.Join(t.Phrases, " "))), " ")
	}
	out := make([]float64, len(want))
	for k, w := range want {
		switch {
		case strings.Contains(head, " "+w):
			out[k] = 1
		case strings.Contains(rest, " "+w):
			out[k] = 0.5
		}
	}
	return out
}
