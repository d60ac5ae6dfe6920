package desk

import (
	"bytes"
	"encoding/json"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/transfer"
)

func (w *world) settings(p Place) knowledge.Settings {
	w.tb.Helper()
	c, err := w.store.At(w.tb.Context(), p)
	if err != nil {
		w.tb.Fatal(err)
	}
	return c.Settings
}

func TestSettings(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	s := w.moderator("settings")
	for _, label := range []string{"Activer : Deux personnes", "Activer : Questions", "Activer : Propositions", "Activer : Résumé"} {
		s = w.pressSpaced(m, s, label)
	}
	got := w.settings(server)
	if !got.TwoPersons || !got.KeepGaps || !got.Suggest || got.Digest != "discord:100/77" {
		t.Errorf("%+v", got)
	}
	w.press(m, w.press(m, s, "Langue"), "anglais")
	if w.settings(server).Lang != "en" {
		t.Error("the language is not kept")
	}
	private := m
	private.Channel = ""
	says(t, w.do(private, NewAct("set", "digest", "1")), "dans quel salon")
	says(t, w.do(private, NewAct("alerts", "1")), "dans quel salon")
}

// TestModeratorsRole is chosen in the menu of the settings, changed, and taken away.
func TestModeratorsRole(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	chosen := func(want string) {
		t.Helper()
		s := w.moderator("settings")
		if r, err := w.desk.ModeratorRole(t.Context(), server); err != nil || r != want || s.Roles == nil || s.Roles.Chosen != want {
			t.Errorf("the role is %q, %v, and the menu %+v; want %q", r, err, s.Roles, want)
		}
	}
	chosen("")
	says(t, w.moderator("setrole", "123456"), "modérateurs : oui", "Plus de rôle")
	chosen("123456")
	golden(t, "settings-role", w.moderator("role"))
	w.moderator("setrole", "18446744073709551615")
	chosen("18446744073709551615")
	for _, bad := range []string{"modos", "-1", "123456789012345678901", "1x", server.Chat} {
		says(t, w.moderator("setrole", bad), "Pas possible")
	}
	says(t, w.moderator("setrole", server.Chat), "c’est tout le monde")
	says(t, w.do(m, Act{Verb: "setrole", Fields: map[string]string{"role": ""}}), "n’est plus valable")
	chosen("18446744073709551615")
	says(t, w.press(m, w.moderator("settings"), "Plus de rôle"), "modérateurs : non")
	chosen("")
	w.moderator("setrole", "7")
	w.moderator("setrole")
	chosen("")
	for _, a := range []Act{NewAct("role"), NewAct("setrole", "7")} {
		says(t, w.do(w.caller("telegram:3"), a), "n’a pas de rôles")
	}
	if s := w.do(w.caller("telegram:3"), NewAct("settings")); s.Roles != nil || strings.Contains(draw(s), "ôle") {
		t.Error("Telegram is offered roles")
	}
}

