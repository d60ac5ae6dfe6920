package bulk

import (
	"testing"

	"nonmerci/knowledge"
)

// FuzzAddressesInSentences: what is replaced is the addresses of links, and nothing else of the sentence.
func FuzzAddressesInSentences(f *testing.F) {
	f.Add("Voyez [l’aide](https://a.example/x) et [ici](https://a.example/x#y), pas https://a.example/x.", "https://a.example/x", "https://b.example/(z)")
	f.Add(`\[a](https://a.example) **b** [\](https://a.example)](https://a.example)`, "https://a.example", "https://b.example")
	f.Add("[a](x) [b](x", "x", "y")
	f.Fuzz(func(t *testing.T, s, old, now string) {
		re := Replacement{old, now}
		got, olds := re.inline(s)
		before, err := knowledge.Spans(s)
		if err != nil || len(olds) == 0 {
			if got != s {
				t.Fatalf("%q became %q", s, got)
			}
			return
		}
		after, err := knowledge.Spans(got)
		if err != nil || len(after) != len(before) {
			t.Fatalf("%q became %q: %v", s, got, err)
		}
		n := 0
		for i := range before {
			want := before[i]
			if url, ok := re.url(want.URL); ok && want.Kind == knowledge.LinkSpan {
				want.URL = url
				n++
			}
			if after[i] != want {
				t.Fatalf("%q became %q", s, got)
			}
		}
		if n != len(olds) {
			t.Fatalf("%d replaced, %d told", n, len(olds))
		}
	})
}
