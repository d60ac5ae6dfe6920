package search_test

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"nonmerci/internal/yardstick"
	"nonmerci/knowledge/search"
)

// small is a base of a few entries in two languages.
var small = []search.Doc{
	{
		ID: "linkedin", Lang: "fr", Title: "Refuser que LinkedIn entraîne son IA avec mes données",
		Phrasings: []string{"désactiver l'IA de LinkedIn", "linkedin utilise mon profil pour l'ia", "opt out linkedin", "stop IA linkedin"},
		Answer:    "Dans Préférences, Confidentialité des données, décochez la case.",
	},
	{
		ID: "whatsapp", Lang: "fr", Title: "Retirer Meta AI de WhatsApp",
		Phrasings: []string{"enlever le rond bleu whatsapp", "désactiver meta ai dans whatsapp", "supprimer l'assistant whatsapp", "whatsapp sans ia"},
		Answer:    "Le bouton ne peut pas être retiré.",
	},
	{
		ID: "paie", Lang: "fr", Title: "Quand reçoit-on le bulletin de paie ?",
		Phrasings: []string{"date de la fiche de paie", "bulletin de salaire en retard", "quand arrive ma paie", "fiche de paye"},
	},
	{
		ID: "refund", Lang: "en", Title: "Where is my refund?",
		Phrasings: []string{"my refund is not here yet", "refund missing from statement", "when will I get my money back", "waiting for a refund"},
	},
	{ID: "empty", Lang: "fr", Title: "?!"},
}

func TestSearch(t *testing.T) {
	for _, opts := range []search.Options{
		{}, {ClassifierEntries: -1}, {ExactWordings: -1}, {ExactWordings: -1, ClassifierEntries: -1}, {NoBackground: true},
	} {
		x := search.Build(small, opts)
		for _, c := range []struct{ q, want, matched string }{
			{"désactiver IA LinkedIn", "linkedin", "désactiver l'IA de LinkedIn"},
			{"DESACTIVER L’IA DE LINKEDIN !!!", "linkedin", "désactiver l'IA de LinkedIn"},
			{"dsactiver lia linkdin", "linkedin", ""},
			{"comment virer le rond bleu de wathsapp", "whatsapp", "enlever le rond bleu whatsapp"},
			{"bulletins de salaires", "paie", "bulletin de salaire en retard"},
			{"refunds???", "refund", ""},
			{"biiiiiilletin", "paie", ""},
			{"salarier", "paie", ""},
		} {
			hits := x.Search(c.q, 3)
			if len(hits) == 0 || hits[0].ID != c.want || c.matched != "" && hits[0].Matched != c.matched {
				t.Errorf("%+v: Search(%q) = %+v, want %s first by %q", opts, c.q, hits, c.want, c.matched)
			}
		}
	}
}

func TestSearchFindsNothing(t *testing.T) {
	x := search.Build(small, search.Options{})
	for _, q := range []string{"", " ", "?!", "\x00", "🤖", "ξξξξ"} {
		if hits := x.Search(q, 3); len(hits) != 0 {
			t.Errorf("Search(%q) = %+v, want nothing", q, hits)
		}
	}
	if hits := x.Search("linkedin", 0); hits != nil {
		t.Errorf("limit 0 gives %+v", hits)
	}
	for _, docs := range [][]search.Doc{nil, {{ID: "a"}}, {{ID: "a", Title: "!"}, {ID: "b", Title: "?"}}} {
		if hits := search.Build(docs, search.Options{}).Search("linkedin", 3); len(hits) != 0 {
			t.Errorf("an index of %d entries without words finds %+v", len(docs), hits)
		}
	}
	one := search.Build([]search.Doc{{ID: "a", Title: "seule"}}, search.Options{})
	if hits := one.Search("seule", 3); len(hits) != 1 || hits[0].ID != "a" || hits[0].Doc != 0 {
		t.Errorf("the only entry is not found: %+v", hits)
	}
	if one.Len() != 1 || one.Thresholds() != search.DefaultThresholds {
		t.Error("Len or Thresholds is wrong")
	}
}

