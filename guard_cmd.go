package main

import (
	"context"
	"encoding/json"
	"io"
	"os"

	"github.com/spf13/cobra"

	"nonmerci/bot/rephrase/guard"
)

func newGuard(a app) *cobra.Command {
	var source, candidate, lang string
	cmd := &cobra.Command{
		Use:   "guard",
		Short: "Say whether a rephrasing by a model says what its entry says: JSON lines, or two files",
		Example: `  echo '{"source":"Coupez le réglage **IA**.","candidate":"Désactivez le réglage **IA**."}' | nonmerci guard
  nonmerci guard --source entry.md --candidate rephrased.md`,
	}
	f := cmd.Flags()
	f.StringVar(&source, "source", "", "file with the entry, as Markdown (with --candidate; without both, JSON lines are read from standard input)")
	f.StringVar(&candidate, "candidate", "", "file with the rephrasing")
	f.StringVar(&lang, "lang", "", "language that the rephrasing must be in, with --source (the entry's own when left out)")
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) > 0:
			return noArgs(cmd, args)
		case (source == "") != (candidate == ""):
			return usagef("--source and --candidate go together; leave both out to read JSON lines from standard input")
		case source == "" && lang != "":
			return usagef("--lang goes with --source; in JSON lines write the key \"lang\"")
		}
		return checkLang(lang)
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if source == "" {
			return guardLines(cmd.Context(), a.in, a.out, a.errs)
		}
		entry, err := os.ReadFile(source)
		if err != nil {
			return err
		}
		text, err := os.ReadFile(candidate)
		if err != nil {
			return err
		}
		return encoder(a.out).Encode(guard.Check(guard.NewSource(string(entry), ""), string(text), lang))
	}
	return cmd
}

// A guardLine is one line of a batch: candidate for free wording, template for one in which facts are numbered.
type guardLine struct {
	Source    *string `json:"source"`
	Candidate *string `json:"candidate"`
	Template  *string `json:"template"`
	Lang      string  `json:"lang"`
}

// assembled is the reply to a template.
type assembled struct {
	guard.Verdict
	Text string `json:"text,omitempty"`
}

// guardLines judges one line after another, in order: a line that cannot be read gets {"error": …} in its place.
func guardLines(ctx context.Context, in io.Reader, out, errs io.Writer) error {
	return jsonLines(ctx, in, out, errs, "candidates", "shorten the texts", guardReply)
}

func guardReply(line []byte) any {
	var l guardLine
	if err := json.Unmarshal(line, &l); err != nil {
		return lineError{"not a JSON object: " + err.Error() + `; write {"source": "…", "candidate": "…"}`}
	}
	switch {
	case l.Source == nil:
		return lineError{`the key "source" is missing; write the Markdown of the entry there`}
	case l.Candidate == nil && l.Template == nil:
		return lineError{`the key "candidate" is missing; write the rephrasing there`}
	}
	s := guard.NewSource(*l.Source, "")
	if l.Candidate != nil {
		return guard.Check(s, *l.Candidate, l.Lang)
	}
	text, v := guard.Assemble(s, *l.Template, l.Lang)
	return assembled{v, text}
}
