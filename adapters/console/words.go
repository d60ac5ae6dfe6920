package console

import (
	"strconv"
	"strings"

	"nonmerci/bot"
)

// words are what the terminal says around the bot's replies.
type words struct {
	welcome, help, bye string
	on, off            string
	explain            bool
}

func (w words) explained() string {
	if w.explain {
		return w.on
	}
	return w.off
}

// wordsOf returns the words of a language: French, unless it is another one.
func wordsOf(lang string) words {
	if lang != "" && lang != "fr" {
		return words{
			welcome: "NonMerci. Ask your question, or type /help. Ctrl-D to leave.",
			help: "Ask in your own words: “how do I turn off LinkedIn AI?”, then “and on Android?”.\n" +
				"A number picks a choice. /explain shows how a question was understood. /quit leaves.",
			bye: "Goodbye.", on: "Explanations are on.", off: "Explanations are off.",
		}
	}
	return words{
		welcome: "NonMerci. Posez votre question, ou tapez /aide. Ctrl-D pour quitter.",
		help: "Posez votre question avec vos mots\u00a0: «\u00a0comment désactiver l’IA de LinkedIn\u202f?\u00a0», puis «\u00a0et sur Android\u202f?\u00a0».\n" +
			"Un chiffre choisit une proposition. /expliquer montre comment une question est comprise. /quitter pour partir.",
		bye: "Au revoir.", on: "Les explications sont affichées.", off: "Les explications sont masquées.",
	}
}

// related lists the questions near an answer, with the numbers that pick them.
func related(choices []bot.Choice, lang string) string {
	title := "Aussi\u00a0: "
	if lang != "fr" {
		title = "Also: "
	}
	var parts []string
	for i, c := range choices {
		parts = append(parts, strconv.Itoa(i+1)+". "+c.Label)
	}
	return title + strings.Join(parts, "   ")
}
