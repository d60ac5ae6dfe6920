package understand

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"nonmerci/knowledge/words"
)

// tinyLexicon knows seven services, two that we do not cover, and a dozen words.
func tinyLexicon() words.Lexicon {
	return words.Lexicon{
		Subjects: map[string]words.Names{
			"linkedin":      {Name: "LinkedIn", Owner: "microsoft", Names: []string{"linkedin"}, Misspellings: []string{"lindekin"}},
			"facebook":      {Name: "Facebook", Owner: "meta", Names: []string{"facebook"}, Aliases: []string{"fb"}},
			"instagram":     {Name: "Instagram", Owner: "meta", Names: []string{"instagram"}, Aliases: []string{"insta"}},
			"x":             {Name: "X", Owner: "x", Names: []string{"twitter", "x"}},
			"google":        {Name: "Google", Owner: "google", Names: []string{"google"}},
			"google-photos": {Name: "Google Photos", Owner: "google", Names: []string{"google photos"}, Nicknames: []string{"photos de google"}},
			"zed":           {Name: "Zed", Owner: "zed", Names: []string{"zed"}, Weak: []string{"éditeur"}},
		},
		Unlisted: []string{"badoo", "le bon plan"},
		Short: map[string]map[string]string{
			"fr": {"cmt": "comment", "pk": "pourquoi", "stp": "s'il te plaît", "desactiv": "désactiver"},
			"en": {"pls": "please", "u": "you"},
		},
		Prefixes: map[string]map[string]string{"fr": {"j": "je", "l": "le", "d": "de", "jv": "je vais"}},
		Concepts: map[string]map[string][]string{
			"ai":      {"fr": {"ia", "intelligence artificielle"}, "en": {"ai"}},
			"refuse":  {"fr": {"refuser", "désactiver", "couper"}, "en": {"refuse", "turn off", "disable"}},
			"data":    {"fr": {"données", "photos"}, "en": {"data"}},
			"weather": {"fr": {"météo", "pluie"}, "en": {"weather"}},
			"delete":  {"fr": {"supprimer", "effacer"}, "en": {"delete"}},
		},
	}
}

// tinyQuestions are 200 made-up lines and a few follow-ups, under every kind of heading.
func tinyQuestions() []words.Question {
	var qs []words.Question
	add := func(q words.Question, lang string, lines ...string) {
		for _, l := range lines {
			q.Text, q.Lang, q.Author, q.Line = l, lang, fmt.Sprint("hand-", len(qs)%9), len(qs)+1
			qs = append(qs, q)
		}
	}
	each := func(format string) []string {
		out := []string{"linkedin", "facebook", "instagram", "twitter", "google photos", "zed"}
		for i, s := range out {
			out[i] = fmt.Sprintf(format, s)
		}
		return out
	}
	slugs := []string{"linkedin", "facebook", "instagram", "x", "google-photos", "zed"}
	ours := func(lang, intent string, formats ...string) {
		for _, f := range formats {
			for i, l := range each(f) {
				add(words.Question{Kind: words.Ours, Subject: slugs[i], Intents: []string{intent}}, lang, l)
			}
		}
	}
	ours("fr", "opt-out", "comment désactiver l'ia de %s", "je veux refuser l'ia sur %s", "couper l'intelligence artificielle de %s", "refuser %s ia",
		"comment refuser que %s entraîne son ia", "désactiver ia %s s'il te plaît")
	ours("en", "opt-out", "how do i turn off %s ai", "i want to refuse the ai of %s", "disable ai on %s", "please turn the ai of %s off")
	ours("fr", "since", "depuis quand %s fait ça", "depuis quand l'ia de %s existe", "%s utilise mes données depuis quand")
	ours("en", "since", "since when does %s do this", "since when is the ai of %s there")
	ours("fr", "data", "quelles données %s utilise", "est-ce que %s prend mes photos", "quelles photos utilise %s")
	for _, s := range []string{"linkedin", "facebook", "instagram", "twitter"} {
		add(words.Question{Kind: words.Ours, Subject: strings.ReplaceAll(s, "twitter", "x")}, "fr", s, "le compte "+s, s+" ?")
	}
	add(words.Question{Kind: words.Ours, Subject: words.General, Intents: []string{"complaint", "no-reply"}}, "fr",
		"comment porter plainte", "je veux porter plainte à la cnil", "porter plainte contre eux", "plainte cnil", "à qui me plaindre")
	add(words.Question{Kind: words.Ours, Subject: words.General, Intents: []string{"complaint"}}, "en",
		"how do i complain", "i want to complain to the authority", "where to complain", "complain about them", "who do i complain to")
	add(words.Question{Kind: words.Ours, Intents: []string{"opt-out"}}, "fr", "comment refuser l'ia", "je veux désactiver l'ia", "couper l'ia", "refuser")
	add(words.Question{Kind: words.No, About: "weather"}, "fr", "la météo de demain", "quelle météo à lyon", "va-t-il tomber de la pluie", "météo demain", "pluie demain")
	add(words.Question{Kind: words.No, About: "weather"}, "en", "the weather tomorrow", "what weather in leeds", "will it rain tomorrow", "rain tomorrow", "weather")
	for _, s := range []string{"linkedin", "facebook", "instagram"} {
		add(words.Question{Kind: words.No, About: "other-setting"}, "fr", "changer ma photo de profil "+s, "mot de passe oublié "+s, "supprimer un ami "+s)
	}
	add(words.Question{Kind: words.Hello, About: "greeting"}, "fr", "bonjour", "salut", "bonsoir", "coucou", "bonjour à tous")
	add(words.Question{Kind: words.Hello, About: "thanks"}, "fr", "merci", "merci beaucoup", "grand merci", "merci bien", "super merci")
	add(words.Question{Kind: words.Distress}, "fr", "je veux mourir", "j'ai envie de mourir", "je vais me tuer", "plus envie de vivre", "je veux en finir")
	for i, s := range []string{"facebook", "instagram", "linkedin", "twitter"} {
		slug := []string{"facebook", "instagram", "linkedin", "x"}[i]
		q := words.Question{Kind: words.Ours, Subject: slug, Intents: []string{"opt-out"}, Context: []string{"comment désactiver l'ia de linkedin"}}
		add(q, "fr", "et pour "+s, "et "+s+" alors", "pareil pour "+s)
		q.Intents, q.Context = []string{"since"}, []string{"comment désactiver l'ia de " + s}
		add(q, "fr", "depuis quand", "et depuis quand", "c'est depuis quand")
	}
	return qs
}

// tiny is a model learnt from them, once.
var tiny = sync.OnceValue(func() *Model { return Train(tinyLexicon(), tinyQuestions(), TrainOptions{Epochs: 12}) })

func texts(a *Analysis) []string {
	out := make([]string, len(a.Tokens))
	for i, t := range a.Tokens {
		out[i] = t.Text
	}
	return out
}

// apart is what is tested: (*Model).Analyze.
func apart(m *Model, question, lang, spoken string) *Analysis {
	return m.Analyze(question, lang, spoken) //nolint:misspell // the method is named so
}

func look(s string) *Analysis { return apart(tiny(), s, "fr", "") }

func TestTinyCollectionIsLargeEnough(t *testing.T) {
	qs := tinyQuestions()
	if len(qs) < 150 || len(qs) > 260 {
		t.Errorf("%d questions", len(qs))
	}
	if !slices.ContainsFunc(qs, func(q words.Question) bool { return len(q.Context) > 0 }) {
		t.Error("no follow-up")
	}
}
