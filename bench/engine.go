package main

import (
	"nonmerci/knowledge/search"
	"nonmerci/knowledge/search/evaluate"
)

// engine builds an index of the entries.
type engine struct {
	name  string
	build func([]search.Doc) (index, error)
}

// index is a built index.
type index interface {
	Search(question string, limit int) []evaluate.Result
	Size() int64 // bytes outside the Go heap
	Close() error
}

func engineNamed(name string) (engine, bool) {
	for _, e := range []engine{
		{"nonmerci", buildOurs},
		{"bleve", func(docs []search.Doc) (index, error) { return buildBleve(docs, 0) }},
		{"bleve fuzzy", func(docs []search.Doc) (index, error) { return buildBleve(docs, 1) }},
		{"fts5", buildFTS5},
	} {
		if e.name == name {
			return e, true
		}
	}
	return engine{}, false
}

type ours struct{ *search.Index }

func buildOurs(docs []search.Doc) (index, error) {
	return ours{search.Build(docs, search.Options{})}, nil
}

func (o ours) Search(q string, limit int) []evaluate.Result {
	hits := o.Index.Search(q, limit)
	out := make([]evaluate.Result, len(hits))
	for i, h := range hits {
		out[i] = evaluate.Result{ID: h.ID, Score: h.InScope}
	}
	return out
}

func (ours) Size() int64  { return 0 }
func (ours) Close() error { return nil }
