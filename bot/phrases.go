package bot

// phrases are the sentences and words of one language that readers see around the entries. Each language has its own file, so that a
// native speaker can review it whole. « {service} », « {intent} », « {name} » and « {date} » are filled in.
type phrases struct {
	languages map[string]string // what each language is called

	intents map[string]string // intent or general slug → a few words, for the echo, buttons and choices
	devices map[string]string // any, web, ios, android → a heading
	device  map[string]string // the same, short, for the echo

	steps, links, changes, keeps, notes, source, scope, difficulty string // headings and labels
	difficulties                                                   map[string]string
	regions                                                        map[string]string
	verified, stale, unverified                                    string // « vérifié le {date} »…
	months                                                         []string
	date                                                           string // {day} {month} {year}

	nearest                                      string // no entry for this intent; the nearest follows
	otherLang                                    string // the entry exists in another language only
	cut                                          string // the question was too long
	general                                      string // echo of a general question
	whichOne                                     string // clarify: which service?
	whichOf                                      string // clarify: which service of {service}?
	whichAsk                                     string // clarify: what about {service}?
	whichBoth                                    string // clarify: neither is known
	other                                        string // the last choice: something else
	notOurs                                      string // unknown
	known                                        string // unknown: what is known of {service} follows
	unlisted                                     string // unknown: a service that is not covered, {name}
	empty                                        string // unknown: nothing was said
	covers                                       string // what is covered, and the next step
	greet, who, help, thanks, bye, ok, howAreYou string
	ownUnknown, ownEmpty, ownWhich               string // for entries that have only words
	sorry, distress                              string // something went wrong on our side; a person is in danger
}

// speak returns the phrases of a language; English for one that has none.
func speak(lang string) *phrases {
	if p, ok := languages[lang]; ok {
		return p
	}
	return languages["en"]
}

var languages = map[string]*phrases{
	"fr": &french, "en": &english, "de": &german, "es": &spanish, "it": &italian, "pt": &portuguese, "nl": &dutch,
}

// nearLanguage is where a language without entries of its own borrows them: the one its speakers most often read.
func nearLanguage(lang string) string {
	switch lang {
	case "fr", "es", "it", "pt":
		return "fr"
	}
	return "en"
}
