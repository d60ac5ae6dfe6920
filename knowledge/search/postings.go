package search

// postings holds, for each feature, the documents that have it and its weight
// there, in one block each.
type postings struct {
	start  []uint32 // feature → first place; one more at the end
	docs   []uint32
	weight []float32
}

// of returns the documents and weights of a feature.
func (p *postings) of(feature uint32) ([]uint32, []float32) {
	a, b := p.start[feature], p.start[feature+1]
	return p.docs[a:b], p.weight[a:b]
}

// add adds w times each weight of the feature to the sums of its documents.
func (p *postings) add(sums []float32, feature uint32, w float32) {
	docs, weights := p.of(feature)
	for i, d := range docs {
		sums[d] += w * weights[i]
	}
}

// term is one feature of one document.
type term struct {
	feature uint32
	weight  float32
}

// invert turns the documents' term lists into postings.
func invert(docs [][]term, features int) postings {
	p := postings{start: make([]uint32, features+2)}
	total := 0
	for _, d := range docs {
		total += len(d)
		for _, t := range d {
			p.start[t.feature+2]++
		}
	}
	for i := 2; i < len(p.start); i++ {
		p.start[i] += p.start[i-1]
	}
	p.docs = make([]uint32, total)
	p.weight = make([]float32, total)
	for doc, d := range docs {
		for _, t := range d {
			at := p.start[t.feature+1]
			p.docs[at], p.weight[at] = uint32(doc), t.weight
			p.start[t.feature+1]++
		}
	}
	p.start = p.start[:features+1]
	return p
}