// TestAlertsOfferWhatChangesSomething: the settings know whether the place is subscribed, and from where they are looked at.
func TestAlertsOfferWhatChangesSomething(t *testing.T) {
	w := newWorld(t)
	elsewhere, private := w.caller("discord:1"), w.caller("discord:1")
	elsewhere.Channel, private.Channel = "99", ""
	offers := func(c Caller, value, want string) {
		t.Helper()
		s := w.do(c, NewAct("settings"))
		var got []string
		for _, row := range s.Buttons {
			for _, b := range row {
				if b.Act.Verb == "alerts" {
					got = append(got, b.Act.arg(0))
				}
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("from %q it offers %q, want %q", c.Channel, got, want)
		}
		says(t, s, "Alertes : "+value)
	}
	m := w.caller("discord:1")
	offers(m, "non", "1")
	offers(private, "non", "1")
	w.do(m, NewAct("alerts", "1"))
	offers(m, "oui", "0")
	offers(elsewhere, "oui", "1 0")
	offers(private, "oui", "0")
	w.do(elsewhere, NewAct("alerts", "1"))
	offers(m, "oui", "1 0")
	offers(elsewhere, "oui", "0")
	offers(w.caller("telegram:3"), "non", "1")
	w.do(m, NewAct("alerts", "0"))
	offers(m, "non", "1")
	group := w.caller("telegram:3")
	w.do(group, NewAct("alerts", "1"))
	offers(group, "oui", "0")
}

// pressSpaced is press for a label with spaces that do not break.
func (w *world) pressSpaced(c Caller, s Screen, label string) Screen {
	w.tb.Helper()
	for _, row := range s.Buttons {
		for _, b := range row {
			if strings.HasPrefix(spaces.Replace(b.Label), label) {
				return w.do(c, b.Act)
			}
		}
	}
	w.tb.Fatalf("no button « %s » on:\n%s", label, draw(s))
	return Screen{}
}

func TestLinkAndUnlink(t *testing.T) {
	w := newWorld(t)
	m, other := w.caller("discord:1"), w.caller("telegram:3")
	w.write()
	s := w.press(m, w.moderator("links"), "Faire un code")
	text := plainText(s.Blocks)
	code := text[strings.Index(text, ": ")+2:][:9]
	form := w.do(other, NewAct("join"))
	says(t, w.submit(other, form, map[string]string{"code": "AAAAAAAA"}), "inconnu ou a expiré")
	says(t, w.submit(m, w.moderator("join"), map[string]string{"code": code}), "celui de cette communauté")
	s = w.submit(other, form, map[string]string{"code": strings.ToLower(code)})
	says(t, s, "un lieu", "effacées après 30 jours", "Exporter")
	says(t, w.press(other, s, "Lier maintenant"), "C’est lié")
	if mustAt(t, w, server) != mustAt(t, w, group) {
		t.Fatal("the places are not linked")
	}
	says(t, w.do(other, NewAct("list", "own")), "Comment couper")
	says(t, w.press(other, s, "Lier maintenant"), "inconnu ou a expiré") // it is good once
	says(t, w.moderator("erase"), "déliez d’abord")
	says(t, w.press(other, w.press(other, w.do(other, NewAct("links")), "Délier"), "Délier"), "C’est délié")
	if mustAt(t, w, server) == mustAt(t, w, group) {
		t.Fatal("the places are still linked")
	}
	says(t, w.do(other, NewAct("list", "own")), "Comment couper")
	says(t, w.do(other, NewAct("unlinkyes")), "n’est lié à aucun autre")
}

// TestACodeIsGoodOnAnotherInstance of the same store, once.
func TestACodeIsGoodOnAnotherInstance(t *testing.T) {
	w := newWorld(t)
	first, second := w.desk, New(Options{Store: w.store, Now: w.clock, Shared: w.base})
	text := plainText(w.moderator("invite").Blocks)
	code := text[strings.Index(text, ": ")+2:][:9]
	w.desk = second
	other := w.caller("telegram:3")
	s := w.submit(other, w.do(other, NewAct("join")), map[string]string{"code": code})
	says(t, w.press(other, s, "Lier maintenant"), "C’est lié")
	w.desk = first
	says(t, w.submit(other, w.do(other, NewAct("join")), map[string]string{"code": code}), "inconnu")
	if mustAt(t, w, server) != mustAt(t, w, group) {
		t.Error("the places are not linked")
	}
}

// TestManyGuessesAtOnce are no more than the few that are allowed.
func TestManyGuessesAtOnce(t *testing.T) {
	g, p := newGuesses(), Place{Platform: "discord", Chat: "1"}
	var allowed atomic.Int64
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			if g.take(p, today) {
				allowed.Add(1)
			}
		})
	}
	all.Wait()
	if allowed.Load() != maxGuesses || !g.take(Place{Chat: "other"}, today) || g.take(p, today.Add(inviteLife-1)) || !g.take(p, today.Add(inviteLife)) {
		t.Errorf("%d guesses", allowed.Load())
	}
}

