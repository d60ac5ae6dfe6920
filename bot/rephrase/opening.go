package rephrase

import "nonmerci/bot/rephrase/guard"

// maxOpening is how long a sentence before the answer may be, in bytes.
const maxOpening = 2 * guard.MaxBetween

// opening returns the sentence that the model put before an answer, "" when it says anything of its own.
func opening(whole guard.Source, text, lang string) string {
	if text == "" || leads(text) || !guard.Opening(whole, text, lang).Pass {
		return ""
	}
	return text
}
