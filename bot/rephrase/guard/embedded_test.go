package guard

import "testing"

// TestEmbedded: turns of German, Italian, Portuguese and Dutch, and of French for « anybody ».
func TestEmbedded(t *testing.T) {
	judge(t, []verdictOf{
		{"We do not know whether it is offered in France today.", "Wir wissen nicht, ob es heute in Frankreich angeboten wird.", "de", true},
		{"We do not know whether it is offered in France today.", "Não sabemos se está disponível hoje em França.", "pt", true},
		{"We do not know whether it is offered in France today.", "We weten niet of het vandaag in Frankrijk wordt aangeboden.", "nl", true},
		{"Refusing only counts from now on: what has already trained a model is not taken back out.", "Die Ablehnung gilt erst ab jetzt: Was ein Modell bereits trainiert hat, wird nicht wieder entfernt.", "de", true},
		{"Make a copy of your files first.", "Faccia prima una copia dei suoi file.", "it", true},
		{"Make a copy of your files first.", "Erstellen Sie zuerst eine Kopie Ihrer Dateien.", "de", true},
		{"Les canaux publics peuvent être aspirés par n’importe qui.", "Public channels can be scraped by anyone.", "en", true},
		{"Public channels can be scraped by anyone.", "Cualquiera puede rastrear los canales públicos.", "es", true},
		{"Nobody on Amazon’s staff listens to your recordings.", "Niemand von den Mitarbeitern von Amazon hört Ihre Aufnahmen an.", "de", true},
		{"Also switch off **Face Groups** (label to be checked).", "Schalten Sie auch **Face Groups** (Bezeichnung zu prüfen) aus.", "de", true},
		{"Other companies’ robots read your posts.", "Los robots de otras empresas leen sus publicaciones.", "es", true},

		{"We know that it is offered in France today.", "Wir wissen nicht, ob es heute in Frankreich angeboten wird.", "de", false},
		{"Refusing counts first, from now on.", "Die Ablehnung gilt erst ab jetzt.", "de", false},
		{"Delete your files before a copy.", "Elimini prima una copia dei suoi file.", "it", false},
		{"Public channels cannot be scraped by anyone.", "Cualquiera puede rastrear los canales públicos.", "es", false},
		{"Les canaux publics ne peuvent pas être aspirés par n’importe qui.", "Public channels cannot be scraped by anyone.", "en", false},
		{"All members can scrape public channels.", "Cualquiera puede rastrear los canales públicos.", "es", false},
		{"Google sells Meta’s data.", "Meta verkauft die Daten von Google.", "de", false},
		{"Google’s robots read Meta’s posts.", "Los robots de Meta leen las publicaciones de Google.", "es", false},
		{"Also switch off **Face Groups** (label to be checked).", "Schalten Sie auch **Face Groups** (Bezeichnung zu prüfen) ein.", "de", false},
	})
}
