package telegram

import (
	"context"
	"errors"

	"github.com/go-telegram/bot/models"

	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// show draws a screen in private: in the place of the one whose button was pressed where that can be, as a dialogue when it has a form, and
// its files below. It returns false when it was cut off.
func (r *room) show(ctx context.Context, w *window, j *job, s seat, screen desk.Screen) bool {
	r.passOn(screen.Notices)
	if f := screen.Form; f != nil && len(screen.Buttons) == 0 {
		return r.begin(ctx, w, j, s, *f, screen.Blocks)
	}
	if !screen.Replace {
		s.pressed = 0
	}
	if _, ok := r.put(ctx, w, j, s, draft{screenPages(screen.Title, screen.Blocks), r.keyboard(s, screen)}); !ok {
		return false
	}
	for _, f := range screen.Files {
		if !r.attach(ctx, w, j, s, f) {
			return false
		}
	}
	return true
}

// put replaces the message that was pressed by a draft, or sends it. id is the message that has the buttons; ok is false when it was cut off.
func (r *room) put(ctx context.Context, w *window, j *job, s seat, d draft) (id int, ok bool) {
	if s.pressed != 0 && len(d.pages) == 1 {
		err := r.sender.edit(ctx, target{at: s.at, id: s.pressed}, d.pages[0], d.buttons)
		if !errors.Is(err, errGone) {
			return s.pressed, ctx.Err() == nil
		}
	}
	before := len(j.messages)
	ok = r.deliver(ctx, w, j, s.at, s.after, d)
	if n := len(j.messages); n > before {
		id = j.messages[n-1].id
	}
	return id, ok
}

// say shows one sentence, with these rows of buttons.
func (r *room) say(ctx context.Context, w *window, j *job, s seat, text string, buttons ...[]models.InlineKeyboardButton) bool {
	_, ok := r.put(ctx, w, j, s, draft{screenPages("", []bot.Block{sentence(text)}), rows(buttons)})
	return ok
}

func sentence(text string) bot.Block {
	return bot.Block{Kind: bot.Paragraph, Spans: []bot.Span{{Text: text}}}
}

// layoutSentences are sentences, each a paragraph.
func layoutSentences(all ...string) []para {
	var out []bot.Block
	for _, text := range all {
		out = append(out, sentence(text))
	}
	return layout(out)
}

func small(text string) bot.Block { return bot.Block{Kind: bot.Small, Spans: []bot.Span{{Text: text}}} }

func rows(all [][]models.InlineKeyboardButton) *models.InlineKeyboardMarkup {
	var out [][]models.InlineKeyboardButton
	for _, row := range all {
		if len(row) > 0 {
			out = append(out, row)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return &models.InlineKeyboardMarkup{InlineKeyboard: out}
}

// screenPages are a title and blocks, within the limits of messages.
func screenPages(title string, blocks []bot.Block) []page {
	if title != "" {
		blocks = append([]bot.Block{{Kind: bot.Heading, Spans: []bot.Span{{Text: title}}}}, blocks...)
	}
	var out []page
	for _, part := range split(layout(blocks)) {
		out = append(out, write(part))
	}
	return out
}

// keyboard has the buttons of a screen, and below them the one that ends it and says what it is about.
func (r *room) keyboard(s seat, screen desk.Screen) *models.InlineKeyboardMarkup {
	var out [][]models.InlineKeyboardButton
	for _, row := range screen.Buttons {
		var line []models.InlineKeyboardButton
		for _, b := range row {
			if b.URL != "" {
				line = append(line, models.InlineKeyboardButton{Text: label(b.Label), URL: validText(b.URL)})
			} else if drawn, ok := r.button(b.Label, actData(b.Act), s.who, b.Style); ok {
				line = append(line, drawn)
			}
		}
		out = append(out, arrange(line, maxInRow)...)
	}
	if f := screen.Form; f != nil && !opens(screen, f.Again) {
		if b, ok := r.button(f.Open, actData(f.Again), s.who, desk.Primary); ok {
			out = append(out, []models.InlineKeyboardButton{b})
		}
	}
	return rows(append(out, r.row(s, step{deskWordsIn(s.lang).Close, closeData(s.spot), desk.Plain})))
}

// opens says whether some button of a screen does an act.
func opens(screen desk.Screen, a desk.Act) bool {
	for _, row := range screen.Buttons {
		for _, b := range row {
			if b.Act.String() == a.String() {
				return true
			}
		}
	}
	return false
}

// A button is one of Telegram's; a step is one of the adapter's own, before it is drawn.
type button = models.InlineKeyboardButton

type step struct {
	label, data string
	style       desk.Style
}

func (r *room) row(s seat, all ...step) []models.InlineKeyboardButton {
	var out []models.InlineKeyboardButton
	for _, b := range all {
		if drawn, ok := r.button(b.label, b.data, s.who, b.style); ok && b.label != "" {
			out = append(out, drawn)
		}
	}
	return out
}
