package desk

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"nonmerci/bot"
)

var token = regexp.MustCompile(`(resume|drop|resend|alertagain)_[a-z2-7]{10}`)

// golden compares a screen with its file; -update writes it anew.
func golden(t *testing.T, name string, s Screen) {
	t.Helper()
	got := token.ReplaceAllString(draw(s), "${1}_TOKEN")
	file := filepath.Join("testdata", "golden", name+".txt")
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not as it was (-update writes it anew):\n%s", name, got)
	}
}

// TestGoldenScreens is a week of a community, screen by screen.
func TestGoldenScreens(t *testing.T) {
	w := newWorld(t)
	m, second, member, cur := w.caller("discord:1"), w.caller("discord:2"), w.caller("discord:4"), w.caller("discord:9")
	code := Code("linkedin/opt-out")
	golden(t, "home-empty", w.moderator("home"))
	golden(t, "gaps-off", w.moderator("gaps"))
	golden(t, "settings", w.moderator("settings"))
	for _, key := range []string{"gaps", "suggest", "digest"} {
		w.moderator("set", key, "1")
	}
	golden(t, "new-form", w.moderator("new"))
	golden(t, "refused", w.submit(m, w.moderator("new"), with(wifi, map[string]string{"short": "Demandez à @everyone.", "links": "Ici | javascript:alert(1)"})))
	draft := w.submit(m, w.moderator("new"), wifi)
	golden(t, "draft", draft)
	golden(t, "published", w.press(m, draft, "Publier"))
	golden(t, "edit-shared", w.moderator("edit", code, "fr"))
	form := w.do(second, NewAct("edit", code, "fr"))
	w.press(m, w.submit(m, w.moderator("edit", code, "fr"), map[string]string{"short": "Chez nous, **le DPO** s’en charge."}), "Publier")
	golden(t, "conflict", w.submit(second, form, map[string]string{"short": "Demandez au professeur."}))
	golden(t, "override", w.moderator("show", code))
	w.curate(map[string]string{"short": "LinkedIn a déplacé ce réglage."})
	golden(t, "override-behind", w.moderator("changed", code))
	golden(t, "history", w.moderator("history", code))
	golden(t, "diff", w.moderator("diff", code, "1"))
	w.submit(m, w.moderator("note", code, "fr"), map[string]string{"note": "Le lycée a sa propre page."})
	golden(t, "with-a-note", w.moderator("show", code))
	w.ask("comment couper l’ia de la cantine ?", "Comment couper l’IA de la cantine", "le ciel est-il bleu ?")
	golden(t, "gaps", w.moderator("gaps"))
	golden(t, "gap", w.moderator("gap", "1"))
	w.submit(member, w.do(member, NewAct("suggest", code)), map[string]string{"text": "Il manque la page d’aide en français."})
	golden(t, "suggest-form", w.do(member, NewAct("suggest", Code("linkedin/data"))))
	golden(t, "suggestions", w.moderator("suggestions"))
	golden(t, "suggestion", w.moderator("suggestion", "1"))
	w.opinion(server, CountOutdated, "comment-couper-l-ia", 3)
	w.opinion(server, CountNotUseful, "linkedin/data", 4)
	w.opinion(server, string(bot.Answer), "linkedin/opt-out", 12)
	golden(t, "home", w.moderator("home"))
	golden(t, "stale", w.moderator("stale"))
	golden(t, "stats", w.moderator("stats"))
	golden(t, "log", w.moderator("log"))
	golden(t, "list", w.moderator("list", "all"))
	golden(t, "digest", w.moderator("digest"))
	golden(t, "links", w.moderator("links"))
	golden(t, "leave", w.moderator("leave"))
	golden(t, "privacy", w.moderator("privacy"))
	golden(t, "refused-member", w.do(member, NewAct("home")))
	golden(t, "base-home", w.do(cur, NewAct("b-home")))
	golden(t, "base-facts", w.do(cur, NewAct("b-part", code, "fr", string(factsPart))))
	golden(t, "promote", w.do(m, Act{Verb: "promote", Fields: map[string]string{"text": "C’est où pour la cantine ? Demandez à jean@example.org, puis coupez *IA*."}}))
	english := m
	english.Lang = "en-GB"
	golden(t, "home-en", w.do(english, NewAct("home")))
	golden(t, "settings-en", w.do(english, NewAct("settings")))
}
