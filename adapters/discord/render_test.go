package discord

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
)

var update = flag.Bool("update", false, "write the golden files")

func testDrawing() drawing {
	return drawing{buttons: buttons{seal.New("token", "discord")}, owner: 1<<63 + 12345, embeds: true}
}

// published lists the ids of the entries of the shared base that readers can get.
func published(t *testing.T) []knowledge.ID {
	t.Helper()
	b, err := base.Shared()
	if err != nil {
		t.Fatal(err)
	}
	var out []knowledge.ID
	for _, id := range b.IDs() {
		if b.Entries[id].Status == knowledge.Published {
			out = append(out, id)
		}
	}
	return out
}

// TestEveryEntryFits draws every published entry × language × device × place within every limit of Discord.
func TestEveryEntryFits(t *testing.T) {
	drawn, most := 0, 0
	for i, id := range published(t) {
		if raceDetector && i%20 != 0 {
			continue // there is nothing concurrent here
		}
		for _, lang := range []string{"fr", "en"} {
			for _, device := range []string{"", "web", "ios", "android"} {
				r, ok := realBot().Entry(string(id), lang, device)
				if !ok {
					t.Fatalf("%s has no reply", id)
				}
				for place, d := range places() {
					if device != "" && place != "channel" {
						continue
					}
					parts := d.render(r)
					where := fmt.Sprintf("%s %s %s %s", id, lang, device, place)
					for i, b := range parts {
						checkBody(t, fmt.Sprintf("%s, part %d", where, i+1), b)
						if last := i == len(parts)-1; last != (len(b.Components) > 0) {
							t.Errorf("%s: part %d of %d has %d rows", where, i+1, len(parts), len(b.Components))
						}
					}
					drawn++
					if d.embeds {
						most = max(most, len(parts))
					}
				}
			}
		}
	}
	t.Logf("%d drawings, at most %d messages where embeds are allowed", drawn, most)
	if drawn < 5000 && !raceDetector || most > 1 {
		t.Errorf("%d drawings, at most %d messages", drawn, most)
	}
}

// places are where a reply may go.
func places() map[string]drawing {
	all := testDrawing()
	hidden, bare, shown := all, all, all
	hidden.hidden, hidden.show, hidden.target = true, true, "18446744073709551615"
	bare.embeds = false
	shown.notice = "Montré à la demande de " + strings.Repeat("*", 40)
	shown.also = []string{"18446744073709551615", "18446744073709551614", "18446744073709551613", "18446744073709551612"}
	return map[string]drawing{"channel": all, "private": hidden, "without embeds": bare, "shown": shown}
}

// TestEveryLinkIsKept: whatever the layout, the setting, the addresses and the day of the check reach the reader.
func TestEveryLinkIsKept(t *testing.T) {
	for _, id := range published(t) {
		r, _ := realBot().Entry(string(id), "fr", "")
		raw, err := json.Marshal(testDrawing().render(r))
		if err != nil {
			t.Fatal(err)
		}
		var decoded any
		if err := json.Unmarshal(raw, &decoded); err != nil {
			t.Fatal(err)
		}
		all := fmt.Sprint(decoded)
		for _, l := range r.Card.Links {
			if !strings.Contains(all, webAddress(l.URL)) {
				t.Errorf("%s: %s is lost", id, l.URL)
			}
		}
		if !strings.Contains(strings.ReplaceAll(all, `\`, ""), r.Card.Freshness) {
			t.Errorf("%s: %q is lost", id, r.Card.Freshness)
		}
	}
}

// TestGolden keeps thirteen cards as readers see them.
func TestGolden(t *testing.T) {
	ask := func(q string) bot.Reply { return realBot().Ask(q, nil, "", false) }
	entry := func(id, lang, device string) bot.Reply {
		r, ok := realBot().Entry(id, lang, device)
		if !ok {
			t.Fatalf("no entry %s", id)
		}
		return r
	}
	stale, ok := agedBot().Entry("linkedin/status", "fr", "")
	if !ok {
		t.Fatal("no entry")
	}
	for name, r := range map[string]bot.Reply{
		"linkedin":         entry("linkedin/opt-out", "fr", ""),
		"linkedin-android": entry("linkedin/opt-out", "en", "android"),
		"longest":          entry(string(longest(t)), "fr", ""),
		"no-steps":         entry(string(firstThat(t, func(e *knowledge.Entry) bool { return len(e.Text["fr"].Steps) == 0 })), "fr", ""),
		"stale":            stale,
		"unverified":       entry(string(firstThat(t, func(e *knowledge.Entry) bool { return e.Verified.IsZero() })), "fr", ""),
		"rights":           entry(string(firstThat(t, func(e *knowledge.Entry) bool { return e.ID.Subject() == "rights" })), "fr", ""),
		"clarify-service":  ask("comment refuser ?"),
		"clarify-question": ask("linkedin"),
		"unknown":          ask("quelle est la recette de la tarte aux pommes ?"),
		"unlisted":         ask("comment refuser l’IA de Leboncoin ?"),
		"distress":         ask("je veux mourir"),
		"greeting":         ask("bonjour"),
	} {
		parts := testDrawing().render(r)
		for i, b := range parts {
			checkBody(t, fmt.Sprintf("%s, part %d", name, i+1), b)
		}
		golden(t, name, parts)
	}
}

// golden compares what is sent with a file.
func golden(t *testing.T, name string, parts []body) {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(parts); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", "golden", name+".json")
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, out.Bytes()) {
		t.Errorf("%s differs from its golden file; run with -update and look at the difference\n%s", name, out.Bytes())
	}
}

// longest is the entry with the most to say.
func longest(t *testing.T) (id knowledge.ID) {
	t.Helper()
	most := 0
	for _, each := range published(t) {
		r, _ := realBot().Entry(string(each), "fr", "")
		d := testDrawing()
		d.embeds = false
		n := 0
		for _, b := range d.render(r) {
			n += count(b.Content)
		}
		if n > most {
			id, most = each, n
		}
	}
	return id
}

// firstThat is the first published entry of a sort.
func firstThat(t *testing.T, is func(*knowledge.Entry) bool) knowledge.ID {
	t.Helper()
	b, err := base.Shared()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range published(t) {
		if is(b.Entries[id]) {
			return id
		}
	}
	t.Fatal("no such entry")
	return ""
}
