package text

import (
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"c'est quoi", []string{"c", "est", "quoi"}},
		{"13eme mois, bulletin-de-paie !", []string{"13eme", "mois", "bulletin", "de", "paie"}},
		{"_a_ (b) c/d", []string{"a", "b", "c", "d"}},
		{"μια 東京", []string{"μια", "東京"}},
		{"  ?! ", nil},
		{"", nil},
	} {
		if got := Words(c.in); !slices.Equal(got, c.want) {
			t.Errorf("Words(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestStem(t *testing.T) {
	for _, c := range []struct{ word, lang, same string }{
		{"desactiver", "fr", "desactivez"},
		{"licenciements", "fr-CA", "licenciement"},
		{"settings", "en", "setting"},
		{"hunden", "de", "hund"},
		{"permisos", "es", "permiso"},
		{"domande", "it", "domanda"},
		{"perguntas", "pt", "pergunta"},
		{"boeken", "nl", "boek"},
	} {
		if a, b := Stem(c.word, c.lang), Stem(c.same, c.lang); a != b {
			t.Errorf("%s: %s → %s but %s → %s", c.lang, c.word, a, c.same, b)
		}
		if a := Stem(c.word, c.lang); a == c.word {
			t.Errorf("%s: %s is not shortened", c.lang, c.word)
		}
	}
	for _, c := range []struct{ word, lang string }{
		{"settings", ""},
		{"settings", "xx"},
		{"settings", "eng"},
		{"12s", "en"},
		{"東京東京", "fr"},
		{strings.Repeat("settings", 10), "en"},
		{"as", "en"},
		{"", "fr"},
	} {
		if got := Stem(c.word, c.lang); got != c.word {
			t.Errorf("Stem(%q, %q) = %q, want it unchanged", c.word, c.lang, got)
		}
	}
}

func TestStemIsSafeForConcurrentUse(t *testing.T) {
	words := Words("comment desactiver les entrainements automatiques sur mes comptes professionnels")
	want := make([]string, len(words))
	for i, w := range words {
		want[i] = Stem(w, "fr")
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 200 {
				for i, w := range words {
					if got := Stem(w, "fr"); got != want[i] {
						t.Errorf("Stem(%q) = %q, want %q", w, got, want[i])
					}
				}
			}
		})
	}
	all.Wait()
}

func TestNGrams(t *testing.T) {
	hash := func(parts ...string) (out []uint64) {
		for _, p := range parts {
			out = append(out, Hash('x', p))
		}
		return out
	}
	for _, c := range []struct {
		word   string
		lo, hi int
		want   []uint64
	}{
		{"ab", 2, 3, hash("_a", "_ab", "ab", "ab_", "b_")},
		{"é", 2, 4, hash("_é", "_é_", "é_")},
		{"東京", 2, 2, hash("_東", "東京", "京_")},
		{"a", 1, 1, hash("_", "a")},
		{"", 2, 2, hash("__")},
	} {
		if got := slices.Collect(NGrams(c.word, 'x', c.lo, c.hi)); !slices.Equal(got, c.want) {
			t.Errorf("NGrams(%q, %d, %d): %d hashes, want %d", c.word, c.lo, c.hi, len(got), len(c.want))
		}
	}
	if Hash('a', "x") == Hash('b', "x") || Extend(Hash('a', "x"), "y") == Hash('a', "xy") {
		t.Error("namespaces or pairs collide")
	}
	for range NGrams("anticonstitutionnellement", 'x', 2, 4) {
		break // stopping early must be allowed
	}
	if n := testing.AllocsPerRun(100, func() {
		for h := range NGrams("anticonstitutionnellement", 'x', 2, 4) {
			_ = h
		}
	}); n != 0 {
		t.Errorf("%v allocations, want 0", n)
	}
}

func TestSqueeze(t *testing.T) {
	for in, want := range map[string]string{
		"cooooomment": "comment", "commmment": "coment", "coooomment ouiiii": "comment oui",
		"1000 aa": "1000 aa", "éééé": "é", "": "", "!!!": "!!!", "abc": "abc",
	} {
		if got := Squeeze(in); got != want {
			t.Errorf("Squeeze(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestTruncate(t *testing.T) {
	for _, c := range []struct {
		in    string
		limit int
		want  string
	}{
		{"Bonjour.", 8, "Bonjour."},
		{"Bonjour. Ça va ?", 10, "Bonjour."},
		{"Bonjour. Ça va ? Oui.", 16, "Bonjour. Ça va ?"},
		{"Il dit « oui. » Puis non.", 17, "Il dit « oui. »"},
		{"Une ligne\nune autre ligne", 15, "Une ligne"},
		{"Un. Le reste est une phrase bien trop longue", 30, "Un. Le reste est une phrase…"},
		{"des mots sans fin", 9, "des mots…"},
		{"des mots sans fin", 10, "des mots…"},
		{"anticonstitutionnellement", 5, "anti…"},
		{"今日は。明日は雨", 5, "今日は。"},
		{"version 1.2.3 du logiciel", 14, "version 1.2.3…"},
		{"été été", 1, "…"},
		{"abc", 0, ""},
		{"", 5, ""},
	} {
		if got := Truncate(c.in, c.limit); got != c.want {
			t.Errorf("Truncate(%q, %d) = %q, want %q", c.in, c.limit, got, c.want)
		}
	}
}

func BenchmarkStem(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Stem("entrainements", "fr")
	}
}

func BenchmarkNGrams(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for h := range NGrams("entrainements", 'c', 2, 4) {
			_ = h
		}
	}
}
