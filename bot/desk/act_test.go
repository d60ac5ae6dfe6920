package desk

import (
	"strings"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
)

func TestActsAreReadAsTheyWereWritten(t *testing.T) {
	for _, a := range []Act{
		NewAct("home"), NewAct("list", "all", "3"), NewAct("save", "abcdefgh", "fr", "m", "1-2", "g4"), NewAct("b-show", "abcdefgh"), NewAct("list", "", "2"),
	} {
		if err := fitsAct(a); err != nil {
			t.Error(err)
		}
	}
}

func TestParseRefusesWhatIsNoAct(t *testing.T) {
	for _, s := range []string{"", "_", "_home", "Home", "home é", "home:1", strings.Repeat("a", MaxAct+1), "a\x00"} {
		if a, err := Parse(s); err == nil {
			t.Errorf("%q is read as %q", s, a)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("show_abcdefgh")
	f.Add("b-save_abcdefgh_fr_m_1-2")
	f.Add("____")
	f.Fuzz(func(t *testing.T, s string) {
		a, err := Parse(s)
		if err != nil {
			return
		}
		if a.String() != s {
			t.Errorf("%q is written back as %q", s, a)
		}
	})
}

// TestCodesOfTheSharedBase: no two entries share one, and every act about an entry fits a button.
func TestCodesOfTheSharedBase(t *testing.T) {
	all, err := base.Shared()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	add := func(id string) {
		code := Code(knowledge.ID(id))
		if len(code) != codeLen || seen[code] != "" {
			t.Errorf("%s has the code %q, as %q", id, code, seen[code])
		}
		seen[code] = id
	}
	for _, id := range all.IDs() {
		add(string(id))
	}
	for _, slug := range all.Slugs() {
		add(slug)
	}
	// The longest act of each form: revisions up to 46,655, gaps and suggestions up to 78 billion.
	longest := int64(36*36*36*36*36*36*36 - 1)
	st := stamp{46_655, 46_655}.String()
	for _, a := range []Act{
		NewAct("save", "abcdefgh", "fr", string(mainPart), st, "g"+num(longest)), NewAct("b-save", "abcdefgh", "fr", "m", st),
		NewAct("gaplink", num(longest), "abcdefgh"), NewAct("rollback", "abcdefgh", "zzz", "zzz"), NewAct("b-rollback", "abcdefgh", "zzz", "zzz"),
		NewAct("setphrases", "abcdefgh", "fr", "zzz"), NewAct("create", "fr", "s"+num(longest)), NewAct("resume", randomToken()), NewAct("unoverride", "abcdefgh", "zzz"),
	} {
		if err := fitsAct(a); err != nil {
			t.Error(err)
		}
	}
}

func TestNumbersInActs(t *testing.T) {
	for _, n := range []int64{0, 1, 35, 36, 1 << 40} {
		if got := number(num(n)); got != n {
			t.Errorf("%d is read as %d", n, got)
		}
	}
	for _, s := range []string{"", "-1", "+1", "é", "999999999999999999999"} {
		if got := number(s); got != 0 {
			t.Errorf("%q is read as %d", s, got)
		}
	}
}
