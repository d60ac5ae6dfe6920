package guard

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A person is whom a small word speaks of.
type person uint8

const (
	yours  person = iota // « your »
	ours                 // « our », « my »
	theirs               // « his », « their »
	either               // « su », « seu »: whose it is, the sentence tells, and nothing here
	you
	we
	they
	anyone // « on », « man »: whoever it is
	people // how many there are
)

// owners are the possessives and the pronouns of each language by whom they speak of, in the order of the constants above. German « Sie » and
// « Ihr », and what Italian writes with a capital for politeness, are told from the others by their capital.
var owners = map[string]map[string]person{
	"fr": personsOf("votre vos vôtre vôtres ton ta tes", "notre nos nôtre nôtres mon ma mes", "son sa ses leur leurs", "",
		"vous tu te toi", "nous je j moi me m", "il elle ils elles lui eux", "on"),
	"en": personsOf("your yours", "our ours my mine", "his her hers their theirs its", "", "you yourself yourselves", "we us i me ourselves", "he she it they him them"),
	"de": personsOf("dein deine deinen deinem deiner deines euer eure euren eurem eurer eures",
		"unser unsere unseren unserem unserer unseres mein meine meinen meinem meiner meines",
		"ihr ihre ihren ihrem ihrer ihres seine seinen seinem seiner seines", "", "du dich dir euch", "wir uns ich mich mir", "er ihm ihn sie ihnen", "man"),
	"es": personsOf("tu tus tuyo tuya tuyos tuyas vuestro vuestra vuestros vuestras", "nuestro nuestra nuestros nuestras mi mis mío mía míos mías", "",
		"su sus suyo suya suyos suyas", "tú usted ustedes ti te vosotros vosotras os", "nosotros nosotras yo", "él ella ellos ellas"),
	"it": personsOf("tuo tua tuoi tue vostro vostra vostri vostre", "nostro nostra nostri nostre mio mia miei mie", "loro", "suo sua suoi sue",
		"tu te ti voi vi", "noi io", "egli lui esso essa essi esse"),
	"pt": personsOf("teu tua teus tuas vosso vossa vossos vossas", "nosso nossa nossos nossas meu minha meus minhas", "dele dela deles delas",
		"seu sua seus suas", "tu te ti você vocês", "nós eu", "ele ela eles elas"),
	"nl": personsOf("uw uwe jouw", "ons onze mijn", "hun haar", "", "u je jij jou jullie", "wij we ik mij", "hij zij hem hen ze"),
}

func personsOf(lists ...string) map[string]person {
	out := map[string]person{}
	for p, list := range lists {
		for w := range strings.FieldsSeq(list) {
			out[w] = person(p)
		}
	}
	return out
}

// courteous are the words that a language writes with a capital out of politeness, within a sentence, and that name nobody.
var courteous = map[string]map[string]person{
	"de": {"sie": you, "ihnen": you, "ihr": yours, "ihre": yours, "ihren": yours, "ihrem": yours, "ihrer": yours, "ihres": yours},
	"es": {"usted": you, "ustedes": you, "vd": you, "ud": you, "su": yours, "sus": yours},
	"it": {
		"lei": you, "le": you, "la": you, "voi": you, "vi": you, "suo": yours, "sua": yours, "suoi": yours, "sue": yours,
		"vostro": yours, "vostra": yours, "vostri": yours, "vostre": yours,
	},
	"pt": {"você": you, "vocês": you, "seu": yours, "sua": yours, "seus": yours, "suas": yours},
	"nl": {"u": you, "uw": yours, "uwe": yours},
}

// mine are the words for « our » and « my » in all the languages.
var mine = func() map[string]bool {
	out := map[string]bool{}
	for _, l := range languages {
		for w, p := range owners[l] {
			if p == ours {
				out[w] = true
			}
		}
	}
	return out
}()

// courtesy says whether a word has its capital out of politeness.
func courtesy(lang, text, form string) bool {
	_, ok := courteous[lang][form]
	return ok && capital(text)
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
