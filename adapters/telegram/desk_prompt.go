package telegram

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-telegram/bot/models"

	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// promptPages show a field: where in the form it is, what it is for, and what it holds, which a tap copies.
func promptPages(w *deskWords, f desk.Form, n int, intro []bot.Block) []page {
	fl := f.Fields[n]
	title := f.Title
	if len(f.Fields) > 1 {
		title += " · " + stepOf(w, n, len(f.Fields))
	}
	blocks := []bot.Block{{Kind: bot.Heading, Spans: []bot.Span{{Text: title}}}}
	blocks = append(blocks, intro...)
	about := []bot.Span{{Text: fl.Label, Bold: true}}
	if fl.Hint != "" {
		about = append(about, bot.Span{Text: "\n" + fl.Hint, Emphasis: true})
	}
	now := w.Now + " " + w.Empty
	if fl.Value != "" {
		now = w.Now
	}
	paras := layout(append(blocks, bot.Block{Kind: bot.Paragraph, Spans: about}, sentence(now)))
	if fl.Value != "" {
		paras = append(paras, verbatim(fl.Value))
	}
	paras = append(paras, layout([]bot.Block{small(rules(w, fl))})...)
	return pagesOf(paras)
}

// rules say in a line how a field is written.
func rules(w *deskWords, fl desk.Field) string {
	out := []string{w.Write}
	if fl.Long {
		out[0] = w.WriteLong
	}
	if fl.Required {
		out = append(out, w.Required)
	}
	if fl.Limit > 0 {
		out = append(out, with(w.AtMost, "n", strconv.Itoa(fl.Limit)))
	}
	return strings.Join(out, " ")
}

func stepOf(w *deskWords, n, of int) string {
	return with(w.Step, "n", strconv.Itoa(n+1), "of", strconv.Itoa(of))
}

// verbatim is a text as it stands, in the type of code: a tap copies it, and nothing in it is changed or becomes a link.
func verbatim(s string) para {
	return para{runs: []run{{text: validText(s), name: true}}}
}

func pagesOf(paras []para) []page {
	var out []page
	for _, part := range split(paras) {
		out = append(out, write(part))
	}
	return out
}

// promptButtons are the ways to go on without typing.
func (r *room) promptButtons(s seat, f desk.Form, k talk) *models.InlineKeyboardMarkup {
	w, fl := deskWordsIn(s.lang), f.Fields[k.field]
	var first, second []step
	switch {
	case fl.Value != "":
		first = append(first, step{w.Keep, k.stepData(stepKeep), desk.Primary})
		if !fl.Required {
			first = append(first, step{w.Clear, k.stepData(stepClear), desk.Plain})
		}
	case !fl.Required:
		first = append(first, step{w.Skip, k.stepData(stepKeep), desk.Plain})
	}
	if k.field > 0 {
		second = append(second, step{w.Back, k.stepData(stepBack), desk.Plain})
	}
	if k.field < len(f.Fields)-1 && complete(f, k.field) {
		second = append(second, step{w.Rest, k.stepData(stepRest), desk.Plain})
	}
	return rows([][]models.InlineKeyboardButton{
		r.row(s, first...), r.row(s, second...), r.row(s, step{w.Abandon, abandonData(s.spot), desk.Danger}),
	})
}

// complete says whether the fields from one on need nothing more.
func complete(f desk.Form, from int) bool {
	for _, fl := range f.Fields[from:] {
		if fl.Required && strings.TrimSpace(fl.Value) == "" || over(fl) > 0 {
			return false
		}
	}
	return true
}

// over is how many characters a field has too many.
func over(fl desk.Field) int {
	if fl.Limit <= 0 {
		return 0
	}
	return max(0, utf8.RuneCountInString(fl.Value)-fl.Limit)
}
