package search_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"nonmerci/knowledge/search"
)

func TestReadDocs(t *testing.T) {
	in := "\ufeff" + `{"id":"a","title":"Un","phrasings":["une"],"answer":"1","lang":"fr"}` + "\n\n  \n" + `{"id":"b","title":"Deux"}`
	got, err := search.ReadDocs(strings.NewReader(in))
	want := []search.Doc{
		{ID: "a", Lang: "fr", Title: "Un", Phrasings: []string{"une"}, Answer: "1"},
		{ID: "b", Title: "Deux"},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("ReadDocs = %+v, %v, want %+v", got, err, want)
	}
}

func TestReadDocsRefuses(t *testing.T) {
	good := `{"id":"a","title":"Un"}` + "\n"
	for _, c := range []struct{ name, in, want string }{
		{"unknown key", good + `{"id":"b","titre":"Deux"}`, `line 2: unknown key "titre"; the keys are id, title, phrasings, answer and lang`},
		{"duplicate", good + "\n" + `{"id":"a","title":"Deux"}`, `line 3: the id "a" is already that of line 1; give each entry its own id`},
		{"no id", `{"title":"Un"}`, `line 1: "id" is missing or empty; give the entry a name of its own`},
		{"no title", `{"id":"a","title":" "}`, `line 1: "title" is missing or empty; write the question that the entry answers`},
		{"wrong type", `{"id":"a","title":"Un","phrasings":"une"}`, `line 1: "phrasings" cannot be a JSON string; the keys hold text, and phrasings a list of texts`},
		{"array", `[1]`, `line 1: a JSON array instead of an object; write one object {…} a line`},
		{"two objects", `{"id":"a","title":"Un"} {}`, `line 1: something follows the object; write one object a line`},
		{"broken", `{"id":`, `line 1: not a JSON object (unexpected EOF); write one object {…} a line`},
		{"invalid UTF-8", good + "{\"id\":\"\xff\"}", `line 2: not valid UTF-8; save the file as UTF-8`},
		{"too long", good + strings.Repeat("x", 2<<20), `line 2: longer than 1048576 bytes; shorten the answer or split the entry`},
	} {
		docs, err := search.ReadDocs(strings.NewReader(c.in))
		if docs != nil || err == nil || err.Error() != c.want {
			t.Errorf("%s: %v, %v\nwant %s", c.name, docs, err, c.want)
		}
	}
	cause := errors.New("disk gone")
	if _, err := search.ReadDocs(iotest.ErrReader(cause)); !errors.Is(err, cause) {
		t.Errorf("a failing reader gives %v", err)
	}
}
