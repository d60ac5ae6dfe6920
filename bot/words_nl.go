package bot

var wordsDutch = Words{
	Useful: "Nuttig", NotUseful: "Niet nuttig", Outdated: "Verouderd",
	Missing: "Ik zie deze instelling niet", Back: "Terug naar het antwoord",
	Show: "Aan iedereen tonen", Remove: "Verwijderen", Open: "Instelling openen",

	ThanksUseful:    "Dank u, genoteerd.",
	ThanksNotUseful: "Dank u, genoteerd. Vraag het gerust nog eens in andere woorden.",
	ThanksOutdated:  "Dank u: dit antwoord wordt opnieuw nagekeken.",
	CausesTitle:     "Ziet u deze instelling niet? Meestal komt het hierdoor:",
	Causes: []string{
		"Uw land: sommige instellingen bestaan maar in één regio, zoals de Europese Unie.",
		"Een oude app: werk de app bij, of gebruik de website.",
		"Het is al gebeurd: de instelling kan uit staan, of bij u nooit aan hebben gestaan.",
		"Een account van werk of school: dan beslist de beheerder.",
		"Het menu is verplaatst: zoek in de instellingen naar “AI” of “privacy”.",
	},
	CausesEnd: "Klopt geen van deze? Druk op “Verouderd”: het antwoord wordt dan nagekeken.",

	Busy:     "U bent sneller dan ik! Geef me even, en vraag het dan opnieuw.",
	NotYours: "Deze knop hoort bij het antwoord van iemand anders. Stel me uw eigen vraag.",
	TooOld:   "Deze knop is te oud. Stel uw vraag opnieuw, alstublieft.",
	Removed:  "Antwoord verwijderd.",
	ShownBy:  "Getoond op verzoek van {name}",
	CannotDM: "Ik mag niet schrijven waar u het vroeg. Hier is mijn antwoord.",

	Privacy: "Als u iets vraagt, bewaar ik niets over u: niet uw woorden, niet uw naam, niet uw kenmerk. Het onderwerp van de laatste vraag (niet uw woorden) blijft tien minuten in het geheugen, zodat “en bij Instagram?” betekenis heeft, en is dan weg. De knoppen “nuttig”, “niet nuttig” en “verouderd” tellen alleen één op bij een teller. Drie uitzonderingen. Waar een community dat heeft gekozen, wordt een onbeantwoorde vraag 90 dagen bewaard, zonder persoonsgegevens en zonder verband met u. Als u een artikel voorstelt, wordt uw kenmerk bewaard tot u de beslissing hebt gehoord. Als u modereert, staat het bij wat u hebt geschreven en gedaan, tot u het wist. Een abonnement op meldingen bewaart alleen een kanaal.",

	Original:       "Oorspronkelijke tekst",
	Rephrased:      "Geherformuleerd door een model.",
	RephrasedOf:    "Geherformuleerd door een model; oorspronkelijke tekst gecontroleerd op {date}.",
	Translated:     "Vertaald door een model; oorspronkelijke tekst: {language}.",
	TranslatedOf:   "Vertaald door een model; oorspronkelijke tekst ({language}) gecontroleerd op {date}.",
	PrivacyModel:   "Een taalmodel kan mijn antwoorden herformuleren of vertalen. Het krijgt het artikel en de gewenste taal, nooit uw naam of kenmerk. Uw vraag, zonder persoonsgegevens, krijgt het alleen als u dat toestaat en, op een server of in een groep, als de moderators het ook hebben toegestaan. Deze keuze blijft alleen in het geheugen en is vergeten als het programma opnieuw start.",
	QuestionKept:   "Uw keuze: uw vraag gaat niet naar het model.",
	QuestionSent:   "Uw keuze: uw vraag mag naar het model.",
	OriginalsShown: "Uw keuze: altijd de oorspronkelijke tekst. Het model krijgt niets voor u.",
	AllowQuestion:  "Mijn vraag mag naar het model",
	ForbidQuestion: "Mijn vraag niet meer naar het model sturen",
	AlwaysOriginal: "Mij altijd de oorspronkelijke tekst tonen",
	AllowRephrase:  "Herformuleringen weer toestaan",

	AskCommand: "vragen", AskDescription: "Hoe u weigert dat een dienst zijn AI traint met uw gegevens",
	AskOption: "vraag", AskOptionDescription: "Uw vraag in uw eigen woorden: “AI van LinkedIn uitzetten”",
	PrivacyCommand: "privacy", PrivacyDescription: "Wat ik over u bewaar",
	HelpCommand: "hulp", HelpDescription: "Hoe u mij iets vraagt",
	AnswerThis: "Dit bericht beantwoorden",
	About:      "NonMerci zegt u hoe u weigert dat een dienst zijn AI traint met uw gegevens: stappen, link naar de instelling, wat het verandert, bron en dag van de laatste controle. Vraag het in uw eigen woorden. De fiches zijn in het Frans en het Engels. Als u vraagt, bewaar ik niets over u.",
	ShortAbout: "Hoe u weigert dat een dienst zijn AI traint met uw gegevens. Stappen, link, bron, datum.",

	CommunityNote: "Opmerking van deze community", CommunityEntry: "Artikel van deze community, gewijzigd op {date}.",
	CommunityVersion: "Door deze community aangepast op {date}", CommunityOtherLang: "Deze community heeft dit artikel nog niet in uw taal geschreven.",

	InlineEmpty: "Typ een dienst: “LinkedIn”, “WhatsApp”, “ChatGPT”…",
}
