package telegram

import (
	"slices"

	"github.com/go-telegram/bot/models"

	"nonmerci/adapters/internal/cards"
	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
)

const (
	maxLabel = 64 // of a button, in units: longer ones are cut by every client
	rowUnits = 36 // what a row has room for on a screen of 360 pixels, in equal shares
	maxInRow = 3
	maxData  = 64 // of a button, in bytes
)

// keyboard arranges the links and the buttons of a reply: the settings first, then each group; what the reader thinks of it has one row.
// A reply to a person in distress has none.
func keyboard(r bot.Reply, s seal.Sealer, owner uint64) *models.InlineKeyboardMarkup {
	if r.Private() {
		return nil
	}
	group := func(g bot.Group) (out []models.InlineKeyboardButton) {
		for _, a := range cards.Actions(r, g) {
			b := models.InlineKeyboardButton{Text: label(a.Label), CallbackData: s.Seal(a.Press.String(), owner)}
			if len(b.CallbackData) <= maxData && b.Text != "" { // longer ones cannot be: MaxPress
				out = append(out, b)
			}
		}
		return out
	}
	rows := arrange(links(r), maxInRow)
	rows = append(rows, arrange(group(bot.GroupChoice), 1)...)
	for _, g := range []bot.Group{bot.GroupDevice, bot.GroupRelated, bot.GroupAbout} {
		rows = append(rows, arrange(group(g), maxInRow)...)
	}
	if thinks := group(bot.GroupFeedback); len(thinks) > 0 {
		rows = append(rows, thinks)
	}
	if len(rows) == 0 {
		return nil
	}
	return &models.InlineKeyboardMarkup{InlineKeyboard: rows}
}

// links are the settings and forms, one tap away.
func links(r bot.Reply) []models.InlineKeyboardButton {
	var out []models.InlineKeyboardButton
	for _, l := range r.Opens() {
		text := l.Text
		if text == "" {
			text = bot.WordsIn(r.Lang).Open
		}
		out = append(out, models.InlineKeyboardButton{Text: label(text), URL: validText(l.URL)})
	}
	return out
}

// blocks are the blocks of a reply without the links that its keyboard has.
func blocks(r bot.Reply) []bot.Block {
	on := links(r)
	return cards.Blocks(r, func(address string) bool {
		return !r.Private() && slices.ContainsFunc(on, func(b models.InlineKeyboardButton) bool { return b.URL == address })
	})
}

// arrange puts as many buttons side by side as may be and as fit, and what follows below.
func arrange(buttons []models.InlineKeyboardButton, beside int) [][]models.InlineKeyboardButton {
	var rows [][]models.InlineKeyboardButton
	for len(buttons) > 0 {
		n, widest := 0, 0
		for n < min(beside, len(buttons)) && max(widest, units(buttons[n].Text))*(n+1) <= rowUnits {
			widest = max(widest, units(buttons[n].Text))
			n++
		}
		n = max(n, 1)
		rows = append(rows, buttons[:n:n])
		buttons = buttons[n:]
	}
	return rows
}

func label(s string) string { return shorten(harmless(s), maxLabel) }
