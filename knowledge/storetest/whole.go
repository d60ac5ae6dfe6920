package storetest

import "nonmerci/knowledge"

func date(s string) knowledge.Date {
	d, err := knowledge.ParseDate(s)
	if err != nil {
		panic(err) // it is a constant of this package
	}
	return d
}

// wholeEntry returns an entry with something in every field.
func wholeEntry() *knowledge.Entry {
	text := func(title string) knowledge.Text {
		return knowledge.Text{
			Title: title, Short: "Coupez **Données** (**Data**).", Phrases: []string{"dire non", ""},
			Steps:   []knowledge.DeviceSteps{{Device: knowledge.Web, Steps: []string{"Ouvrez.", "Touchez."}}, {Device: knowledge.IOS, Steps: []string{}}},
			Links:   []knowledge.Link{{Kind: knowledge.FormLink, Text: "Formulaire", URL: "https://e.org/a?b=c&d=<e>#f"}},
			Changes: []string{"Rien."}, Keeps: []string{"*Tout*."}, Notes: []string{"[Page](https://e.org)."},
			Position: knowledge.Position{File: "fr/linkedin.md", Line: 12},
		}
	}
	e := &knowledge.Entry{
		ID: "linkedin/opt-out", Also: []string{"effect"}, Kind: knowledge.Toggle, Difficulty: knowledge.Easy, Regions: []string{"eu", "ch"},
		Plans: []string{"free", "microsoft 365"}, Ages: "18+", Sources: []string{"S1", "M1"}, Verified: date("2026-11-22"), Review: date("2027-02-28"),
		Status: knowledge.Published, Revision: 3, Author: "Chloé", Text: map[string]knowledge.Text{"": {}},
	}
	for _, lang := range []string{"fr", "en", "de", "es", "it", "pt", "nl"} {
		e.Text[lang] = text("Comment refuser, en " + lang + " ?")
	}
	return e
}

// wholeSubject returns a subject with something in every field.
func wholeSubject() *knowledge.Subject {
	sources := []knowledge.Source{
		{ID: "S1", Publisher: "LinkedIn", Title: "Réglages", URL: "https://e.org/?a=1&b=2", Date: "2026-05", Basis: knowledge.Found},
		{ID: "M1", Publisher: "LinkedIn", Title: "De mémoire", Basis: knowledge.Memory},
	}
	return &knowledge.Subject{
		Slug: "linkedin", Owner: "microsoft", Name: map[string]string{"fr": "LinkedIn", "en": "LinkedIn"},
		Sources: map[string][]knowledge.Source{"fr": sources, "en": sources[:1], "de": {}},
	}
}
