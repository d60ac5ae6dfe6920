package discord

import (
	"strings"
	"testing"

	"nonmerci/bot/desk"
	"nonmerci/internal/discordtest"
)

// TestAQuestionIsTested: a moderator sees what a member would read and why, adds the question to the entry that should have answered, and the
// member is answered.
func TestAQuestionIsTested(t *testing.T) {
	const asked = "couper le bidule du réseau bleu"
	atDesk(t, func(d *deskWorld) {
		m := d.uses(d.ana, "test", discordtest.With("question", asked))
		d.wants(m, asked, "Ce qui est compris", "Pourquoi", "Ce qu’un membre lirait ici")
		f := d.opens(d.ana, m, "Une autre fiche")
		m = d.submits(d.ana, f, map[string]any{"q": "linkedin refuser"})
		m = d.presses(d.ana, m, "1. ")
		d.wants(m, "comprise dès maintenant")
		m = d.presses(d.ana, m, "Tester de nouveau")
		d.wants(m, "formulation ajoutée par votre communauté", "la fiche commune", "100 %")
		if a := d.reads(asked); !strings.Contains(a, "LinkedIn") {
			t.Errorf("Lea reads %q", a)
		}
		if x, err := d.lea.Invoke(d.channel, "test", discordtest.With("question", asked)); err == nil {
			t.Errorf("a member is offered the command: %+v", x.Answers())
		}
	}, checked(t))
}

// TestAFileIsImported from an attachment: shown first, refused with line and reason, all of it or nothing.
func TestAFileIsImported(t *testing.T) {
	const head = "id,lang,title,short,kind\n"
	atDesk(t, func(d *deskWorld) {
		file := func(name, text string) discordtest.Given {
			return discordtest.With("file", &discordtest.Upload{Name: name, Type: "text/csv", Data: []byte(text)})
		}
		m := d.uses(d.ana, "kb import", file("f.csv", head+"wifi,fr,Quel est le code du wifi ?,Demandez à Léa.,info\nporte,fr,Où est la clé ?,<b>ici</b>,info\n"))
		d.wants(m, "ligne 3", "Rien n’est importé tant que")
		if len(m.Inputs()) != 1 {
			t.Errorf("it can be imported all the same: %+v", m.Inputs())
		}
		m = d.uses(d.ana, "kb import", file("f.csv", head+"wifi,fr,Quel est le code du wifi ?,Demandez à Léa.,info\n"))
		d.wants(m, "Une nouvelle", "Quel est le code du wifi")
		if a := d.reads("quel est le code du wifi"); strings.Contains(a, "Léa") {
			t.Errorf("it was imported before anybody agreed: %q", a)
		}
		d.wants(d.presses(d.ana, m, "Importer maintenant"), "C’est importé")
		if a := d.reads("quel est le code du wifi"); !strings.Contains(a, "Léa") {
			t.Errorf("Lea reads %q", a)
		}
		d.wants(d.uses(d.ana, "kb import", file("f.csv", strings.Repeat("x", desk.MaxImport+1))), "trop gros")
		d.wants(d.uses(d.ana, "kb import", file("f.zip", "PK")), "Les archives ne sont pas ouvertes")
		gone := &discordtest.Upload{Name: "f.csv", Data: []byte("x"), Gone: true}
		d.wants(d.uses(d.ana, "kb import", discordtest.With("file", gone)), "n’a pas pu être lu")
	}, checked(t))
}

// TestAnAddressIsReplaced in all entries of a community, once each change was shown.
func TestAnAddressIsReplaced(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		m := d.uses(d.ana, "kb home")
		f := d.opens(d.ana, m, "Nouvelle fiche")
		m = d.submits(d.ana, f, map[string]any{"title": "Où écrire au club ?", "short": "À la page du club.", "links": "Le club | https://www.linkedin.com/club"})
		m = d.presses(d.ana, m, "Publier")
		m = d.presses(d.ana, m, "Accueil")
		f = d.opens(d.ana, m, "Remplacer une adresse")
		m = d.submits(d.ana, f, map[string]any{"old": "https://www.linkedin.com/club", "new": "https://www.linkedin.com/nouveau"})
		d.wants(m, "Rien n’est encore fait", "Où écrire au club", "linkedin.com/nouveau")
		d.wants(d.presses(d.ana, m, "Remplacer partout"), "C’est remplacé", "une adresse")
		if a := d.reads("où écrire au club ?"); !strings.Contains(a, "club") {
			t.Errorf("Lea reads %q", a)
		}
	}, checked(t))
}
