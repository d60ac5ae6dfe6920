package text

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		bound, want int
	}{
		{"", "", 1, 0},
		{"a", "", 1, 1},
		{"", "abc", 2, 3},
		{"compte", "compte", 0, 0},
		{"compte", "comtpe", 2, 1},
		{"compte", "conpte", 2, 1},
		{"compte", "compt", 2, 1},
		{"compte", "comptee", 2, 1},
		{"ca", "abc", 3, 3},
		{"kitten", "sitting", 3, 3},
		{"kitten", "sitting", 2, 3},
		{"été", "ete", 2, 2},
		{"abcdef", "ghijkl", 2, 3},
		{strings.Repeat("a", 60), "b", 2, 3},
		{"a", strings.Repeat("b", 60), 2, 3},
	} {
		if got := Distance(c.a, c.b, c.bound); got != c.want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", c.a, c.b, c.bound, got, c.want)
		}
		if got := Distance(c.b, c.a, c.bound); got != c.want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", c.b, c.a, c.bound, got, c.want)
		}
	}
	if n := testing.AllocsPerRun(50, func() { Distance("entrainement", "entranement", 2) }); n != 0 {
		t.Errorf("%v allocations, want 0", n)
	}
}

func TestSpeller(t *testing.T) {
	s := NewSpeller(map[string]int{
		"compte": 10, "comptes": 3, "conte": 2, "licenciement": 5, "prime": 4, "primes": 4, "rc": 1,
		"13eme": 9, "fille": 3, "desactiver": 7, "août": 1,
	})
	for in, want := range map[string]string{
		"copmte": "compte", "comptte": "compte", "conpte": "compte", "compe": "compte",
		"licencement": "licenciement", "liceniemet": "licenciement", "lisensiement": "licenciement",
		"lisansiemen": "lisansiemen",
		"fie":         "fie", "file": "fille", "primo": "prime", "13emr": "13emr", "rd": "rd",
		"compte": "compte", "zzzz": "zzzz", "edsactvier": "desactiver", "aoûtt": "août",
		strings.Repeat("a", 100): strings.Repeat("a", 100),
	} {
		got, changed := s.Correct(in)
		if got != want || changed != (in != want) {
			t.Errorf("Correct(%q) = %q, %v, want %q", in, got, changed, want)
		}
	}
	if !s.Known("rc") || s.Known("cr") {
		t.Error("Known is wrong about short words")
	}
	empty := NewSpeller(nil)
	if got, ok := empty.Correct("bonjour"); ok || got != "bonjour" {
		t.Errorf("an empty vocabulary corrects to %q", got)
	}
}

// The index must propose what reading the whole vocabulary would.
func TestSpellerAgreesWithExhaustiveReading(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		out := make([]byte, 3+random.IntN(11))
		for i := range out {
			out[i] = "abcde"[random.IntN(5)]
		}
		return string(out)
	}
	frequency := map[string]int{}
	for range 3000 {
		frequency[word()] = 1 + random.IntN(9)
	}
	s := NewSpeller(frequency)
	for range 3000 {
		in := word()
		want, best := in, 0
		n := utf8.RuneCountInString(in)
		if n >= 4 && frequency[in] == 0 {
			bound := 1 + n/8
			if bound > 2 {
				bound = 2
			}
			nearest := bound + 1
			for w, f := range frequency {
				d := Distance(in, w, bound)
				if d < nearest || d == nearest && d <= bound && (f > best || f == best && w < want) {
					want, best, nearest = w, f, d
				}
			}
		}
		if got, _ := s.Correct(in); got != want {
			t.Fatalf("Correct(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestFewWordsAreFoundAsManyAre: words that are compared one by one are found as those that are filed.
func TestFewWordsAreFoundAsManyAre(t *testing.T) {
	few := NewSpeller(vocabulary(fewWords / 2))
	filed := *few
	filed.file()
	for w := range vocabulary(300) {
		for _, in := range []string{w + "x", w[1:], "é" + w, w[:len(w)-1] + "aa"} {
			got, ok := few.Correct(in)
			if want, found := filed.Correct(in); got != want || ok != found {
				t.Errorf("%q: %q %v, filed %q %v", in, got, ok, want, found)
			}
		}
	}
}

func vocabulary(n int) map[string]int {
	random := rand.New(rand.NewPCG(3, 4))
	out := map[string]int{}
	for len(out) < n {
		var w strings.Builder
		for range 2 + random.IntN(4) {
			w.WriteByte("bcdfglmnprstv"[random.IntN(13)])
			w.WriteByte("aeiou"[random.IntN(5)])
		}
		out[w.String()] = random.IntN(100)
	}
	return out
}

func BenchmarkSpeller(b *testing.B) {
	for _, n := range []int{2_000, 100_000} {
		frequency := vocabulary(n)
		words := make([]string, 0, n)
		for w := range frequency {
			words = append(words, w)
		}
		slices.Sort(words)
		s := NewSpeller(frequency)
		b.Run(fmt.Sprintf("Correct/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				s.Correct(words[i%n] + "x")
				i++
			}
		})
		b.Run(fmt.Sprintf("New/%d", n), func(b *testing.B) {
			for b.Loop() {
				NewSpeller(frequency)
			}
		})
	}
}
