package search

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
)

// some makes docs of words that resemble one another, in several languages; some have no words, the same words, or many.
func some(random *rand.Rand, n int) []Doc {
	stems := []string{
		"tournoi", "wifi", "serveur", "règle", "salon", "artiste", "quand", "le", "la", "comment", "obtenir", "password", "Été", "l’école", "日本語", "x",
		"anticonstitutionnellement", "where", "is", "the", "contraseña", "où", "inscription", "s’inscrire",
	}
	wording := func(words int) string {
		var out []string
		for range words {
			w := stems[random.IntN(len(stems))]
			if random.IntN(4) == 0 {
				w += []string{"s", "e", "ment", "2"}[random.IntN(4)]
			}
			out = append(out, w)
		}
		return strings.Join(out, " ")
	}
	docs := make([]Doc, n)
	for i := range docs {
		d := &docs[i]
		d.ID, d.Lang, d.Title = fmt.Sprint(i), []string{"fr", "fr", "fr", "en", "es-MX", "de", "xx", "", "PT"}[random.IntN(9)], wording(1+random.IntN(6))
		for range random.IntN(6) {
			d.Phrasings = append(d.Phrasings, wording(random.IntN(8)))
		}
		switch random.IntN(20) {
		case 0:
			d.Title, d.Phrasings = "?!", []string{"", "…"}
		case 1:
			d.Phrasings = append(d.Phrasings, wording(200))
		case 2:
			*d = Doc{ID: d.ID, Lang: d.Lang, Title: docs[0].Title, Phrasings: docs[0].Phrasings}
		case 3:
			d.Title = strings.Repeat("a", 60)
		}
	}
	return docs
}

func folded(docs []Doc) []*Folded {
	out := make([]*Folded, len(docs))
	for i, d := range docs {
		f := Fold(d, nil)
		out[i] = &f
	}
	return out
}

var toCompare = []string{
	"quand a lieu le tournoi", "le code wiffi du salon", "obtenirr inscriptions", "where is the server password", "日本語", "", "?", "TOURNOI !!!", "rien de tout cela",
	strings.Repeat("tournoi wifi serveur ", 60), "s inscrire a l ecole", "anticonstitutionelement", "x2 2", strings.Repeat("a", 60), "xyzzy plugh contrasena",
}

// TestCompareFindsWhatAnIndexFinds, to the bit, whatever was compared before.
func TestCompareFindsWhatAnIndexFinds(t *testing.T) {
	random := rand.New(rand.NewPCG(12, 2026))
	for range 150 {
		docs, q := some(random, random.IntN(14)), toCompare[random.IntN(len(toCompare))]
		limit := 1 + random.IntN(14)
		want := Build(docs, comparing).Search(q, limit)
		if got := Compare(folded(docs), q, limit); len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("%q in %q:\n%+v, want\n%+v", q, docs, got, want)
		}
	}
	if hits := Compare(folded(some(random, 3)), "wifi", 0); hits != nil {
		t.Errorf("limit 0 gives %+v", hits)
	}
}

// TestManyWordingsAreComparedToo: more than are measured one by one.
func TestManyWordingsAreComparedToo(t *testing.T) {
	random := rand.New(rand.NewPCG(12, 2027))
	docs := some(random, 5)
	for i := range docs {
		for range 310 {
			docs[i].Phrasings = append(docs[i].Phrasings, some(random, 1)[0].Title)
		}
	}
	for _, q := range toCompare[:3] {
		if got, want := Compare(folded(docs), q, 5), Build(docs, comparing).Search(q, 5); len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, want %+v", q, got, want)
		}
	}
}

// TestComparisonsDoNotDisturbOneAnother: they share memory and what is remembered of words.
func TestComparisonsDoNotDisturbOneAnother(t *testing.T) {
	random := rand.New(rand.NewPCG(12, 2028))
	type question struct {
		docs []*Folded
		q    string
		want []Hit
	}
	var all []question
	for range 30 {
		docs := some(random, 12)
		q := toCompare[random.IntN(len(toCompare))]
		all = append(all, question{folded(docs), q, Build(docs, comparing).Search(q, 12)})
	}
	var wait sync.WaitGroup
	for g := range 4 {
		wait.Go(func() {
			for i := range 3 * len(all) {
				c := all[(i*(g+1)+g)%len(all)]
				if got := Compare(c.docs, c.q, 12); len(got)+len(c.want) > 0 && !reflect.DeepEqual(got, c.want) {
					t.Errorf("%q: %+v, want %+v", c.q, got, c.want)
				}
			}
		})
	}
	wait.Wait()
}

// TestAComparisonKeepsNoText of the docs that it was made for, nor of the question.
func TestAComparisonKeepsNoText(t *testing.T) {
	c := newComparison()
	q := "un titre"
	for i := range 90 {
		q += fmt.Sprint(" mot", i)
	}
	c.search(folded([]Doc{{ID: "a", Lang: "fr", Title: "Un titre"}}), q, 1)
	c.forget()
	kept := slices.Concat(c.corpus.ids[:1], c.corpus.original[:1], c.scratch.splitter.all[:cap(c.scratch.splitter.all)])
	for _, w := range c.scratch.splitter.words[:cap(c.scratch.splitter.words)] {
		kept = append(kept, w.text)
	}
	for _, s := range kept {
		if s != "" {
			t.Errorf("%q is kept", s)
		}
	}
}

func BenchmarkCompare(b *testing.B) {
	random := rand.New(rand.NewPCG(12, 2029))
	docs := some(random, 12)
	all := folded(docs)
	b.Run("compare", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Compare(all, toCompare[1], 12)
		}
	})
	b.Run("index", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Build(docs, comparing).Search(toCompare[1], 12)
		}
	})
}
