package transfer_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/transfer"
)

func day(s string) knowledge.Date {
	d, err := knowledge.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// sample is a base that uses every field, with what CSV and spreadsheets stumble over.
func sample() *knowledge.Base {
	b := knowledge.NewBase()
	src := func(title string) []knowledge.Source {
		return []knowledge.Source{
			{ID: "S2", Publisher: `Bar | "quoted" \ back`, Title: title, URL: "https://e.org/a,b;c", Date: "2026-05", Basis: knowledge.Found},
			{ID: "S10", Publisher: "=SUM(A1)", Title: "é", Basis: knowledge.Found},
			{ID: "M1", Publisher: "P", Title: "T", Basis: knowledge.Memory},
		}
	}
	b.Subjects["alpha"] = &knowledge.Subject{
		Slug: "alpha", Owner: "o", Name: map[string]string{"fr": "@Alpha", "en": "Alpha"},
		Sources: map[string][]knowledge.Source{"fr": src("titre"), "en": src("title")},
	}
	text := func(w string) knowledge.Text {
		return knowledge.Text{
			Title: "=1+1 " + w, Short: "'-x, « " + w + " »; \"y\".", Phrases: []string{"+33 " + w, "@b " + w},
			Steps: []knowledge.DeviceSteps{
				{Device: knowledge.Web, Steps: []string{"Open **A: b** " + w, "ios: not a device"}},
				{Device: knowledge.IOS, Steps: []string{"Tap."}},
			},
			Links:   []knowledge.Link{{Kind: knowledge.FormLink, Text: "words | " + w, URL: "https://e.org/x?a=1,2"}},
			Changes: []string{"c"}, Keeps: []string{"k"}, Notes: []string{"n, 1", "n; 2"},
		}
	}
	b.Entries["alpha/opt-out"] = &knowledge.Entry{
		ID: "alpha/opt-out", Also: []string{"effect", "why"}, Kind: knowledge.Form, Difficulty: knowledge.Hard, Regions: []string{"eu", "ch"},
		Plans: []string{"free", "365 e5"}, Ages: "13-17", Sources: []string{"S10", "S2"}, Verified: day("2026-11-22"), Review: day("2027-05-22"),
		Status: knowledge.Draft, Revision: 4, Author: "-Chloé", Text: map[string]knowledge.Text{"fr": text("fr"), "en": text("en")},
	}
	b.Entries["alpha/data"] = &knowledge.Entry{
		ID: "alpha/data", Kind: knowledge.Info, Sources: []string{"M1"}, Review: day("2027-05-22"), Status: knowledge.Published, Revision: 1,
		Text: map[string]knowledge.Text{"fr": {Title: "Quoi", Short: "Oui."}, "en": {Title: "What", Short: "Yes."}},
	}
	return b
}

// forget clears where texts were read, which is not a part of a base.
func forget(b *knowledge.Base) *knowledge.Base {
	for _, e := range b.Entries {
		for lang, t := range e.Text {
			t.Position = knowledge.Position{}
			e.Text[lang] = t
		}
	}
	return b
}

func TestRoundTrips(t *testing.T) {
	for name, trip := range map[string]func(*testing.T, *knowledge.Base) (*knowledge.Base, files.Problems){
		"json": func(t *testing.T, b *knowledge.Base) (*knowledge.Base, files.Problems) {
			var buf bytes.Buffer
			if err := transfer.WriteJSON(&buf, b); err != nil {
				t.Fatal(err)
			}
			got, problems, err := transfer.ReadJSON("x.json", &buf)
			if err != nil {
				t.Fatal(err)
			}
			return got, problems
		},
		"csv": func(t *testing.T, b *knowledge.Base) (*knowledge.Base, files.Problems) {
			got, problems, err := transfer.ReadCSV("x.csv", bytes.NewReader(csvOf(t, b)))
			if err != nil {
				t.Fatal(err)
			}
			return got, problems
		},
		"markdown": func(t *testing.T, b *knowledge.Base) (*knowledge.Base, files.Problems) {
			dir := t.TempDir()
			if err := transfer.Save(dir, b); err != nil {
				t.Fatal(err)
			}
			got, problems, err := files.Read(os.DirFS(dir))
			if err != nil {
				t.Fatal(err)
			}
			return got, problems
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, problems := trip(t, sample())
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			want := sample()
			if !reflect.DeepEqual(forget(got), want) {
				for id, e := range want.Entries {
					t.Errorf("%s: %v", id, knowledge.Diff(e, got.Entries[id]))
				}
				t.Errorf("%v", knowledge.DiffSubject(want.Subjects["alpha"], got.Subjects["alpha"]))
			}
			plan := transfer.NewPlan(want, got, nil)
			if plan.Count(transfer.Unchanged) != 2 || len(plan.Subjects) > 0 || !reflect.DeepEqual(plan.Result, want) {
				t.Errorf("importing what was exported changes %+v", plan)
			}
		})
	}
}

