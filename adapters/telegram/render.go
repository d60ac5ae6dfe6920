package telegram

import (
	"slices"

	"github.com/go-telegram/bot/models"

	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
)

// A draft is a reply within the limits of Telegram: the pages, and the buttons under the last.
type draft struct {
	pages   []page
	buttons *models.InlineKeyboardMarkup // nil: none
}

// render lays a reply out for new messages. owner may press the buttons; 0 is everybody. It is pure. A reply with nothing to see has
// no pages.
func render(r bot.Reply, s seal.Sealer, owner uint64) draft {
	d := draft{buttons: keyboard(r, s, owner)}
	for _, part := range split(layout(blocks(r))) {
		d.pages = append(d.pages, write(part))
	}
	return d
}

// renderOne lays a reply out for one message, because it replaces another or is sent by somebody else: what is too long loses its
// extra blocks, and then its end.
func renderOne(r bot.Reply, s seal.Sealer, owner uint64) draft {
	paras := layout(blocks(r))
	parts := split(paras)
	if len(parts) > 1 {
		paras = slices.DeleteFunc(paras, func(p para) bool { return p.folded })
		parts = split(paras)
	}
	d := draft{buttons: keyboard(r, s, owner)}
	if len(parts) > 0 {
		d.pages = []page{write(parts[0])}
	}
	return d
}

// notice is a reply as a short text beside a button, without style.
func notice(r bot.Reply) string {
	return shorten(validText(r.Text), maxNotice)
}

// maxNotice is how long the answer to a press is at most.
const maxNotice = 200
