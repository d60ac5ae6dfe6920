package telegram

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
	"time"

	"github.com/go-telegram/bot/models"

	"nonmerci/bot"
)

const (
	maxResults   = 10
	inlineCache  = 5 // seconds, and for one person alone: an entry that changes is right at once
	maxTitle     = 100
	maxAbout     = 160
	maxResultID  = 64 // bytes
	inlineWithin = 10 * time.Second
)

// An article is https://core.telegram.org/bots/api#inlinequeryresultarticle. The library's answerInlineQuery writes « web_app: null »
// into the button, so the call is written here.
type article struct {
	Type        string                       `json:"type"`
	ID          string                       `json:"id"`
	Title       string                       `json:"title"`
	Description string                       `json:"description,omitempty"`
	Content     content                      `json:"input_message_content"`
	Buttons     *models.InlineKeyboardMarkup `json:"reply_markup,omitempty"`
}

type content struct {
	Text      string                     `json:"message_text"`
	ParseMode string                     `json:"parse_mode"`
	Preview   *models.LinkPreviewOptions `json:"link_preview_options"`
}

// suggest answers an inline query; false says that it was cut off.
func (a *Adapter) suggest(ctx context.Context, q *inlineQuery) bool {
	ctx, cancel := context.WithTimeout(ctx, inlineWithin)
	defer cancel()
	lang := language(q.From.Language)
	err := a.client.call(ctx, "answerInlineQuery", map[string]any{
		"inline_query_id": q.ID, "results": a.results(validText(q.Query), lang), "is_personal": true, "cache_time": inlineCache,
		"button": map[string]string{"text": shorten(bot.WordsIn(lang).HelpDescription, maxLabel), "start_parameter": "inline"},
	}, nil)
	if refusedFor(err, queryTooOld) {
		err = nil // the person has typed on
	}
	a.sender.count("answerInlineQuery", err)
	return !errors.Is(err, context.Canceled)
}

// results are the answer to a question, when the words are one, and the entries that they may lead to.
func (a *Adapter) results(query, lang string) []article {
	out := []article{}
	met := map[string]bool{}
	if strings.TrimSpace(query) != "" {
		switch r := a.core.Ask(query, nil, lang, false); {
		case r.Private():
			return append(out, a.article("care", "", r)) // nothing beside it
		case r.Kind == bot.Answer:
			out = append(out, a.article(r.Entry+" "+r.Device, "", r))
			met[r.Entry] = true
		}
	}
	for _, c := range a.core.Suggest(query, lang, maxResults) {
		r, ok := a.core.Entry(c.Entry, lang, "")
		if !ok || met[c.Entry] || len(out) >= maxResults {
			continue
		}
		met[c.Entry] = true
		out = append(out, a.article(c.Entry, c.Label, r))
	}
	return out
}

// article is a reply to be sent by a person: one message, and links for buttons, because nobody can say who will read it.
func (a *Adapter) article(id, title string, r bot.Reply) article {
	if len(id) > maxResultID {
		sum := sha256.Sum256([]byte(id))
		id = hex.EncodeToString(sum[:maxResultID/2])
	}
	echo, about := headline(r)
	if title == "" {
		title = echo
	}
	links := r
	links.Actions = nil
	d := renderOne(links, a.seal, 0)
	out := article{Type: "article", ID: id, Title: shorten(title, maxTitle), Description: shorten(about, maxAbout), Buttons: d.buttons}
	out.Content = content{ParseMode: string(models.ParseModeHTML), Preview: noPreview()}
	if len(d.pages) > 0 {
		out.Content.Text = d.pages[0].html
	}
	return out
}

// headline is what a reply is about and says first, as plain text.
func headline(r bot.Reply) (title, about string) {
	if r.Card != nil {
		title = r.Card.Title
	}
	for _, b := range r.Blocks() {
		if b.Kind != bot.Paragraph {
			continue
		}
		for _, s := range b.Spans {
			about += s.Text
		}
		break
	}
	if title == "" {
		title = about
	}
	return harmless(title), harmless(about)
}
