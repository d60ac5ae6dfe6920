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

	Privacy: "Ik bewaar niets over u. Het onderwerp van uw laatste vraag (niet uw woorden) blijft tien minuten in het geheugen, zodat “en bij Instagram?” betekenis heeft, en is dan weg. Geen bericht, naam of kenmerk wordt opgeslagen. De knoppen “nuttig”, “niet nuttig” en “verouderd” tellen alleen één op bij een teller.",

	AskCommand: "vragen", AskDescription: "Hoe u weigert dat een dienst zijn AI traint met uw gegevens",
	AskOption: "vraag", AskOptionDescription: "Uw vraag in uw eigen woorden: “AI van LinkedIn uitzetten”",
	PrivacyCommand: "privacy", PrivacyDescription: "Wat ik over u bewaar",
	HelpCommand: "hulp", HelpDescription: "Hoe u mij iets vraagt",
	AnswerThis: "Dit bericht beantwoorden",
	About:      "NonMerci zegt u hoe u weigert dat een dienst zijn AI traint met uw gegevens: stappen, link naar de instelling, wat het verandert, bron en dag van de laatste controle. Vraag het in uw eigen woorden. De fiches zijn in het Frans en het Engels. Ik bewaar niets over u.",
	ShortAbout: "Hoe u weigert dat een dienst zijn AI traint met uw gegevens. Stappen, link, bron, datum.",

	CommunityNote: "Opmerking van deze community", CommunityEntry: "Artikel van deze community, gewijzigd op {date}.",
	CommunityVersion: "Door deze community aangepast op {date}", CommunityOtherLang: "Deze community heeft dit artikel nog niet in uw taal geschreven.",

	InlineEmpty: "Typ een dienst: “LinkedIn”, “WhatsApp”, “ChatGPT”…",
}
