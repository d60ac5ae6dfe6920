package telegram

import (
	"github.com/go-telegram/bot/models"

	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
)

const (
	maxLabel = 64 // of a button, in units: longer ones are cut by every client
	rowUnits = 44 // labels that are together longer than this go below each other
	maxData  = 64 // of a button, in bytes
)

// keyboard arranges the links and the buttons of a reply: one row for the links and each small group, one for each choice. A reply to a
// person in distress has none.
func keyboard(r bot.Reply, s seal.Sealer, owner uint64) *models.InlineKeyboardMarkup {
	if r.Private() {
		return nil
	}
	rows := linkRows(r)
	groups := map[bot.Group][]models.InlineKeyboardButton{}
	for _, a := range r.Actions {
		b := models.InlineKeyboardButton{Text: label(a.Label), CallbackData: s.Seal(a.Press.String(), owner)}
		if len(b.CallbackData) <= maxData && b.Text != "" { // longer ones cannot be: MaxPress
			groups[a.Group] = append(groups[a.Group], b)
		}
	}
	for _, g := range []bot.Group{bot.GroupChoice, bot.GroupDevice, bot.GroupRelated, bot.GroupAbout, bot.GroupFeedback} {
		rows = append(rows, arrange(groups[g], g == bot.GroupDevice || g == bot.GroupFeedback)...)
	}
	if len(rows) == 0 {
		return nil
	}
	return &models.InlineKeyboardMarkup{InlineKeyboard: rows}
}

// linkRows are the settings and forms, one tap away.
func linkRows(r bot.Reply) [][]models.InlineKeyboardButton {
	var row []models.InlineKeyboardButton
	for _, l := range r.Opens() {
		text := l.Text
		if text == "" {
			text = bot.WordsIn(r.Lang).Open
		}
		row = append(row, models.InlineKeyboardButton{Text: label(text), URL: validText(l.URL)})
	}
	return arrange(row, true)
}

// arrange puts buttons side by side when that is wanted and they are short enough, else below each other.
func arrange(buttons []models.InlineKeyboardButton, beside bool) [][]models.InlineKeyboardButton {
	if len(buttons) == 0 {
		return nil
	}
	total := 0
	for _, b := range buttons {
		total += units(b.Text)
	}
	if beside && total <= rowUnits {
		return [][]models.InlineKeyboardButton{buttons}
	}
	rows := make([][]models.InlineKeyboardButton, 0, len(buttons))
	for _, b := range buttons {
		rows = append(rows, []models.InlineKeyboardButton{b})
	}
	return rows
}

func label(s string) string { return shorten(harmless(s), maxLabel) }
