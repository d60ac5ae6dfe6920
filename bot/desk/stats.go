package desk

import (
	"cmp"
	"slices"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// opinions says what readers found of an entry as it stands, from three of each up.
func (t *turn) opinions(v *view) ([]bot.Block, error) {
	counts, err := t.counts()
	if err != nil {
		return nil, err
	}
	o := t.tallied(counts)[v.id][t.shownNumber(item{id: v.id, view: v})]
	var lines []string
	add := func(n int, text plural) {
		if n >= atLeast {
			lines = append(lines, t.w.number(text, n))
		}
	}
	add(o.useful, t.w.UsefulTold)
	add(o.notUseful, t.w.NotUsefulTold)
	add(o.outdated, t.w.OutdatedTold)
	if len(lines) == 0 {
		return nil, nil
	}
	return append([]bot.Block{heading(t.w.ReadersSay)}, bullets(lines...)...), nil
}

// stats says how questions were answered, and which entries are read most.
func (t *turn) stats() (Screen, error) {
	counts, err := t.counts()
	if err != nil {
		return Screen{}, err
	}
	kinds, entries := map[string]int{}, map[knowledge.ID]int{}
	for _, c := range counts {
		if _, ok := t.w.KindName[c.Name]; ok {
			kinds[c.Name] += c.N
			if c.Name == string(bot.Answer) && c.Entry != "" {
				entries[c.Entry] += c.N
			}
		}
	}
	s := Screen{Title: t.w.Stats, Replace: true}
	s.add(small(t.w.StatsMeans))
	var lines []string
	for _, k := range kindOrder {
		if kinds[k] >= atLeast {
			lines = append(lines, t.w.KindName[k]+t.w.Colon+itoa(kinds[k]))
		}
	}
	if len(lines) == 0 {
		s.add(para(t.w.StatsNone))
	}
	s.add(bullets(lines...)...)
	top, err := t.top(entries)
	if err != nil {
		return Screen{}, err
	}
	if len(top) > 0 {
		s.add(heading(t.w.TopEntries))
		s.add(bullets(top...)...)
	}
	model, err := t.modelStats()
	if err != nil {
		return Screen{}, err
	}
	s.add(model...)
	s.row(Button{Label: t.w.LowRated, Act: t.to("stale", "low")}, t.homeButton())
	return s, nil
}

var kindOrder = []string{string(bot.Answer), string(bot.Clarify), string(bot.Unknown), string(bot.Smalltalk)}

// top are the ten entries read most, from three times up.
func (t *turn) top(read map[knowledge.ID]int) ([]string, error) {
	all, err := t.items()
	if err != nil {
		return nil, err
	}
	titles := map[knowledge.ID]string{}
	for _, i := range all {
		titles[i.id] = title(i.entry, i.id, t.w.Code)
	}
	var ids []knowledge.ID
	for id, n := range read {
		if n >= atLeast && titles[id] != "" {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b knowledge.ID) int { return cmp.Or(read[b]-read[a], cmp.Compare(a, b)) })
	var out []string
	for _, id := range ids[:min(10, len(ids))] {
		out = append(out, titles[id]+t.w.Colon+itoa(read[id]))
	}
	return out, nil
}
