package storetest

import (
	"errors"
	"slices"

	"nonmerci/knowledge"
)

// everything returns all that can be read of a community, each as a line: what two calls return is equal when nothing changed between.
func (k *kit) everything(c knowledge.CommunityID) []string {
	k.Helper()
	var out []string
	add := func(kind string, v any) { out = append(out, kind+": "+show(v)) }
	for _, r := range k.records(c) {
		add("record", r)
		for _, rev := range k.history(c, r.Entry) {
			add("revision", rev)
		}
	}
	for _, e := range k.events(c) {
		add("event", e)
	}
	for _, s := range []knowledge.GapState{knowledge.GapOpen, knowledge.GapLinked, knowledge.GapDismissed} {
		all, err := k.Gaps(k.ctx, c, s, many)
		k.ok(err)
		for _, g := range all {
			add("gap", g)
		}
	}
	for _, s := range []knowledge.SuggestionState{knowledge.SuggestionOpen, knowledge.SuggestionAccepted, knowledge.SuggestionDeclined} {
		all, err := k.Suggestions(k.ctx, c, s, many)
		k.ok(err)
		for _, g := range all {
			add("suggestion", g)
		}
	}
	counts, err := k.Counts(k.ctx, c, knowledge.Date{})
	k.ok(err)
	for _, n := range counts {
		add("count", n)
	}
	if c == knowledge.SharedBase {
		return out
	}
	guides, err := k.GuidesOf(k.ctx, c)
	k.ok(err)
	for _, g := range guides {
		add("guide", g)
	}
	community, err := k.Community(k.ctx, c)
	if errors.Is(err, knowledge.ErrNotFound) {
		return out
	}
	k.ok(err)
	add("community", community)
	subscriptions, err := k.Behind(k.ctx, many)
	k.ok(err)
	for _, s := range subscriptions {
		if slices.Contains(community.Places, s.Place) {
			add("subscription", s)
		}
	}
	return out
}
