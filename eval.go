package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"nonmerci/bot"
	"nonmerci/internal/quality"
)

func newEval(a app) *cobra.Command {
	var asJSON, misses bool
	var kb string
	cmd := &cobra.Command{
		Use:   "eval FILE…",
		Short: "Measure how well files of questions are understood",
		Long: `Ask every question of the files and print how many were right, by kind, language and style, with the worst confusions.
Each line of a file is {"q", "lang", "subject", "intents", "kind", "style", "context"?, "note"?}.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("the file of questions is missing; write: nonmerci eval questions.jsonl")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := a.open(kb)
			if err != nil {
				return err
			}
			var items []quality.Item
			for _, name := range args {
				more, err := readItems(name)
				if err != nil {
					return err
				}
				items = append(items, more...)
			}
			progress := newProgress(a.errs, "questions")
			report := quality.Run(items, func(it quality.Item) bot.Reply {
				lang := it.Lang
				if checkLang(lang) != nil {
					lang = ""
				}
				return b.Ask(it.Q, it.Context, lang, false)
			}, progress.step)
			progress.done()
			if asJSON {
				enc := json.NewEncoder(a.out)
				enc.SetIndent("", "  ")
				return enc.Encode(report)
			}
			return report.Write(a.out, misses)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the report as JSON")
	cmd.Flags().BoolVar(&misses, "misses", false, "list every question that was not right")
	cmd.Flags().StringVar(&kb, "kb", "", "folder of base files to answer from instead of the shared base")
	return cmd
}

func readItems(name string) ([]quality.Item, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	items, err := quality.ReadItems(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return items, nil
}
