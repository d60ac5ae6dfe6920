package search

// places tell where among its features a question has a stem, an n-gram or a pair. Between searches there is nothing in them.
type places struct {
	stems  []uint16 // stem → 1 + its place, 0 when the question lacks it
	grams  []uint16 // n-gram → the same
	pairs  table    // key of a pair → its place
	others table    // hash of a stem or n-gram that the base lacks → its place
}

// begin turns to another index; the room is used again.
func (p *places) begin(x *Index) {
	p.stems, p.grams = zeroed(p.stems, len(x.rare.stems)), zeroed(p.grams, len(x.rare.grams))
}

// forget takes out what the question has.
func (p *places) forget(q *question) {
	for i := range q.features {
		switch f := &q.features[i]; {
		case f.kind == kindPair || f.id == noStem || f.id == noGram:
		case f.kind == kindStem:
			p.stems[f.id] = 0
		default:
			p.grams[f.id] = 0
		}
	}
	p.pairs.reset()
	p.others.reset()
}
