package guard

import "testing"

// TestWhoseItIs: what is the reader's stays the reader's, in every language.
func TestWhoseItIs(t *testing.T) {
	const data, steps, partners = "Your data is not used.", "If you share your messages, they are kept.", "Meta uses its data."
	for _, c := range []struct {
		source, text, lang string
		pass               bool
	}{
		{data, "Ihre Daten werden nicht verwendet.", "de", true},
		{data, "Deine Daten werden nicht verwendet.", "de", true},
		{data, "Unsere Daten werden nicht verwendet.", "de", false},
		{data, "Meine Daten werden nicht verwendet.", "de", false},
		{data, "Seine Daten werden nicht verwendet.", "de", false},
		{data, "Sus datos no se utilizan.", "es", true},
		{data, "Tus datos no se utilizan.", "es", true},
		{data, "Nuestros datos no se utilizan.", "es", false},
		{data, "Mis datos no se utilizan.", "es", false},
		{data, "I Suoi dati non vengono utilizzati.", "it", true},
		{data, "I suoi dati non vengono utilizzati.", "it", true},
		{data, "I tuoi dati non vengono utilizzati.", "it", true},
		{data, "I nostri dati non vengono utilizzati.", "it", false},
		{data, "I miei dati non vengono utilizzati.", "it", false},
		{data, "I loro dati non vengono utilizzati.", "it", false},
		{data, "Os seus dados não são utilizados.", "pt", true},
		{data, "Os nossos dados não são utilizados.", "pt", false},
		{data, "Os meus dados não são utilizados.", "pt", false},
		{data, "Os dados deles não são utilizados.", "pt", false},
		{data, "Uw gegevens worden niet gebruikt.", "nl", true},
		{data, "Jouw gegevens worden niet gebruikt.", "nl", true},
		{data, "Onze gegevens worden niet gebruikt.", "nl", false},
		{data, "Mijn gegevens worden niet gebruikt.", "nl", false},
		{data, "Hun gegevens worden niet gebruikt.", "nl", false},
		{data, "Haar gegevens worden niet gebruikt.", "nl", false},
		{"Delete your photos.", "Verwijder zijn foto’s.", "nl", false},
		{"Delete your photos.", "Löschen Sie ihre Fotos.", "de", false},
		{"Delete your account.", "Löschen Sie sein Konto.", "de", false},
		{"Delete your account.", "Löschen Sie Ihr Konto.", "de", true},
		{"Delete your account.", "Löschen Sie mein Konto.", "de", false},
		{data, "Vos données ne sont pas utilisées.", "fr", true},
		{data, "Nos données ne sont pas utilisées.", "fr", false},
		{data, "Our data is not used.", "en", false},
		{steps, "Wenn Sie Ihre Nachrichten teilen, werden sie aufbewahrt.", "de", true},
		{steps, "Wenn wir Ihre Nachrichten teilen, werden sie aufbewahrt.", "de", false},
		{steps, "Se Lei condivide i Suoi messaggi, vengono conservati.", "it", true},
		{steps, "Se noi condividiamo i Suoi messaggi, vengono conservati.", "it", false},
		{steps, "Als u uw berichten deelt, worden ze bewaard.", "nl", true},
		{steps, "Als wij uw berichten delen, worden ze bewaard.", "nl", false},
		{partners, "Meta verwendet seine Daten.", "de", true},
		{partners, "Meta verwendet Ihre Daten.", "de", false},
		{partners, "Meta utiliza tus datos.", "es", false},
		{partners, "Meta usa i tuoi dati.", "it", false},
		{partners, "Meta gebruikt uw gegevens.", "nl", false},
		{"We keep our messages.", "Wij bewaren uw berichten.", "nl", false},
		{"We share your data with our partners.", "Wir teilen Ihre Daten mit unseren Partnern.", "de", true},
		{"We share your data with our partners.", "Wir teilen unsere Daten mit Ihren Partnern.", "de", false},
		{"We share your data with our partners.", "Nous partageons nos données avec vos partenaires.", "fr", false},
		{"We share your data with our partners.", "Compartimos nuestros datos con tus socios.", "es", false},
		// a goal before the answer, and what is quoted
		{"Désactivez le réglage.", "Pour refuser que l’IA utilise nos données, désactivez le réglage.", "fr", false},
		// capitals of politeness name nobody
		{"We ask you to write to Meta.", "Le chiediamo di scrivere a Meta.", "it", true},
		{"Meta sends you an answer and keeps your data.", "Meta Le invia una risposta e conserva i Suoi dati.", "it", true},
		{"Open Le Chat and delete your messages.", "Apra Le Chat ed elimini i Suoi messaggi.", "it", true},
	} {
		if v := Check(NewSource(c.source, ""), c.text, c.lang); v.Pass != c.pass {
			t.Errorf("%q for %q: pass %v, %v", c.text, c.source, v.Pass, v.Reasons)
		}
	}
}
