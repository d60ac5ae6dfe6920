package desk

import (
	"bytes"
	"strings"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/transfer"
)

const sheetHead = "id,lang,title,short,kind\n"

// hands hands a file in.
func (w *world) hands(who knowledge.Actor, verb, name, text string) Screen {
	w.tb.Helper()
	a := NewAct(verb)
	a.File = &File{Name: name, Data: []byte(text)}
	return w.do(w.caller(who), a)
}

func TestAnImportIsShownFirst(t *testing.T) {
	w := newWorld(t)
	ana := w.caller("discord:1")
	w.hands("discord:1", "import", "a.csv", sheetHead+"wifi,fr,Code du wifi ?,1234,info\n")
	s := w.hands("discord:1", "import", "a.csv", sheetHead+"wifi,fr,Code du wifi ?,Demandez à Léa.,info\ncle,fr,Où est la clé ?,Chez Bob.,info\n")
	says(t, s, "Importer a.csv", "2 nouvelles, aucune modifiée, aucune inchangée, aucune refusée", "nouvelle : Code du wifi", "nouvelle : Où est la clé")
	if w.entry("wifi") != nil {
		t.Fatal("it was imported before anybody agreed")
	}
	says(t, w.press(ana, s, "Importer maintenant"), "C’est importé : 2 versions")
	if e := w.entry("wifi"); e == nil || e.Text["fr"].Short != "Demandez à Léa." {
		t.Errorf("%+v", e)
	}
	says(t, w.press(ana, s, "Importer maintenant"), "n’est plus gardé")
	s = w.hands("discord:1", "import", "a.csv", sheetHead+"wifi,fr,Code du wifi ?,Demandez à Bob.,info\ncle,fr,Où est la clé ?,Chez Bob.,info\n")
	says(t, s, "une modifiée, une inchangée", "modifiée : Code du wifi", "Réponse courte (français)")
	says(t, w.hands("discord:1", "import", "a.csv", sheetHead+"cle,fr,Où est la clé ?,Chez Bob.,info\n"), "tout est déjà là")
	r := w.history("wifi")
	if r[0].Origin != knowledge.FromImport || r[0].By != "discord:1" || !strings.HasPrefix(r[0].Summary, "import of a.csv") {
		t.Errorf("%+v", r[0])
	}
}

// history are the revisions of an entry of the first community.
func (w *world) history(id knowledge.ID) []knowledge.Revision {
	w.tb.Helper()
	c, err := w.store.At(w.tb.Context(), server)
	if err != nil {
		w.tb.Fatal(err)
	}
	all, err := w.store.History(w.tb.Context(), c.ID, id, 0, 10)
	if err != nil {
		w.tb.Fatal(err)
	}
	return all
}

