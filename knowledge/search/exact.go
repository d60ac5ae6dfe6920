package search

import (
	"math"

	"nonmerci/knowledge/text"
)

// Weight, in sentences of the language, of the background frequencies.
const (
	backgroundWordings = 3000
	backgroundCentroid = 300
)

// BM25 (Robertson and Zaragoza, 2009) over stems and character n-grams.
const (
	bmK1     = 1.6
	bmB      = 0.6
	bmChars  = 0.3
	bmAnswer = 0.2
)

// exact scores every entry.
type exact struct {
	*base
	background blend
	features   map[uint64]uint32
	rare       []float32 // feature → rarity among wordings
	rareC      []float32 // feature → rarity for centroids
	bmIDF      []float32 // feature → BM25's rarity among entries
	bmUnknown  float32   // the same for a feature in no entry
	byWording  postings
	byCentroid postings
	byEntry    postings // BM25 weights
	classifier *softmax
}

// signals are the measures of one entry for one question, accumulated for all.
type signals struct {
	wording  []float32 // wording → cosine
	centroid []float32 // entry → cosine
	bm25     []float32
	coverage []float32
	class    []float32
	bound    float32 // the most that bm25 could be
	stems    float32 // the most that coverage could be
	unknown  float32 // share of rarity in unknown stems
}

func (x *exact) feature(h uint64) uint32 {
	if id, ok := x.features[h]; ok {
		return id
	}
	id := uint32(len(x.features))
	x.features[h] = id
	return id
}

// newExact builds the postings of every weighting.
func newExact(b *base, docs []Doc, opts Options) *exact {
	x := &exact{base: b, features: map[uint64]uint32{}}
	if !opts.NoBackground {
		x.background = newBlend(b.langs)
	}
	frequency := map[string]int{}
	a := newAnalyzer()
	perWording := make([][]occurrence, len(b.wordings))
	answers := make([][]occurrence, len(docs))
	for e, d := range docs {
		l := lang(d.Lang)
		analyse := func(s string) []occurrence {
			a.reset()
			words := text.Words(text.Fold(s))
			stems := make([]string, len(words))
			for i, w := range words {
				frequency[w]++
				stems[i] = text.Stem(w, l)
			}
			a.words(words, stems, 1)
			return append([]occurrence(nil), a.list...)
		}
		for w := b.first[e]; w < b.first[e+1]; w++ {
			perWording[w] = analyse(b.wordings[w])
		}
		answers[e] = analyse(d.Answer)
	}
	b.speller = text.NewSpeller(frequency)
	x.weigh(perWording, answers)
	x.fillWordings(perWording, opts)
	x.fillBM25(perWording, answers)
	return x
}

// weigh numbers the features and sets their rarities.
func (x *exact) weigh(perWording, answers [][]occurrence) {
	var df, entryDF []float64
	var hashes []uint64
	var last []int
	count := func(os []occurrence, e int, wording bool) {
		for _, o := range os {
			id := x.feature(o.hash)
			if int(id) == len(df) {
				df, entryDF = append(df, 0), append(entryDF, 0)
				hashes, last = append(hashes, o.hash), append(last, -1)
			}
			if wording {
				df[id]++
			}
			if last[id] != e {
				last[id] = e
				entryDF[id]++
			}
		}
	}
	for e := range x.ids {
		for w := x.first[e]; w < x.first[e+1]; w++ {
			count(perWording[w], e, true)
		}
		count(answers[e], e, false)
	}
	n, entries := float64(len(x.wordings)), float64(len(x.ids))
	for id := range df {
		p := x.background.p(hashes[id])
		x.rare = append(x.rare, rarity(n, df[id], x.m(backgroundWordings), p))
		x.rareC = append(x.rareC, rarity(n, df[id], x.m(backgroundCentroid), p))
		x.bmIDF = append(x.bmIDF, bmRarity(entries, entryDF[id]))
	}
	x.bmUnknown = bmRarity(entries, 0)
}

func (x *exact) m(m float64) float64 {
	if len(x.background) == 0 {
		return 0
	}
	return m
}

func bmRarity(n, df float64) float32 {
	return float32(math.Log(1 + (n-df+0.5)/(df+0.5)))
}

func vector(os []occurrence, id func(uint64) uint32, rare []float32) []term {
	out := make([]term, 0, len(os))
	for _, o := range os {
		f := id(o.hash)
		out = append(out, term{f, kindWeight(o.kind) * tfScale(o.tf) * rare[f]})
	}
	normalize(out)
	return out
}