func csvOf(t *testing.T, b *knowledge.Base) []byte {
	var buf bytes.Buffer
	if err := transfer.WriteCSV(&buf, b); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestNoCellIsAFormula(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewReader(csvOf(t, sample()))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		for _, cell := range r {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("cell %q", cell)
			}
		}
	}
	if len(rows) != 5 || !reflect.DeepEqual(rows[0], transfer.Columns) {
		t.Errorf("%d rows under %v", len(rows), rows[0])
	}
}

// A spreadsheet that works with commas for decimals saves semicolons, adds a mark at the beginning and empty rows at the end.
func TestCSVFromASpreadsheet(t *testing.T) {
	rows, _ := csv.NewReader(bytes.NewReader(csvOf(t, sample()))).ReadAll()
	var buf bytes.Buffer
	buf.WriteString("\ufeff")
	w := csv.NewWriter(&buf)
	w.Comma, w.UseCRLF = ';', true
	for _, r := range append(rows, make([]string, len(rows[0]))) {
		_ = w.Write(r)
	}
	w.Flush()
	got, problems, err := transfer.ReadCSV("x.csv", &buf)
	if err != nil || len(problems) > 0 || !reflect.DeepEqual(forget(got), sample()) {
		t.Errorf("%v %v", err, problems)
	}
}

func TestBrokenCSVIsRefusedByLine(t *testing.T) {
	const head = "id,lang,title,short,kind,steps,links,sources,review,revision,name\n"
	for name, c := range map[string]struct{ data, want string }{
		"empty":          {"", "x.csv:1: the first line does not name the columns"},
		"unknown column": {"id,lang,title,short,kind,other\n", "x.csv:1: the first line"},
		"missing column": {"id,lang\n", "x.csv:1: the first line"},
		"quote":          {head + `a/data,fr,"x`, "x.csv:2: "},
		"fields":         {head + "a/data,fr\n", "x.csv:2: wrong number of fields"},
		"revision":       {head + "a/data,fr,T,S,info,,,,2027-01-01,x,A\n", `x.csv:2: a/data: revision "x"`},
		"date":           {head + "a/data,fr,T,S,info,,,,1/1/2027,,A\n", "x.csv:2: a/data: review: "},
		"step":           {head + "a/data,fr,T,S,info,tap,,,2027-01-01,,A\n", "a step without a device: tap"},
		"link":           {head + "a/data,fr,T,S,info,,help x,,2027-01-01,,A\n", "a link that is not whole: help x"},
		"source":         {head + "a/data,fr,T,S,info,,,S1 | found,2027-01-01,,A\n", "a source that is not whole"},
		"row twice":      {head + strings.Repeat("a/data,fr,T,S,info,,,,2027-01-01,,A\n", 2), "x.csv:3: a/data: two rows have this id"},
		"languages":      {head + "a/data,fr,T,S,info,,,,2027-01-01,,A\na/data,en,T,S,form,,,,2027-01-01,,A\n", `x.csv:3: a/data: kind is "form" here, "info" in another language`},
		"name":           {head + "a/data,fr,T,S,info,,,,2027-01-01,,A\na/why,fr,T,S,info,,,,2027-01-01,,B\n", "another row gives a another name"},
		"two sources": {
			head + "a/data,fr,T,S,info,,,S1 | found | | | P | T,2027-01-01,,A\na/why,fr,T,S,info,,,S1 | found | | | P | U,2027-01-01,,A\n",
			"another row describes source S1 otherwise",
		},
	} {
		_, problems, err := transfer.ReadCSV("x.csv", strings.NewReader(c.data))
		if err != nil || !strings.Contains(problems.Error(), c.want) {
			t.Errorf("%s: got %v %v, want %q", name, err, problems, c.want)
		}
	}
}

func TestBrokenJSONIsRefusedByLine(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"empty":       {"", "x.json:1: EOF"},
		"syntax":      {"{\n\"format\": \"nonmerci-base\",\n]", "x.json:3: invalid character"},
		"unknown":     {"{\n\"other\": 1}", "x.json:2: json: unknown field"},
		"format":      {"{}", `x.json:1: format "", version 0`},
		"date":        {`{"format":"nonmerci-base","version":1,"entries":[{"id":"a/data","review":"soon"}]}`, "not a day"},
		"two":         {`{"format":"nonmerci-base","version":1,"entries":[{"id":"a/data"},{"id":"a/data"}]}`, "x.json:1: a/data: two entries have this id"},
		"two subject": {`{"format":"nonmerci-base","version":1,"subjects":[{"slug":"a"},{"slug":"a"}]}`, "two subjects are called"},
	} {
		_, problems, err := transfer.ReadJSON("x.json", strings.NewReader(c.data))
		if err != nil || !strings.Contains(problems.Error(), c.want) {
			t.Errorf("%s: got %v %v, want %q", name, err, problems, c.want)
		}
	}
}

