package rephrase

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"nonmerci/bot"
	"nonmerci/bot/rephrase/guard"
	"nonmerci/internal/modeltest"
)

// A triple is one of the guard's corpus: an entry, or one line of one, a candidate for it, and whether the candidate says the same.
type triple struct {
	ID, Source, Line, Lang, Tag, Candidate string
	Pass                                   bool
}

// triples reads those about entries, or those about lines.
func triples(tb testing.TB, line bool) []triple {
	tb.Helper()
	f, err := os.Open(filepath.Join("guard", "testdata", "corpus.jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var all []triple
	for in := bufio.NewScanner(f); in.Scan(); {
		var t triple
		if err := json.Unmarshal(in.Bytes(), &t); err != nil {
			tb.Fatal(err)
		}
		if (t.Line != "") == line {
			all = append(all, t)
		}
	}
	return all
}

// linesOf takes the lines that a model is given from an answer as its reader sees it, and what else there is: links, headings, sources.
func linesOf(markdown string) (out []bot.Line, rest string) {
	kind, skip, over := bot.LineShort, false, false
	for line := range strings.SplitSeq(markdown, "\n") {
		line = strings.TrimSpace(line)
		over = over || strings.HasPrefix(line, "Difficult") || strings.HasPrefix(line, "Source") || strings.HasPrefix(line, "For:") || strings.HasPrefix(line, "Pour ")
		switch item, bullet := strings.CutPrefix(line, "- "); {
		case line == "" || strings.HasPrefix(line, "*") && !strings.HasPrefix(line, "**") && len(out) == 0:
		case over:
			rest += line + "\n"
		case strings.HasPrefix(line, "**") && strings.HasSuffix(line, "**") && strings.Count(line, "**") == 2:
			h := strings.Trim(line, "*")
			rest += line + "\n"
			skip = h == "Liens" || h == "Links"
			switch h {
			case "Ce que cela change", "What it changes":
				kind = bot.LineChange
			case "Ce que cela ne change pas", "What it does not change":
				kind = bot.LineKeep
			case "À savoir", "Good to know":
				kind = bot.LineNote
			}
		case skip && bullet:
			rest += line + "\n"
		case bullet:
			out = append(out, bot.Line{Kind: max(kind, bot.LineChange), Text: item})
		case len(line) > 2 && line[0] >= '0' && line[0] <= '9' && strings.Contains(line[:3], ". "):
			_, text, _ := strings.Cut(line, ". ")
			out = append(out, bot.Line{Kind: bot.LineStep, Text: text})
		case kind == bot.LineShort:
			out = append(out, bot.Line{Text: line})
		default:
			rest += line + "\n"
		}
	}
	return out, rest
}

// TestNoHarmfulWordsComeOut replays what the guard's corpus holds: each harmful candidate as it is, and cut into the numbered lines that a model
// should write. Where one line alone makes the harm, that line must not come out; where several do, not all of them together.
func TestNoHarmfulWordsComeOut(t *testing.T) {
	var single, several, whole, faithful, shown int
	with(t, modeltest.Options{}, func(o *Options) { o.DailyTokens = 0 }, func(t *testing.T, b *bench) {
		for n, tr := range triples(t, false) {
			data, err := os.ReadFile(filepath.Join("guard", "testdata", "sources", tr.Source+".md"))
			if err != nil {
				t.Fatal(err)
			}
			own, ownRest := linesOf(string(data))
			theirs, theirRest := linesOf(tr.Candidate)
			from := "fr"
			if strings.Contains(tr.Source, ".en") {
				from = "en"
			}
			w := bot.Rewriting{Entry: "a/b", Revision: n, From: from, To: tr.Lang, Lines: own, Question: "comment refuser ?"}
			if !fit(w) || raced && n%5 != 0 {
				continue
			}
			if !tr.Pass {
				whole++
				b.server.Always(modeltest.Text(tr.Candidate))
				if words, err := b.ask(t, w); err == nil {
					t.Errorf("%s: its whole came out: %q", tr.ID, words)
				}
				w.Revision = -n
			}
			if len(own) != len(theirs) || !tr.Pass && ownRest != theirRest {
				continue // cut up otherwise, or the harm may be in what no model is given
			}
			var text strings.Builder
			var changed []int
			for i, l := range theirs {
				fmt.Fprintf(&text, "[%d] %s\n", i+1, l.Text)
				if l.Text != own[i].Text {
					changed = append(changed, i)
				}
			}
			b.server.Always(modeltest.Text(text.String()))
			words, err := b.ask(t, w)
			out := err == nil && !slices.ContainsFunc(changed, func(i int) bool { return words.Lines[i] != theirs[i].Text })
			switch {
			case tr.Pass:
				faithful++
				if out {
					shown++
				}
			case len(changed) == 0: // a difference in blanks
			case len(changed) == 1:
				single++
			default:
				several++
			}
			if !tr.Pass && len(changed) > 0 && out {
				t.Errorf("%s (%s): %q", tr.ID, tr.Tag, theirs[changed[0]].Text)
			}
			if err != nil { // not to be left alone: the next one is to be asked
				time.Sleep(openFor + time.Second)
			}
		}
	})
	t.Logf("harmful: %d as a whole, %d by one line, %d by several; faithful: %d of %d whole", whole, single, several, shown, faithful)
	if !raced && (whole < 100 || single < 50 || faithful < 50) {
		t.Error("the corpus has hardly anything that can be replayed")
	}
}

// TestNoHarmfulLineComesOut does the same with those that are about one line, as a step and as a note.
func TestNoHarmfulLineComesOut(t *testing.T) {
	faithful, shown, harmful := 0, 0, 0
	for _, tr := range triples(t, true) {
		source := guard.NewSource(tr.Line, "")
		for _, kind := range []bot.LineKind{bot.LineStep, bot.LineNote} {
			w := bot.Rewriting{From: source.Lang(), To: tr.Lang, Lines: []bot.Line{{Kind: kind, Text: tr.Line}}}
			c := newComparer(w)
			err := c.line(1, tr.Candidate)
			words, errWhole := c.result()
			out := err == nil && errWhole == nil && words.Lines[0] == tr.Candidate
			switch {
			case !tr.Pass && out:
				t.Errorf("%s (%s): %q for %q", tr.ID, tr.Tag, tr.Candidate, tr.Line)
			case !tr.Pass:
				harmful++
			default:
				faithful++
				if out {
					shown++
				}
			}
		}
	}
	t.Logf("%d harmful, %d of %d faithful shown", harmful, shown, faithful)
}
