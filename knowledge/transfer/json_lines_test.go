package transfer

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"nonmerci/knowledge"
)

func TestEachEntryIsToldWithItsLine(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want []int
	}{
		"as written":    {"{\"subjects\": [{}],\n\"entries\": [\n {\"id\": \"a\"},\n {\n\"id\": \"b\", \"x\": [\n]},{\"id\": \"c\"}\n]}", []int{3, 4, 6}},
		"in capitals":   {"{\"Entries\": [\n{}]}", []int{2}},
		"twice":         {"{\"entries\": [{}],\n\"entries\": [\n{}, {}]}", []int{3, 3}},
		"none":          {"{\"entries\": null}", nil},
		"null after it": {"{\"entries\": [{}, {}], \"entries\": null}", nil},
	} {
		var doc struct{ Entries []json.RawMessage }
		if err := json.Unmarshal([]byte(c.data), &doc); err != nil {
			t.Fatal(err)
		}
		if got := entryLines([]byte(c.data), len(doc.Entries)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestARefusedEntryOfJSONNamesItsLine(t *testing.T) {
	data := `{"format": "nonmerci-base", "version": 1, "subjects": [], "entries": [
		{"id": "own", "kind": "info", "status": "published", "revision": 1, "text": {"fr": {"title": "Quoi ?", "short": "Oui."}}},

		{"id": "odd", "kind": "x", "status": "published", "revision": 1, "text": {"fr": {"title": "Quoi ?", "short": "Oui."}}}]}`
	b, problems, err := ReadJSON("x.json", bytes.NewReader([]byte(data)))
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	plan := NewPlan(knowledge.NewBase(), b, problems)
	for _, it := range plan.Items {
		if it.ID == "odd" && (it.Action != Refused || it.Problems[0].File != "x.json" || it.Problems[0].Line != 4) {
			t.Errorf("%+v", it)
		}
	}
	plan.Items[1].Refuse()
	plan.Items[1].Refuse(knowledge.InvalidError{Problem: "odd"})
	if plan.Count(Refused) != 2 {
		t.Errorf("%+v", plan.Items)
	}
}

func FuzzEntryLines(f *testing.F) {
	f.Add([]byte("{\"entries\": [\n{}, {\"entries\": []}],\n\"entries\":[1]}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var doc struct{ Entries []json.RawMessage }
		if json.Unmarshal(data, &doc) != nil {
			return
		}
		last := 0
		for _, n := range entryLines(data, len(doc.Entries)) {
			if n < last || n > bytes.Count(data, []byte{'\n'})+1 {
				t.Fatalf("line %d after %d", n, last)
			}
			last = n
		}
	})
}
