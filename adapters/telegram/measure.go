package telegram

import (
	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
)

// Measure says how many messages a reply takes on Telegram, how long the longest is, and how long one may be, in UTF-16 units after parsing
// (Bot API, sendMessage).
func Measure(r bot.Reply) (messages, size, limit int) {
	for _, p := range render(r, seal.Sealer{}, 0).pages {
		messages, size = messages+1, max(size, units(p.plain))
	}
	return messages, size, maxText
}
