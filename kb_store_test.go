package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/sqlstore"
	"nonmerci/knowledge/transfer"
)

var noon = time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)

// emptyStore is a store in memory, with nothing in it.
func emptyStore(t *testing.T) *stored {
	t.Helper()
	s, err := sqlstore.Open(t.Context(), "sqlite::memory:", sqlstore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return &stored{Store: s}
}

// put saves a content.
func (s *stored) put(t *testing.T, id knowledge.ID, c knowledge.Content, origin knowledge.Origin, draft bool) {
	t.Helper()
	r, err := s.Record(t.Context(), s.home, id)
	if err != nil && !errors.Is(err, knowledge.ErrNotFound) {
		t.Fatal(err)
	}
	_, err = s.Save(t.Context(), knowledge.Save{
		Community: s.home, Entry: id, Expect: r.Latest, Draft: draft, By: "discord:1", Origin: origin, Summary: "x", Content: c, At: noon,
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (s *stored) get(t *testing.T, id knowledge.ID) knowledge.Record {
	t.Helper()
	r, err := s.Record(t.Context(), s.home, id)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// saying is the text of an entry with a link and a source.
func saying(short, url, source string) knowledge.Content {
	review, _ := knowledge.ParseDate("2099-01-02")
	return knowledge.Content{Entry: &knowledge.Entry{
		Kind: knowledge.Info, Sources: []string{source}, Review: review, Status: knowledge.Published, Revision: 1,
		Text: map[string]knowledge.Text{"fr": {Title: "Quoi ?", Short: short, Links: []knowledge.Link{{Kind: knowledge.HelpLink, Text: "Aide", URL: url}}}},
	}}
}

func resting(on ...string) knowledge.Content {
	s := &knowledge.Subject{Name: map[string]string{"fr": "Exemplia"}, Sources: map[string][]knowledge.Source{}}
	for _, id := range on {
		s.Sources["fr"] = append(s.Sources["fr"], knowledge.Source{ID: id, Publisher: "P", Title: "T", URL: "https://exemplia.example/" + id, Basis: knowledge.Found})
	}
	return knowledge.Content{Subject: s}
}

// TestARunningInstanceSeesAnImport: a command writes to the database that another program has open, which finds out by the log.
func TestARunningInstanceSeesAnImport(t *testing.T) {
	dir := t.TempDir()
	url := "sqlite:" + filepath.Join(dir, "n.db")
	running, err := sqlstore.Open(t.Context(), url, sqlstore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer running.Close()
	base, err := live.Open(t.Context(), running, live.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sheet := filepath.Join(dir, "sheet.csv")
	row := "id,lang,title,short,kind,sources,review,name,owner\nexemplia/status,fr,Quoi ?,Oui.,info,S1 | found |  |  | P | T,2099-01-02,Exemplia,ex\n"
	if err := os.WriteFile(sheet, []byte(row), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	none := func(string) string { return "" }
	if err := run(t.Context(), []string{"kb", "import", "--database", url, sheet}, none, strings.NewReader(""), &out, &errs); err != nil {
		t.Fatal(err, out.String())
	}
	if err := base.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if e := base.Shared().Find("exemplia", "status"); e == nil || e.Text["fr"].Short != "Oui." || base.Shared().Find("linkedin", "opt-out") == nil {
		t.Errorf("%+v", e)
	}
}

// TestADraftThatWaitsOutlivesARestore, as a draft of the one who wrote it.
func TestADraftThatWaitsOutlivesARestore(t *testing.T) {
	s := emptyStore(t)
	s.put(t, "exemplia", resting("S1"), knowledge.FromRelease, false)
	s.put(t, "exemplia/data", saying("un", "https://exemplia.example/a", "S1"), knowledge.FromRelease, false)
	s.put(t, "exemplia/data", saying("deux", "https://exemplia.example/a", "S1"), knowledge.FromPerson, false)
	s.put(t, "exemplia/data", saying("trois", "https://exemplia.example/a", "S1"), knowledge.FromPerson, true)
	said, err := s.putBack(t.Context(), "exemplia/data", 1, noon)
	if err != nil || said != "exemplia/data: revision 4 says what revision 1 said; the draft that waited still does, as revision 5" {
		t.Fatal(said, err)
	}
	r := s.get(t, "exemplia/data")
	if r.Published.Content.Entry.Text["fr"].Short != "un" || r.Published.By != knowledge.ByCommandLine || r.Published.Content.Entry.Revision != 4 {
		t.Errorf("published %+v", r.Published)
	}
	if r.Draft == nil || r.Draft.Content.Entry.Text["fr"].Short != "trois" || r.Draft.By != "discord:1" || r.Latest != 5 {
		t.Errorf("draft %+v", r.Draft)
	}
}

// TestARestoredEntryHasItsSourcesBack, when an import dropped them because nothing named them any more.
func TestARestoredEntryHasItsSourcesBack(t *testing.T) {
	s := emptyStore(t)
	s.put(t, "exemplia", resting("S1", "S2"), knowledge.FromRelease, false)
	s.put(t, "exemplia/data", saying("un", "https://exemplia.example/a", "S1"), knowledge.FromRelease, false)
	s.put(t, "exemplia/data", saying("deux", "https://exemplia.example/a", "S2"), knowledge.FromImport, false)
	s.put(t, "exemplia", resting("S2"), knowledge.FromImport, false)
	if _, err := s.putBack(t.Context(), "exemplia/data", 1, noon); err != nil {
		t.Fatal(err)
	}
	sources := s.get(t, "exemplia").Published.Content.Subject.Sources["fr"]
	if len(sources) != 2 || sources[0].ID != "S1" || sources[1].ID != "S2" {
		t.Errorf("%+v", sources)
	}
}

// TestAddressesOfDraftsAreReplacedToo, and what waits still waits; the draft of a release is left as the release has it.
func TestAddressesOfDraftsAreReplacedToo(t *testing.T) {
	const old, now = "https://exemplia.example/a", "https://exemplia.example/b"
	s := emptyStore(t)
	s.put(t, "exemplia", resting("S1"), knowledge.FromRelease, false)
	s.put(t, "exemplia/data", saying("un", old, "S1"), knowledge.FromPerson, false)
	s.put(t, "exemplia/data", saying("deux", old+"#x", "S1"), knowledge.FromPerson, true)
	s.put(t, "exemplia/why", saying("un", "https://exemplia.example/c", "S1"), knowledge.FromPerson, false)
	s.put(t, "exemplia/why", saying("deux", old, "S1"), knowledge.FromPerson, true)
	s.put(t, "exemplia/since", saying("un", old, "S1"), knowledge.FromPerson, false)
	s.put(t, "exemplia/since", saying("deux", old, "S1"), knowledge.FromRelease, true)
	var out, errs bytes.Buffer
	a := app{out: &out, errs: &errs}
	if err := a.replaceURL(t.Context(), s, bulk.Replacement{Old: old, New: now}, false); err != nil {
		t.Fatal(err)
	}
	want := "exemplia/data   fr.links.1        " + old + " → " + now + "\n" +
		"exemplia/data   draft.fr.links.1  " + old + "#x → " + now + "#x\n" +
		"exemplia/since  fr.links.1        " + old + " → " + now + "\n" +
		"exemplia/why    draft.fr.links.1  " + old + " → " + now + "\n" +
		"4 addresses in 3 entries replaced\n"
	if out.String() != want {
		t.Errorf("got\n%s", out.String())
	}
	link := func(r *knowledge.Revision) string { return r.Content.Entry.Text["fr"].Links[0].URL }
	for id, want := range map[knowledge.ID][2]string{"exemplia/data": {now, now + "#x"}, "exemplia/why": {"https://exemplia.example/c", now}, "exemplia/since": {now, old}} {
		r := s.get(t, id)
		if r.Draft == nil || link(r.Published) != want[0] || link(r.Draft) != want[1] || r.Draft.By != "discord:1" {
			t.Errorf("%s: %+v", id, r)
		}
	}
	if r := s.get(t, "exemplia/since"); r.Draft.Origin != knowledge.FromRelease || r.Draft.Content.Entry.Revision != 1 {
		t.Errorf("the draft of the release: %+v", r.Draft)
	}
}

// TestACommunityOfARefusedImportIsErased: what was made for it does not stay when the save comes too late.
func TestACommunityOfARefusedImportIsErased(t *testing.T) {
	s := emptyStore(t)
	i := importingTo(app{}, s, "")
	c := namedCommunity{file: "c.json", Community: communityAt("discord:1", "telegram:-2")}
	all := []*arrival{{namedCommunity: c, id: "new c.json", fresh: true}}
	late := []knowledge.Save{{Community: "new c.json", Entry: "wifi", Expect: 3, Content: saying("x", "https://exemplia.example/a", "S1"), At: noon}}
	err := i.settle(t.Context(), all, late)
	if err == nil || !strings.Contains(err.Error(), "nothing was changed: run the command again") {
		t.Errorf("%v", err)
	}
	if ids, err := s.CommunityIDs(t.Context(), "", 10); err != nil || len(ids) > 0 {
		t.Errorf("left behind: %v, %v", ids, err)
	}
	late[0].Community, late[0].Expect = "new c.json", 0
	if err := i.settle(t.Context(), all, late); err != nil {
		t.Fatal(err)
	}
	ids, err := s.CommunityIDs(t.Context(), "", 10)
	if err != nil || len(ids) != 1 {
		t.Fatalf("%v, %v", ids, err)
	}
	if made, err := s.Community(t.Context(), ids[0]); err != nil || len(made.Places) != 2 {
		t.Errorf("%+v, %v", made, err)
	}
}

// TestProgressOfACopyBeginsWithTheThirdSecond, and is silent before.
func TestProgressOfACopyBeginsWithTheThirdSecond(t *testing.T) {
	for after, want := range map[time.Duration]string{1900 * time.Millisecond: "", 2900 * time.Millisecond: "\rhalf…\n"} {
		synctest.Test(t, func(t *testing.T) {
			var out bytes.Buffer
			stop := watch(&out, time.NewTicker(500*time.Millisecond), func() string { return "half" })
			time.Sleep(after)
			stop()
			if out.String() != want {
				t.Errorf("%q after %v", out.String(), after)
			}
		})
	}
}

// TestWhatIsOfOneLanguageOnly is what is shown of it.
func TestWhatIsOfOneLanguageOnly(t *testing.T) {
	c := saying("un", "https://exemplia.example/a", "S1")
	c.Entry.Text["en"] = knowledge.Text{Title: "What?"}
	c.Note, c.Phrases = map[string]string{"fr": "a", "en": "b"}, map[string][]string{"en": {"c"}}
	l := &look{records: map[knowledge.ID]knowledge.Record{}}
	w := only(l.written(knowledge.Record{Entry: "wifi", Published: &knowledge.Revision{Content: c}, Latest: 4}, true), "fr")
	got := *w.Published
	if w.Revision != 4 || len(got.Entry.Text) != 1 || len(got.Note) != 1 || len(got.Phrases) != 0 || len(c.Note) != 2 {
		t.Errorf("%+v", got)
	}
}

// communityAt is an exported community without entries.
func communityAt(places ...string) *transfer.Community {
	out := &transfer.Community{Settings: &knowledge.Settings{Lang: "fr"}}
	for _, p := range places {
		platform, chat, _ := strings.Cut(p, ":")
		out.Places = append(out.Places, knowledge.Place{Platform: platform, Chat: chat})
	}
	return out
}
