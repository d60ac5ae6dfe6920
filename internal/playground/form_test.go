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
}

func TestLabelsAreFoundWhateverTheirSpaces(t *testing.T) {
	if !begins("Activer\u00a0: Questions", "Activer : ") || begins("Publier", "Activer") {
		t.Error("spaces make a difference, or words do not")
	}
}
