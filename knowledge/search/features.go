package search

import "math"

// Kinds of features.
const (
	kindStem = iota
	kindGram
	kindPair
)

var kindWeight = [...]float32{kindStem: stemWeight, kindGram: gramWeight, kindPair: pairWeight}

// maxFeatures bounds the features taken from one question.
const maxFeatures = 2000

// feature is one feature of a question.
type feature struct {
	key  uint64 // of a pair
	id   uint32 // of a stem or n-gram; noStem or noGram when the base lacks it
	tf   int32
	r    rarities
	unit float32 // coordinate of the question's unit vector among wordings
	kind byte
}

// contribution is what a feature of a question adds to each measure when a wording has it, tf aside.
type contribution struct {
	wording  float32
	centroid float32
	bm25     float32
	coverage float32
}

// question is a question as features, weighted.
type question struct {
	features []feature
	weights  []contribution // feature → its weights: side by side, because entries are compared with nothing else of it
	missing  []missing
	bm25     float32 // the most that BM25 can be
	stems    float32 // rarity of all the stems
	unknown  float32 // rarity of the stems that the base lacks
}

// missing is a word whose stem is in no wording.
type missing struct {
	stem  int      // its place among the features
	grams []uint32 // those of its n-grams that the base has
	total int      // number of its n-grams
}

// weigh sets the weights of the features, so that the question's own vector has
// length 1 in each space, unknown features included.
func (q *question) weigh() {
	lengthW, lengthC := 0.0, 0.0
	for i := range q.features {
		f := &q.features[i]
		k := kindWeight[f.kind]
		w := contribution{wording: k * tfScale(int(f.tf)) * f.r.wording, centroid: k * tfScale(int(f.tf)) * f.r.centroid}
		lengthW += float64(w.wording) * float64(w.wording)
		lengthC += float64(w.centroid) * float64(w.centroid)
		switch f.kind {
		case kindStem:
			w.bm25 = float32(f.tf) * f.r.bm25
			w.coverage = f.r.wording
			q.stems += f.r.wording
			if f.id == noStem {
				q.unknown += f.r.wording
			}
		case kindGram:
			w.bm25 = float32(f.tf) * bmGrams * f.r.bm25
		}
		w.bm25 *= bmK1 + 1
		q.bm25 += w.bm25
		q.weights = append(q.weights, w)
	}
	scaleW, scaleC := float32(1/math.Sqrt(lengthW)), float32(1/math.Sqrt(lengthC))
	for i := range q.features {
		f, w := &q.features[i], &q.weights[i]
		k := kindWeight[f.kind]
		f.unit = w.wording * scaleW
		w.wording = f.unit * k * f.r.wording
		w.centroid *= scaleC * k * f.r.centroid
	}
}
