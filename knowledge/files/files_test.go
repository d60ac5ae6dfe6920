package files_test

import (
	"bytes"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

func TestGoldenFileIsReadAndWrittenAlike(t *testing.T) {
	data, err := os.ReadFile("testdata/fr/exemplia.md")
	if err != nil {
		t.Fatal(err)
	}
	f, problems := files.ParseFile("fr/exemplia.md", data)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if got := files.Format(f); !bytes.Equal(got, data) {
		t.Fatalf("written:\n%s", got)
	}
	e := f.Entries[0]
	text := e.Text["fr"]
	for name, c := range map[string]struct{ got, want any }{
		"id":         {e.ID, knowledge.ID("exemplia/opt-out")},
		"also":       {e.Also, []string{"effect"}},
		"kind":       {e.Kind, knowledge.Toggle},
		"difficulty": {e.Difficulty, knowledge.Easy},
		"regions":    {e.Regions, []string{"eu", "ch"}},
		"ages":       {e.Ages, "18+"},
		"sources":    {e.Sources, []string{"S1", "M1"}},
		"verified":   {e.Verified.String(), "2026-11-22"},
		"status":     {e.Status, knowledge.Published},
		"revision":   {e.Revision, 1},
		"line":       {text.Position.Line, 21},
		"phrases":    {text.Phrases, []string{"désactiver l’IA d’Exemplia", "dire non à Exemplia"}},
		"steps": {text.Steps, []knowledge.DeviceSteps{
			{Device: knowledge.Web, Steps: []string{"Ouvrez **Paramètres** (**Settings**).", "Décochez **Entraînement** (**Training**) (libellé à vérifier)."}},
			{Device: knowledge.IOS, Steps: []string{"Touchez votre photo, puis **Paramètres** (**Settings**)."}},
		}},
		"links": {text.Links, []knowledge.Link{
			{Kind: knowledge.SettingLink, Text: "Ouvrir le réglage", URL: "https://exemplia.example/settings/ai"},
			{Kind: knowledge.HelpLink, Text: "Page d’aide", URL: "https://exemplia.example/help"},
		}},
		"source": {f.Subject.Sources["fr"][0], knowledge.Source{
			ID: "S1", Publisher: "Exemplia", Title: "Privacy policy", URL: "https://exemplia.example/privacy", Date: "2026-05-04", Basis: knowledge.Found,
		}},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: got %v, want %v", name, c.got, c.want)
		}
	}
}

// A file that a person wrote otherwise means the same, and is made canonical.
func TestOtherSpellingsAreUnderstood(t *testing.T) {
	want, _ := os.ReadFile("testdata/fr/exemplia.md")
	other := string(want)
	for _, r := range [][2]string{
		{"- désactiver", "* désactiver"},
		{"- dire non", "* dire\n  non"},
		{"2. Décochez", "7. Décochez"},
		{"publisher: Exemplia", `publisher: "Exemplia"`},
		{"subject: exemplia\nlang: fr", "lang: 'fr'\nsubject: exemplia"},
		{"also: [effect]", "also:\n  - effect"},
		{"Coupez un seul réglage,", "Coupez un seul\nréglage,"},
		{"### Liens\n\n", "### Liens\n"},
		{"# Exemplia\n", "\n\n# Exemplia\n\n"},
	} {
		if !strings.Contains(other, r[0]) {
			t.Fatalf("the golden file lacks %q", r[0])
		}
		other = strings.ReplaceAll(other, r[0], r[1])
	}
	for name, data := range map[string]string{
		"loose": other, "windows": "\ufeff" + strings.ReplaceAll(other, "\n", "\r\n"), "no final newline": strings.TrimSpace(other), "more newlines": other + "\n\n \n",
	} {
		got, problems := files.Canonical("fr/exemplia.md", []byte(data))
		if len(problems) > 0 {
			t.Fatalf("%s: %v", name, problems)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: written:\n%s", name, got)
		}
	}
	if _, problems := files.Canonical("fr/exemplia.md", []byte("nothing")); len(problems) == 0 {
		t.Error("a file without front matter is given a form")
	}
}

func TestReadJoinsLanguagesAndReportsWhereTheyDisagree(t *testing.T) {
	fr, _ := os.ReadFile("testdata/fr/exemplia.md")
	en := []byte(english.Replace(string(fr)))
	base, problems, err := files.Read(fstest.MapFS{
		"fr/exemplia.md": {Data: fr}, "en/exemplia.md": {Data: en}, "README.md": {Data: []byte("x")}, "fr/notes.txt": {Data: []byte("x")}, ".git/a.md": {Data: []byte("x")},
	})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	if e := base.Entries["exemplia/opt-out"]; len(e.Text) != 2 || len(base.Subjects["exemplia"].Sources) != 2 {
		t.Fatalf("read: %+v", e)
	}
	for path, data := range files.Write(base) {
		if want := map[string][]byte{"fr/exemplia.md": fr, "en/exemplia.md": en}[path]; !bytes.Equal(data, want) {
			t.Errorf("%s: written:\n%s", path, data)
		}
	}
	en = bytes.ReplaceAll(en, []byte("difficulty: easy"), []byte("difficulty: hard"))
	en = bytes.ReplaceAll(en, []byte("owner: exemplia-inc"), []byte("owner: other"))
	_, problems, _ = files.Read(fstest.MapFS{"fr/exemplia.md": {Data: fr}, "en/exemplia.md": {Data: en}})
	want := `fr/exemplia.md:1: owner: "exemplia-inc" here, "other" in another language; make them the same` + "\n" +
		`fr/exemplia.md:21: exemplia/opt-out: difficulty: "easy" here, "hard" in another language; make them the same`
	if problems.Error() != want {
		t.Errorf("got:\n%v", problems)
	}
}

func TestAFolderThatIsNotABaseIsSaidSo(t *testing.T) {
	if _, problems, err := files.Read(fstest.MapFS{"x.txt": {}}); err != nil || len(problems) != 1 {
		t.Errorf("empty: %v, %v", problems, err)
	}
	if _, _, err := files.Read(os.DirFS("testdata/absent")); err == nil || !strings.Contains(err.Error(), "read the base") {
		t.Errorf("absent: %v", err)
	}
	_, problems, _ := files.Read(fstest.MapFS{"de/x.md": {Data: []byte("---\nsubject: x\nlang: de\nname: X\n---\n\n# X\n")}})
	if len(problems) == 0 || !strings.Contains(problems.Error(), "not one of fr, en") {
		t.Errorf("german: %v", problems)
	}
}

var english = strings.NewReplacer("lang: fr", "lang: en", "### Autrement dit", "### In other words", "### Étapes", "### Steps",
	"#### iPhone et iPad", "#### iPhone and iPad", "### Liens", "### Links", "### Ce que cela change\n", "### What it changes\n",
	"### Ce que cela ne change pas", "### What it does not change", "### À savoir", "### Good to know")
