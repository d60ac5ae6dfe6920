package search

import "sync"

// Index finds the entries of one base. It is immutable and safe for concurrent
// use; it starts no goroutine. It keeps the strings of the wordings it was built
// from, not those of the answers.
type Index struct {
	*corpus
	options    Options
	rare       *frequencies
	length     lengths
	stage      *candidates // nil when every entry is scored
	glossary   *glossary   // nil when every entry is scored
	classifier *classifier // nil when there is none
	mix        mix
	scratches  sync.Pool
}

// Build indexes a base. The same entries in the same order give the same index
// on every run. Entries without a word in their title or phrasings are never
// found. It blocks: a third of a second for 200 entries of five wordings and two
// seconds for 600, nearly all of it to train the classifier (see Options), which
// more entries do without: four seconds for 100,000.
func Build(docs []Doc, opts Options) *Index {
	x := &Index{corpus: readCorpus(docs, opts), rare: &frequencies{}, options: opts.withDefaults(), mix: mixWithout}
	x.rare.count(x.corpus)
	v := &vectors{}
	v.begin(x.corpus, x.rare)
	v.measure(&x.length)
	if x.wordings.len() > x.options.ExactWordings {
		x.stage, x.glossary = newCandidates(x.corpus, x.length.wording), newGlossary(x.corpus)
	}
	x.words.forms = nil
	if x.classifiable() {
		x.classifier, x.mix = train(v, x.length.wording), mixWithClassifier
	}
	x.rare.keep()
	x.words.stemP, x.words.gramP = nil, nil
	x.scratches.New = func() any { return newScratch(x) }
	return x
}

// classifiable reports whether a classifier is wanted: there are wordings beside
// the titles to learn from, and training ends in some seconds.
func (x *Index) classifiable() bool {
	n, w, limit := len(x.ids), x.wordings.len(), x.options.ClassifierEntries
	return n > 1 && n <= limit && w >= 2*n && w*n <= 8*limit*limit
}

// Len returns the number of entries.
func (x *Index) Len() int { return len(x.ids) }

// Thresholds returns those in force.
func (x *Index) Thresholds() Thresholds { return x.options.Thresholds }

// Hit is one entry found.
type Hit struct {
	ID         string
	Doc        int     // its place in the entries given to Build
	Score      float64 // for ordering only; compares within one question
	Confidence float64 // estimated probability, 0..1, that this is the entry asked for
	InScope    float64 // estimated probability, 0..1, that the base has an entry for the question
	Matched    string  // the wording nearest to the question, as given
	Why        Why
}

// Why holds the measures behind a hit, each in 0..1 unless said otherwise.
type Why struct {
	Wording     float64      // cosine with the nearest wording
	Centroid    float64      // cosine with the mean of the wordings
	Classifier  float64      // probability by the classifier; 0 without one
	BM25        float64      // share of the most that BM25 could give this question
	Coverage    float64      // share of the question's stems, by rarity, in a wording
	Unknown     float64      // share of the question's stems, by rarity, that the base lacks
	Margin      float64      // score above the next entry that is not nearly the same
	Lead        float64      // score above the third entry
	Words       int          // words of the question that were looked for
	Corrections []Correction // shared by the hits of a question; not to be modified
}

// Search returns up to limit entries, best first: by decreasing score, then in
// the order of the base. An entry that shares nothing with the question is not
// returned. It reads at most 8,192 bytes and 64 words of the question, so that
// none takes more than some milliseconds.
func (x *Index) Search(q string, limit int) []Hit {
	if limit <= 0 || len(x.ids) == 0 {
		return nil
	}
	s := x.scratches.Get().(*scratch)
	defer x.scratches.Put(s)
	return x.search(s, q, limit)
}

// search is Search in the memory of s.
func (x *Index) search(s *scratch, q string, limit int) []Hit {
	words := s.splitter.split(q)
	if len(words) == 0 {
		return nil
	}
	corrections := x.correctAll(words)
	question := s.reader.read(words)
	s.matcher.q = question
	found := x.rank(s, question, limit)
	s.forget(question)
	return x.hits(found, limit, question, words, corrections)
}

// rank measures every entry, or every candidate, as far as the first n depend on it, and returns these, at least as many as the hits
// need to be described.
func (x *Index) rank(s *scratch, q *question, n int) []measures {
	var class []float32
	if x.classifier != nil {
		class = x.classifier.classify(q)
	}
	return x.firstOf(s, q, x.candidates(s, q), class, max(n, looked))
}

// candidates returns the entries to choose from.
func (x *Index) candidates(s *scratch, q *question) []uint32 {
	if x.stage != nil {
		return x.pick(s, q)
	}
	for e := range uint32(len(x.ids)) {
		s.entries = append(s.entries, e)
	}
	out := s.entries
	s.entries = out[:0]
	return out
}

// hits describes the first entries found.
func (x *Index) hits(found []measures, limit int, q *question, words []questionWord, corrections []Correction) []Hit {
	out := make([]Hit, 0, min(limit, len(found)))
	for i, m := range found[:min(limit, len(found))] {
		why := Why{
			Wording: float64(m.wording), Centroid: float64(m.centroid), Classifier: float64(m.class),
			BM25: float64(m.bm25), Coverage: float64(m.coverage), Unknown: float64(q.unknown / max(q.stems, 1)),
			Margin: x.margin(found, i), Lead: lead(found, i), Words: len(words), Corrections: corrections,
		}
		out = append(out, Hit{
			ID: x.ids[m.entry], Doc: int(m.entry), Score: float64(m.score), Matched: x.original[m.best], Why: why,
		})
	}
	x.trust(out)
	return out
}

// lead returns how far the hit at place i stands above the third.
func lead(found []measures, i int) float64 {
	third := float32(0)
	if len(found) > 2 {
		third = found[2].score
	}
	return float64(found[i].score - third)
}

// margin returns how far the hit at place i stands above the first other entry
// that is not nearly the same; below the best one, how far it lies under it.
func (x *Index) margin(found []measures, i int) float64 {
	if i > 0 {
		return float64(found[i].score - found[0].score)
	}
	for _, m := range found[1:min(len(found), looked)] {
		if !x.alike(found[0].entry, m.entry) {
			return float64(found[0].score - m.score)
		}
	}
	return float64(found[0].score)
}
