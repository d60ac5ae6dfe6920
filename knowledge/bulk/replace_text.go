package bulk

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"nonmerci/knowledge"
)

// A Replacement is one address in the place of another.
type Replacement struct{ Old, New string }

// url returns an address with the replacement made; ok says whether it was the old one. What follows a # is kept unless one of the two has it.
func (re Replacement) url(s string) (now string, ok bool) {
	page, fragment, has := strings.Cut(s, "#")
	switch {
	case s == re.Old:
		return re.New, true
	case !has || page != re.Old:
		return s, false
	case strings.Contains(re.New, "#"):
		return re.New, true
	}
	return re.New + "#" + fragment, true
}

// replaceText returns a copy of a text, with at done to each address of a link and inline to each sentence.
func replaceText(t knowledge.Text, lang string, at, inline func(field string, s *string)) knowledge.Text {
	inline(lang+".short", &t.Short)
	t.Steps = slices.Clone(t.Steps)
	for i, d := range t.Steps {
		t.Steps[i].Steps = slices.Clone(d.Steps)
		for j := range d.Steps {
			inline(fmt.Sprintf("%s.steps.%s.%d", lang, d.Device, j+1), &t.Steps[i].Steps[j])
		}
	}
	t.Links = slices.Clone(t.Links)
	for i := range t.Links {
		at(fmt.Sprintf("%s.links.%d", lang, i+1), &t.Links[i].URL)
	}
	for _, part := range []struct {
		name  string
		items *[]string
	}{{"changes", &t.Changes}, {"keeps", &t.Keeps}, {"notes", &t.Notes}} {
		*part.items = slices.Clone(*part.items)
		for i := range *part.items {
			inline(fmt.Sprintf("%s.%s.%d", lang, part.name, i+1), &(*part.items)[i])
		}
	}
	return t
}

// inline returns a sentence with the addresses of its links replaced, and the old ones. A sentence that is not valid stays as it is, and so does
// one in which the address stands otherwise than as that of a link.
func (re Replacement) inline(s string) (now string, olds []string) {
	spans, err := knowledge.Spans(s)
	if err != nil || !strings.Contains(s, re.Old) {
		return s, nil
	}
	want := slices.Clone(spans)
	var b strings.Builder
	rest := s
	for i, sp := range spans {
		url, ok := re.url(sp.URL)
		if sp.Kind != knowledge.LinkSpan || !ok {
			continue
		}
		cut := strings.Index(rest, "]("+sp.URL+")")
		if cut < 0 {
			return s, nil
		}
		b.WriteString(rest[:cut] + "](" + url + ")")
		rest = rest[cut+len("]("+sp.URL+")"):]
		want[i].URL = url
		olds = append(olds, sp.URL)
	}
	now = b.String() + rest
	if got, err := knowledge.Spans(now); err != nil || !reflect.DeepEqual(got, want) {
		return s, nil
	}
	return now, olds
}
