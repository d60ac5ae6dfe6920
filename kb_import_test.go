package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
	"nonmerci/knowledge/transfer"
)

func importingTo(a app, s *stored, path string) *importing {
	i := bulk.Import{Name: filepath.Base(path), By: knowledge.ByCommandLine, At: noon, Store: s.Store}
	return &importing{app: a, Import: i, s: s, path: path}
}

// importInto imports a file with a name into a store, and returns what was printed.
func importInto(t *testing.T, s *stored, name, text string) (string, error) {
	t.Helper()
	in, err := bulk.Parse(name, filepath.Ext(name), []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	i := importingTo(app{out: &out, errs: &errs}, s, name)
	err = i.part(t.Context(), in)
	return out.String(), err
}

const sheetHead = "id,lang,title,short,kind,sources,review,name,owner,status,revision\n"

func sheetRow(short, status, revision string) string {
	return sheetHead + "exemplia/data,fr,Quoi ?," + short + ",info,S1 | found |  |  | P | T,2099-01-02,Exemplia,ex," + status + "," + revision + "\n"
}

// linked is a sheet with the link that the entries of these tests have.
func linked(sheet string) string {
	head, row, _ := strings.Cut(sheet, "\n")
	return head + ",links\n" + strings.TrimSuffix(row, "\n") + ",help https://exemplia.example/a Aide\n"
}

// TestWhatAnImportMeets tells a story for each: what is there, what the sheet says, what comes of it.
func TestWhatAnImportMeets(t *testing.T) {
	const id = knowledge.ID("exemplia/data")
	here := func(origin knowledge.Origin, drafts ...string) func(t *testing.T, s *stored) {
		return func(t *testing.T, s *stored) {
			s.put(t, "exemplia", resting("S1"), knowledge.FromRelease, false)
			s.put(t, id, saying("un", "https://exemplia.example/a", "S1"), knowledge.FromRelease, false)
			s.put(t, id, saying("deux", "https://exemplia.example/a", "S1"), origin, false)
			for _, d := range drafts {
				s.put(t, id, saying(d, "https://exemplia.example/a", "S1"), knowledge.FromPerson, true)
			}
		}
	}
	nothing := func(*testing.T, *stored) {}
	for _, c := range []struct {
		name             string
		here             func(t *testing.T, s *stored)
		sheet            string
		want             string // of what is printed
		published, draft string
		latest           int
	}{
		{"new", nothing, sheetRow("Oui.", "", ""), "added exemplia/data", "Oui.", "", 1},
		{"new, to wait", nothing, sheetRow("Oui.", "draft", ""), "added exemplia/data", "", "Oui.", 1},
		{"changed", here(knowledge.FromImport), sheetRow("Oui.", "", "2"), "changed exemplia/data", "Oui.", "", 3},
		{"changed, to wait", here(knowledge.FromPerson), sheetRow("Oui.", "draft", "2"), "changed exemplia/data", "deux", "Oui.", 3},
		{"imported again and again", here(knowledge.FromImport), sheetRow("Oui.", "", "1"), "changed exemplia/data", "Oui.", "", 3},
		{"edited in between", here(knowledge.FromPerson), sheetRow("Oui.", "", "1"), "x.csv:2: exemplia/data: the file is of revision 1, and discord:1 has changed it since, in revision 2", "deux", "", 2},
		{"edited in between, no revision told", here(knowledge.FromPerson), sheetRow("Oui.", "", ""), "discord:1 has changed it since", "deux", "", 2},
		{"a draft waits, and goes on waiting", here(knowledge.FromPerson, "trois"), sheetRow("Oui.", "", "2"), "changed exemplia/data", "Oui.", "trois", 5},
		{"a draft waits, and another would", here(knowledge.FromPerson, "trois"), sheetRow("Oui.", "draft", "2"), "a draft waits already, as revision 3; publish it or discard it first", "deux", "trois", 3},
		{"the draft that waits", func(t *testing.T, s *stored) {
			if _, err := importInto(t, s, "x.csv", sheetRow("Oui.", "draft", "")); err != nil {
				t.Fatal(err)
			}
		}, sheetRow("Oui.", "draft", ""), "0 added, 0 changed, 1 unchanged, 0 refused", "", "Oui.", 1},
		{"from a database where more was saved", here(knowledge.FromPerson), linked(sheetRow("deux", "", "9")), "  revision: 2 → 9", "deux", "", 3},
		{"the same", here(knowledge.FromPerson), linked(sheetRow("deux", "", "1")), "0 added, 0 changed, 1 unchanged, 0 refused", "deux", "", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := emptyStore(t)
			c.here(t, s)
			said, err := importInto(t, s, "x.csv", c.sheet)
			if refused := strings.Contains(said, " 0 refused\n"); refused != (err == nil) {
				t.Errorf("%v, and printed:\n%s", err, said)
			}
			if !strings.Contains(said, c.want) {
				t.Errorf("printed:\n%s", said)
			}
			r, err := s.Record(t.Context(), "", id)
			if err != nil && !errors.Is(err, knowledge.ErrNotFound) {
				t.Fatal(err)
			}
			if p, d := shortOf(r.Published), shortOf(r.Draft); p != c.published || d != c.draft || r.Latest != c.latest {
				t.Errorf("published %q, draft %q, latest %d; want %q, %q, %d", p, d, r.Latest, c.published, c.draft, c.latest)
			}
		})
	}
}