func TestWhyExplainsTheHit(t *testing.T) {
	x := search.Build(small, search.Options{})
	hits := x.Search("bulettin de paie", 4)
	why := hits[0].Why
	want := []search.Correction{{From: "bulettin", To: "bulletin"}}
	if !reflect.DeepEqual(why.Corrections, want) || why.Words != 3 {
		t.Errorf("corrections %v, %d words; want %v, 3", why.Corrections, why.Words, want)
	}
	for name, v := range map[string]float64{
		"wording": why.Wording, "centroid": why.Centroid, "classifier": why.Classifier, "bm25": why.BM25, "coverage": why.Coverage,
	} {
		if v <= 0 || v > 1.0001 {
			t.Errorf("%s is %v, want it in 0..1", name, v)
		}
	}
	if why.Unknown != 0 || why.Margin <= 0 {
		t.Errorf("unknown %v, margin %v", why.Unknown, why.Margin)
	}
	if u := x.Search("paie xyzzyxyzzy", 1)[0].Why.Unknown; u <= 0 || u >= 1 {
		t.Errorf("unknown is %v with one word of two unknown", u)
	}
	if c := search.Build(small, search.Options{NoSpelling: true}).Search("bulettin de paie", 1)[0].Why.Corrections; c != nil {
		t.Errorf("NoSpelling corrects %v", c)
	}
}

// Two versions of one entry must not make each other doubtful.
func TestDuplicatesKeepTheMargin(t *testing.T) {
	alone := search.Build(small, search.Options{ClassifierEntries: -1})
	twin := small[1]
	twin.ID = "twin"
	both := search.Build(append([]search.Doc{twin}, small...), search.Options{ClassifierEntries: -1})
	a, b := alone.Search("meta ai whatsapp", 2), both.Search("meta ai whatsapp", 2)
	if b[0].ID != "twin" || b[1].ID != "whatsapp" {
		t.Fatalf("hits %s, %s, want the twins in the order of the base", b[0].ID, b[1].ID)
	}
	if b[0].Why.Margin < a[0].Why.Margin/2 {
		t.Errorf("margin %.2f with a twin, %.2f without", b[0].Why.Margin, a[0].Why.Margin)
	}
}

func TestZone(t *testing.T) {
	d := search.DefaultThresholds
	for _, c := range []struct {
		hits []search.Hit
		want string
	}{
		{nil, "unknown"},
		{[]search.Hit{{Confidence: 0.9, InScope: 0.95}}, "answer"},
		{[]search.Hit{{Confidence: 0.5, InScope: 0.95}}, "clarify"},
		{[]search.Hit{{Confidence: 0.3, InScope: 0.4}}, "unknown"},
	} {
		if got := d.Zone(c.hits).String(); got != c.want {
			t.Errorf("%+v: %s, want %s", c.hits, got, c.want)
		}
	}
	x := search.Build(small, search.Options{Thresholds: search.Thresholds{Answer: 1.1, Clarify: 1.1}})
	if z := x.Thresholds().Zone(x.Search("linkedin", 1)); z != search.Unknown {
		t.Errorf("thresholds above 1 give %v", z)
	}
}

// Equal builds must answer alike, and searches must not disturb one another.
func TestSearchIsDeterministicAndConcurrent(t *testing.T) {
	questions := []string{"linkedin ia", "fiche de paie whatsapp", "my money", "retierr meta", strings.Repeat("paie ", 50)}
	for _, opts := range []search.Options{{}, {ExactWordings: -1}} {
		x, y := search.Build(small, opts), search.Build(small, opts)
		var want [][]search.Hit
		for _, q := range questions {
			want = append(want, x.Search(q, 5))
		}
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				for range 20 {
					for i, q := range questions {
						if got := y.Search(q, 5); !reflect.DeepEqual(got, want[i]) {
							t.Errorf("Search(%q) = %+v, then %+v", q, want[i], got)
						}
					}
				}
			})
		}
		all.Wait()
	}
}

