package main

import (
	"slices"
	"strings"
	"testing"

	"nonmerci/bot"
	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
	"nonmerci/knowledge/understand"
)

// TestClosest: what a moderator looks for comes first, however it is put; a question of somewhere else has nothing near.
func TestClosest(t *testing.T) {
	model, err := understand.Default()
	if err != nil {
		t.Fatal(err)
	}
	shared, err := base.Read()
	if err != nil {
		t.Fatal(err)
	}
	m := &memory{core: bot.New(bot.Options{Model: model, Base: shared})}
	for typed, want := range map[string]knowledge.ID{
		"linkedin refuser": "linkedin/opt-out", "refuser whatsapp": "whatsapp/opt-out", "plainte cnil": "rights/complaint", "mineurs instagram": "instagram/minors",
		"linkdin ia dsactiver": "linkedin/opt-out", "linkedin": "linkedin/opt-out",
	} {
		if got := m.closest(t.Context(), knowledge.Place{}, "fr", typed, 8); len(got) == 0 || got[0] != want || len(got) > 8 {
			t.Errorf("%q: %v, want %s first", typed, got, want)
		}
	}
	if got := m.closest(t.Context(), knowledge.Place{}, "fr", "linkedin refuser", 1); !slices.Equal(got, []knowledge.ID{"linkedin/opt-out"}) {
		t.Errorf("one: %v", got)
	}
	if got := m.closest(t.Context(), knowledge.Place{}, "fr", strings.Repeat("\xff", 50), 3); len(got) > 3 {
		t.Errorf("%v", got)
	}
}
