package bot

import (
	"strings"
	"testing"

	"nonmerci/knowledge"
)

// TestDraftOfACommunity: an entry of a community's own is looked at as its readers will meet it, and not as one of the shared base that nobody
// has checked.
func TestDraftOfACommunity(t *testing.T) {
	b := New(Options{Base: knowledge.NewBase()})
	text := map[string]knowledge.Text{"fr": {Title: "Où est la salle ?", Short: "Au fond."}}
	for id, own := range map[knowledge.ID]bool{"ou-est-la-salle": true, "local/salle": true, "linkedin/opt-out": false} {
		r := b.Draft(&knowledge.Entry{ID: id, Kind: knowledge.Info, Status: knowledge.Published, Revision: 1, Text: text}, "fr")
		if got := strings.Contains(r.Text, "Fiche de cette communauté"); got != own || strings.Contains(r.Text, "À vérifier") == own {
			t.Errorf("%s is shown as\n%s", id, r.Text)
		}
	}
}
