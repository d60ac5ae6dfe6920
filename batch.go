package main

import (
	"context"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"nonmerci/knowledge/understand"
)

type batchLine struct {
	Q       *string  `json:"q"`
	Lang    string   `json:"lang"`
	Context []string `json:"context"`
}

// runBatch answers one line after another, in order: a line that cannot be read gets {"error": …} in its place.
func runBatch(ctx context.Context, b answerer, in io.Reader, out, errs io.Writer, explain bool) error {
	return jsonLines(ctx, in, out, errs, "questions", "shorten the question", func(line []byte) any { return answerLine(ctx, b, line, explain) })
}

func answerLine(ctx context.Context, b answerer, line []byte, explain bool) any {
	var l batchLine
	if err := json.Unmarshal(line, &l); err != nil {
		return lineError{"not a JSON object: " + err.Error() + `; write {"q": "your question"}`}
	}
	if l.Q == nil {
		return lineError{`the key "q" is missing; write {"q": "your question"}`}
	}
	lang := l.Lang
	if checkLang(lang) != nil {
		lang = "" // « mixed », or a language we do not speak: find out
	}
	return askAloud(ctx, b, *l.Q, l.Context, lang, explain)
}

func checkLang(lang string) error {
	if lang == "" || slices.Contains(understand.Languages, lang) {
		return nil
	}
	return usagef("--lang %q is not one of %s", lang, strings.Join(understand.Languages, ", "))
}