// TestAnImportIsRefusedWhole, in French, with the line.
func TestAnImportIsRefusedWhole(t *testing.T) {
	w := newWorld(t)
	good := sheetHead + "wifi,fr,Code du wifi ?,1234,info\n"
	before := w.everything()
	for name, c := range map[string]struct{ file, text, want string }{
		"html":            {"a.csv", good + "cle,fr,Où ?,<b>ici</b>,info\n", "ligne 3 : "},
		"bidirectional":   {"a.csv", good + "cle,fr,Où ?,ici\u202e,info\n", "sens de lecture"},
		"invisible":       {"a.csv", good + "cle,fr,O\u200bù ?,ici,info\n", "caractère invisible"},
		"formula":         {"a.csv", good + "\"=cmd()\",fr,Où ?,ici,info\n", "n’est pas en minuscules"},
		"strange path":    {"a.csv", good + "../../etc/passwd,fr,Où ?,ici,info\n", "refusée"},
		"a strange name":  {"../../x.exe", "MZ", "ni CSV, ni JSON, ni Markdown"},
		"kind":            {"a.csv", good + "cle,fr,Où ?,ici,magie\n", "« magie » est une valeur inconnue"},
		"twice":           {"a.csv", good + "wifi,fr,Code ?,1,info\n", "deux lignes ont cet identifiant et la langue fr"},
		"no such entry":   {"a.csv", good + "linkedin/nope,fr,Où ?,ici,info\n", "refusée"},
		"columns":         {"a.csv", "a,b\n1,2\n", "la première ligne ne nomme pas les colonnes"},
		"not text":        {"a.csv", sheetHead + "\xff\xfe", "pas en UTF-8"},
		"broken JSON":     {"a.json", "[{", "ligne 1 : "},
		"other JSON":      {"a.json", `{"format":"x"}`, "format"},
		"everyone":        {"a.csv", good + "cle,fr,@everyone ?,ici,info\n", "ferait sonner"},
		"archive":         {"a.tar.gz", "x", "archives"},
		"empty":           {"a.csv", " \n", "vide"},
		"too large":       {"a.csv", strings.Repeat("x", MaxImport+1), "1 Mo au plus"},
		"too many":        {"a.csv", sheetHead + many(maxImported+1), "1001 fiches, 1000 au plus"},
		"for reading":     {"a.md", exportedHead + "\n## wifi\n", "fait pour être lu"},
		"no front matter": {"a.md", "bonjour", "ne commence pas par son en-tête"},
		"protocol":        {"a.csv", "id,lang,title,short,kind,links\ncle,fr,Où ?,ici,info,help javascript:alert(1) x\n", "refusée"},
		"look-alike":      {"a.csv", "id,lang,title,short,kind,links\ncle,fr,Où ?,ici,info,help https://linkedln.com/x x\n", "linkedln.com"},
	} {
		s := w.hands("discord:1", "import", c.file, c.text)
		says(t, s, c.want)
		if text := draw(s); strings.Contains(text, "importyes") || strings.Contains(text, "; write") || strings.Contains(text, "unknown") {
			t.Errorf("%s: it can be imported, or is not said in French:\n%s", name, text)
		}
	}
	if w.everything() != before {
		t.Error("what was refused has left something")
	}
}

// many are rows of a sheet.
func many(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("e" + itoa(i) + ",fr,Question " + itoa(i) + " ?,Oui.,info\n")
	}
	return b.String()
}

// TestWhatIsExportedCanBeImported: into another community, drafts included.
func TestWhatIsExportedCanBeImported(t *testing.T) {
	w := newWorld(t)
	id := w.write()
	ana := w.caller("discord:1")
	w.submit(ana, w.do(ana, NewAct("note", Code("linkedin/opt-out"), "fr")), map[string]string{"note": "Voyez le club."})
	w.submit(ana, w.do(ana, NewAct("edit", Code(id), "fr")), map[string]string{"short": "Un brouillon qui attend."})
	s := w.do(ana, NewAct("export", "json"))
	a := NewAct("import")
	a.File = &s.Files[0]
	s = w.do(w.caller("telegram:3"), a)
	says(t, s, "2 nouvelles")
	says(t, w.press(w.caller("telegram:3"), s, "Importer maintenant"), "3 versions")
	says(t, w.do(w.caller("telegram:3"), NewAct("draft", Code(id))), "Un brouillon qui attend.")
	says(t, w.do(w.caller("telegram:3"), NewAct("show", Code("linkedin/opt-out"))), "Voyez le club.")
}

// TestAnImportThatCameTooLate shows what would change now, and changes nothing.
func TestAnImportThatCameTooLate(t *testing.T) {
	w := newWorld(t)
	ana, bob := w.caller("discord:1"), w.caller("discord:2")
	id := w.write()
	sheet := sheetHead + string(id) + ",fr,Comment couper ?,Comme ceci.,info\n"
	s := w.hands("discord:1", "import", "a.csv", sheet)
	says(t, s, "une modifiée")
	w.press(bob, w.submit(bob, w.do(bob, NewAct("edit", Code(id), "fr")), map[string]string{"short": "Autrement."}), "Publier")
	s = w.press(ana, s, "Importer maintenant")
	says(t, s, "a changé entre-temps", "un modérateur a changé la fiche depuis")
	if strings.Contains(draw(s), "discord:2") {
		t.Error("a moderator is named")
	}
	if w.entry(id).Text["fr"].Short != "Autrement." {
		t.Error("it was imported all the same")
	}
}

