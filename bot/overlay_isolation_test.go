package bot

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nonmerci/knowledge"
)

// markers are the words by which a test knows whose text it reads.
var markers = regexp.MustCompile(`marque[a-z]+`)

// TestNothingOfOneCommunityIsSeenInAnother: communities with random overlays, of which two places share one, and everything that a reader
// there may say, press or type. Every text of a community bears its mark; no reply, button, suggestion, explanation or count of another place
// ever does.
func TestNothingOfOneCommunityIsSeenInAnother(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 2026))
	var counted []Count
	k := newKit(t, smallBase(t), Options{Count: func(c Count) { counted = append(counted, c) }})
	shared := k.live.Shared().IDs()
	var places []knowledge.Place
	var marks []string // of the community of each place; "" for one that adds nothing
	var ids []string
	var questions []string
	pick := func(all []string) string { return all[random.IntN(len(all))] }
	words := []string{"wifi", "tournoi", "règles", "rôle", "salon", "quand", "comment", "où", "IA", "exemplia", "mot de passe", "le", "du", "?"}
	for i := range 7 {
		p := knowledge.Place{Platform: "discord", Chat: fmt.Sprint(i)}
		places = append(places, p)
		c := k.join(p)
		if i == 0 {
			marks = append(marks, "")
			continue
		}
		mark := "marque" + string(rune('a'+i))
		marks = append(marks, mark)
		for n := range 6 {
			id := knowledge.ID(fmt.Sprintf("local/%s-%d", pick([]string{"wifi", "x", mark}), n)) // some ids are those of another, too
			title := strings.Join([]string{pick(words), pick(words), mark, pick(words)}, " ")
			phrase := strings.Join([]string{mark, pick(words), pick(words)}, " ")
			k.write(c, id, ownEntry(id, title, "Réponse de "+mark+".", phrase))
			ids, questions = append(ids, string(id)), append(questions, title, phrase, mark+" "+pick(words))
		}
		for _, id := range shared {
			content := knowledge.Content{}
			switch random.IntN(5) {
			case 0:
				content = ownEntry(id, "Exemplia "+mark, "Version de "+mark+".")
			case 1:
				content.Hidden = true
			case 2:
				content.Note = map[string]string{"fr": "Note de " + mark + "."}
			case 3:
				content.Phrases = map[string][]string{"fr": {"bidule " + mark, pick(words) + " " + mark}}
				questions = append(questions, "bidule "+mark)
			}
			k.write(c, id, content)
		}
	}
	k.ok(k.store.Link(t.Context(), places[1], mustAt(k, places[2]), chloe, today))
	marks[1] = marks[2]
	k.ok(k.live.Refresh(t.Context()))
	questions = append(questions, linkedinOptOut, "comment désactiver l’IA d’Exemplia ?", "exemplia", "1", "2", "3", "bonjour", "quel est le code du wifi", "porter plainte")

	var presses []Press
	seen := map[string]int{}
	check := func(p int, what string, v any) {
		t.Helper()
		j, err := json.Marshal(v)
		k.ok(err)
		for _, m := range markers.FindAllString(string(j), -1) {
			if seen[m]++; m != marks[p] {
				t.Fatalf("%v hears of %s: %s: %s", places[p], m, what, j)
			}
		}
	}
	rounds := 400
	if testing.Short() {
		rounds = 80
	}
	for range rounds {
		p := random.IntN(len(places))
		q := pick(questions)
		m := Message{Chat: ChatID("the same everywhere"), From: "u", Text: q, Place: places[p], Explain: random.IntN(2) == 0}
		r, err := k.bot.Respond(t.Context(), m)
		k.ok(err)
		check(p, q, []any{r, r.Why, r.Blocks(), r.Actions, r.Card})
		for _, a := range r.Actions {
			presses = append(presses, a.Press)
		}
		if len(presses) > 0 {
			press := presses[random.IntN(len(presses))]
			r, err := k.press(places[p], press)
			if err == nil {
				check(p, press.String(), []any{r, r.Blocks(), r.Actions, r.Card})
			}
		}
		check(p, "suggest", k.suggest(places[p], pick([]string{"", "marque", "wifi", "exemplia m", pick(words), pick(questions)}), 25))
		if r, ok, err := k.bot.EntryIn(t.Context(), places[p], pick(ids), "fr", ""); ok && err == nil {
			check(p, "entry", []any{r, r.Blocks(), r.Actions})
		}
		check(0, "shared suggestions", k.bot.Suggest(pick(append(questions, "marque", "")), "fr", 25))
	}
	for _, c := range counted {
		for _, m := range markers.FindAllString(string(c.Entry), -1) {
			if i := slices.Index(places, c.Place); m != marks[i] {
				t.Errorf("counted in another: %+v", c)
			}
		}
	}
	for _, m := range marks[1:] {
		if seen[m] == 0 {
			t.Errorf("%s was never seen: the test is blind", m)
		}
	}
	for o := range k.bot.feedback.count {
		if markers.MatchString(o.Entry) || strings.HasPrefix(o.Entry, "local/") {
			t.Errorf("feedback on %s is counted for all", o.Entry)
		}
	}
}

func mustAt(k *kit, p knowledge.Place) knowledge.CommunityID {
	k.Helper()
	c, err := k.store.At(k.Context(), p)
	k.ok(err)
	return c.ID
}
