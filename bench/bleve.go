package main

import (
	"strings"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en" // registers the analyzer
	_ "github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"nonmerci/knowledge/search"
	"nonmerci/knowledge/search/evaluate"
)

// bleveBatch is the number of entries indexed at once.
const bleveBatch = 1000

type bleveIndex struct {
	bleve.Index
	fuzziness int
}

// buildBleve indexes title and phrasings as one field, in memory, with bleve's
// analyzer for the language (fr or en) and its other defaults: of the ways tried,
// that which finds most. The answer is left out, with which it finds less.
func buildBleve(docs []search.Doc, fuzziness int) (index, error) {
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = docs[0].Lang
	x, err := bleve.NewUsing("", mapping, scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, err
	}
	batch := x.NewBatch()
	for i, d := range docs {
		text := strings.Join(append([]string{d.Title}, d.Phrasings...), "\n")
		if err := batch.Index(d.ID, map[string]any{"text": text}); err != nil {
			return nil, err
		}
		if batch.Size() == bleveBatch || i == len(docs)-1 {
			if err := x.Batch(batch); err != nil {
				return nil, err
			}
			batch.Reset()
		}
	}
	return bleveIndex{x, fuzziness}, nil
}

func (b bleveIndex) Search(q string, limit int) []evaluate.Result {
	match := bleve.NewMatchQuery(q)
	match.SetField("text")
	match.SetFuzziness(b.fuzziness)
	found, err := b.Index.Search(bleve.NewSearchRequestOptions(match, limit, 0, false))
	if err != nil {
		return nil
	}
	var out []evaluate.Result
	for _, h := range found.Hits {
		out = append(out, evaluate.Result{ID: h.ID, Score: h.Score})
	}
	return out
}

func (bleveIndex) Size() int64 { return 0 }