func TestCodesExpireAndCannotBeGuessed(t *testing.T) {
	w := newWorld(t)
	other := w.caller("telegram:3")
	text := plainText(w.moderator("invite").Blocks)
	code := text[strings.Index(text, ": ")+2:][:9]
	form := w.do(other, NewAct("join"))
	for range maxGuesses {
		says(t, w.submit(other, form, map[string]string{"code": "AAAAAAAA"}), "inconnu")
	}
	says(t, w.submit(other, form, map[string]string{"code": code}), "Trop d’essais")
	w.pass(16 * time.Minute)
	says(t, w.submit(other, form, map[string]string{"code": code}), "inconnu ou a expiré")
}

func TestPrivacyShowsAndDeletes(t *testing.T) {
	w := newWorld(t)
	m, reader := w.caller("discord:1"), w.caller("discord:8")
	says(t, w.do(reader, NewAct("privacy")), "Rien d’autre n’est gardé sur vous")
	w.write()
	w.submit(m, w.moderator("new"), with(wifi, map[string]string{"title": ""})) // waits in memory
	s := w.moderator("privacy")
	says(t, s, "Versions de fiches que vous avez écrites : 1", "Lignes du journal de modération :", "en mémoire une demi-heure : 1", "Tout effacer")
	s = w.press(m, w.press(m, s, "Tout effacer"), "Tout effacer maintenant")
	says(t, s, "C’est fait")
	says(t, w.moderator("privacy"), "Rien d’autre n’est gardé sur vous")
	says(t, w.moderator("history", Code("comment-couper-l-ia")), "une personne qui a demandé l’oubli")
	says(t, w.do(Caller{Who: "release", Lang: "fr"}, NewAct("forgetyes")), "Rien d’autre")
}

// TestNoNameIsShown: moderators do not learn who did what.
func TestNoNameIsShown(t *testing.T) {
	w := newWorld(t)
	id := w.write()
	second := w.caller("discord:2")
	says(t, w.moderator("history", Code(id)), "· vous ·")
	for _, verb := range []string{"history", "show", "log"} {
		s := w.do(second, NewAct(verb, Code(id)))
		if verb == "log" {
			s = w.do(second, NewAct(verb))
		}
		says(t, s, "un modérateur")
		if strings.Contains(draw(s), "discord:1") {
			t.Errorf("%s names somebody:\n%s", verb, draw(s))
		}
	}
}

func TestExport(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	says(t, w.moderator("export", "json"), "encore rien écrit")
	w.write()
	w.submit(m, w.moderator("note", Code("linkedin/opt-out"), "fr"), map[string]string{"note": "=SOMME(A1) est une formule"})
	for _, c := range []struct{ button, want string }{
		{"Markdown", "Comment couper l’IA du wifi"}, {"JSON", `"id": "comment-couper-l-ia"`}, {"CSV", "comment-couper-l-ia,fr"},
	} {
		s := w.press(m, w.moderator("exports"), c.button)
		if len(s.Files) != 1 || !strings.Contains(spaces.Replace(string(s.Files[0].Data)), c.want) {
			t.Errorf("%s: %s", c.button, draw(s))
			continue
		}
		data := s.Files[0].Data
		switch c.button {
		case "JSON":
			var all []exported
			if err := json.Unmarshal(data, &all); err != nil || len(all) != 2 || all[0].Published.Entry.Text["fr"].Title == "" {
				t.Errorf("%v: %+v", err, all)
			}
		case "CSV":
			if _, problems, err := transfer.ReadCSV("overlay.csv", bytes.NewReader(data)); err != nil {
				t.Error(err, problems)
			}
			if bytes.Contains(data, []byte(",=SOMME")) {
				t.Error("a cell is a formula")
			}
		}
	}
}

func TestErase(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	w.write()
	s := w.moderator("leave")
	says(t, s, "30 jours", "Exporter")
	form := w.press(m, s, "Tout effacer ici")
	says(t, w.submit(m, form, map[string]string{"sure": "oui"}), "écrivez EFFACER")
	says(t, w.submit(m, form, map[string]string{"sure": "effacer"}), "est effacé")
	says(t, w.moderator("list", "own"), "Cette liste est vide")
}
