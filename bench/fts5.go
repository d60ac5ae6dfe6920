package main

import (
	"database/sql"
	"strings"

	_ "modernc.org/sqlite"

	"nonmerci/knowledge/search"
	"nonmerci/knowledge/search/evaluate"
	"nonmerci/knowledge/text"
)

type fts5 struct {
	db   *sql.DB
	find *sql.Stmt
	size int64
}

// buildFTS5 indexes title and phrasings as one column, accents removed, in memory.
func buildFTS5(docs []search.Doc) (index, error) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	f := &fts5{db: db}
	if err := f.fill(docs); err != nil {
		db.Close()
		return nil, err
	}
	return f, nil
}

func (f *fts5) fill(docs []search.Doc) error {
	if _, err := f.db.Exec(`CREATE VIRTUAL TABLE entry USING fts5(id UNINDEXED, text, tokenize = "unicode61 remove_diacritics 2")`); err != nil {
		return err
	}
	tx, err := f.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, d := range docs {
		all := strings.Join(append([]string{d.Title}, d.Phrasings...), "\n")
		if _, err := tx.Exec(`INSERT INTO entry VALUES (?, ?)`, d.ID, all); err != nil {
			return err
		}
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	if err := f.db.QueryRow(`SELECT page_count * page_size FROM pragma_page_count, pragma_page_size`).Scan(&f.size); err != nil {
		return err
	}
	f.find, err = f.db.Prepare(`SELECT id, -bm25(entry) FROM entry WHERE entry MATCH ? ORDER BY bm25(entry) LIMIT ?`)
	return err
}

// Search asks for any of the words.
func (f *fts5) Search(q string, limit int) []evaluate.Result {
	words := text.Words(text.Fold(q))
	if len(words) == 0 {
		return nil
	}
	rows, err := f.find.Query(`"`+strings.Join(words, `" OR "`)+`"`, limit)
	if err != nil {
		return nil
	}
	defer rows.Close()
	var out []evaluate.Result
	for rows.Next() {
		var r evaluate.Result
		if rows.Scan(&r.ID, &r.Score) == nil {
			out = append(out, r)
		}
	}
	return out
}

func (f *fts5) Size() int64 { return f.size }

func (f *fts5) Close() error {
	f.find.Close()
	return f.db.Close()
}
