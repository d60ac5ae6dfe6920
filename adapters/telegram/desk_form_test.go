package telegram

import (
	"strings"
	"testing"
	"time"

	"nonmerci/bot/desk"
	"nonmerci/internal/telegramtest"
	"nonmerci/knowledge"
)

// writing is somebody at the first field of a new entry.
func (r *deskRig) writing() (c *telegramtest.Chat, ana *telegramtest.Person, first telegramtest.Message) {
	r.t.Helper()
	c, people := r.community("Ana", "Bob")
	ana = people[0]
	return c, ana, r.taps(ana, r.arrives(ana, c, "kb", ""), "Nouvelle fiche")
}

// labels are the buttons of a message, in a line.
func labels(m telegramtest.Message) string {
	var out []string
	for _, b := range m.Buttons() {
		out = append(out, b.Text)
	}
	return strings.Join(out, "|")
}

func TestAFormFieldByField(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		_, ana, m := r.writing()
		wants(t, m, "Nouvelle fiche (français) · 1 sur 5", "Question (titre)", "(vide)", "Ce champ est obligatoire.", "caractères au plus")
		if got := labels(m); got != "Abandonner" {
			t.Errorf("a required field that is empty offers %s", got)
		}
		m = r.says(ana, "Où est la salle ?")
		if got := labels(m); got != "Laisser vide|Revenir|Abandonner" {
			t.Errorf("the second field offers %s", got)
		}
		m = r.taps(ana, m, "Revenir")
		wants(t, m, "1 sur 5", "Où est la salle ?")
		if got := labels(m); got != "Garder|Abandonner" {
			t.Errorf("a required field with a value offers %s", got)
		}
		r.taps(ana, m, "Garder")
		m = r.says(ana, "c’est où la salle")
		wants(t, m, "Reçu : 17 caractères sur 4000")
		m = r.says(ana, "la salle svp")
		wants(t, m, "Reçu : 30 caractères")
		m = r.taps(ana, m, "Recommencer")
		wants(t, m, "2 sur 5", "(vide)")
		r.taps(ana, r.says(ana, "la salle svp"), "Suite")
		m = r.taps(ana, r.says(ana, "Au fond."), "Suite")
		wants(t, m, "4 sur 5", "Étapes")
		m = r.taps(ana, m, "Revenir")
		wants(t, m, "3 sur 5", "Au fond.")
		m = r.taps(ana, m, "Revenir")
		m = r.taps(ana, m, "Vider")
		wants(t, m, "3 sur 5")
		m = r.taps(ana, m, "Revenir")
		wants(t, m, "2 sur 5", "(vide)")
		m = r.taps(ana, m, "Garder tout le reste")
		wants(t, m, "Enregistré comme brouillon", "Où est la salle ?", "Au fond.")
		if m = r.taps(ana, m, "Publier"); !strings.Contains(m.Text, "Publié") {
			t.Errorf("%q", m.Text)
		}
	})
}

// TestStyledTextBecomesLabels: what is bold in Telegram is a label in the entry.
func TestStyledTextBecomesLabels(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		_, ana, _ := r.writing()
		_ = r.says(ana, "Où est la salle ?")
		r.taps(ana, r.screen(ana), "Laisser vide")
		r.taps(ana, r.says(ana, "Au fond."), "Suite")
		ana.Write(ana.Private(), telegramtest.Post{Text: "Ouvrez 😀 Réglages\nTouchez Plus d’aide", Entities: []telegramtest.Entity{
			{Type: "bold", Offset: 10, Length: 8}, {Type: "text_link", Offset: 27, Length: 11, URL: "https://example.org/a"},
		}})
		m := r.taps(ana, r.screen(ana), "Suite")
		m = r.taps(ana, m, "Revenir")
		wants(t, m, "Ouvrez 😀 **Réglages**\nTouchez [Plus d’aide](https://example.org/a)")
	})
}

