package cards

import (
	"slices"
	"testing"

	"nonmerci/bot"
	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
)

func TestActions(t *testing.T) {
	var r bot.Reply
	for range 5 {
		r.Actions = append(r.Actions, bot.Action{Group: bot.GroupRelated}, bot.Action{Group: bot.GroupChoice})
	}
	if related, choices := Actions(r, bot.GroupRelated), Actions(r, bot.GroupChoice); len(related) != 3 || len(choices) != 5 || Actions(r, bot.GroupAbout) != nil {
		t.Errorf("%d related, %d choices", len(related), len(choices))
	}
}

// TestBlocks: of every entry, the links that are on buttons leave the text, the others and everything else stay, and no heading is left
// alone.
func TestBlocks(t *testing.T) {
	shared, err := base.Shared()
	if err != nil {
		t.Fatal(err)
	}
	b, emptied, kept := bot.New(bot.Options{Base: shared}), 0, 0
	for _, id := range shared.IDs() {
		r, ok := b.Entry(string(id), "fr", "")
		if !ok {
			continue
		}
		on := func(address string) bool {
			return slices.ContainsFunc(r.Opens(), func(l bot.Link) bool { return l.URL == address })
		}
		before, after := r.Blocks(), Blocks(r, on)
		if len(after) != len(before) && len(after) != len(before)-2 {
			t.Errorf("%s: %d blocks of %d", id, len(after), len(before))
		}
		if len(after) < len(before) {
			emptied++
		}
		for i, bl := range after {
			if bl.Kind == bot.Heading && (i+1 == len(after) || len(after[i+1].Items) == 0) {
				t.Errorf("%s: a heading above nothing", id)
			}
			if bl.Kind == bot.Bulleted && !bl.Extra {
				kept++
				for _, item := range bl.Items {
					if on(item[0].URL) {
						t.Errorf("%s: %s is shown twice", id, item[0].URL)
					}
				}
			}
		}
		links := slices.ContainsFunc(r.Card.Links, func(l knowledge.Link) bool { return !on(l.URL) })
		if again := Blocks(r, func(string) bool { return false }); len(again) != len(before) || links && len(after) != len(before) {
			t.Errorf("%s: links are lost", id)
		}
	}
	if emptied < 20 || kept < 20 {
		t.Errorf("%d lists were emptied, %d kept", emptied, kept)
	}
	text := bot.Reply{Kind: bot.Smalltalk, Text: "un\n\n- [deux](https://a.example/1)"}
	if got := Blocks(text, func(string) bool { return true }); len(got) != len(text.Blocks()) {
		t.Errorf("a text lost blocks: %+v", got)
	}
}

// TestSourcesKeepTheirOrder: an answer names its sources in the order that its entry gives them, the most important first.
func TestSourcesKeepTheirOrder(t *testing.T) {
	shared, err := base.Shared()
	if err != nil {
		t.Fatal(err)
	}
	b := bot.New(bot.Options{Base: shared})
	for _, id := range shared.IDs() {
		r, ok := b.Entry(string(id), "fr", "")
		if !ok || len(r.Card.Sources) < 2 {
			continue
		}
		var want, got []string
		for _, s := range shared.Sources(shared.Entries[id], "fr") {
			if s.Basis != knowledge.Memory && s.URL != "" {
				want = append(want, s.URL)
			}
		}
		for _, bl := range Blocks(r, func(string) bool { return true }) {
			for _, s := range bl.Spans {
				if bl.Kind == bot.Small && s.URL != "" {
					got = append(got, s.URL)
				}
			}
		}
		if len(got) > len(want) || !slices.Equal(got, want[:len(got)]) {
			t.Errorf("%s: sources %v, in the entry %v", id, got, want)
		}
	}
}
