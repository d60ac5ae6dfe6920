package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"nonmerci/knowledge"
	"nonmerci/knowledge/check"
	"nonmerci/knowledge/files"
)

func day(s string) knowledge.Date {
	d, err := knowledge.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// sound returns a small base with nothing to say against, and a change of it.
func sound(change func(*knowledge.Base)) *knowledge.Base {
	b := knowledge.NewBase()
	for _, slug := range []string{"alpha", "beta"} {
		src := []knowledge.Source{{ID: "S1", Publisher: "P", Title: "T", URL: "https://e.org/" + slug, Basis: knowledge.Found}, {ID: "M1", Publisher: "P", Title: "T", Basis: knowledge.Memory}}
		b.Subjects[slug] = &knowledge.Subject{
			Slug: slug, Owner: "o", Name: map[string]string{"fr": slug, "en": slug},
			Sources: map[string][]knowledge.Source{"fr": src, "en": slices.Clone(src)},
		}
		for intent, words := range map[string][4]string{
			"opt-out": {"Comment refuser ", "How to refuse ", "couper les réglages de ", "switch settings off in "},
			"minors":  {"Quel âge faut-il pour ", "Which age is needed for ", "mon fils est chez ", "my son is on "},
		} {
			id := knowledge.NewID(slug, intent)
			text := func(title, phrase, label string) knowledge.Text {
				return knowledge.Text{
					Title: title + slug, Short: label + ".", Phrases: []string{phrase + slug}, Notes: []string{"[page](https://e.org/n)"},
					Steps: []knowledge.DeviceSteps{{Device: knowledge.Web, Steps: []string{label + " **Réglages** (**Settings**)"}}},
					Links: []knowledge.Link{{Kind: knowledge.HelpLink, Text: label, URL: "https://e.org/h"}},
				}
			}
			fr, en := text(words[0], words[2], "Ouvrez"), text(words[1], words[3], "Open")
			fr.Position, en.Position = knowledge.Position{File: "fr/" + slug + ".md", Line: 9}, knowledge.Position{File: "en/" + slug + ".md", Line: 9}
			b.Entries[id] = &knowledge.Entry{
				ID: id, Kind: knowledge.Info, Sources: []string{"S1", "M1"}, Verified: day("2026-11-22"), Review: day("2027-05-22"), Status: knowledge.Published,
				Revision: 1, Text: map[string]knowledge.Text{"fr": fr, "en": en},
			}
		}
	}
	change(b)
	return b
}

// en changes the English text of alpha/opt-out.
func en(change func(*knowledge.Text)) func(*knowledge.Base) {
	return func(b *knowledge.Base) {
		t := b.Entries["alpha/opt-out"].Text["en"]
		change(&t)
		b.Entries["alpha/opt-out"].Text["en"] = t
	}
}

func entry(change func(*knowledge.Entry)) func(*knowledge.Base) {
	return func(b *knowledge.Base) { change(b.Entries["alpha/opt-out"]) }
}

func TestSoundBaseHasNoFinding(t *testing.T) {
	for _, f := range check.Check(sound(func(*knowledge.Base) {}), check.Options{Today: day("2026-11-23")}) {
		t.Error(f)
	}
}

func TestFindings(t *testing.T) {
	long := strings.Repeat("long mot ", 60)
	for name, c := range map[string]struct {
		change func(*knowledge.Base)
		want   string
	}{
		"format":         {entry(func(e *knowledge.Entry) { e.Kind = "x" }), `error: fr/alpha.md:9: alpha/opt-out: kind: unknown kind "x"`},
		"bold unclosed":  {en(func(t *knowledge.Text) { t.Short = "a **b" }), "error: en/alpha.md:9: alpha/opt-out: en.short: a label is opened"},
		"subject":        {func(b *knowledge.Base) { b.Subjects["alpha"].Owner = "A B" }, "owner: the owner"},
		"language":       {entry(func(e *knowledge.Entry) { delete(e.Text, "en") }), "the entry lacks the language en"},
		"subject's":      {func(b *knowledge.Base) { delete(b.Subjects["alpha"].Name, "en") }, "error: en/alpha.md: the subject lacks this language"},
		"review past":    {entry(func(e *knowledge.Entry) { e.Verified, e.Review = day("2025-01-01"), day("2026-01-01") }), "warning: fr/alpha.md:9: alpha/opt-out: its review was due on 2026-01-01"},
		"future":         {entry(func(e *knowledge.Entry) { e.Verified = day("2026-12-01") }), "which is to come"},
		"memory":         {entry(func(e *knowledge.Entry) { e.Sources = []string{"M1"} }), "error: en/alpha.md:9: alpha/opt-out: verified, but every source is from memory"},
		"http":           {en(func(t *knowledge.Text) { t.Links[0].URL = "http://e.org/h" }), "http://e.org/h is not protected"},
		"http inline":    {en(func(t *knowledge.Text) { t.Notes[0] = "[page](http://e.org/n)" }), "http://e.org/n is not protected"},
		"address":        {en(func(t *knowledge.Text) { t.Links[0].URL = "https://e org" }), `"https://e org" is not an address`},
		"host":           {en(func(t *knowledge.Text) { t.Links[0].URL = "https:///x" }), "has no host"},
		"devices":        {en(func(t *knowledge.Text) { t.Steps[0].Device = knowledge.IOS }), "steps for web in fr, for ios in en"},
		"no steps":       {en(func(t *knowledge.Text) { t.Steps = nil }), "for web in fr, for none in en"},
		"step count":     {en(func(t *knowledge.Text) { t.Steps[0].Steps = append(t.Steps[0].Steps, "Go.") }), "1 steps for web in fr, 2 in en"},
		"labels":         {en(func(t *knowledge.Text) { t.Steps[0].Steps[0] = "Open **Settings**" }), "step 1 for web has the labels reglages | settings in fr, settings in en"},
		"links":          {en(func(t *knowledge.Text) { t.Links[0].Kind = knowledge.FormLink }), "links to help https://e.org/h in fr, to form https://e.org/h in en"},
		"inline links":   {en(func(t *knowledge.Text) { t.Notes[0] = "page" }), "its sentences link to https://e.org/n in fr, to none in en"},
		"notes":          {en(func(t *knowledge.Text) { t.Notes = append(t.Notes, "More.") }), "warning: en/alpha.md:9: alpha/opt-out: 1 notes in fr, 2 in en"},
		"source":         {func(b *knowledge.Base) { b.Subjects["alpha"].Sources["en"][0].URL = "https://e.org/z" }, "error: en/alpha.md:1: the address of source S1 is not the same in fr and en"},
		"source date":    {func(b *knowledge.Base) { b.Subjects["alpha"].Sources["en"][0].Date = "2020" }, "the date of source S1"},
		"source basis":   {func(b *knowledge.Base) { b.Subjects["alpha"].Sources["en"][0].Basis = knowledge.Memory }, "the basis of source S1"},
		"source missing": {func(b *knowledge.Base) { b.Subjects["alpha"].Sources["en"] = b.Subjects["alpha"].Sources["en"][1:] }, "source S1 is not the same"},
		"source added":   {func(b *knowledge.Base) { b.Subjects["alpha"].Sources["fr"] = b.Subjects["alpha"].Sources["fr"][1:] }, "source S1 is not the same"},
		"shared phrase":  {en(func(t *knowledge.Text) { t.Phrases[0] = "My SON is on beta?" }), "« my son is on beta » is asked of alpha/opt-out too"},
		"phrase twice":   {en(func(t *knowledge.Text) { t.Phrases = append(t.Phrases, "Switch settings off, in alpha!") }), "stands twice"},
		"intent twice":   {entry(func(e *knowledge.Entry) { e.Also = []string{"minors"} }), "alpha/opt-out answers « minors » too"},
		"alike": {en(func(t *knowledge.Text) {
			t.Title, t.Phrases = "Which age is needed, for alpha", []string{"my son is on"}
		}), "its questions are too close to those of alpha/opt-out"},
		"title":           {en(func(t *knowledge.Text) { t.Title = long[:101] }), "the title has 101 characters, 100 at most"},
		"title on button": {en(func(t *knowledge.Text) { t.Title = long[:90] }), "warning: en/alpha.md:9: alpha/opt-out: the title (on a button it would be cut) has 90"},
		"link text":       {en(func(t *knowledge.Text) { t.Links[0].Text = long[:81] }), "the text of a link, which is a button, has 81 characters, 80 at most"},
		"link address":    {en(func(t *knowledge.Text) { t.Links[0].URL += strings.Repeat("a", 512) }), "the address of a link has 527"},
		"item":            {en(func(t *knowledge.Text) { t.Notes[0] = strings.Repeat(long, 2) }), "the item has 1080 characters, 1000 at most"},
		"part":            {en(func(t *knowledge.Text) { t.Notes = []string{long, long + "b", long + "c", long + "d"} }), "the section has"},
		"entry":           {en(func(t *knowledge.Text) { t.Phrases = []string{strings.Repeat(long, 6) + "x"} }), "the whole entry has"},
		"card":            {en(func(t *knowledge.Text) { t.Notes = []string{long, long, long}; t.Keeps = t.Notes; t.Changes = t.Notes }), "the answer for web has 5"},
		"id": {func(b *knowledge.Base) {
			e := *b.Entries["alpha/opt-out"]
			e.ID = knowledge.ID(strings.Repeat("a", 50) + "/opt-out")
			b.Entries[e.ID] = &e
		}, "the id has 58 bytes, 48 at most"},
		"typography": {func(b *knowledge.Base) {
			t := b.Entries["alpha/opt-out"].Text["fr"]
			t.Notes[0] = "[l'aide](https://e.org/n)"
			b.Entries["alpha/opt-out"].Text["fr"] = t
		}, "warning: fr/alpha.md:9: alpha/opt-out: a straight apostrophe"},
	} {
		t.Run(name, func(t *testing.T) {
			b := sound(c.change)
			found := check.Check(b, check.Options{Today: day("2026-11-23")})
			for _, id := range b.IDs() {
				want := slices.DeleteFunc(slices.Clone(found), func(f check.Finding) bool { return f.Entry != id })
				if only := check.Check(b, check.Options{Today: day("2026-11-23"), Only: id}); !slices.Equal(only, want) {
					t.Errorf("of %s alone %v, among all %v", id, only, want)
				}
			}
			if !slices.ContainsFunc(found, func(f check.Finding) bool { return strings.Contains(f.String(), c.want) && f.Remedy != "" }) {
				t.Errorf("want %q, got %v", c.want, found)
			}
		})
	}
}

func TestErrorsLeavesWarningsOut(t *testing.T) {
	all := []check.Finding{{Severity: check.Warning}, {Severity: check.Error, Entry: "a/b"}}
	if got := check.Errors(all); len(got) != 1 || got[0].Entry != "a/b" || len(all) != 2 {
		t.Errorf("got %v", got)
	}
}

func TestLinesAreFound(t *testing.T) {
	fsys := fstest.MapFS{}
	for path, data := range files.Write(sound(en(func(t *knowledge.Text) { t.Links[0].URL = "http://e.org/other" }))) {
		fsys[path] = &fstest.MapFile{Data: data}
	}
	base, problems, err := files.Read(fsys)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	data := string(fsys["en/alpha.md"].Data)
	before, _, _ := strings.Cut(data, "http://")
	line := strings.Count(before, "\n") + 1
	want := fmt.Sprintf("en/alpha.md:%d: alpha/opt-out: http://e.org/other is not protected", line)
	if got := fmt.Sprint(check.Check(base, check.Options{Files: fsys})); !strings.Contains(got, want) {
		t.Errorf("want %q, got %s", want, got)
	}
	if got := fmt.Sprint(check.Check(base, check.Options{Files: fstest.MapFS{}})); !strings.Contains(got, "en/alpha.md:") {
		t.Errorf("without files: %s", got)
	}
}

func BenchmarkCheck(b *testing.B) {
	base := sound(func(base *knowledge.Base) {
		for i := range 350 {
			slug := fmt.Sprintf("s%d", i/4)
			s := *base.Subjects["alpha"]
			s.Slug = slug
			base.Subjects[slug] = &s
			e := *base.Entries["alpha/opt-out"]
			e.ID = knowledge.NewID(slug, []string{"opt-out", "status", "data", "since"}[i%4])
			base.Entries[e.ID] = &e
		}
	})
	b.ReportAllocs()
	for b.Loop() {
		check.Check(base, check.Options{})
	}
}
