package main

import (
	"context"
	"errors"
	"slices"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
)

// described are the saves that describe anew, in the subject of an entry, the sources that its old text names and that were dropped since.
func (s *stored) described(ctx context.Context, id knowledge.ID, c knowledge.Content, as knowledge.Save) ([]knowledge.Save, error) {
	if s.home != knowledge.SharedBase || c.Entry == nil {
		return nil, nil
	}
	r, err := s.Record(ctx, s.home, knowledge.ID(id.Subject()))
	if err != nil || r.Published == nil || r.Published.Content.Subject == nil {
		return nil, ignoreAbsent(err)
	}
	missing := func(subject *knowledge.Subject) bool {
		return slices.ContainsFunc(c.Entry.Sources, func(src string) bool { return !describes(subject, src) })
	}
	now := r.Published.Content.Subject
	if !missing(now) {
		return nil, nil
	}
	all, err := s.history(ctx, r)
	if err != nil {
		return nil, err
	}
	for _, rev := range all {
		if old := rev.Content.Subject; old != nil && missing(now) {
			now = withSources(now, old, c.Entry.Sources)
		}
	}
	if len(knowledge.DiffSubject(r.Published.Content.Subject, now)) == 0 {
		return nil, nil
	}
	as.Summary = "sources of " + string(id) + ", which is " + as.Summary
	return bulk.Publishing(r, knowledge.Content{Subject: now}, as), nil
}

func ignoreAbsent(err error) error {
	if errors.Is(err, knowledge.ErrNotFound) {
		return nil
	}
	return err
}

func describes(s *knowledge.Subject, id string) bool {
	for _, all := range s.Sources {
		if slices.ContainsFunc(all, func(src knowledge.Source) bool { return src.ID == id }) {
			return true
		}
	}
	return false
}

// withSources is a subject with those sources of another one that are named and that it lacks.
func withSources(s, other *knowledge.Subject, names []string) *knowledge.Subject {
	out := *s
	out.Sources = map[string][]knowledge.Source{}
	for lang := range s.Name {
		out.Sources[lang] = slices.Clone(s.Sources[lang])
		for _, src := range other.Sources[lang] {
			if slices.Contains(names, src.ID) && !describes(s, src.ID) {
				out.Sources[lang] = append(out.Sources[lang], src)
			}
		}
		slices.SortFunc(out.Sources[lang], func(a, b knowledge.Source) int { return knowledge.CompareSourceIDs(a.ID, b.ID) })
	}
	return &out
}
