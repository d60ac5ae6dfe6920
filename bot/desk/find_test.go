package desk

import (
	"context"
	"slices"
	"strings"
	"testing"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// TestFindByWords: a name counts for more than what every service has, and words that none has find nothing by those beside them.
func TestFindByWords(t *testing.T) {
	w := newWorld(t)
	all, err := (&turn{ctx: t.Context(), d: w.desk, w: &wordsFrench, now: today}).items()
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{
		"linkedin refuser": "linkedin/", "mineurs instagram": "instagram/minors", "instagram": "instagram/", "LINKEDIN opt out": "linkedin/opt-out", "plainte cnil": "rights/complaint",
		"comment refuser l’IA de Boursorama ?": "", "le ciel est-il bleu ?": "", "": "", "ia": "",
	} {
		found := byWords(all, typed, 8)
		if len(found) == 0 != (want == "") {
			t.Errorf("%q finds %d", typed, len(found))
		}
		for n, i := range found {
			if whole := strings.Contains(strings.TrimSuffix(want, "/"), "/"); !strings.HasPrefix(string(i.id), want) && (!whole || n == 0) {
				t.Errorf("%q finds %s as number %d", typed, i.id, n+1)
			}
		}
	}
}

// TestThePreviewSaysOnce what every platform shows alike, and apart what they show otherwise.
func TestThePreviewSaysOnce(t *testing.T) {
	for name, same := range map[string]bool{"the same": true, "something else": false} {
		w := newWorldOf(t, smallBase(t), Options{Preview: func(_ context.Context, _ Place, e *knowledge.Entry, lang string) ([]Preview, error) {
			one := Preview{Platform: "Discord", Messages: 1, Size: 120, Limit: 2000, Blocks: []bot.Block{para("Voici la réponse.")}}
			two := Preview{Platform: "Telegram", Messages: 1, Size: 100, Limit: 4096, Blocks: slices.Clone(one.Blocks)}
			if !same {
				two.Blocks = []bot.Block{para("Voici la réponse, autrement.")}
			}
			return []Preview{one, two}, nil
		}})
		s := w.moderator("preview", Code("linkedin/opt-out"), "fr")
		text := spaces.Replace(plainText(s.Blocks))
		if n := strings.Count(text, "Voici la réponse"); same && n != 1 || !same && n != 2 || strings.Count(text, "Discord") != 1 || !strings.Contains(text, "120 caractères") {
			t.Errorf("%s:\n%s", name, text)
		}
	}
}

// TestADraftIsNotGoneBackTo: its revision leads to it.
func TestADraftIsNotGoneBackTo(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	w.submit(m, w.moderator("edit", Code("linkedin/opt-out"), "fr"), map[string]string{"short": "Demandez au bureau."})
	s := w.moderator("diff", Code("linkedin/opt-out"), "1")
	if says(t, s, "Voir le brouillon"); strings.Contains(draw(s), "Revenir à cette version") {
		t.Errorf("%s", draw(s))
	}
	english := m
	english.Lang = "en"
	w.moderator("set", "gaps", "1")
	w.ask("le ciel est-il bleu ?")
	says(t, w.do(english, NewAct("gap", "1")), "“le ciel est-il bleu ?”")
}
