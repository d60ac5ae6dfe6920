package packed_test

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/packed"
)

func sample() *knowledge.Base {
	b := knowledge.NewBase()
	b.Subjects["a"] = &knowledge.Subject{Slug: "a", Owner: "o", Name: map[string]string{"fr": "A", "en": "A"}, Sources: map[string][]knowledge.Source{
		"fr": {{ID: "S1", Publisher: "P", Title: "T", Date: "2026"}}, "en": {{ID: "S1", Publisher: "P", Title: "T", Date: "2026"}},
	}}
	review, _ := knowledge.ParseDate("2027-05-22")
	for _, id := range []knowledge.ID{"a/opt-out", "a/data"} {
		b.Entries[id] = &knowledge.Entry{ID: id, Kind: knowledge.Info, Sources: []string{"S1"}, Review: review, Status: knowledge.Published, Revision: 2, Text: map[string]knowledge.Text{
			"fr": {Title: "É ?", Short: "S.", Steps: []knowledge.DeviceSteps{{Device: knowledge.Web, Steps: []string{"x"}}}}, "en": {Title: "E?", Short: "S."},
		}}
	}
	return b
}

func TestPackedBaseIsTheSame(t *testing.T) {
	data, err := packed.Encode(sample())
	if err != nil {
		t.Fatal(err)
	}
	for range 20 { // maps give another order each time
		if again, _ := packed.Encode(sample()); !bytes.Equal(again, data) {
			t.Fatal("the same base gives other bytes")
		}
	}
	got, err := packed.Decode(data)
	if err != nil || !reflect.DeepEqual(got, sample()) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestOtherBytesAreRefused(t *testing.T) {
	data, _ := packed.Encode(sample())
	for name, bad := range map[string][]byte{"none": nil, "text": []byte("# A"), "cut": data[:len(data)/2]} {
		if b, err := packed.Decode(bad); !errors.Is(err, packed.ErrFormat) || b != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	data, _ := packed.Encode(sample())
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		if b, err := packed.Decode(data); (b == nil) != (err != nil) {
			t.Fatal("neither a base nor an error, or both")
		}
	})
}
