package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
)

// notes is a handler for the log of a store that a command opens: a copy that was made beside the database is said in words, and a database
// that is new is no news.
type notes struct{ w io.Writer }

func (notes) Enabled(context.Context, slog.Level) bool { return true }
func (n notes) WithAttrs([]slog.Attr) slog.Handler     { return n }
func (n notes) WithGroup(string) slog.Handler          { return n }
func (n notes) Handle(_ context.Context, r slog.Record) (err error) {
	r.Attrs(func(a slog.Attr) bool {
		if a.Key == "copy" {
			_, err = fmt.Fprintf(n.w, "%s: %s\n", r.Message, a.Value)
		}
		return err == nil
	})
	return err
}