func TestTypedText(t *testing.T) {
	for _, c := range []struct {
		field, text, want string
		entities          []entity
	}{
		{"steps", "a b c", "a **b** c", []entity{{Type: "bold", Offset: 2, Length: 1}}},
		{"steps", "a b c", "a **b** c", []entity{{Type: "bold", Offset: 1, Length: 3}}},
		{"steps", "un\ndeux", "**un**\n**deux**", []entity{{Type: "bold", Length: 7}}},
		{"steps", "**un**", "**un**", []entity{{Type: "bold", Length: 6}}},
		{"steps", "é😀b", "é😀**b**", []entity{{Type: "bold", Offset: 3, Length: 1}}},
		{"steps", "ab", "**ab**", []entity{{Type: "bold", Length: 2}, {Type: "text_link", Length: 2, URL: "https://x.org"}}},
		{"steps", "ab", "ab", []entity{{Type: "bold", Offset: 1, Length: 9}, {Type: "italic", Length: 2}}},
		{"links", "Aide", "Aide | https://x.org/a", []entity{{Type: "text_link", Length: 4, URL: "https://x.org/a"}}},
		{"title", "gras", "gras", []entity{{Type: "bold", Length: 4}}},
		{"phrases", " a\nb ", "a\nb", nil},
	} {
		if got := typedText(&message{Text: c.text, Entities: c.entities}, c.field); got != c.want {
			t.Errorf("%s: %q became %q, want %q", c.field, c.text, got, c.want)
		}
	}
}

// TestLongTexts: a field takes several messages; what is too long is said, by how much, and given back.
func TestLongTexts(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		_, ana, _ := r.writing()
		long := strings.Repeat("mot ", 100)
		m := r.says(ana, long)
		wants(t, m, "C’est trop long : 399 caractères pour", "de trop", "mot mot")
		m = r.says(ana, "Où est la salle ?")
		wants(t, m, "2 sur 5")

		part, rest := strings.Repeat("à", 4096), strings.Repeat("é", 903) // 5,000 with the line between them
		m = r.says(ana, part)
		wants(t, m, "Reçu : 4096 caractères")
		n := len(ana.Private().FromBot())
		_ = r.says(ana, rest)
		var back strings.Builder
		for _, b := range ana.Private().FromBot()[n:] {
			back.WriteString(b.Text)
		}
		for _, want := range []string{"5000 caractères pour 4000 au plus", "1000 de trop"} {
			if !strings.Contains(back.String(), want) {
				t.Errorf("%q is not said", want)
			}
		}
		if strings.Count(back.String(), "à") < 4096 || strings.Count(back.String(), "é") < 903 {
			t.Error("the text is not given back")
		}
		m = r.screen(ana)
		if got := labels(m); got != "Recommencer ce champ|Abandonner" {
			t.Errorf("%s", got)
		}
		m = r.taps(ana, m, "Recommencer")
		wants(t, m, "2 sur 5", "(vide)")
		m = r.says(ana, strings.Repeat("ç", 3000))
		wants(t, m, "Reçu : 3000 caractères sur 4000")
		m = r.taps(ana, m, "Suite")
		wants(t, m, "3 sur 5")
	})
}

// TestFailure13NothingTypedIsLost: what the desk refuses comes back with every value.
func TestFailure13NothingTypedIsLost(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		_, ana, m := r.writing()
		m = r.fill(ana, m, "Au fond \u202eà gauche\u202c.")
		wants(t, m, "À corriger", "Rien n’a encore été enregistré")
		m = r.taps(ana, m, "Corriger")
		wants(t, m, "1 sur 5", "Où est la salle ?")
		m = r.taps(ana, r.taps(ana, m, "Garder"), "Laisser vide")
		wants(t, m, "3 sur 5", "Au fond \u202eà gauche\u202c.")
		m = r.taps(ana, r.says(ana, "Au fond, à gauche."), "Suite")
		wants(t, r.taps(ana, m, "Garder tout le reste"), "Enregistré comme brouillon")
	})
}

