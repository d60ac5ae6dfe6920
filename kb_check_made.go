package main

import (
	"bufio"
	"fmt"
	"maps"
	"slices"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
	"nonmerci/knowledge/check"
	"nonmerci/knowledge/vet"
)

// checkMade prints what is wrong with what a community makes of the shared base.
func (a app) checkMade(l *look) error {
	var found []check.Finding
	add := func(s check.Severity, id knowledge.ID, problem, remedy string) {
		found = append(found, check.Finding{Severity: s, Entry: id, Problem: problem, Remedy: remedy})
	}
	v := bulk.NewVetting(l.shared, l.community.ID, "en")
	ids := slices.SortedFunc(maps.Keys(l.records), knowledge.CompareIDs)
	for _, id := range ids {
		e, makes := l.base.Entries[id], l.makes(l.records[id])
		if e != nil {
			lookAt(v, e, add)
		}
		switch {
		case slices.Contains(makes, takenBack):
		case slices.Contains(makes, behind):
			add(check.Warning, id, "the shared entry has changed since this text was written upon it", "compare the two, in the chat of the community")
		case e == nil && l.shared.Entries[id] == nil:
			add(check.Warning, id, "the shared base has no such entry any more", "take it back, in the chat of the community")
		}
	}
	out := bufio.NewWriter(a.out)
	for _, f := range found {
		fmt.Fprintln(out, f)
	}
	if errs := len(check.Errors(found)); errs > 0 {
		return flushed(out, fmt.Errorf("%s and %s; correct the entries", count(errs, "error"), count(len(found)-errs, "warning")))
	}
	fmt.Fprintf(out, "%s of the community: no error, %s\n", count(len(ids), "entry"), count(len(found), "warning"))
	return out.Flush()
}

// lookAt reports everything that is wrong with an entry of a community.
func lookAt(v *bulk.Vetting, e *knowledge.Entry, add func(s check.Severity, id knowledge.ID, problem, remedy string)) {
	invalid := e.Validate()
	for _, p := range append(invalid, v.Overlaid(e)...) {
		if p.Field != "" {
			p.Problem = p.Field + ": " + p.Problem
		}
		add(check.Error, e.ID, p.Problem, p.Remedy)
	}
	for _, lang := range slices.Sorted(maps.Keys(e.Text)) {
		for _, p := range vet.Entry(e, lang, v.KnownHost) {
			switch {
			case p.Kind == vet.Refuse && len(invalid) == 0: // else much of it has been said
				add(check.Error, e.ID, lang+": "+p.Say("en"), "")
			case p.Kind == vet.Warn && p.Code != vet.NoSource: // a community has no sources but its links
				add(check.Warning, e.ID, lang+": "+p.Say("en"), "")
			}
		}
	}
}
