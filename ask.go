package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"nonmerci/bot"
)

func newAsk(a app) *cobra.Command {
	var lang, kb string
	var asJSON, explain, batch bool
	cmd := &cobra.Command{
		Use:   "ask [QUESTION]",
		Short: "Answer one question, or with --batch one question a line",
		Example: `  nonmerci ask "comment désactiver LinkedIn IA ?"
  echo '{"q":"et pour Instagram ?","context":["comment refuser l’IA de LinkedIn ?"]}' | nonmerci ask --batch`,
	}
	f := cmd.Flags()
	f.StringVar(&lang, "lang", "", "language of the reader: fr, en, de, es, it, pt or nl (found out when left out)")
	f.StringVar(&kb, "kb", "", "folder of base files, or file of JSON lines, to answer from instead of the shared base")
	f.BoolVar(&asJSON, "json", false, "print the reply as JSON")
	f.BoolVar(&explain, "explain", false, "show the candidates, their scores and the reason")
	f.BoolVar(&batch, "batch", false, "read questions as JSON lines from standard input, write one reply a line")
	cmd.Args = func(_ *cobra.Command, args []string) error {
		switch {
		case batch && len(args) > 0:
			return usagef("--batch reads questions from standard input; leave the question out")
		case !batch && len(args) == 0:
			return usagef("the question is missing; write: nonmerci ask \"comment désactiver LinkedIn IA ?\"")
		}
		return checkLang(lang)
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		unused := lang // a setting must not force the language of a question that tells its own
		if err := a.settings(&kb, &unused); err != nil {
			return err
		}
		b, done, err := a.openTalking(kb)
		if err != nil {
			return err
		}
		defer done()
		if batch {
			return runBatch(cmd.Context(), b, a.in, a.out, a.errs, explain)
		}
		r := askAloud(cmd.Context(), b, strings.Join(args, " "), nil, lang, explain)
		if asJSON {
			enc := json.NewEncoder(a.out)
			enc.SetEscapeHTML(false)
			return enc.Encode(r)
		}
		if _, err := fmt.Fprintln(a.out, r.Text); err != nil || !explain {
			return err
		}
		return printWhy(a.out, r)
	}
	return cmd
}

// printWhy prints the reason and the candidates, for a person.
func printWhy(w io.Writer, r bot.Reply) error {
	if _, err := fmt.Fprintf(w, "\n--\n%s: %s\n", r.Kind, r.Why); err != nil {
		return err
	}
	for _, c := range r.Candidates {
		if _, err := fmt.Fprintf(w, "  %.3f  %-32s %s\n", c.Score, c.Entry, c.Why); err != nil {
			return err
		}
	}
	return nil
}
