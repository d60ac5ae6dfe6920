package rephrase

import (
	"strings"

	"nonmerci/bot"
)

// What an answer may have to be given to a model. The longest of the base has a third of it.
const (
	maxLines = 80
	maxText  = 16 << 10
)

// fit says whether an answer can be given to a model: every line one line, not too much, languages that can be compared.
func fit(w bot.Rewriting) bool {
	size := 0
	for _, l := range w.Lines {
		if strings.TrimSpace(l.Text) == "" || !plain(l.Text) {
			return false
		}
		size += len(l.Text)
	}
	return len(w.Lines) > 0 && len(w.Lines) <= maxLines && size <= maxText && names[w.From] != "" && names[w.To] != ""
}

// room is how long the model's version of a line may be, in bytes: translations grow.
func room(source string) int { return 2*len(source) + 160 }

// maxTokens is how much a model may write: about as much again as it reads, in a tokenizer that knows the language badly.
func maxTokens(w bot.Rewriting) int {
	size := 0
	for _, l := range w.Lines {
		size += len(l.Text)
	}
	return size/2 + 8*len(w.Lines) + 64
}
