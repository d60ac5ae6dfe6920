package playground

import (
	"testing"

	"nonmerci/internal/telegramtest"
)

func TestEntitiesAsTelegramShowsThem(t *testing.T) {
	type e = telegramtest.Entity
	for _, c := range []struct {
		name, text string
		list       []e
		want       string
	}{
		{"none", "simple", nil, `"simple"`},
		{"units of UTF-16", "😀é gras", []e{{Type: "bold", Offset: 4, Length: 4}}, `"😀é " (b "gras")`},
		{"nested", "abc", []e{{Type: "bold", Offset: 1, Length: 1}, {Type: "italic", Offset: 0, Length: 3}}, `(i "a" (b "b") "c")`},
		{"same place", "a", []e{{Type: "bold", Length: 1}, {Type: "italic", Length: 1}}, `(b (i "a"))`},
		{"link", "ici", []e{{Type: "text_link", Length: 3, URL: "https://a.fr"}}, `(a https://a.fr "ici")`},
		{"address", "https://a.fr", []e{{Type: "url", Length: 12}}, `(a https://a.fr "https://a.fr")`},
		{"quote ends its line", "a\nb\nc", []e{{Type: "expandable_blockquote", Offset: 2, Length: 1}}, `"a\n" (fold "b") "c"`},
		{"unknown kinds look like links", "@x", []e{{Type: "mention", Length: 2}}, `(mention "@x")`},
		{"overlap is cut", "abc", []e{{Type: "bold", Length: 2}, {Type: "italic", Offset: 1, Length: 2}}, `(b "a" (i "b")) "c"`},
		{"beyond the end", "ab", []e{{Type: "bold", Offset: 1, Length: 9}, {Type: "bold", Offset: 7, Length: 1}}, `"a" (b "b")`},
	} {
		if got := outline(entities(c.text, c.list)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}
