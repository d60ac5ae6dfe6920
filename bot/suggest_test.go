package bot

import (
	"strings"
	"testing"
)

func TestSuggestCompletes(t *testing.T) {
	b, _ := sharedBot(t)
	for _, c := range []struct{ typed, lang, subject string }{
		{"linked", "fr", "linkedin"},
		{"LINKEDIN", "fr", "linkedin"},
		{"whats", "en", "whatsapp"},
		{"porter plainte", "fr", "rights"},
		{"ia instagram", "fr", "instagram"},
	} {
		got := b.Suggest(c.typed, c.lang, 25)
		if len(got) == 0 || got[0].Subject != c.subject || got[0].Label == "" || got[0].Entry == "" {
			t.Errorf("%q: %v", c.typed, got)
		}
	}
}

// TestSuggestionsAreBounded, whatever is typed, and each is an entry.
func TestSuggestionsAreBounded(t *testing.T) {
	b, _ := sharedBot(t)
	for _, typed := range []string{"", " ", "a", "ia", strings.Repeat("x", 5000), "\x00\xff", "😀", "*"} {
		got := b.Suggest(typed, "fr", 25)
		if len(got) > 25 {
			t.Errorf("%q: %d", typed, len(got))
		}
		for _, c := range got {
			if _, ok := b.Entry(c.Entry, "fr", ""); !ok {
				t.Errorf("%q offers %s, which is not shown", typed, c.Entry)
			}
		}
	}
	if got := b.Suggest("", "fr", 25); len(got) != 25 || got[0].Entry != "linkedin/opt-out" {
		t.Errorf("with nothing typed: %v", got)
	}
	if got := b.Suggest("zzzz", "fr", 25); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
}

func BenchmarkSuggest(b *testing.B) {
	bt, _ := sharedBot(b)
	b.ReportAllocs()
	for b.Loop() {
		bt.Suggest("desactiver ia", "fr", 25)
	}
}
