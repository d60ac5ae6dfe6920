package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
	"nonmerci/knowledge/transfer"
)

// written is what the community of a look says of an entry, as it is exported. Numbers of a store are left out of it unless numbered.
func (l *look) written(r knowledge.Record, numbered bool) transfer.Written {
	out := transfer.Written{ID: r.Entry}
	if r.Published != nil {
		out.Published = &r.Published.Content
		out.Behind = r.Published.Content.Entry != nil && !bulk.IsOwn(r.Entry) && l.numbers[r.Entry] > r.Published.Content.Base
	}
	if r.Draft != nil {
		out.Draft = &r.Draft.Content
	}
	if numbered {
		out.Revision = r.Latest
	}
	return out
}

// showMade prints what a community makes of one entry.
func (a app) showMade(l *look, id knowledge.ID, lang string, asJSON bool) error {
	r, ok := l.records[id]
	if !ok {
		if l.shared.Entries[id] != nil {
			return fmt.Errorf("the community leaves %s as it is in the shared base; leave --community out to see it", id)
		}
		return fmt.Errorf("the community has nothing called %q; run « nonmerci kb list --community %s » to see what it has", id, l.community.ID)
	}
	if asJSON {
		return transfer.WriteWritten(a.out, only(l.written(r, true), lang))
	}
	c := bulk.Standing(r).Content
	if _, err := fmt.Fprintf(a.out, "%s: %s\n", id, strings.Join(l.makes(r), ", ")); err != nil {
		return err
	}
	if err := showBeside(a.out, c, lang); err != nil {
		return err
	}
	if e := l.base.Entries[id]; e != nil {
		in := firstLang(e, lang)
		if in == "" {
			return fmt.Errorf("%s is not written in %q here; leave --lang out", id, lang)
		}
		if _, err := fmt.Fprintln(a.out); err != nil {
			return err
		}
		if err := showEntry(a.out, l.base, e, in); err != nil {
			return err
		}
	}
	return showRevisions(a.out, r)
}

// only is what is written in one language, or all for "".
func only(w transfer.Written, lang string) transfer.Written {
	if lang == "" {
		return w
	}
	for _, c := range []**knowledge.Content{&w.Published, &w.Draft} {
		if *c == nil {
			continue
		}
		one := **c
		if one.Entry != nil {
			one.Entry = onlyIn(one.Entry, lang)
		}
		one.Note, one.Phrases = maps.Clone(one.Note), maps.Clone(one.Phrases)
		maps.DeleteFunc(one.Note, func(l, _ string) bool { return l != lang })
		maps.DeleteFunc(one.Phrases, func(l string, _ []string) bool { return l != lang })
		*c = &one
	}
	return w
}

// showBeside prints the notes and the further ways to ask, in one language or in all for "".
func showBeside(w io.Writer, c knowledge.Content, lang string) error {
	var errs []error
	print := func(format string, args ...any) {
		_, err := fmt.Fprintf(w, format, args...)
		errs = append(errs, err)
	}
	for _, l := range slices.Sorted(maps.Keys(c.Note)) {
		if lang == "" || l == lang {
			print("\nNote (%s): %s\n", l, c.Note[l])
		}
	}
	for _, l := range slices.Sorted(maps.Keys(c.Phrases)) {
		if lang == "" || l == lang {
			print("\nFurther ways to ask (%s):\n\n- %s\n", l, strings.Join(c.Phrases[l], "\n- "))
		}
	}
	return errors.Join(errs...)
}
