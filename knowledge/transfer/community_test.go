package transfer_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/transfer"
)

// written is a community that uses every field.
func written() *transfer.Community {
	e := sample().Entries["alpha/opt-out"]
	own := *sample().Entries["alpha/data"]
	own.ID = "wifi"
	return &transfer.Community{
		Places: []knowledge.Place{{Platform: "discord", Chat: "1"}, {Platform: "telegram", Chat: "-2"}},
		Joined: time.Date(2026, 1, 2, 3, 4, 5, 6e6, time.UTC), Left: time.Date(2026, 2, 3, 4, 5, 6, 0, time.UTC),
		Settings: &knowledge.Settings{Lang: "fr", Roles: map[string]string{"discord:1": "2"}, KeepGaps: true},
		Entries: []transfer.Written{
			{ID: "alpha/opt-out", Published: &knowledge.Content{Entry: e, Hidden: true, Note: map[string]string{"fr": "n"}, Phrases: map[string][]string{"en": {"p", "q"}}}, Behind: true, Revision: 7},
			{ID: "wifi", Draft: &knowledge.Content{Entry: &own}},
		},
	}
}

func unplaced(c *transfer.Community) *transfer.Community {
	for i, w := range c.Entries {
		c.Entries[i].Position = knowledge.Position{}
		for _, content := range []*knowledge.Content{w.Published, w.Draft} {
			if content != nil && content.Entry != nil {
				b := knowledge.NewBase()
				b.Entries[w.ID] = content.Entry
				forget(b)
			}
		}
	}
	return c
}

func TestACommunityComesBack(t *testing.T) {
	var buf bytes.Buffer
	if err := transfer.WriteCommunity(&buf, written()); err != nil {
		t.Fatal(err)
	}
	if !transfer.IsCommunity(buf.Bytes()) {
		t.Error("it is not known for a community")
	}
	got, problems, err := transfer.ReadCommunity("x.json", bytes.NewReader(buf.Bytes()))
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	if at := got.Entries[0].Position; at.File != "x.json" || at.Line < 10 || got.Entries[0].Published.Entry.Text["fr"].Position != at {
		t.Errorf("position %+v", at)
	}
	if !reflect.DeepEqual(unplaced(got), unplaced(written())) {
		t.Errorf("got %+v", got)
	}
	var again bytes.Buffer
	if err := transfer.WriteCommunity(&again, got); err != nil || again.String() != buf.String() {
		t.Errorf("%v, written again:\n%s", err, again.String())
	}
}

// TestWhatAChatExportsIsRead: the entries alone, with the contents as a store has them.
func TestWhatAChatExportsIsRead(t *testing.T) {
	type entry struct {
		ID        knowledge.ID       `json:"id"`
		Published *knowledge.Content `json:"published,omitempty"`
		Draft     *knowledge.Content `json:"draft,omitempty"`
		Revision  int                `json:"revision"`
	}
	var all []entry
	for _, w := range written().Entries {
		all = append(all, entry{w.ID, w.Published, w.Draft, w.Revision})
	}
	data, err := json.MarshalIndent(all, "", "  ")
	if err != nil || !transfer.IsCommunity(data) {
		t.Fatal(err)
	}
	got, problems, err := transfer.ReadCommunity("x.json", bytes.NewReader(data))
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	for i, want := range unplaced(written()).Entries {
		for _, c := range [][2]*knowledge.Content{{want.Published, unplaced(got).Entries[i].Published}, {want.Draft, got.Entries[i].Draft}} {
			if (c[0] == nil) != (c[1] == nil) {
				t.Errorf("%s: %v, want %v", want.ID, c[1], c[0])
			} else if c[0] != nil && len(transfer.Differences(*c[0], *c[1])) > 0 {
				t.Errorf("%s: %v", want.ID, transfer.Differences(*c[0], *c[1]))
			}
		}
	}
	if got.Settings != nil || got.Entries[0].Revision != 7 {
		t.Errorf("%+v", got)
	}
}

func TestBrokenCommunitiesAreRefusedByLine(t *testing.T) {
	head := `{"format":"nonmerci-community","version":1,`
	for name, c := range map[string]struct{ data, want string }{
		"syntax":  {head + "\n]", "x.json:2: invalid character"},
		"cut":     {head + "\n\"places\": [", "x.json:2: unexpected EOF"},
		"unknown": {head + "\n\"places\": [],\n\"odd\": 1,\n\"entries\": []}", `x.json:3: json: unknown field "odd"`},
		"type":    {head + "\n\"places\": 1}", "x.json:2: json: cannot unmarshal number"},
		"version": {`{"format":"nonmerci-community","version":2}`, `x.json:1: format "nonmerci-community", version 2`},
		"place":   {head + `"places":["here"]}`, `"here" is not a place`},
		"twice":   {head + "\"entries\":[{\"id\":\"a\"},\n{\"id\":\"a\"}]}", "x.json:2: a: two entries have this id"},
		"list":    {"[{\"id\":\"a\"},\n{\"id\":\"a\"}]", "x.json:2: a: two entries have this id"},
	} {
		_, problems, err := transfer.ReadCommunity("x.json", strings.NewReader(c.data))
		if err != nil || !strings.Contains(problems.Error(), c.want) {
			t.Errorf("%s: got %v %v, want %q", name, err, problems, c.want)
		}
	}
	for _, data := range []string{"", "{", "1", `{"format": "nonmerci-base"}`, `{"a": 1, "format": "x"}`, `{"a": }`, "{}"} {
		if transfer.IsCommunity([]byte(data)) {
			t.Errorf("%q is taken for a community", data)
		}
	}
	broken := errors.New("broken")
	if _, _, err := transfer.ReadCommunity("x.json", iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Error(err)
	}
	r, w := io.Pipe()
	_ = r.CloseWithError(broken)
	if err := transfer.WriteCommunity(w, written()); !errors.Is(err, broken) {
		t.Error(err)
	}
	if err := transfer.WriteWritten(w, written().Entries[0]); !errors.Is(err, broken) {
		t.Error(err)
	}
}

func TestDifferencesNameWhatACommunityChanges(t *testing.T) {
	a := written().Entries[0].Published
	b := *written().Entries[0].Published
	e := *b.Entry
	e.Revision, e.Author, e.Ages = 9, "x", "18+"
	b.Entry, b.Base, b.Hidden, b.Note, b.Phrases = &e, 4, false, map[string]string{"en": "n"}, map[string][]string{"en": {"p"}}
	var got []string
	for _, c := range transfer.Differences(*a, b) {
		got = append(got, c.Field)
	}
	if want := []string{"ages", "hidden", "note.en", "note.fr", "phrases.en"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := transfer.Differences(*a, *a); got != nil {
		t.Errorf("%v", got)
	}
	var none knowledge.Content
	if len(transfer.Differences(none, *a)) == 0 || len(transfer.Differences(*a, none)) == 0 || transfer.Differences(none, none) != nil {
		t.Error("an empty content")
	}
}