func (x *exact) fillWordings(perWording [][]occurrence, opts Options) {
	vectors := make([][]term, len(perWording))
	for w, os := range perWording {
		vectors[w] = vector(os, x.feature, x.rare)
	}
	centroids := make([][]term, len(x.ids))
	place := make([]int32, len(x.features))
	for e := range x.ids {
		var sum []term
		for w := x.first[e]; w < x.first[e+1]; w++ {
			for _, t := range vector(perWording[w], x.feature, x.rareC) {
				if place[t.feature] == 0 {
					sum = append(sum, term{t.feature, 0})
					place[t.feature] = int32(len(sum))
				}
				sum[place[t.feature]-1].weight += t.weight
			}
		}
		for _, t := range sum {
			place[t.feature] = 0
		}
		normalize(sum)
		centroids[e] = sum
	}
	x.byWording = invert(vectors, len(x.features))
	x.byCentroid = invert(centroids, len(x.features))
	if len(x.ids) <= opts.ClassifierEntries && len(x.wordings) >= 2*len(x.ids) {
		x.classifier = trainSoftmax(vectors, x.entryOf, len(x.features), len(x.ids))
	}
}

func (x *exact) fillBM25(perWording, answers [][]occurrence) {
	docs := make([][]term, len(x.ids))
	lengths := make([]float32, len(x.ids))
	mean := float32(0)
	place := make([]int32, len(x.features))
	for e := range x.ids {
		var sum []term
		add := func(os []occurrence, weight float32) {
			for _, o := range os {
				if o.kind == nsPair {
					continue
				}
				f := x.features[o.hash]
				if place[f] == 0 {
					w := float32(1)
					if o.kind == nsChars {
						w = bmChars
					}
					_ = w
					sum = append(sum, term{f, 0})
					place[f] = int32(len(sum))
				}
				sum[place[f]-1].weight += o.tf * weight
				if o.kind == nsStem {
					lengths[e] += o.tf * weight
				}
			}
		}
		for w := x.first[e]; w < x.first[e+1]; w++ {
			add(perWording[w], 1)
		}
		add(answers[e], bmAnswer)
		for _, t := range sum {
			place[t.feature] = 0
		}
		docs[e] = sum
		mean += lengths[e] / float32(len(x.ids))
	}
	for e, d := range docs {
		for i, t := range d {
			norm := bmK1 * (1 - bmB + bmB*lengths[e]/mean)
			d[i].weight = x.bmIDF[t.feature] * t.weight * (bmK1 + 1) / (t.weight + norm)
		}
	}
	x.byEntry = invert(docs, len(x.features))
}

func (x *exact) measure(q *question) *signals {
	s := &signals{
		wording: make([]float32, len(x.wordings)), centroid: make([]float32, len(x.ids)),
		bm25: make([]float32, len(x.ids)), coverage: make([]float32, len(x.ids)),
	}
	a := newAnalyzer()
	a.words(q.words, q.stems[0], 1)
	var terms []term
	normW, normC := 0.0, 0.0
	type known struct {
		id   uint32
		w, c float32
	}
	var ks []known
	unknown := float32(0)
	n := float64(len(x.wordings))
	for _, o := range a.list {
		id, ok := x.features[o.hash]
		k := kindWeight(o.kind) * tfScale(o.tf)
		var w, c float32
		if ok {
			w, c = k*x.rare[id], k*x.rareC[id]
			ks = append(ks, known{id, w, c})
		} else {
			p := x.background.p(o.hash)
			w, c = k*rarity(n, 0, x.m(backgroundWordings), p), k*rarity(n, 0, x.m(backgroundCentroid), p)
		}
		normW += float64(w) * float64(w)
		normC += float64(c) * float64(c)
		if o.kind != nsPair {
			bm := float32(1)
			if o.kind == nsChars {
				bm = bmChars
			}
			idf := x.bmUnknown
			if ok {
				idf = x.bmIDF[id]
				x.byEntry.add(s.bm25, id, o.tf*bm)
			}
			s.bound += o.tf * bm * idf * (bmK1 + 1)
		}
		if o.kind == nsStem {
			s.stems += w
			if ok {
				docs, _ := x.byEntry.of(id)
				for _, d := range docs {
					s.coverage[d] += w
				}
			} else {
				unknown += w
			}
		}
	}
	if s.stems > 0 {
		s.unknown = unknown / s.stems
	}
	scaleW, scaleC := float32(0), float32(0)
	if normW > 0 {
		scaleW, scaleC = float32(1/math.Sqrt(normW)), float32(1/math.Sqrt(normC))
	}
	for _, k := range ks {
		x.byWording.add(s.wording, k.id, k.w*scaleW)
		x.byCentroid.add(s.centroid, k.id, k.c*scaleC)
		terms = append(terms, term{k.id, k.w * scaleW})
	}
	if x.classifier != nil {
		s.class = make([]float32, len(x.ids))
		x.classifier.logits(s.class, terms, 1)
		softmaxInPlace(s.class)
	}
	return s
}