func shortOf(r *knowledge.Revision) string {
	if r == nil {
		return ""
	}
	return r.Content.Entry.Text["fr"].Short
}

// TestEachFormatCarriesABaseOver: what a store exports, an empty one imports and exports the same, numbers of revisions included.
func TestEachFormatCarriesABaseOver(t *testing.T) {
	from := emptyStore(t)
	from.put(t, "exemplia", resting("S1"), knowledge.FromRelease, false)
	for _, short := range []string{"un", "deux", "trois", "un"} {
		from.put(t, "exemplia/data", saying(short, "https://exemplia.example/a", "S1"), knowledge.FromPerson, false)
	}
	from.put(t, "exemplia/why", saying("un", "https://exemplia.example/a", "S1"), knowledge.FromPerson, true)
	old := saying("un", "https://exemplia.example/a", "S1")
	old.Entry.Status = knowledge.Archived
	from.put(t, "exemplia/since", old, knowledge.FromPerson, false)
	dir := t.TempDir()
	for _, format := range exportFormats {
		to := emptyStore(t)
		to.put(t, "exemplia", resting("S1"), knowledge.FromRelease, false) // as if the release had it
		to.put(t, "exemplia/data", saying("un", "https://exemplia.example/a", "S1"), knowledge.FromRelease, false)
		var paths [2]string
		for n, s := range []*stored{from, to} {
			paths[n] = filepath.Join(dir, format+string(rune('0'+n))+map[string]string{"json": ".json", "csv": ".csv"}[format])
			l, err := s.look(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if _, err := exportBase(l.base, format, paths[n]); err != nil {
				t.Fatal(err)
			}
			if n > 0 {
				break
			}
			in, err := readImport(paths[n])
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			i := importingTo(app{out: &out, errs: &out}, to, format)
			if err := i.part(t.Context(), in.part); err != nil {
				t.Fatal(err, out.String())
			}
		}
		if a, b := contents(t, paths[0]), contents(t, paths[1]); a != b || !strings.Contains(a, "4") {
			t.Errorf("%s: got\n%s\nwant\n%s", format, b, a)
		}
	}
}

// contents are those of a file, or of the one file of a folder of Markdown.
func contents(t *testing.T, path string) string {
	t.Helper()
	if filepath.Ext(path) == "" {
		path = filepath.Join(path, "fr", "exemplia.md")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestDraftsAboveTheSharedBaseAreCarriedOver with everything of a database, and still wait there.
func TestDraftsAboveTheSharedBaseAreCarriedOver(t *testing.T) {
	from, to := emptyStore(t), emptyStore(t)
	from.put(t, "exemplia", resting("S1"), knowledge.FromRelease, false)
	from.put(t, "exemplia/data", saying("un", "https://exemplia.example/a", "S1"), knowledge.FromRelease, false)
	from.put(t, "exemplia/data", saying("deux", "https://exemplia.example/a", "S1"), knowledge.FromPerson, true)
	from.put(t, "exemplia/why", saying("un", "https://exemplia.example/a", "S1"), knowledge.FromPerson, true)
	var out, errs bytes.Buffer
	a := app{out: &out, errs: &errs}
	dir := filepath.Join(t.TempDir(), "all")
	for _, format := range []string{"json", "csv"} { // with a subject in one language, Markdown would do too
		path := dir + format
		if err := a.exportAll(t.Context(), from, format, path); err != nil {
			t.Fatal(err)
		}
		for range 2 { // the second time it changes nothing
			all, err := readAll(os.DirFS(path), "all")
			if err != nil {
				t.Fatal(err)
			}
			i := importingTo(a, to, path)
			if err := i.everything(t.Context(), all); err != nil {
				t.Fatal(err, out.String())
			}
		}
	}
	for id, want := range map[knowledge.ID][2]string{"exemplia/data": {"un", "deux"}, "exemplia/why": {"", "un"}} {
		if r := to.get(t, id); shortOf(r.Published) != want[0] || shortOf(r.Draft) != want[1] {
			t.Errorf("%s: %+v", id, r)
		}
	}
	if r := to.get(t, "exemplia/data"); r.Latest != 2 {
		t.Errorf("%d revisions", r.Latest)
	}
}

// TestWhatAFolderOfEverythingMayHold: what is not as it was exported is refused with its name.
func TestWhatAFolderOfEverythingMayHold(t *testing.T) {
	mark := &fstest.MapFile{Data: []byte(exportMarked)}
	base := &fstest.MapFile{Data: []byte(`{"format":"nonmerci-base","version":1,"subjects":[],"entries":[]}`)}
	community := &fstest.MapFile{Data: []byte(`{"format":"nonmerci-community","version":1,"places":["discord:1"],"entries":[]}`)}
	for name, c := range map[string]struct {
		files fstest.MapFS
		want  string
	}{
		"whole":             {fstest.MapFS{exportMark: mark, "base.json": base, "communities/discord-1.json": community}, ""},
		"another mark":      {fstest.MapFS{exportMark: base, "base.json": base}, "all/nonmerci.json is not the mark"},
		"no base":           {fstest.MapFS{exportMark: mark}, "cannot read all/base"},
		"odd base":          {fstest.MapFS{exportMark: mark, "base.json": community}, "all/base.json holds no base"},
		"odd community":     {fstest.MapFS{exportMark: mark, "base.json": base, "communities/x.json": base}, "all/communities/x.json holds no community"},
		"a symbolic link":   {fstest.MapFS{exportMark: mark, "base.json": base, "communities/x.json": &fstest.MapFile{Data: community.Data, Mode: fs.ModeSymlink}}, "all/communities/x.json is a symbolic link"},
		"a pipe":            {fstest.MapFS{exportMark: mark, "base.json": base, "fr/x.md": &fstest.MapFile{Mode: fs.ModeNamedPipe}}, "all/fr/x.md is no plain file"},
		"what is hidden":    {fstest.MapFS{exportMark: mark, "base.json": base, ".git/x": &fstest.MapFile{Mode: fs.ModeSymlink}}, ""},
		"a long community":  {fstest.MapFS{exportMark: mark, "base.json": base, "communities/x.json": &fstest.MapFile{Data: make([]byte, maxImport+1)}}, "all/communities/x.json is longer than 10 MB"},
		"a cut base of CSV": {fstest.MapFS{exportMark: mark, "base.csv": &fstest.MapFile{Data: []byte("id,lang")}}, ""}, // a problem of the plan
	} {
		_, err := readAll(c.files, "all")
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// TestPlacesOfAnImport: one community has its places to itself, and they look like places.
func TestPlacesOfAnImport(t *testing.T) {
	s := emptyStore(t)
	var out bytes.Buffer
	i := importingTo(app{out: &out}, s, "")
	for _, chat := range []string{"1", "2"} {
		if _, err := s.Join(t.Context(), knowledge.Place{Platform: "discord", Chat: chat}, noon); err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		places []string
		fresh  bool
		want   string // of the error
	}{
		"there":           {[]string{"discord:1"}, false, ""},
		"there, and more": {[]string{"telegram:-9", "discord:1"}, false, ""},
		"new":             {[]string{"telegram:-9", "discord:3"}, true, ""},
		"two":             {[]string{"discord:1", "discord:2"}, false, "belong to two communities"},
		"odd":             {[]string{"discord:../x"}, false, "is not a place"},
	} {
		j, err := i.arriving(t.Context(), namedCommunity{file: "c.json", Community: communityAt(c.places...)})
		if c.want != "" {
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err != nil || j.fresh != c.fresh {
			t.Errorf("%s: %+v, %v", name, j, err)
		}
	}
	j, err := i.arriving(t.Context(), namedCommunity{file: "c.json", Community: &transfer.Community{}})
	if err != nil || j != nil || !strings.Contains(out.String(), "c.json: left out, it is in no place") {
		t.Errorf("%+v, %v, %s", j, err, out.String())
	}
}
