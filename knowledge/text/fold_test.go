package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "comment refuser l'ia", "comment refuser l'ia"},
		{"capitals", "Comment REFUSER", "comment refuser"},
		{"accents", "Désactivé À l’été, où ça ? Noël", "desactive a l'ete, ou ca ? noel"},
		{"decomposed accents", "e\u0301te\u0301", "ete"},
		{"ligatures", "Œuvre ŒIL cæcum STRASSE straße ﬁn", "oeuvre oeil caecum strasse strasse fin"},
		{"barred letters", "Øre Łódź Đ ıI İ", "ore lodz d ii i"},
		{"apostrophes", "l’ l‘ lʼ l′ l´ l` l＇", "l' l' l' l' l' l' l'"},
		{"quotes", "« a » “b” „c‟ ‹d›", `" a " "b" "c" 'd'`},
		{"dashes", "a‐b‑c–d—e−f―g", "a-b-c-d-e-f-g"},
		{"spaces", "a\u00a0b\u202fc\u2009d\te\nf\u3000g", "a b c d e f g"},
		{"invisible", "a\u200bb\u200dc\ufeffd\u00ade\u2060f", "abcdef"},
		{"bidi", "\u202eabc\u202c\u2066d\u2069", "abcd"},
		{"NUL", "a\x00b\x00é", "abe"},
		{"controls", "a\x1b[31mb\x7f", "a[31mb"},
		{"variation selector", "❤️ 1️⃣", "❤ 1"},
		{"invisible between letter and accent", "e\u200b\u0301", "e"},
		{"wide and fancy letters", "ＡＢＣ 𝐇𝐞𝐥𝐥𝐨 ⓐ", "abc hello a"},
		{"fractions and dots", "½ … ²", "1/2 ... 2"},
		{"invalid", "a\xffb\xc3", "a\ufffdb\ufffd"},
		{"other scripts", "ΑΘΉΝΑ МОСКВА", "αθηνα москва"},
		{"emoji", "🤖👩‍💻", "🤖👩💻"},
		{"empty", "", ""},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("%s: Fold(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

// Every character alone, then next to letters and marks that could combine.
func TestFoldIdempotentOnEveryRune(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r == 0x32000 {
			r = 0xe0000 // nothing is assigned between, and only private use above
		}
		if r == 0xe1000 {
			break
		}
		for _, s := range []string{string(r), "A" + string(r) + "\u0301b", string(r) + string(r)} {
			once := Fold(s)
			if twice := Fold(once); twice != once {
				t.Fatalf("%U: Fold(%q) = %q, then %q", r, s, once, twice)
			}
		}
	}
}

func TestFoldReturnsFoldedASCIIWithoutAllocating(t *testing.T) {
	s := "comment refuser l'ia sur linkedin ?"
	if n := testing.AllocsPerRun(100, func() { Fold(s) }); n != 0 {
		t.Errorf("%v allocations, want 0", n)
	}
}

func TestFoldIsLinear(t *testing.T) {
	s := "e" + strings.Repeat("\u0301", 200_000) + strings.Repeat("é", 100_000)
	if got := Fold(s); len(got) != 100_001 {
		t.Errorf("%d bytes, want 100001", len(got))
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Été", "l’IA", "e\u0301", "\xff\xfe", "ﬁ\u200b", "ǅ", "한국어", "🇫🇷", "\u1e9b\u0323", "a\u0345"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if !utf8.ValidString(once) {
			t.Errorf("Fold(%q) = %q is not UTF-8", s, once)
		}
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, then %q", s, once, twice)
		}
		for _, r := range once {
			if unicode.In(r, unicode.Mn, unicode.Cf, unicode.Cc) || unicode.IsSpace(r) && r != ' ' {
				t.Errorf("Fold(%q) keeps %U", s, r)
			}
		}
		for _, w := range Words(once) {
			if w == "" || Fold(w) != w {
				t.Errorf("word %q of %q is not folded", w, s)
			}
			Stem(w, "fr")
		}
		if got := Truncate(s, 10); utf8.RuneCountInString(got) > 10 {
			t.Errorf("Truncate(%q, 10) = %q", s, got)
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for _, c := range []struct{ name, s string }{
		{"folded ASCII", "comment refuser que mes donnees servent a entrainer une ia"},
		{"capitals", "Comment refuser que mes DONNEES servent a entrainer une IA"},
		{"accents", "Comment refuser que mes données servent à entraîner l’IA ?"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Fold(c.s)
			}
		})
	}
}
