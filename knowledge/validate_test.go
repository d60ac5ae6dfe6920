package knowledge_test

import (
	"fmt"
	"strings"
	"testing"

	"nonmerci/knowledge"
)

func day(s string) knowledge.Date {
	d, err := knowledge.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// whole returns an entry with nothing to say against.
func whole() *knowledge.Entry {
	return &knowledge.Entry{
		ID: "linkedin/opt-out", Also: []string{"effect"}, Kind: knowledge.Toggle, Difficulty: knowledge.Easy, Regions: []string{"eu", "ch"},
		Plans: []string{"free", "microsoft 365"}, Ages: "18+", Sources: []string{"S1", "M1"}, Verified: day("2026-11-22"), Review: day("2027-05-22"),
		Status: knowledge.Published, Revision: 1, Author: "Chloé",
		Text: map[string]knowledge.Text{"fr": {
			Title: "Comment refuser ?", Short: "Coupez **Données** (**Data**).", Phrases: []string{"dire non"},
			Steps: []knowledge.DeviceSteps{{Device: knowledge.Web, Steps: []string{"Ouvrez."}}, {Device: knowledge.Android, Steps: []string{"Touchez."}}},
			Links: []knowledge.Link{{Kind: knowledge.FormLink, Text: "Formulaire", URL: "https://e.org/a?b=c#d"}}, Changes: []string{"Rien."}, Keeps: []string{"*Tout*."}, Notes: []string{"[Page](https://e.org)."},
		}},
	}
}

func TestWholeEntryIsValid(t *testing.T) {
	for _, p := range whole().Validate() {
		t.Error(p)
	}
	own := whole()
	own.ID, own.Also, own.Sources, own.Review, own.Verified = "reglement", nil, nil, knowledge.Date{}, knowledge.Date{}
	for _, p := range own.Validate() {
		t.Error("of a community:", p)
	}
	general := whole()
	general.ID, general.Also = "rights/complaint", []string{"hoax"}
	for _, p := range general.Validate() {
		t.Error("general:", p)
	}
}

func TestValidateSaysEverything(t *testing.T) {
	fr := func(change func(*knowledge.Text)) func(*knowledge.Entry) {
		return func(e *knowledge.Entry) {
			text := e.Text["fr"]
			change(&text)
			e.Text["fr"] = text
		}
	}
	for want, change := range map[string]func(*knowledge.Entry){
		`id: the subject "Linked In" is not a slug`:      func(e *knowledge.Entry) { e.ID = "Linked In/opt-out" },
		`id: the id "Mon id" is not a slug`:              func(e *knowledge.Entry) { e.ID = "Mon id" },
		"also: an entry without an intent":               func(e *knowledge.Entry) { e.ID = "mon-id" },
		`intent: unknown intent "complaint"`:             func(e *knowledge.Entry) { e.ID = "linkedin/complaint" },
		"intent: the intent is missing":                  func(e *knowledge.Entry) { e.ID = "linkedin/" },
		`also: "effect" is already answered`:             func(e *knowledge.Entry) { e.Also = []string{"effect", "effect"} },
		`also: unknown also "x"`:                         func(e *knowledge.Entry) { e.Also = []string{"x"} },
		"kind: the kind is missing":                      func(e *knowledge.Entry) { e.Kind = "" },
		"difficulty: the difficulty is missing":          func(e *knowledge.Entry) { e.Difficulty = "" },
		`difficulty: unknown difficulty "x"`:             func(e *knowledge.Entry) { e.Kind, e.Difficulty = knowledge.Info, "x" },
		`regions: unknown regions "fr"`:                  func(e *knowledge.Entry) { e.Regions = []string{"fr"} },
		`regions: "eu" stands twice`:                     func(e *knowledge.Entry) { e.Regions = []string{"eu", "eu"} },
		`plans: plan "Pro" is not`:                       func(e *knowledge.Entry) { e.Plans = []string{"Pro"} },
		`plans: plan "a, b" is not`:                      func(e *knowledge.Entry) { e.Plans = []string{"a, b"} },
		`ages: ages "adults"`:                            func(e *knowledge.Entry) { e.Ages = "adults" },
		"status: the status is missing":                  func(e *knowledge.Entry) { e.Status = "" },
		"revision: revision 0":                           func(e *knowledge.Entry) { e.Revision = 0 },
		"author: ":                                       func(e *knowledge.Entry) { e.Author = "**moi**" },
		`sources: source "page 1"`:                       func(e *knowledge.Entry) { e.Sources = []string{"page 1"} },
		`sources: "S1" stands twice`:                     func(e *knowledge.Entry) { e.Sources = []string{"S1", "S1"} },
		"sources: the entry names no source":             func(e *knowledge.Entry) { e.Sources = nil },
		"review: the review date is missing":             func(e *knowledge.Entry) { e.Review = knowledge.Date{} },
		"review: the review is not after":                func(e *knowledge.Entry) { e.Review = e.Verified },
		"title: the entry has no text":                   func(e *knowledge.Entry) { e.Text = nil },
		"fr.title: it is missing":                        fr(func(x *knowledge.Text) { x.Title = " " }),
		"fr.title: marks in a text that takes none":      fr(func(x *knowledge.Text) { x.Title = `a \* b` }),
		"fr.title: braces":                               fr(func(x *knowledge.Text) { x.Title = "C#" }),
		"fr.short: a label is opened and not closed":     fr(func(x *knowledge.Text) { x.Short = "**a" }),
		"fr.short: the short answer has 301":             fr(func(x *knowledge.Text) { x.Short = strings.Repeat("é", 301) }),
		"fr.phrases.1: it takes more than one line":      fr(func(x *knowledge.Text) { x.Phrases[0] = "a\nb" }),
		"fr.steps.web: the device stands twice":          fr(func(x *knowledge.Text) { x.Steps[0], x.Steps[1] = x.Steps[1], x.Steps[0] }),
		"fr.steps.web: a device without steps":           fr(func(x *knowledge.Text) { x.Steps[0].Steps = nil }),
		`device: unknown device "linux"`:                 fr(func(x *knowledge.Text) { x.Steps[0].Device = "linux" }),
		"fr.steps.web.1: a space at the beginning":       fr(func(x *knowledge.Text) { x.Steps[0].Steps[0] = "a " }),
		"fr.steps.web.1: it begins like a list":          fr(func(x *knowledge.Text) { x.Steps[0].Steps[0] = "2. a" }),
		`fr.changes.1: the label "A → B" holds a path`:   fr(func(x *knowledge.Text) { x.Changes[0] = "**A → B**" }),
		`fr.keeps.1: the label "« A »" is in quotes`:     fr(func(x *knowledge.Text) { x.Keeps[0] = "**« A »**" }),
		`fr.notes.1: the label "A," ends with`:           fr(func(x *knowledge.Text) { x.Notes[0] = "**A,** b" }),
		`fr.notes.1: "https://e" has no host`:            fr(func(x *knowledge.Text) { x.Notes[0] = "[a](https://e)" }),
		"kind: unknown kind \"page\"":                    fr(func(x *knowledge.Text) { x.Links[0].Kind = "page" }),
		"fr.links.1: brackets":                           fr(func(x *knowledge.Text) { x.Links[0].Text = "[a]" }),
		`fr.links.1: "ftp://e.org" does not begin`:       fr(func(x *knowledge.Text) { x.Links[0].URL = "ftp://e.org" }),
		`fr.links.1: "https://u:p@e.org" has no host`:    fr(func(x *knowledge.Text) { x.Links[0].URL = "https://u:p@e.org" }),
		`fr.links.1: "https://e.org/a b" is not`:         fr(func(x *knowledge.Text) { x.Links[0].URL = "https://e.org/a b" }),
		`fr.links.1: "https://e.org/a)" is not`:          fr(func(x *knowledge.Text) { x.Links[0].URL = "https://e.org/a)" }),
		`fr.links.1: "https://%zz" is not an address`:    fr(func(x *knowledge.Text) { x.Links[0].URL = "https://%zz" }),
		"fr.phrases.1: an underscore that may stand":     fr(func(x *knowledge.Text) { x.Phrases[0] = "_a" }),
		"fr.phrases.1: it begins like a list, a heading": fr(func(x *knowledge.Text) { x.Phrases[0] = "# a" }),
	} {
		e := whole()
		change(e)
		found := fmt.Sprint(e.Validate())
		if !strings.Contains(found, want) {
			t.Errorf("want %q, got %s", want, found)
		}
	}
}

func TestSubjectValidate(t *testing.T) {
	good := func() *knowledge.Subject {
		return &knowledge.Subject{Slug: "linkedin", Owner: "microsoft", Name: map[string]string{"fr": "LinkedIn"}, Sources: map[string][]knowledge.Source{
			"fr": {{ID: "S1", Publisher: "P", Title: "T", URL: "https://e.org", Date: "2026-05", Basis: knowledge.Found}},
		}}
	}
	if p := good().Validate(); len(p) > 0 {
		t.Error(p)
	}
	for want, change := range map[string]func(*knowledge.Subject){
		"subject: the subject":                  func(s *knowledge.Subject) { s.Slug = "Linked In" },
		"owner: the owner":                      func(s *knowledge.Subject) { s.Owner = "M$" },
		"fr.name: it is missing":                func(s *knowledge.Subject) { s.Name["fr"] = "" },
		"fr.name: braces":                       func(s *knowledge.Subject) { s.Name["fr"] = "a #b" },
		"fr.sources.S1: two sources":            func(s *knowledge.Subject) { s.Sources["fr"] = append(s.Sources["fr"], s.Sources["fr"][0]) },
		"fr.sources.1: the id":                  func(s *knowledge.Subject) { s.Sources["fr"][0].ID = "1" },
		"fr.sources.S1: the title is missing":   func(s *knowledge.Subject) { s.Sources["fr"][0].Title = "" },
		"fr.sources.S1: the publisher has":      func(s *knowledge.Subject) { s.Sources["fr"][0].Publisher = "a\nb" },
		`fr.sources.S1: "e.org" does not begin`: func(s *knowledge.Subject) { s.Sources["fr"][0].URL = "e.org" },
		`fr.sources.S1: date "2026-13"`:         func(s *knowledge.Subject) { s.Sources["fr"][0].Date = "2026-13" },
		`fr.sources.S1: basis ""`:               func(s *knowledge.Subject) { s.Sources["fr"][0].Basis = "" },
	} {
		s := good()
		change(s)
		if found := fmt.Sprint(s.Validate()); !strings.Contains(found, want) {
			t.Errorf("want %q, got %s", want, found)
		}
	}
}

func TestInvalidErrorIsOneLine(t *testing.T) {
	for want, e := range map[string]knowledge.InvalidError{
		"fr/x.md:3: x/opt-out: kind: odd; mend it": {File: "fr/x.md", Line: 3, Entry: "x/opt-out", Field: "kind", Problem: "odd", Remedy: "mend it"},
		"fr/x.md: odd": {File: "fr/x.md", Problem: "odd"},
		"odd; mend it": {Line: 3, Problem: "odd", Remedy: "mend it"},
	} {
		if e.Error() != want {
			t.Errorf("got %q, want %q", e.Error(), want)
		}
	}
}
