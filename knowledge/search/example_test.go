package search_test

import (
	"fmt"

	"nonmerci/knowledge/search"
)

func ExampleIndex_Search() {
	x := search.Build([]search.Doc{
		{ID: "paie", Lang: "fr", Title: "Quand reçoit-on le bulletin de paie ?", Phrasings: []string{"fiche de paie en retard"}},
		{ID: "conges", Lang: "fr", Title: "Poser des congés", Phrasings: []string{"prendre des vacances"}},
	}, search.Options{})
	for _, hit := range x.Search("bulettin de paye", 1) {
		fmt.Println(hit.ID, hit.Why.Corrections)
	}
	// Output: paie [{bulettin bulletin} {paye paie}]
}
