package telegram

import (
	"strings"
	"testing"
	"time"

	"nonmerci/bot/desk"
	"nonmerci/internal/telegramtest"
)

// TestAQuestionIsTested: a moderator sees what a member would read and why, adds the question to the entry that should have answered, and the
// member is answered.
func TestAQuestionIsTested(t *testing.T) {
	const asked = "couper le bidule du réseau bleu"
	atDesk(t, setting{}, func(r *deskRig) {
		c, people := r.community("Ana", "Bob")
		ana, bob := people[0], people[1]
		m := r.arrives(ana, c, "tester", asked)
		wants(t, m, asked, "Ce qui est compris", "Pourquoi", "Ce qu’un membre lirait ici")
		r.taps(ana, m, "Une autre fiche")
		m = r.says(ana, "linkedin refuser")
		m = r.taps(ana, m, "1. ")
		wants(t, m, "comprise dès maintenant")
		m = r.taps(ana, m, "Tester de nouveau")
		wants(t, m, "formulation ajoutée par votre communauté", "la fiche commune", "100 %")
		if a := r.answer(bob.Command(c, "ask", asked)); !strings.Contains(a.Text, "LinkedIn") {
			t.Errorf("Bob reads %q", a.Text)
		}
		wants(t, r.answer(bob.Command(c, "tester", asked)), "réservé aux administrateurs")
		wants(t, r.says(ana, "/tester comment désactiver l’IA de LinkedIn ?"), "cette fiche y répond", "LinkedIn")
	})
}

// TestAFileIsImported from a document: shown first, refused with line and reason, all of it or nothing.
func TestAFileIsImported(t *testing.T) {
	const head = "id,lang,title,short,kind\n"
	atDesk(t, setting{}, func(r *deskRig) {
		c, people := r.community("Ana", "Bob")
		ana, bob := people[0], people[1]
		sends := func(p *telegramtest.Person, u telegramtest.Upload, caption string) telegramtest.Message {
			return r.answer(p.SendFile(p.Private(), u, caption))
		}
		file := func(name, text string) telegramtest.Upload {
			return telegramtest.Upload{Name: name, Data: []byte(text)}
		}
		m := r.arrives(ana, c, "kb", "")
		wants(t, r.taps(ana, m, "Importer"), "envoyez le fichier ici")
		m = sends(ana, file("f.csv", head+"wifi,fr,Quel est le code du wifi ?,Demandez à Léa.,info\nporte,fr,Où est la clé ?,<b>ici</b>,info\n"), "")
		wants(t, m, "ligne 3", "Rien n’est importé tant que")
		m = sends(ana, file("f.csv", head+"wifi,fr,Quel est le code du wifi ?,Demandez à Léa.,info\n"), "voilà")
		wants(t, m, "Une nouvelle", "Quel est le code du wifi")
		if a := r.answer(bob.Command(c, "ask", "quel est le code du wifi")); strings.Contains(a.Text, "Léa") {
			t.Errorf("it was imported before anybody agreed: %q", a.Text)
		}
		wants(t, r.taps(ana, m, "Importer maintenant"), "C’est importé")
		if a := r.answer(bob.Command(c, "ask", "quel est le code du wifi")); !strings.Contains(a.Text, "Léa") {
			t.Errorf("Bob reads %q", a.Text)
		}
		wants(t, sends(ana, file("f.csv", strings.Repeat("x", desk.MaxImport+1)), ""), "trop gros")
		wants(t, sends(ana, file("f.zip", "PK"), ""), "Les archives ne sont pas ouvertes")
		wants(t, sends(ana, telegramtest.Upload{Name: "g.csv", Data: []byte("y"), Gone: true}, ""), "n’a pas pu être lu")

		c.Demote(ana)
		time.Sleep(2 * time.Minute) // rights are remembered for one
		wants(t, sends(ana, file("f.csv", head), ""), "Réservé")
	})
}

// TestAnAddressIsReplaced in all entries of a community, once each change was shown.
func TestAnAddressIsReplaced(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people := r.community("Ana", "Bob")
		ana := people[0]
		m := r.arrives(ana, c, "kb", "")
		r.taps(ana, m, "Nouvelle fiche")
		m = r.says(ana, "Où écrire au club ?")
		r.taps(ana, m, "Laisser vide")
		m = r.says(ana, "À la page du club.")
		m = r.taps(ana, m, "Suite")
		r.taps(ana, m, "Laisser vide")
		m = r.says(ana, "Le club | https://www.linkedin.com/club")
		m = r.taps(ana, m, "Suite")
		m = r.taps(ana, m, "Publier")
		m = r.taps(ana, m, "Accueil")
		r.taps(ana, m, "Remplacer une adresse")
		r.says(ana, "https://www.linkedin.com/club")
		m = r.says(ana, "https://www.linkedin.com/nouveau")
		wants(t, m, "Rien n’est encore fait", "Où écrire au club", "linkedin.com/nouveau")
		wants(t, r.taps(ana, m, "Remplacer partout"), "C’est remplacé", "une adresse")
	})
}
