package files_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/taxonomy"
)

// What Validate accepts survives being written and read, and writing it again gives the same bytes.
func TestRandomBasesSurvive(t *testing.T) {
	for seed := range uint64(50) {
		r := random{rand.New(rand.NewPCG(seed, 7))}
		base := r.base()
		written := files.Write(base)
		fsys := fstest.MapFS{}
		for name, data := range written {
			fsys[name] = &fstest.MapFile{Data: data}
		}
		got, problems, err := files.Read(fsys)
		if err != nil || len(problems) > 0 {
			t.Fatalf("seed %d: %v %v", seed, err, problems)
		}
		forget(got)
		if !reflect.DeepEqual(got, base) {
			for id, e := range base.Entries {
				t.Errorf("seed %d: %v", seed, knowledge.Diff(e, got.Entries[id]))
			}
			t.Fatalf("seed %d: another base was read", seed)
		}
		for name, data := range files.Write(got) {
			if !bytes.Equal(data, written[name]) {
				t.Fatalf("seed %d: %s written again:\n%s", seed, name, data)
			}
		}
	}
}

// Whatever text is typed, Validate refuses it or it survives.
func TestAnyTextIsRefusedOrSurvives(t *testing.T) {
	r := random{rand.New(rand.NewPCG(1, 2))}
	accepted := 0
	for range 4000 {
		e := r.entry("x/opt-out")
		text := knowledge.Text{Title: "Quoi ?", Short: "Oui."}
		switch r.IntN(6) {
		case 0:
			text.Title = r.soup()
		case 1:
			text.Short = r.soup()
		case 2:
			text.Phrases = []string{r.soup()}
		case 3:
			text.Links = []knowledge.Link{{Kind: "help", Text: r.soup(), URL: "https://e.org/" + r.soup()}}
		case 4:
			text.Steps = []knowledge.DeviceSteps{{Device: "web", Steps: []string{r.soup()}}}
		case 5:
			text.Notes = []string{r.soup(), "Encore."}
		}
		e.Text = map[string]knowledge.Text{"fr": text}
		f := files.File{Path: "fr/x.md", Lang: "fr", Subject: r.subject("x"), Entries: []knowledge.Entry{e}}
		f.Entries[0].Sources = []string{"S1"}
		f.Subject.Sources["fr"] = []knowledge.Source{{ID: "S1", Publisher: r.words(1), Title: strings.TrimSpace(r.soup() + "x"), Basis: knowledge.Found}}
		problems := append(f.Entries[0].Validate(), f.Subject.Validate()...)
		got, read := files.ParseFile("fr/x.md", files.Format(f))
		if len(problems) > 0 {
			continue
		}
		accepted++
		if len(read) > 0 {
			if strings.Contains(read.Error(), "ambiguous") {
				continue // CommonMark reads the marks otherwise, and the file says so
			}
			t.Fatalf("%v\n%s", read, files.Format(f))
		}
		if d := knowledge.Diff(&f.Entries[0], &got.Entries[0]); len(d) > 0 || got.Subject.Sources["fr"][0] != f.Subject.Sources["fr"][0] {
			t.Fatalf("%v\n%s", d, files.Format(f))
		}
	}
	if accepted < 400 {
		t.Errorf("only %d texts were accepted: the test says little", accepted)
	}
}

// forget clears where texts were read, which is not a part of a base.
func forget(base *knowledge.Base) {
	for _, e := range base.Entries {
		for lang, t := range e.Text {
			t.Position = knowledge.Position{}
			e.Text[lang] = t
		}
	}
}

type random struct{ *rand.Rand }

func pick[T any](r random, list []T) T { return list[r.IntN(len(list))] }

func (r random) base() *knowledge.Base {
	b := knowledge.NewBase()
	for i := range 1 + r.IntN(4) {
		slug := fmt.Sprintf("sujet-%d", i)
		if i == 3 {
			slug = taxonomy.Rights
		}
		s := r.subject(slug)
		b.Subjects[slug] = &s
		intents := taxonomy.Intents
		if slug == taxonomy.Rights {
			intents = taxonomy.General
		}
		for _, i := range r.Perm(len(intents))[:1+r.IntN(4)] {
			e := r.entry(knowledge.NewID(slug, intents[i]))
			b.Entries[e.ID] = &e
		}
		r.cite(b, slug)
	}
	return b
}

// cite makes every source named by an entry.
func (r random) cite(b *knowledge.Base, slug string) {
	for _, e := range b.Of(slug) {
		e.Sources = nil
	}
	for _, s := range b.Subjects[slug].Sources["fr"] {
		e := pick(r, b.Of(slug))
		e.Sources = append(e.Sources, s.ID)
	}
	for _, e := range b.Of(slug) {
		if len(e.Sources) == 0 {
			e.Sources = []string{"S1"}
		}
		r.Shuffle(len(e.Sources), func(i, j int) { e.Sources[i], e.Sources[j] = e.Sources[j], e.Sources[i] })
	}
}

func (r random) subject(slug string) knowledge.Subject {
	s := knowledge.Subject{Slug: slug, Name: map[string]string{}, Sources: map[string][]knowledge.Source{}}
	if r.IntN(2) == 0 {
		s.Owner = "owner-inc"
	}
	n := 1 + r.IntN(12)
	for _, lang := range files.Languages {
		s.Name[lang] = r.words(1 + r.IntN(2))
		for i := range n {
			src := knowledge.Source{ID: fmt.Sprintf("S%d", i+1), Publisher: r.soupy(), Title: r.soupy(), Basis: pick(r, []knowledge.Basis{knowledge.Found, knowledge.Memory})}
			if r.IntN(2) == 0 {
				src.URL = r.url()
				src.Date = pick(r, []knowledge.PartialDate{"2023", "2024-12", "2025-11-03"})
			}
			s.Sources[lang] = append(s.Sources[lang], src)
		}
	}
	return s
}

