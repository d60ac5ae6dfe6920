package understand

import (
	"maps"
	"slices"
)

// flatLexicon is a packedLexicon without maps, whose order gob would not keep: the same lexicon must give the same bytes.
type flatLexicon struct {
	Names    []packedName
	Short    []flatPair
	Prefixes []flatPair
	Concepts []flatConcept
	Words    []packedWord
}

type flatPair struct{ Lang, From, To string }

type flatConcept struct {
	Name  string
	Terms []flatTerms
}

type flatTerms struct {
	Lang  string
	Stems []string
}

func (p packedLexicon) sorted() flatLexicon {
	f := flatLexicon{Names: p.Names, Words: p.Words, Short: flatten(p.Short), Prefixes: flatten(p.Prefixes)}
	for _, c := range p.Concepts {
		fc := flatConcept{Name: c.Name}
		for _, lang := range slices.Sorted(maps.Keys(c.Terms)) {
			fc.Terms = append(fc.Terms, flatTerms{lang, c.Terms[lang]})
		}
		f.Concepts = append(f.Concepts, fc)
	}
	return f
}

func (f flatLexicon) packed() packedLexicon {
	p := packedLexicon{Names: f.Names, Words: f.Words, Short: unflatten(f.Short), Prefixes: unflatten(f.Prefixes)}
	for _, fc := range f.Concepts {
		c := packedConcept{Name: fc.Name, Terms: map[string][]string{}}
		for _, t := range fc.Terms {
			c.Terms[t.Lang] = t.Stems
		}
		p.Concepts = append(p.Concepts, c)
	}
	return p
}

func flatten(m map[string]map[string]string) []flatPair {
	var out []flatPair
	for _, lang := range slices.Sorted(maps.Keys(m)) {
		for _, from := range slices.Sorted(maps.Keys(m[lang])) {
			out = append(out, flatPair{lang, from, m[lang][from]})
		}
	}
	return out
}

func unflatten(pairs []flatPair) map[string]map[string]string {
	m := map[string]map[string]string{}
	for _, p := range pairs {
		if m[p.Lang] == nil {
			m[p.Lang] = map[string]string{}
		}
		m[p.Lang][p.From] = p.To
	}
	return m
}
