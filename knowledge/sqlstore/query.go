package sqlstore

import (
	"context"
	"database/sql"
	"reflect"
	"strings"
	"unicode/utf8"

	"nonmerci/knowledge"
)

// A tx is one transaction. Whoever gets one may be called again with another, when the first was given up.
type tx struct {
	ctx context.Context
	on  interface {
		ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
		QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
		QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	}
}

// exec returns how many rows it touched.
func (t *tx) exec(query string, args ...any) (int, error) {
	r, err := t.on.ExecContext(t.ctx, query, plain(args)...)
	if err != nil {
		return 0, err
	}
	n, err := r.RowsAffected()
	return int(n), err
}

// must is exec that returns ErrNotFound when it touched nothing.
func (t *tx) must(query string, args ...any) error {
	n, err := t.exec(query, args...)
	if err == nil && n == 0 {
		return knowledge.ErrNotFound
	}
	return err
}

func (t *tx) row(query string, args ...any) *sql.Row {
	return t.on.QueryRowContext(t.ctx, query, plain(args)...)
}

// list returns what scan makes of each row.
func list[T any](t *tx, scan func(scanner) (T, error), query string, args ...any) ([]T, error) {
	rows, err := t.on.QueryContext(t.ctx, query, plain(args)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// A scanner is a row.
type scanner interface{ Scan(dest ...any) error }

// plain makes texts what both databases take: PostgreSQL refuses a NUL and broken UTF-8.
func plain(args []any) []any {
	for i, a := range args {
		v := reflect.ValueOf(a)
		if v.Kind() != reflect.String {
			continue
		}
		s := v.String()
		if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
			s = strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "\ufffd")
		}
		args[i] = s
	}
	return args
}
