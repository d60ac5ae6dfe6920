package desk

import (
	"strings"
	"testing"

	"nonmerci/knowledge"
)

const oldAddress, newAddress = "https://www.linkedin.com/club", "https://www.linkedin.com/nouveau"

// linking writes and publishes an entry that leads to an address.
func (w *world) linking(title, address string) knowledge.ID {
	w.tb.Helper()
	c := w.caller("discord:1")
	s := w.submit(c, w.do(c, NewAct("new", "fr")), map[string]string{"title": title, "short": "Voyez [la page](" + address + ").", "links": "Le club | " + address})
	code := s.Buttons[0][0].Act.arg(0)
	w.press(c, s, "Publier")
	id, err := w.desk.Resolve(w.tb.Context(), server, code)
	if err != nil {
		w.tb.Fatal(err)
	}
	return id
}

// replaces asks for a replacement, and returns the preview.
func (w *world) replaces(who knowledge.Actor, verb, old, now string) Screen {
	w.tb.Helper()
	a := NewAct(verb)
	a.Fields = map[string]string{"old": old, "new": now}
	return w.do(w.caller(who), a)
}

func TestAnAddressIsReplacedEverywhere(t *testing.T) {
	w := newWorld(t)
	ana := w.caller("discord:1")
	one, two := w.linking("Où écrire au club ?", oldAddress), w.linking("Où se plaindre ?", oldAddress+"#plainte")
	w.linking("Autre chose ?", "https://www.linkedin.com/autre")
	other := w.records("") // the shared base
	s := w.replaces("discord:1", "replaced", oldAddress, newAddress)
	says(t, s, "Rien n’est encore fait", "4 adresses", "2 fiches", "Où écrire au club", "Où se plaindre", oldAddress+"#plainte → "+newAddress+"#plainte", "Liens (français)", "Réponse courte (français)")
	if w.entry(one).Text["fr"].Links[0].URL != oldAddress {
		t.Error("it was replaced before anybody agreed")
	}
	says(t, w.press(ana, s, "Remplacer partout"), "C’est remplacé", "4 adresses", "2 fiches")
	if a, b := w.entry(one).Text["fr"], w.entry(two).Text["fr"]; a.Links[0].URL != newAddress || !strings.Contains(a.Short, newAddress) || b.Links[0].URL != newAddress+"#plainte" {
		t.Errorf("%+v\n%+v", a, b)
	}
	if w.records("") != other {
		t.Error("the shared base was changed")
	}
	says(t, w.replaces("discord:1", "replaced", oldAddress, newAddress), "Aucun de vos textes ne mène à")
	says(t, w.press(ana, s, "Remplacer partout"), "n’est plus gardé")
}

func TestAReplacementIsRefused(t *testing.T) {
	w := newWorld(t)
	w.linking("Où écrire au club ?", oldAddress)
	for now, want := range map[string]string{
		"http://www.linkedin.com/x": "en commençant par https://", "javascript:alert(1)": "en commençant par https://", "https://linkedln.com/x": "linkedln.com",
		oldAddress: "les mêmes", "": "Nouvelle adresse", "https://user@www.linkedin.com/": "en commençant par https://", "https://www.linkedin.com/\u202ex": "Rien n’a encore été enregistré",
	} {
		s := w.replaces("discord:1", "replaced", oldAddress, now)
		says(t, s, want)
		if s.Form == nil || s.Form.values()["old"] != oldAddress {
			t.Errorf("%q: what was typed is lost:\n%s", now, draw(s))
		}
	}
}

// TestAReplacementThatCameTooLate shows what would change now, and changes nothing.
func TestAReplacementThatCameTooLate(t *testing.T) {
	w := newWorld(t)
	ana := w.caller("discord:1")
	id := w.linking("Où écrire au club ?", oldAddress)
	s := w.replaces("discord:1", "replaced", oldAddress, newAddress)
	bob := w.caller("discord:2")
	w.press(bob, w.submit(bob, w.do(bob, NewAct("edit", Code(id), "fr")), map[string]string{"title": "Comment écrire au club ?"}), "Publier")
	s = w.press(ana, s, "Remplacer partout")
	says(t, s, "a changé entre-temps", "Comment écrire au club", oldAddress+" → "+newAddress)
	if w.entry(id).Text["fr"].Links[0].URL != oldAddress {
		t.Error("it was replaced all the same")
	}
	says(t, w.press(ana, s, "Remplacer partout"), "C’est remplacé")
	if e := w.entry(id); e.Text["fr"].Links[0].URL != newAddress || e.Text["fr"].Title != "Comment écrire au club\u202f?" {
		t.Errorf("%+v", e.Text["fr"])
	}
}

// TestTwoPersonsReplace: what one asks for waits for another.
func TestTwoPersonsReplace(t *testing.T) {
	w := newWorld(t)
	ana := w.caller("discord:1")
	id := w.linking("Où écrire au club ?", oldAddress)
	w.moderator("set", "two", "1")
	s := w.replaces("discord:1", "replaced", oldAddress, newAddress)
	says(t, s, "attendront comme brouillons")
	w.press(ana, s, "Remplacer partout")
	if w.entry(id).Text["fr"].Links[0].URL != oldAddress {
		t.Error("one person was enough")
	}
	says(t, w.do(ana, NewAct("draft", Code(id))), "un autre modérateur doit publier")
	w.press(w.caller("discord:2"), w.do(w.caller("discord:2"), NewAct("draft", Code(id))), "Publier")
	if w.entry(id).Text["fr"].Links[0].URL != newAddress {
		t.Error("it was not published")
	}
}

// TestACuratorReplacesInTheSharedBase, sources included.
func TestACuratorReplacesInTheSharedBase(t *testing.T) {
	w := newWorld(t)
	old := w.base().Subjects["linkedin"].Sources["fr"][0].URL
	s := w.replaces("discord:9", "b-replaced", old, "https://www.linkedin.com/legal/nouvelle")
	says(t, s, "Sources (français)", "https://www.linkedin.com/legal/nouvelle")
	says(t, w.press(w.caller("discord:9"), s, "Remplacer partout"), "C’est remplacé")
	if got := w.base().Subjects["linkedin"].Sources["fr"][0].URL; got != "https://www.linkedin.com/legal/nouvelle" {
		t.Errorf("%q", got)
	}
}
