// Command retrieval-eval measures the search engine on labelled sets.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"nonmerci/knowledge/search"
	"nonmerci/knowledge/search/evaluate"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "retrieval-eval:", err)
		os.Exit(1)
	}
}

const usage = `retrieval-eval measures the search engine on labelled sets.

	retrieval-eval [flags] DIR...

Each DIR holds kb.jsonl and queries.jsonl, and perhaps kb_NAME.jsonl (another
base) and queries_NAME.jsonl (the same questions with noise).

`

func run(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("retrieval-eval", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() { fmt.Fprint(stderr, usage); flags.PrintDefaults() }
	bases := flags.String("base", "", "bases, separated by commas: k1 reads kb_k1.jsonl, nothing kb.jsonl")
	noise := flags.String("noise", ",noaccent,typo,sms", "question files, likewise; missing ones are skipped")
	fit := flags.Bool("fit", false, "fit the confidence model to the dev halves and print its weights")
	var opts search.Options
	flags.IntVar(&opts.ClassifierEntries, "classifier", 0, "train a classifier up to this many entries; -1 never, 0 the default")
	flags.IntVar(&opts.ExactWordings, "exact", 0, "measure every entry up to this many wordings; -1 never, 0 the default")
	flags.BoolVar(&opts.NoSpelling, "nospelling", false, "do not correct words")
	flags.BoolVar(&opts.NoBackground, "nobackground", false, "ignore the shipped word frequencies")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errors.New("no set given; name the folders to read, such as ../shared/eval/cdtn")
	}
	w := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	defer w.Flush()
	fmt.Fprintln(w, "set\tdev top-1\ttest top-1\ttop-1\ttop-3\tAUROC\tF1\tAoA\tAoA at 0.5\tBrier\tbuild ms\tµs a question\t")
	var model fitter
	for _, dir := range flags.Args() {
		for _, base := range split(*bases) {
			for _, kind := range split(*noise) {
				set, err := evaluate.Load(dir, base, kind)
				if errors.Is(err, fs.ErrNotExist) && kind != "" {
					continue
				}
				if err != nil {
					return err
				}
				row(w, set, opts, &model)
			}
		}
	}
	if *fit {
		w.Flush()
		model.print(stdout)
	}
	return nil
}

// split turns ",typo" into "", "_typo".
func split(list string) []string {
	names := strings.Split(list, ",")
	for i, n := range names {
		if n != "" {
			names[i] = "_" + n
		}
	}
	return names
}

// row measures one set and prints its figures.
func row(w io.Writer, set *evaluate.Set, opts search.Options, model *fitter) {
	start := time.Now()
	index := search.Build(set.Docs, opts)
	build := time.Since(start)
	var hits [][]search.Hit
	start = time.Now()
	all := evaluate.Run(set, func(q string, limit int) []evaluate.Result {
		found := index.Search(q, limit)
		hits = append(hits, found)
		return results(found)
	})
	each := time.Since(start) / time.Duration(len(all))
	r := evaluate.Summarize(all)
	model.add(hits, all)
	fmt.Fprintf(w, "%s\t%.1f\t%.1f\t%.1f\t%.1f\t%.3f\t%.1f\t%.1f\t%.1f\t%.3f\t%d\t%d\t\n", set.Name, r.Dev1, r.Test1, r.Top1, r.Top3,
		r.AUROC, r.F1, r.AnswerOrAbstain, evaluate.AnswerOrAbstain(all, 0.5), brier(all, hits), build.Milliseconds(), each.Microseconds())
}

func results(hits []search.Hit) []evaluate.Result {
	out := make([]evaluate.Result, len(hits))
	for i, h := range hits {
		out[i] = evaluate.Result{ID: h.ID, Score: h.InScope}
	}
	return out
}

// brier is the mean square of confidence minus truth, of the first hits.
func brier(all []evaluate.Outcome, hits [][]search.Hit) float64 {
	sum := 0.0
	for i, o := range all {
		p := 0.0
		if len(hits[i]) > 0 {
			p = hits[i][0].Confidence
		}
		if o.Right() {
			p--
		}
		sum += p * p
	}
	return sum / float64(len(all))
}
