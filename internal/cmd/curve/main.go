// Command curve measures what more words would bring: it learns from an eighth, a quarter, half and all of the authors, and asks each
// model the questions of the held-out authors, and those of further files when they are named.
//
//	go run ./internal/cmd/curve [FILE.jsonl…]
//	go run ./internal/cmd/curve -shipped [FILE.jsonl…]   # only ask the model in the repository, which never met the held-out authors
//
// The first takes half an hour, and prints its progress on standard error; the second takes seconds.
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"text/tabwriter"

	"nonmerci/bot"
	"nonmerci/internal/quality"
	"nonmerci/knowledge/base"
	"nonmerci/knowledge/understand"
	"nonmerci/knowledge/words"
)

func main() {
	dir := flag.String("words", "knowledge/words", "folder of the words")
	shipped := flag.Bool("shipped", false, "ask the model in the repository instead of learning others")
	flag.Parse()
	if err := run(*dir, *shipped, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "curve:", err)
		os.Exit(1)
	}
}

type set struct {
	name  string
	items []quality.Item
}

func run(dir string, shipped bool, files []string) error {
	lex, all, err := words.Load(os.DirFS(dir))
	if err != nil {
		return err
	}
	shared, err := base.Shared()
	if err != nil {
		return err
	}
	learn, kept := words.HoldOut(all)
	sets := []set{{name: "held-out authors"}}
	for _, q := range kept {
		sets[0].items = append(sets[0].items, quality.FromWords(q))
	}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		items, err := quality.ReadItems(f)
		f.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		sets = append(sets, set{name, items})
	}
	t := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "learnt from\tset\tquestions\tright %\tanswer %\tfollow-up %\tclarify %\tabstain %\tfalse answer %\t")
	ask := func(m *understand.Model, learnt int) {
		b := bot.New(bot.Options{Model: m, Base: shared})
		for _, s := range sets {
			r := quality.Run(s.items, func(it quality.Item) bot.Reply { return b.Ask(it.Q, it.Context, "", false) }, nil)
			fmt.Fprintf(t, "%d\t%s\t%d\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t\n", learnt, s.name, r.All.Total(), 100*r.All.Share(quality.Right),
				100*r.ByKind["answer"].Share(quality.Right), 100*r.ByKind["followup"].Share(quality.Right), 100*r.ByKind["clarify"].Share(quality.Right),
				100*r.ByKind["abstain"].Share(quality.Right), 100*r.ByKind["abstain"].Share(quality.False))
		}
	}
	if shipped {
		m, err := understand.Default()
		if err != nil {
			return err
		}
		ask(m, len(learn))
		return t.Flush()
	}
	for _, eighths := range []int{1, 2, 4, 8} {
		part := share(learn, eighths)
		fmt.Fprintf(os.Stderr, "learning from %d questions…\n", len(part))
		ask(understand.Train(lex, part, understand.TrainOptions{}), len(part))
	}
	return t.Flush()
}

// share returns the questions of some eighths of the authors, chosen by a hash of their names, so that a larger share holds a smaller.
// The files of the first stock are too large to be one author each: they are cut by lines.
func share(qs []words.Question, eighths int) []words.Question {
	var out []words.Question
	for _, q := range qs {
		key := q.Lang + "/" + q.Author
		if len(q.Author) > 6 && (q.Author[:6] == "depart" || q.Author == "first-stock") {
			key = fmt.Sprintf("%s:%d", key, q.Line/20)
		}
		sum := sha256.Sum256([]byte(key))
		if int(sum[1]%8) < eighths {
			out = append(out, q)
		}
	}
	return out
}
