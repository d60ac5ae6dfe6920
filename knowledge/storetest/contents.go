package storetest

import (
	"fmt"
	"maps"
	"slices"

	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
)

var contents = []demand{
	{"EveryFieldComesBack", func(k *kit) {
		for name, content := range map[knowledge.ID]knowledge.Content{
			"empty":   {},
			"hidden":  {Hidden: true},
			"note":    {Note: map[string]string{"fr": "Chez nous,\nc’est décidé.", "en": ""}, Base: 12},
			"phrases": {Phrases: map[string][]string{"fr": {"dire non", "refuser"}, "de": {}, "es": nil}},
			"entry":   {Entry: wholeEntry()},
			"bare":    {Entry: &knowledge.Entry{}},
			"subject": {Subject: wholeSubject()},
			"nobody":  {Subject: &knowledge.Subject{}},
			"all": {
				Entry: wholeEntry(), Subject: wholeSubject(), Hidden: true, Note: map[string]string{"fr": "Note."},
				Phrases: map[string][]string{"fr": {"a"}}, Base: 1 << 30,
			},
		} {
			k.comesBack("", name, content)
		}
	}},
	{"PositionsAreNotKept", func(k *kit) {
		s := k.write("", "x/y", 0, "un")
		s.Content.Entry = wholeEntry()
		saved := k.save(s)
		for _, c := range []knowledge.Content{saved.Content, k.record("", "x/y").Published.Content, k.revision("", "x/y", 1).Content} {
			if p := c.Entry.Text["fr"].Position; p != (knowledge.Position{}) {
				k.Errorf("it was read at %v", p)
			}
		}
	}},
	{"TheSharedBaseComesBack", func(k *kit) {
		shared, err := base.Shared()
		k.ok(err)
		var all []knowledge.Save
		add := func(id knowledge.ID, c knowledge.Content) {
			s := k.release(id, 0, false)
			s.Content = c
			all = append(all, s)
		}
		for i, slug := range shared.Slugs() {
			add(knowledge.ID(slug), knowledge.Content{Subject: shared.Subjects[slug]})
			if i%4 == 0 { // a quarter says it, and is quick with a disk too
				for _, e := range shared.Of(slug) {
					add(e.ID, knowledge.Content{Entry: e})
				}
			}
		}
		_, err = k.SaveAll(k.ctx, all)
		k.ok(err)
		got := map[knowledge.ID]knowledge.Content{}
		for _, r := range k.records("") {
			got[r.Entry] = r.Published.Content
			if r.Seeded != 1 {
				k.Errorf("%s: seeded %d", r.Entry, r.Seeded)
			}
		}
		same(k, "ids", slices.Sorted(maps.Keys(got)), idsOf(all))
		for _, s := range all {
			same(k, string(s.Entry), got[s.Entry], s.Content)
		}
	}},
	{"AnyTextComesBack", func(k *kit) {
		for name, text := range texts {
			content := knowledge.Content{
				Entry: &knowledge.Entry{Author: text, Plans: []string{text}, Text: map[string]knowledge.Text{"fr": {Title: text, Notes: []string{text, text}}}},
				Note:  map[string]string{"fr": text, text: "fr"},
			}
			k.comesBack("", knowledge.ID(name), content)
			k.everyFieldHolds(name, text)
		}
	}},
	{"RevisionsDoNotRunIntoEachOther", func(k *kit) {
		want := []knowledge.Content{{Entry: wholeEntry()}, {}, {Hidden: true}, {Note: map[string]string{"fr": "a"}}, {Entry: wholeEntry(), Base: 2}, {}}
		for i, c := range want {
			s := k.write("", "x/y", i, "")
			s.Content = c
			k.save(s)
		}
		for i, c := range want {
			same(k, fmt.Sprint("revision ", i+1), k.revision("", "x/y", i+1).Content, c)
		}
	}},
}

func idsOf(all []knowledge.Save) []knowledge.ID {
	var ids []knowledge.ID
	for _, s := range all {
		ids = append(ids, s.Entry)
	}
	slices.Sort(ids)
	return ids
}

// comesBack checks that a content is the same wherever it can be read.
func (k *kit) comesBack(c knowledge.CommunityID, id knowledge.ID, content knowledge.Content) {
	k.Helper()
	s := k.write(c, id, 0, "")
	s.Content = content
	same(k, string(id)+" saved", k.save(s).Content, content)
	same(k, string(id)+" of the record", k.record(c, id).Published.Content, content)
	same(k, string(id)+" of the history", k.history(c, id)[0].Content, content)
	same(k, string(id)+" of the revision", k.revision(c, id, 1).Content, content)
}