func (r random) entry(id knowledge.ID) knowledge.Entry {
	e := knowledge.Entry{ID: id, Kind: pick(r, knowledge.Kinds), Difficulty: pick(r, knowledge.Difficulties), Status: pick(r, []knowledge.Status{"draft", "published", "archived"}), Revision: 1 + r.IntN(3), Text: map[string]knowledge.Text{}}
	e.Review, _ = knowledge.ParseDate(fmt.Sprintf("2027-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28)))
	if r.IntN(2) == 0 {
		e.Verified, _ = knowledge.ParseDate("2026-11-22")
		e.Regions = knowledge.Regions[:1+r.IntN(4)]
		e.Plans = []string{"free", "true", "365 e5"}[:1+r.IntN(3)]
		e.Ages = pick(r, []string{"18+", "13-17"})
		e.Author = pick(r, []string{"Chloé", "no", "2026", "a: b", "# c"})
	}
	for _, lang := range files.Languages {
		e.Text[lang] = r.text()
	}
	return e
}

func (r random) text() knowledge.Text {
	t := knowledge.Text{Title: r.words(4) + " ?", Short: r.sentence(), Phrases: r.list(func() string { return r.words(3) }), Changes: r.list(r.sentence), Keeps: r.list(r.sentence), Notes: r.list(r.sentence)}
	for _, d := range knowledge.Devices {
		if r.IntN(2) == 0 {
			t.Steps = append(t.Steps, knowledge.DeviceSteps{Device: d, Steps: append(r.list(r.sentence), r.sentence())})
		}
	}
	for range r.IntN(3) {
		t.Links = append(t.Links, knowledge.Link{Kind: pick(r, knowledge.LinkKinds), Text: r.words(2), URL: r.url()})
	}
	return t
}

func (r random) list(item func() string) []string {
	var out []string
	for range r.IntN(4) {
		out = append(out, item())
	}
	return out
}

func (r random) url() string {
	return "https://" + pick(r, []string{"a.example", "www.é.example", "x-y.example:8080"}) + pick(r, []string{"", "/", "/a_b_c", "/a?b=c&d=e", "/(x)", "/#settings/A", "/a%20b", "/~u/;v:w"})
}

func (r random) words(n int) string {
	out := make([]string, 0, n)
	for range n {
		out = append(out, pick(r, []string{"données", "l’IA", "C3PO", "snake_case", "«\u00a0non\u00a0»", "e-mail", "3,5", "a/b", "👩‍👩‍👧", "Qu’est-ce", "x:y", "100%", "(oui)"}))
	}
	return "Mot " + strings.Join(out, " ")
}

func (r random) sentence() string {
	var out []string
	for range 1 + r.IntN(5) {
		out = append(out, pick(r, []string{r.words(2), "**Réglages** (**Settings**)", "*jamais*", "[page](" + r.url() + ")", `5 \* 3`, "a & b < c", "**Confidentialité & cie**,", "§ 21(1) [sic]", "**C:\\\\**", "#mot", "+ ou -"}))
	}
	return strings.Join(append([]string{"Texte"}, out...), " ") + "."
}

// soup is anything that might mean something to Markdown or YAML.
func (r random) soup() string {
	var b strings.Builder
	for range 1 + r.IntN(5) {
		b.WriteString(pick(r, []string{"a", "é", " ", "*", "**", "_", "`", "[", "]", "(", ")", "\\", "<", ">", "&amp;", "&", "!", "#", "-", "1.", "|", "{#a}", "~~", ":", "\"", "'", "=", "\u00a0", "https://e.org", "mot", ",", "\t", "//", "?", ";"}))
	}
	return b.String()
}

// soupy is a soup that a publisher or a title may be.
func (r random) soupy() string {
	return strings.TrimSpace("x" + strings.ReplaceAll(r.soup(), "\t", "") + "y")
}

func FuzzParseFile(f *testing.F) {
	r := random{rand.New(rand.NewPCG(3, 4))}
	for _, data := range files.Write(r.base()) {
		f.Add(data)
	}
	f.Add([]byte("---\nsubject: x\nlang: fr\nname: X\n---\n\n# X\n\n## Y {#opt-out}\n\n```yaml\nkind: info\n```\n\nZ.\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"fr/sujet-0.md", "en/sujet-0.md", "fr/x.md"} {
			file, problems := files.ParseFile(name, data)
			if len(problems) > 0 {
				continue
			}
			written := files.Format(file)
			again, problems := files.ParseFile(name, written)
			if len(problems) > 0 {
				t.Fatalf("what was read and written is refused: %v\n%s", problems, written)
			}
			if twice := files.Format(again); !bytes.Equal(twice, written) {
				t.Fatalf("written\n%s\nthen\n%s", written, twice)
			}
			for _, f := range []*files.File{&file, &again} {
				for i := range f.Entries {
					text := f.Entries[i].Text[f.Lang]
					text.Position = knowledge.Position{}
					f.Entries[i].Text[f.Lang] = text
				}
			}
			if !reflect.DeepEqual(again, file) {
				t.Fatalf("read %+v\nthen %+v", file, again)
			}
		}
	})
}
