package desk

import (
	"cmp"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/taxonomy"
	"nonmerci/knowledge/text"
)

// byService groups entries by service, the community's own first.
func (d *Desk) byService(w *words, shown []item) []GuideGroup {
	own := GuideGroup{Key: "own", Label: w.GuideOwn}
	groups := map[string]*GuideGroup{}
	for _, i := range shown {
		subject := i.id.Subject()
		switch {
		case i.id.Intent() == "" || subject == live.Local:
			own.Items = append(own.Items, guideItem(w, i))
		case subject == taxonomy.Rights:
		default:
			if groups[subject] == nil {
				groups[subject] = &GuideGroup{Key: "s-" + Code(knowledge.ID(subject)), Label: clip(d.serviceName(subject, w.Code), 100)}
			}
			groups[subject].Items = append(groups[subject].Items, guideItem(w, i))
		}
	}
	var out []GuideGroup
	for _, g := range groups {
		out = append(out, *g)
	}
	slices.SortFunc(out, func(a, b GuideGroup) int {
		return cmp.Or(strings.Compare(text.Fold(a.Label), text.Fold(b.Label)), strings.Compare(a.Key, b.Key))
	})
	if len(own.Items) > 0 {
		out = append([]GuideGroup{own}, out...)
	}
	return out
}

func (d *Desk) serviceName(slug, lang string) string {
	if s := d.shared().Subjects[slug]; s != nil {
		if n := s.Name[lang]; n != "" {
			return n
		}
		if n := s.Name["fr"]; n != "" {
			return n
		}
	}
	return slug
}

// byQuestion groups entries by what is asked, in the order of the taxonomy, then the general questions.
func byQuestion(w *words, shown []item) []GuideGroup {
	var out []GuideGroup
	for _, intent := range taxonomy.Intents {
		g := GuideGroup{Key: "q-" + intent, Label: w.Intents[intent]}
		for _, i := range shown {
			if i.id.Intent() == intent && i.id.Subject() != taxonomy.Rights {
				g.Items = append(g.Items, guideItem(w, i))
			}
		}
		if len(g.Items) > 0 {
			out = append(out, g)
		}
	}
	g := GuideGroup{Key: "q-general", Label: w.GuideGeneral}
	for _, i := range shown {
		if i.id.Subject() == taxonomy.Rights {
			g.Items = append(g.Items, guideItem(w, i))
		}
	}
	if len(g.Items) > 0 {
		out = append(out, g)
	}
	return out
}

func guideItem(w *words, i item) GuideItem {
	reader := string(i.id)
	if i.id.Intent() == "" {
		reader = live.Local + "/" + reader
	}
	return GuideItem{Entry: i.id, Reader: reader, Code: Code(i.id), Label: clip(title(i.entry, i.id, w.Code), 100)}
}
