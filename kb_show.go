package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/transfer"
)

func newKBShow(a app) *cobra.Command {
	var lang, kb string
	var asJSON bool
	needOne := oneArg("entry", "nonmerci kb show linkedin/opt-out")
	cmd := &cobra.Command{
		Use:     "show ENTRY",
		Short:   "Print one entry as it stands in its file, with its sources",
		Example: "  nonmerci kb show linkedin/opt-out --lang en",
		Args: func(cmd *cobra.Command, args []string) error {
			if err := needOne(cmd, args); err != nil {
				return err
			}
			return checkBaseLang(lang)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			b, err := readBase(kb)
			if err != nil {
				return err
			}
			e, err := findEntry(b, args[0])
			if err != nil {
				return err
			}
			l := firstLang(e, lang)
			if l == "" {
				return fmt.Errorf("%s is not written in %q; leave --lang out", e.ID, lang)
			}
			if asJSON {
				one := *e
				if lang != "" {
					one.Text = map[string]knowledge.Text{lang: e.Text[lang]}
				}
				return transfer.WriteEntryJSON(a.out, b, &one)
			}
			return showEntry(a.out, b, e, l)
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "", "language to show: fr or en (the first that the entry has when left out)")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the entry as JSON, in every language or in that of --lang")
	kbFlag(cmd, &kb)
	return cmd
}

// findEntry returns the entry of an id, or the one that answers its intent too; the error names what there is instead.
func findEntry(b *knowledge.Base, name string) (*knowledge.Entry, error) {
	id := knowledge.ID(name)
	if e := b.Entries[id]; e != nil {
		return e, nil
	}
	if e := b.Find(id.Subject(), id.Intent()); e != nil && id.Intent() != "" {
		return e, nil
	}
	var have []string
	for _, e := range b.Of(id.Subject()) {
		have = append(have, string(e.ID))
	}
	if len(have) > 0 {
		return nil, fmt.Errorf("no entry is called %q; there are %s", name, strings.Join(have, ", "))
	}
	return nil, fmt.Errorf("no entry is called %q; run « nonmerci kb list » to see them all", name)
}

func showEntry(w io.Writer, b *knowledge.Base, e *knowledge.Entry, lang string) error {
	var out strings.Builder
	out.WriteString(files.FormatEntry(e, lang))
	if sources := b.Sources(e, lang); len(sources) > 0 {
		out.WriteString("\nSources:\n\n")
		for _, s := range sources {
			line := []string{s.Publisher, s.Title, s.URL, string(s.Date), string(s.Basis)}
			for i := len(line) - 1; i >= 0; i-- {
				if line[i] == "" {
					line = append(line[:i], line[i+1:]...)
				}
			}
			out.WriteString("- " + s.ID + ": " + strings.Join(line, ", ") + "\n")
		}
	}
	if at := e.Text[lang].Position; at.File != "" {
		fmt.Fprintf(&out, "\n%s:%d\n", at.File, at.Line)
	}
	_, err := io.WriteString(w, out.String())
	return err
}