func TestBrokenReadersAndWriters(t *testing.T) {
	broken := errors.New("broken")
	if _, _, err := transfer.ReadJSON("x.json", iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Error(err)
	}
	if _, _, err := transfer.ReadCSV("x.csv", iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Error(err)
	}
	r, w := io.Pipe()
	_ = r.CloseWithError(broken)
	if err := transfer.WriteJSON(w, sample()); !errors.Is(err, broken) {
		t.Error(err)
	}
	if err := transfer.WriteCSV(w, sample()); !errors.Is(err, broken) {
		t.Error(err)
	}
	if _, err := transfer.NewPlan(sample(), sample(), nil).WriteTo(w); !errors.Is(err, broken) {
		t.Error(err)
	}
}

func TestAFolderThatCannotBeWrittenGivesOneError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	err := transfer.Save(file, sample())
	if want := "cannot write en/alpha.md in " + file + ": not a directory; free space there, or choose a folder that can be written"; err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
	dir := t.TempDir() // a folder stands where a file should
	if err := os.MkdirAll(filepath.Join(dir, "en", "alpha.md", "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := transfer.Save(dir, sample()); err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "en", ".export*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	other := sample()
	other.Entries["own"] = &knowledge.Entry{ID: "own"}
	other.Entries["alpha/opt-out"].Text["de"] = knowledge.Text{}
	if err := transfer.Save(dir, other); err == nil || !strings.Contains(err.Error(), "no file can hold alpha/opt-out (de), own; export it as json or csv") {
		t.Errorf("got %v", err)
	}
}

func TestPlanSaysWhatWouldChange(t *testing.T) {
	current, incoming := sample(), sample()
	e := incoming.Entries["alpha/opt-out"]
	e.Review, e.Revision, e.Author = day("2027-06-01"), 1, ""
	text := e.Text["fr"]
	text.Short, text.Notes = "Non.", []string{"n, 1", "n, 3"}
	text.Steps = text.Steps[:1]
	text.Links = nil
	e.Text["fr"] = text
	delete(e.Text, "en")
	added := *incoming.Entries["alpha/data"]
	added.ID = "alpha/why"
	incoming.Entries[added.ID] = &added
	bad := *incoming.Entries["alpha/data"]
	bad.ID, bad.Kind, bad.Sources = "alpha/since", "x", []string{"S9"}
	incoming.Entries[bad.ID] = &bad
	orphan := *incoming.Entries["alpha/data"]
	orphan.ID = "beta/data"
	incoming.Entries[orphan.ID] = &orphan
	incoming.Subjects["alpha"].Sources["fr"][2].Title = "U"
	plan := transfer.NewPlan(current, incoming, files.Problems{{File: "x.json", Problem: "odd", Remedy: "mend it"}})
	var out strings.Builder
	if _, err := plan.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/plan.txt")
	if err != nil || out.String() != string(want) {
		t.Errorf("%v, got:\n%s", err, out.String())
	}
	got := plan.Result.Entries["alpha/opt-out"]
	if got.Revision != 4 || got.Author != "-Chloé" || got.Text["en"].Title == "" || got.Text["fr"].Short != "Non." || plan.Result.Entries["alpha/since"] != nil {
		t.Errorf("result: %+v", got)
	}
	if !reflect.DeepEqual(current, sample()) {
		t.Error("planning changed the base there is")
	}
}

// Of a Markdown file with a problem every entry is refused; a source that no entry names any more is dropped.
func TestPlanFromMarkdown(t *testing.T) {
	tree, err := transfer.Tree(sample())
	if err != nil {
		t.Fatal(err)
	}
	broken := bytes.Replace(tree["en/alpha.md"], []byte("## What"), []byte("## **What**"), 1)
	incoming, problems, _ := files.Read(fstest.MapFS{"fr/alpha.md": {Data: tree["fr/alpha.md"]}, "en/alpha.md": {Data: broken}})
	plan := transfer.NewPlan(knowledge.NewBase(), incoming, problems)
	if plan.Count(transfer.Refused) != 2 || len(plan.Result.Subjects) != 0 || len(plan.Problems) != 0 {
		t.Errorf("got %+v", plan)
	}
	current := sample()
	next := sample()
	next.Entries["alpha/data"].Sources = []string{"S2"}
	plan = transfer.NewPlan(current, next, nil)
	if got := plan.Result.Subjects["alpha"].Sources["fr"]; len(got) != 2 || got[1].ID != "S10" {
		t.Errorf("sources: %v", got)
	}
}

func FuzzReadCSV(f *testing.F) {
	var buf bytes.Buffer
	_ = transfer.WriteCSV(&buf, sample())
	f.Add(buf.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		base, problems, err := transfer.ReadCSV("x.csv", bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		plan := transfer.NewPlan(knowledge.NewBase(), base, problems)
		if plan.Count(transfer.Refused) > 0 || len(plan.Problems) > 0 {
			return
		}
		var out bytes.Buffer
		if err := transfer.WriteCSV(&out, plan.Result); err != nil {
			t.Fatal(err)
		}
		again, problems, err := transfer.ReadCSV("x.csv", &out)
		if err != nil || len(problems) > 0 || !reflect.DeepEqual(forget(again).Entries, forget(plan.Result).Entries) {
			t.Fatalf("%v %v\n%s", err, problems, out.String())
		}
	})
}
