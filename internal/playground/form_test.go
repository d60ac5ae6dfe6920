package playground

import (
	"strings"
	"testing"

	"nonmerci/internal/discordtest"
)

func TestFormIsDrawnWithWhatItIsFilledInWith(t *testing.T) {
	no := false
	f := formOf(&discordtest.Modal{Title: "Modifier", Components: []discordtest.Component{
		{Content: "a text, which is not drawn"},
		{Label: "Titre", Description: "<b>", Component: &discordtest.Component{Value: "Comment ?"}},
		{Label: "Étapes", Component: &discordtest.Component{Required: &no}},
	}})
	html, err := render("form", f)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Modifier", "Titre", "&lt;b&gt;", "Comment ?", "Étapes"} {
		if !strings.Contains(html, want) {
			t.Errorf("%q is not in:\n%s", want, html)
		}
	}
	if n := strings.Count(html, `class="must"`); n != 1 {
		t.Errorf("%d fields are required", n)
	}
	if strings.Contains(html, "data-key") {
		t.Error("a picture of a form can be filled in")
	}
}

// TestFormOfThePageIsFilledIn: it has its fields by key, as long as they may be, with what they hold.
func TestFormOfThePageIsFilledIn(t *testing.T) {
	most := 20
	f := formOf(&discordtest.Modal{CustomID: "m:x", Title: "Modifier", Components: []discordtest.Component{
		{Content: "Lisez <i>ceci</i>."},
		{Label: "Titre", Component: &discordtest.Component{CustomID: "title", Value: `"><script>`, MaxLength: &most}},
		{Label: "Étapes", Component: &discordtest.Component{CustomID: "steps", Style: 2, Value: "\nun\ndeux"}},
	}})
	f.ID = "m:x"
	html, err := render("form", f)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`data-form="m:x"`, "Lisez &lt;i&gt;ceci", `data-key="title"`, `maxlength="20"`, `<textarea class="box" data-key="steps"`, "\n\nun\ndeux</textarea>"} {
		if !strings.Contains(html, want) {
			t.Errorf("%q is not in:\n%s", want, html)
		}
	}
	if strings.Contains(html, "<script") {
		t.Error("what the bot sends is not escaped")
	}
}

func TestSubcommandsAreListedByThemselves(t *testing.T) {
	kb := command{Name: "kb", Options: []command{
		{Name: "home", Type: subcommand, Names: map[string]string{"fr": "accueil"}},
		{Name: "import", Type: subcommand, Options: []command{{Name: "file", Type: attachedFile}}},
	}}
	all := offered(kb, "fiches", "fr")
	if len(all) != 2 || all[0].ID != "kb home" || all[0].Title != "/fiches accueil" || all[1].About != "file" {
		t.Errorf("%+v", all)
	}
	if c, ok := named([]command{kb}, []string{"kb", "import"}); !ok || c.Options[0].Name != "file" {
		t.Errorf("%+v", c)
	}
}

func TestLabelsAreFoundWhateverTheirSpaces(t *testing.T) {
	if !begins("Activer\u00a0: Questions", "Activer : ") || begins("Publier", "Activer") {
		t.Error("spaces make a difference, or words do not")
	}
}
