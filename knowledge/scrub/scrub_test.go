package scrub_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"nonmerci/knowledge/base"
	"nonmerci/knowledge/scrub"
	"nonmerci/knowledge/taxonomy"
)

// cases reads the lines of a file that are not remarks.
func cases(t *testing.T, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for s := range strings.SplitSeq(strings.TrimSuffix(string(data), "\n"), "\n") {
		if !strings.HasPrefix(s, "# ") {
			out = append(out, strings.ReplaceAll(s, `\n`, "\n"))
		}
	}
	if len(out) < 100 {
		t.Fatalf("%s has %d cases", file, len(out))
	}
	return out
}

func TestPersonalDataIsRemoved(t *testing.T) {
	for _, c := range cases(t, "testdata/removed.txt") {
		typed, want, ok := strings.Cut(c, " => ")
		if !ok {
			t.Fatalf("%q has no =>", c)
		}
		got, kinds := scrub.Text(typed)
		if got != want {
			t.Errorf("%q\n got %q\nwant %q", typed, got, want)
		}
		if len(kinds) == 0 {
			t.Errorf("%q: no kind is named", typed)
		}
	}
}

func TestTheRestSurvives(t *testing.T) {
	for _, s := range cases(t, "testdata/kept.txt") {
		if got, kinds := scrub.Text(s); got != s || kinds != nil {
			t.Errorf("%q became %q, without %v", s, got, kinds)
		}
	}
}

// TestNamesOfServicesSurvive in what people ask of every subject of the base, and where the name of a person could stand.
func TestNamesOfServicesSurvive(t *testing.T) {
	shared, err := base.Shared()
	if err != nil {
		t.Fatal(err)
	}
	for _, slug := range shared.Slugs() {
		if slug == taxonomy.Rights {
			continue
		}
		for lang, name := range shared.Subjects[slug].Name {
			for _, s := range []string{
				"comment refuser l’IA de " + name + " ?", "moi c'est " + name + " qui m’inquiète", "moi c’est " + name, "@" + slug, name,
				"Mon nom sur " + name, "Nom : " + name, "signé " + name, "5 comptes " + name, "12 " + name + " Street", "via " + name + " 2",
			} {
				if got, _ := scrub.Text(s); got != s {
					t.Errorf("%s: %q became %q", lang, s, got)
				}
			}
		}
	}
}

func TestKindsInOrder(t *testing.T) {
	_, kinds := scrub.Text("mdp : x1, je m'appelle Paul, a@b.fr ou c@d.fr, 06 12 34 56 78")
	if want := []scrub.Kind{scrub.Email, scrub.Phone, scrub.Name, scrub.Secret}; !slices.Equal(kinds, want) {
		t.Errorf("got %v, want %v", kinds, want)
	}
	if scrub.Kind(200).String() != "" {
		t.Error("a kind that does not exist has a word")
	}
}