func TestTwoPersonsImport(t *testing.T) {
	w := newWorld(t)
	w.moderator("set", "two", "1")
	s := w.hands("discord:1", "import", "a.csv", sheetHead+"wifi,fr,Code du wifi ?,1234,info\n")
	says(t, s, "attendra comme brouillons")
	w.press(w.caller("discord:1"), s, "Importer maintenant")
	if w.entry("wifi") != nil {
		t.Error("one person was enough")
	}
	says(t, w.do(w.caller("discord:1"), NewAct("draft", Code("wifi"))), "un autre modérateur doit publier")
}

// TestACuratorImportsMarkdown of one service, as the command line exports it.
func TestACuratorImportsMarkdown(t *testing.T) {
	w := newWorld(t)
	var out bytes.Buffer
	some := knowledge.NewBase()
	some.Subjects["linkedin"] = w.base().Subjects["linkedin"]
	for _, e := range w.base().Of("linkedin") {
		some.Entries[e.ID] = cloneEntry(e)
	}
	if err := transfer.WriteJSON(&out, some); err != nil {
		t.Fatal(err)
	}
	says(t, w.hands("discord:9", "b-import", "base.json", out.String()), "tout est déjà là")
	changed := strings.Replace(out.String(), "Coupez le réglage", "Désactivez le réglage", 1)
	s := w.hands("discord:9", "b-import", "base.json", changed)
	says(t, s, "une modifiée")
	says(t, w.press(w.caller("discord:9"), s, "Importer maintenant"), "C’est importé")
	says(t, w.hands("discord:1", "b-import", "base.json", changed), "Réservé")
	file := strings.Replace(string(files.Write(some)["fr/linkedin.md"]), "Coupez le réglage", "Éteignez le réglage", 1)
	s = w.hands("discord:9", "b-import", "whatever it is called.md", file)
	says(t, s, "une modifiée", "Réponse courte (français)")
	says(t, w.press(w.caller("discord:9"), s, "Importer maintenant"), "C’est importé")
	if got := w.base().Entries["linkedin/opt-out"]; !strings.HasPrefix(got.Text["fr"].Short, "Éteignez") || got.Text["en"].Short == "" {
		t.Errorf("%+v", got.Text)
	}
	says(t, w.hands("discord:9", "b-import", "x.md", "---\nsubject: linkedin\nlang: xx\nname: LinkedIn\nowner: linkedin\nsources: []\n---\n"), "ligne 3 : ", "« xx » n’est pas dans la liste")
}

// TestAFileIsItsOwners: somebody else, or elsewhere, gets nothing of it; forgetting forgets it.
func TestAFileIsItsOwners(t *testing.T) {
	w := newWorld(t)
	s := w.hands("discord:1", "import", "a.csv", sheetHead+"wifi,fr,Code du wifi ?,1234,info\n")
	act := s.Buttons[0][0].Act
	says(t, w.do(w.caller("discord:2"), act), "n’est plus gardé")
	says(t, w.do(w.at("discord:1", group), act), "n’est plus gardé")
	says(t, w.moderator("privacy"), "Textes en cours, en mémoire une demi-heure : 1")
	w.moderator("forgetyes")
	says(t, w.do(w.caller("discord:1"), act), "n’est plus gardé")
	for i := range maxUploads + 5 {
		w.setRights(knowledge.Actor("discord:60"+itoa(i)), Moderator)
		w.hands(knowledge.Actor("discord:60"+itoa(i)), "import", "a.csv", sheetHead+"wifi,fr,Code du wifi ?,1234,info\n")
	}
	if n := len(w.desk.uploads.kept); n != maxUploads {
		t.Errorf("%d files are kept", n)
	}
	s = w.moderator("import")
	says(t, s, "1 Mo au plus", "/fiches importer", "modele.csv")
	says(t, w.hands("discord:1", "import", s.Files[0].Name, string(s.Files[0].Data)), "Quel est le code du wifi", "Une nouvelle")
}
