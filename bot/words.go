package bot

// Words are what a platform writes around a reply in one language: the labels of buttons, the names and descriptions of commands,
// short notices. Each language has its own file, words_<lang>.go.
type Words struct {
	Useful, NotUseful, Outdated string // the buttons of feedback
	Missing, Back               string // « I do not see this setting », and back to the entry
	Show, Remove                string // show a private answer to all; delete an answer
	Open                        string // the link to the setting, where it has no text of its own

	ThanksUseful, ThanksNotUseful, ThanksOutdated string   // one short line each, 200 characters at most
	Causes                                        []string // why a setting may not be there
	CausesTitle, CausesEnd                        string

	Busy     string // too many questions: the one polite notice
	NotYours string // a button of somebody else's answer
	TooOld   string // a button that can no longer be followed
	Removed  string // an answer was deleted
	ShownBy  string // « shown by {name} »
	CannotDM string // the answer could not be posted where it was asked

	Privacy string // what is kept of the reader

	Original                                                     string // the button that shows an answer as it was written
	Rephrased, RephrasedOf                                       string // small, under an answer in a model's words: alone, and with the {date} of the original
	Translated, TranslatedOf                                     string // the same of one that it has translated, with the {language} of the original
	PrivacyModel                                                 string // what the model gets
	QuestionKept, QuestionSent                                   string // what the reader chose: nothing is given away, or the question
	OriginalsShown                                               string // or that answers stay as they were written
	AllowQuestion, AlwaysOriginal, ForbidQuestion, AllowRephrase string // the buttons to choose

	AskCommand, AskDescription, AskOption, AskOptionDescription string // 32, 100, 32, 100 characters at most
	PrivacyCommand, PrivacyDescription                          string
	HelpCommand, HelpDescription                                string
	AnswerThis                                                  string // the menu on a message, 32 characters at most
	About, ShortAbout                                           string // the bot's profile: 512 and 120 characters at most
	CommunityNote                                               string // before what the community of the place says above an answer
	CommunityEntry, CommunityVersion                            string // what an entry of its own is, and a shared one that it has changed; {date}
	CommunityOtherLang                                          string // its entry exists in another language only
	InlineEmpty                                                 string // what an inline query with no text offers
}

// WordsIn returns the words of a language; English for one that has none.
func WordsIn(lang string) *Words {
	if w, ok := surface[lang]; ok {
		return w
	}
	return surface["en"]
}

var surface = map[string]*Words{
	"fr": &wordsFrench, "en": &wordsEnglish, "de": &wordsGerman, "es": &wordsSpanish, "it": &wordsItalian, "pt": &wordsPortuguese, "nl": &wordsDutch,
}