func TestADemotedModeratorKeepsTheirText(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people := r.community("Ana", "Bob")
		bob := people[1]
		c.Promote(bob, telegramtest.AllRights(), false)
		r.taps(bob, r.arrives(bob, c, "kb", ""), "Nouvelle fiche")
		wants(t, r.says(bob, "Où est la salle ?"), "2 sur 5")
		r.taps(bob, r.screen(bob), "Laisser vide")
		m := r.taps(bob, r.says(bob, "Au fond du couloir."), "Suite")
		c.Demote(bob)
		time.Sleep(time.Minute)
		m = r.taps(bob, m, "Garder tout le reste")
		wants(t, m, "Il faut être modérateur", "Où est la salle ?", "Au fond du couloir.")
		if all, err := r.store.Records(r.t.Context(), mustCommunity(r, c)); err != nil || len(all) != 0 {
			t.Errorf("%d entries were saved, %v", len(all), err)
		}
	})
}

func TestInTheMiddleOfAForm(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		_, ana, _ := r.writing()
		m := r.says(ana, "Où est la salle ?")
		for _, kind := range []telegramtest.AttachmentKind{telegramtest.Voice, telegramtest.Photo, telegramtest.Sticker} {
			ana.Attach(ana.Private(), kind)
			wants(t, r.screen(ana), "il me faut du texte")
		}
		stale := m
		m = r.says(ana, "/ask "+linkedIn)
		wants(t, m, "Un formulaire est en cours", "2 sur 5", "l’abandonner")
		if a := r.pressed(ana.Press(stale, labelled(t, stale, "Laisser vide").Data)); !strings.Contains(a.Text, "étape d’avant") {
			t.Errorf("a button of an earlier step: %+v", a)
		}
		m = r.taps(ana, m, "Continuer le formulaire")
		wants(t, m, "2 sur 5")
		m = r.says(ana, "/ask "+linkedIn)
		m = r.taps(ana, m, "L’abandonner")
		wants(t, m, "LinkedIn · refuser")
		all := ana.Private().FromBot()
		kept := all[len(all)-2]
		wants(t, kept, "Formulaire abandonné", "gardé une demi-heure")
		m = r.taps(ana, kept, "Reprendre")
		wants(t, m, "1 sur 5", "Où est la salle ?")
		wants(t, r.says(ana, "/annuler"), "Formulaire abandonné")
		wants(t, r.says(ana, "depuis quand ?"), "LinkedIn")
	})
}

// TestDistressComesFirst: whatever somebody is doing at the desk, and nothing of it is kept.
func TestDistressComesFirst(t *testing.T) {
	const words = "j’ai envie d’en finir"
	atDesk(t, setting{}, func(r *deskRig) {
		c, ana, _ := r.writing()
		m := r.says(ana, words)
		wants(t, m, "3114")
		if len(m.Buttons()) > 0 {
			t.Errorf("%s", labels(m))
		}
		m = r.says(ana, "Où est la salle ?")
		wants(t, m, "2 sur 5")
		if m = r.taps(ana, m, "Revenir"); strings.Contains(m.Text, "finir") {
			t.Errorf("it is in the form: %q", m.Text)
		}
		r.configure(c, func(s *knowledge.Settings) { s.Suggest = true })
		wants(t, r.answer(ana.Command(c, "suggest", words)), "3114")
		if all, err := r.store.Suggestions(r.t.Context(), mustCommunity(r, c), knowledge.SuggestionOpen, 10); err != nil || len(all) != 0 {
			t.Errorf("%v, %v", all, err)
		}
	})
}

// TestTwoFingers: a second press on the same button does nothing to what the first one led to.
func TestTwoFingers(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		_, ana, _ := r.writing()
		m := r.says(ana, "Où est la salle ?")
		data := labelled(t, m, "Laisser vide").Data
		for range 3 {
			ana.Press(m, data)
		}
		m = r.screen(ana)
		wants(t, m, "3 sur 5")
		r.says(ana, "Au fond.")
		m = r.taps(ana, r.screen(ana), "Suite")
		data = labelled(t, m, "Garder tout le reste").Data
		for range 3 {
			ana.Press(m, data)
		}
		m = r.screen(ana)
		wants(t, m, "Enregistré comme brouillon")
		data = labelled(t, m, "Publier").Data
		ana.Press(m, data)
		ana.Press(m, data)
		wants(t, r.screen(ana), "Publié")
		if r.Counts().Unanswered != 0 {
			t.Error("a press was not answered")
		}
	})
}

