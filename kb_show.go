package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/transfer"
)

func newKBShow(a app) *cobra.Command {
	var lang string
	var f baseFlags
	var asJSON bool
	var revision int
	needOne := oneArg("entry", "nonmerci kb show linkedin/opt-out")
	cmd := &cobra.Command{
		Use:     "show ENTRY",
		Short:   "Print one entry as it stands in its file, with its sources",
		Example: "  nonmerci kb show linkedin/opt-out --lang en",
		Args: func(cmd *cobra.Command, args []string) error {
			if f.kb != "" && revision != 0 {
				return usagef("--revision is one of a database, and --kb names files; leave one of the two out")
			}
			return cmp.Or(needOne(cmd, args), f.check(), checkBaseLang(lang))
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			open := func() (*look, error) { return a.look(cmd.Context(), f) }
			if revision != 0 {
				open = func() (*look, error) { return a.lookBack(cmd, f.storeFlags, args[0], revision) }
			}
			l, err := open()
			if err != nil {
				return err
			}
			if l.community != nil {
				return a.showMade(l, knowledge.ID(args[0]), lang, asJSON)
			}
			e, err := findEntry(l.base, args[0])
			if err != nil {
				return err
			}
			in := firstLang(e, lang)
			if in == "" {
				return fmt.Errorf("%s is not written in %q; leave --lang out", e.ID, lang)
			}
			if asJSON {
				return transfer.WriteEntryJSON(a.out, l.base, onlyIn(e, lang))
			}
			if err := showEntry(a.out, l.base, e, in); err != nil {
				return err
			}
			return showRevisions(a.out, l.records[e.ID])
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "", "language to show: fr or en (the first that the entry has when left out)")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the entry as JSON, in every language or in that of --lang")
	cmd.Flags().IntVar(&revision, "revision", 0, "an earlier revision, as kb history numbers them")
	f.add(cmd)
	return cmd
}

// onlyIn is an entry with the text of one language, or with all for "".
func onlyIn(e *knowledge.Entry, lang string) *knowledge.Entry {
	one := *e
	if t, ok := e.Text[lang]; lang != "" {
		one.Text = map[string]knowledge.Text{}
		if ok {
			one.Text[lang] = t
		}
	}
	return &one
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

// formatEntry is an entry in one language as it stands in a file; in a language that no file is written in, with the headings of English.
func formatEntry(e *knowledge.Entry, lang string) string {
	if !slices.Contains(files.Languages, lang) {
		other := *e
		other.Text = map[string]knowledge.Text{"en": e.Text[lang]}
		e, lang = &other, "en"
	}
	return strings.Replace(files.FormatEntry(e, lang), " {#}\n", "\n", 1) // an entry of a community has no intent
}

func showEntry(w io.Writer, b *knowledge.Base, e *knowledge.Entry, lang string) error {
	var out strings.Builder
	out.WriteString(formatEntry(e, lang))
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
