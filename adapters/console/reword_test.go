package console

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"nonmerci/bot"
	"nonmerci/knowledge/base"
	"nonmerci/knowledge/understand"
)

var update = flag.Bool("update", false, "write the golden files anew")

// A parrot is a model that says every line again.
type parrot struct{}

func (parrot) Rewrite(_ context.Context, w bot.Rewriting) (bot.Rewritten, error) {
	out := bot.Rewritten{Opening: "Voici."}
	for _, l := range w.Lines {
		out.Lines = append(out.Lines, "Redit : "+l.Text)
	}
	return out, nil
}

// TestInOtherWords compares what a terminal shows of an answer that a model has rephrased, or translated, with testdata/golden.
func TestInOtherWords(t *testing.T) {
	model, err := understand.Default()
	if err != nil {
		t.Fatal(err)
	}
	shared, err := base.Shared()
	if err != nil {
		t.Fatal(err)
	}
	today := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct{ lang, question string }{
		"rephrased": {"fr", "comment désactiver l’IA de LinkedIn ?"}, "translated": {"de", "Wie schalte ich die KI von LinkedIn auf Android aus?"},
	} {
		// A bot for each: what one talk says of a device is remembered in the next.
		b := bot.New(bot.Options{Model: model, Base: shared, Now: func() time.Time { return today }, Rewriter: parrot{}})
		got := talk(t, c.lang, c.question+"\n", func(ctx context.Context, m bot.Message) (bot.Reply, error) {
			m.AllDevices = true
			r, err := b.Respond(ctx, m)
			r, _ = b.Rewrite(ctx, m, r)
			return r, err
		})
		file := filepath.Join("testdata", "golden", name+".txt")
		if *update {
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("differs from %s (run with -update if it should):\n%s", file, got)
		}
	}
}
