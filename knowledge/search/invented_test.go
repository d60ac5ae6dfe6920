package search

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// invention makes up texts from the shipped words, the frequent ones more often, as people do.
type invention struct {
	random *rand.Rand
	words  map[string][]string // language → words
}

func newInvention(seed uint64) *invention {
	in := &invention{random: rand.New(rand.NewPCG(seed, 1)), words: map[string][]string{}}
	for _, lang := range []string{"fr", "en"} {
		data, err := wordLists.ReadFile("words/" + lang + ".txt")
		if err != nil {
			panic(err)
		}
		in.words[lang] = strings.Fields(string(data))[:4000]
	}
	return in
}

// text returns a text of n words; one word in so many has lost a letter, none when it is 0.
func (in *invention) text(lang string, n, typos int) string {
	words := make([]string, n)
	for i := range words {
		u := in.random.Float64()
		w := in.words[lang][int(u*u*u*float64(len(in.words[lang])))]
		if at := in.random.IntN(len(w)); typos > 0 && in.random.IntN(typos) == 0 {
			w = w[:at] + w[at+1:]
		}
		words[i] = w
	}
	return strings.Join(words, " ")
}

// docs returns n entries with one to five wordings, every seventh a copy of the one before but for a word.
func (in *invention) docs(n int) (docs []Doc) {
	for i := range n {
		d := Doc{ID: fmt.Sprint(i), Lang: []string{"fr", "fr", "en"}[in.random.IntN(3)]}
		d.Title = in.text(d.Lang, 2+in.random.IntN(9), 0)
		for range in.random.IntN(5) {
			d.Phrasings = append(d.Phrasings, in.text(d.Lang, 1+in.random.IntN(12), 0))
		}
		if i%3 == 0 {
			d.Answer = in.text(d.Lang, in.random.IntN(60), 0)
		}
		if i%7 == 6 {
			d.Lang, d.Title = docs[i-1].Lang, docs[i-1].Title+" "+in.text(docs[i-1].Lang, 1, 0)
			d.Phrasings = docs[i-1].Phrasings
		}
		docs = append(docs, d)
	}
	return docs
}

// questions returns n texts of 1 to 300 words, most of them short.
func (in *invention) questions(n int) (out []string) {
	for i := range n {
		length := 1 + in.random.IntN(15)
		if i%3 == 0 {
			length = 60 + in.random.IntN(241)
		}
		out = append(out, in.text([]string{"fr", "en"}[i%2], length, 2+in.random.IntN(20)))
	}
	return out
}