// Counted without goroutines of the test's own, which may end a little after the
// WaitGroup that they belong to.
func TestNothingIsLeftRunning(t *testing.T) {
	before := runtime.NumGoroutine()
	for _, opts := range []search.Options{{}, {ExactWordings: -1}} {
		x := search.Build(small, opts)
		for range 50 {
			x.Search("fiche de paie whatsapp", 5)
			if now := runtime.NumGoroutine(); now > before {
				t.Fatalf("%+v: %d goroutines before, %d during", opts, before, now)
			}
		}
	}
}

// hostile are questions made to take long.
func hostile() map[string]string {
	var words, accents strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&words, "congxe%dlicenciemant ", i)
		accents.WriteString("ﷺé")
	}
	return map[string]string{
		"10,000 times a word":  strings.Repeat("paie ", 10_000),
		"10,000 words":         words.String(),
		"2,000 times a letter": strings.Repeat("a", 2000),
		"2,000 single letters": strings.Repeat("a ", 2000),
		"decompositions":       accents.String(),
		"marks":                "e" + strings.Repeat("\u0301", 100_000),
		"one word with no end": strings.Repeat("licenciement", 2000),
		"invalid":              strings.Repeat("\xff\xc3", 50_000),
		"near to many words":   strings.Repeat("employeurr salairee contratt licenciementt ", 500),
		"a megabyte":           strings.Repeat("bulletin de paie ", 60_000),
		"different long words": strings.Repeat("anticonstitutionnellementabcdefgh hexakosioihexekontahexaphobique ", 200),
	}
}

func TestNoQuestionTakesLong(t *testing.T) {
	limit, size := 50*time.Millisecond, 10_000
	if raceDetector {
		limit, size = time.Second, 1000
	}
	bases := map[string]*search.Index{"small": search.Build(small, search.Options{})}
	if grown := grown(t, size); grown != nil {
		bases["many"] = search.Build(grown, search.Options{})
	}
	for base, x := range bases {
		for name, q := range hostile() {
			best := yardstick.Least(20, limit, func() time.Duration { // others may be using the machine
				return yardstick.Of(func() { x.Search(q, 5) })
			})
			if best > limit {
				t.Errorf("%s, %s entries: %v, want at most %v", name, base, best, limit)
			}
		}
	}
}

func FuzzSearch(f *testing.F) {
	exact := search.Build(small, search.Options{})
	staged := search.Build(small, search.Options{ExactWordings: -1, ClassifierEntries: -1})
	ids := map[string]bool{}
	for _, d := range small {
		ids[d.ID] = true
	}
	for _, q := range []string{"linkedin", "rond bleu", "paie paie", "\xff", "é\u0301", "l’IA", strings.Repeat("a", 300)} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, q string) {
		for _, x := range []*search.Index{exact, staged} {
			hits := x.Search(q, 10)
			seen := map[string]bool{}
			sum := 0.0
			for i, h := range hits {
				if !ids[h.ID] || small[h.Doc].ID != h.ID || seen[h.ID] {
					t.Fatalf("%q: invented or repeated entry %+v", q, h)
				}
				seen[h.ID] = true
				sum += h.Confidence
				if !(h.Confidence >= 0 && h.InScope <= 1) || sum > h.InScope+1e-9 || h.Score != h.Score {
					t.Fatalf("%q: confidence %v, in scope %v, score %v", q, h.Confidence, h.InScope, h.Score)
				}
				if i > 0 && (h.Score > hits[i-1].Score || h.Confidence > hits[i-1].Confidence) {
					t.Fatalf("%q: hits are not sorted", q)
				}
			}
			if again := x.Search(q, 10); !reflect.DeepEqual(hits, again) {
				t.Fatalf("%q: %+v, then %+v", q, hits, again)
			}
		}
	})
}