// TestAnotherFormInTheMiddle: the first is kept.
func TestAnotherFormInTheMiddle(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, ana, _ := r.writing()
		_ = r.says(ana, "Où est la salle ?")
		home := r.answer(ana.Command(c, "kb", ""))
		m := r.says(ana, "/start "+r.link(home))
		m = r.taps(ana, r.taps(ana, m, "L’abandonner"), "Nouvelle fiche")
		wants(t, m, "1 sur 5", "(vide)")
	})
}

// TestARestartInTheMiddle: whoever fills a form is told before the program ends, with what they had written, and goes on after it.
func TestARestartInTheMiddle(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		_, ana, _ := r.writing()
		prompt := r.says(ana, "Où est la salle ?")
		if err := r.end(); err != nil {
			t.Fatal(err)
		}
		r.reopen()
		r.start()
		m := r.screen(ana)
		wants(t, m, "ce formulaire est interrompu", "Où est la salle ?")
		m = r.taps(ana, m, "Rouvrir le formulaire")
		wants(t, m, "1 sur 5", "(vide)")
		time.Sleep(time.Hour)
		wants(t, r.taps(ana, prompt, "Laisser vide"), "interrompu")
	})
}

// TestAKillInTheMiddle: what is typed to a program that was killed meanwhile is not taken for a question.
func TestAKillInTheMiddle(t *testing.T) {
	s := journaled(t)
	atDesk(t, s, func(r *deskRig) {
		_, ana, _ := r.writing()
		bob := r.People()[1]
		_ = r.says(ana, "Où est la salle ?")
		r.a.room.prompts.end() // as a kill does
		r.crash()
		r.reopen()
		r.start()
		wants(t, r.says(bob, linkedIn), "LinkedIn · refuser")
		m := r.says(ana, "à gauche")
		wants(t, m, "Ce formulaire a été interrompu", "rouvrez")
		m = r.taps(ana, m, "Rouvrir le formulaire")
		wants(t, m, "1 sur 5", "(vide)")
		wants(t, r.says(ana, "Où est la salle ?"), "2 sur 5")
	})
}

func TestAFormThatIsLeftAlone(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		_, ana, _ := r.writing()
		r.says(ana, "Où est la salle ?")
		time.Sleep(31 * time.Minute)
		m := r.says(ana, "la salle")
		wants(t, m, "interrompu")
		m = r.taps(ana, m, "Rouvrir")
		wants(t, m, "1 sur 5")
		time.Sleep(3 * time.Hour)
		wants(t, r.says(ana, linkedIn), "LinkedIn · refuser") // long after, a question is one
	})
}

// TestTelegramCannotTell: while nobody's rights can be asked for, nothing is done and nothing is lost.
func TestTelegramCannotTell(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		_, ana, _ := r.writing()
		m := r.says(ana, "Où est la salle ?")
		r.taps(ana, m, "Laisser vide")
		m = r.taps(ana, r.says(ana, "Au fond."), "Suite")
		time.Sleep(time.Minute)
		rule := r.Fail(telegramtest.Fault{Method: "getChat*", Times: -1, Status: 502})
		m = r.taps(ana, m, "Garder tout le reste")
		wants(t, m, "vérifier vos droits", "Au fond.")
		rule.Stop()
		m = r.taps(ana, m, "Reprendre")
		wants(t, m, "1 sur 5", "Où est la salle ?")
		wants(t, r.taps(ana, m, "Garder tout le reste"), "Enregistré comme brouillon")
	})
}

// TestTalksAreBounded: the oldest form goes first.
func TestTalksAreBounded(t *testing.T) {
	var all talks
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range int64(maxTalks + 10) {
		all.put(i, talk{prompt: int(i), again: desk.NewAct("home")}, at.Add(time.Duration(i)))
	}
	if n := len(all.open(at)); n != maxTalks {
		t.Errorf("%d are kept", n)
	}
	if _, ok, _ := all.get(9, at); ok {
		t.Error("the oldest is kept")
	}
	if _, ok, _ := all.get(10, at); !ok {
		t.Error("a later one is gone")
	}
}
