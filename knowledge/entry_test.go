package knowledge_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/taxonomy"
)

func TestIDs(t *testing.T) {
	id := knowledge.NewID("linkedin", "opt-out")
	if id != "linkedin/opt-out" || id.Subject() != "linkedin" || id.Intent() != "opt-out" {
		t.Errorf("%s: %s, %s", id, id.Subject(), id.Intent())
	}
	if own := knowledge.ID("reglement"); own.Subject() != "reglement" || own.Intent() != "" {
		t.Errorf("%s: %s, %s", own, own.Subject(), own.Intent())
	}
}

func TestOrder(t *testing.T) {
	ids := []knowledge.ID{"x/zzz", "x/effect", "rights/hoax", "x/opt-out", "x/data", "rights/complaint", "a/why"}
	slices.SortFunc(ids, knowledge.CompareIDs)
	if !slices.Equal(ids, []knowledge.ID{"a/why", "rights/complaint", "rights/hoax", "x/opt-out", "x/data", "x/effect", "x/zzz"}) {
		t.Errorf("%v", ids)
	}
	sources := []string{"M2", "S10", "X1", "S2", "M1", "S"}
	slices.SortFunc(sources, knowledge.CompareSourceIDs)
	if !slices.Equal(sources, []string{"S", "S2", "S10", "M1", "M2", "X1"}) {
		t.Errorf("%v", sources)
	}
}

func TestDates(t *testing.T) {
	d := day("2026-11-22")
	if d.String() != "2026-11-22" || d.IsZero() || !d.Time().Equal(time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)) || !d.Before(day("2026-11-23")) || d.Before(d) {
		t.Errorf("%v", d)
	}
	if got := knowledge.DayOf(time.Date(2026, 11, 22, 23, 59, 0, 0, time.FixedZone("", 3600))); got != d {
		t.Errorf("day of: %v", got)
	}
	if _, err := knowledge.ParseDate("2026-02-31"); err == nil {
		t.Error("a day that is not is read")
	}
	var zero, text, binary knowledge.Date
	if zero.String() != "" || !zero.IsZero() {
		t.Errorf("zero: %v", zero)
	}
	data, err := json.Marshal(d)
	if err != nil || json.Unmarshal(data, &text) != nil || text != d || text.UnmarshalText([]byte("x")) == nil {
		t.Errorf("text: %s %v %v", data, text, err)
	}
	if data, err = d.MarshalBinary(); err != nil || binary.UnmarshalBinary(data) != nil || binary != d {
		t.Errorf("binary: %v %v", binary, err)
	}
	for s, want := range map[knowledge.PartialDate]bool{"": true, "2026": true, "2026-05": true, "2026-05-04": true, "2026-5": false, "26": false, "2026-02-30": false, "May 2026": false} {
		if s.Valid() != want {
			t.Errorf("%q valid: %v", s, s.Valid())
		}
	}
}

func TestBase(t *testing.T) {
	b := knowledge.NewBase()
	b.Subjects["linkedin"] = &knowledge.Subject{Slug: "linkedin", Sources: map[string][]knowledge.Source{"fr": {{ID: "S1"}, {ID: "S2"}}}}
	e := whole()
	e.Sources = []string{"S2", "S1", "S9"}
	draft := *whole()
	draft.ID, draft.Also, draft.Status = "linkedin/data", []string{"why"}, knowledge.Draft
	other := *whole()
	other.ID = "linkedin-x/opt-out"
	b.Entries[e.ID], b.Entries[draft.ID], b.Entries[other.ID] = e, &draft, &other
	if got := b.IDs(); !slices.Equal(got, []knowledge.ID{"linkedin-x/opt-out", "linkedin/data", "linkedin/opt-out"}) {
		t.Errorf("ids: %v", got)
	}
	if of := b.Of("linkedin"); len(of) != 2 || len(b.Slugs()) != 1 {
		t.Errorf("of: %v", of)
	}
	for intent, want := range map[string]*knowledge.Entry{"opt-out": e, "effect": e, "data": nil, "why": nil, "since": nil} {
		if got := b.Find("linkedin", intent); got != want {
			t.Errorf("find %s: %v", intent, got)
		}
	}
	src := b.Sources(e, "fr")
	if len(src) != 2 || src[0].ID != "S2" || len(b.Sources(&other, "fr")) != 0 {
		t.Errorf("sources: %v", src)
	}
}

func TestDiff(t *testing.T) {
	a, b := whole(), whole()
	if d := knowledge.Diff(a, b); len(d) > 0 {
		t.Errorf("the same: %v", d)
	}
	text := b.Text["fr"]
	text.Title, text.Changes, text.Notes = "Autre ?", nil, []string{"Un.", "[Page](https://e.org).", "Deux."}
	text.Steps = text.Steps[:1]
	b.Text["fr"] = text
	b.Text["en"] = knowledge.Text{Title: "How?", Short: "So."}
	b.Review = day("2027-06-01")
	changes := knowledge.Diff(a, b)
	got := make([]string, 0, len(changes))
	for _, c := range changes {
		got = append(got, c.String())
	}
	want := []string{
		"review: 2027-05-22 → 2027-06-01", "en.title: + How?", "en.short: + So.", "fr.title: Comment refuser ? → Autre ?", "fr.changes: - Rien.",
		"fr.notes:\n  + Un.\n  + Deux.", "fr.steps.android: - Touchez.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if d := knowledge.Diff(nil, a); len(d) < 15 || d[0].Field != "also" {
		t.Errorf("new: %v", d)
	}
	if d := knowledge.Diff(a, nil); len(d) < 15 || d[0].New != "" {
		t.Errorf("gone: %v", d)
	}
	s := &knowledge.Subject{Owner: "o", Name: map[string]string{"fr": "A"}, Sources: map[string][]knowledge.Source{"fr": {{ID: "S1", Publisher: "P", Title: "T"}}}}
	if d := knowledge.DiffSubject(nil, s); len(d) != 3 || d[2].New != "S1 : P, T" {
		t.Errorf("subject: %v", d)
	}
}

// The vocabularies of an entry have no word twice, and the general questions are none of a service's.
func TestVocabularies(t *testing.T) {
	for _, i := range taxonomy.Intents {
		if slices.Contains(taxonomy.General, i) {
			t.Errorf("%s is both", i)
		}
	}
	if len(knowledge.Kinds) != 5 || len(knowledge.Difficulties) != 5 || len(knowledge.Devices) != 4 || len(knowledge.LinkKinds) != 3 {
		t.Error("a list is not whole")
	}
}
