package telegram

import (
	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
)

// measuring seals what nobody will press.
var measuring = seal.New("", "measure")

// Measure says how many messages a reply takes on Telegram, how long the longest is, and how long one may be, in UTF-16 units after parsing
// (Bot API, sendMessage).
func Measure(r bot.Reply) (messages, size, limit int) {
	for _, p := range render(r, measuring, 0).pages {
		messages, size = messages+1, max(size, units(p.plain))
	}
	return messages, size, maxText
}
