package telegramtest

import "fmt"

// A bound is how long a text may be; the files give it in prose only.
type bound struct {
	least, most int
	bytes       bool // not UTF-16 units
}

// lengths are the bounds by « method.field » and « Type.field ». Texts that are parsed first are bounded by the methods themselves.
var lengths = map[string]bound{
	"setMyDescription.description":                          {0, 512, false},
	"setMyShortDescription.short_description":               {0, 120, false},
	"setMyName.name":                                        {0, 64, false},
	"answerCallbackQuery.text":                              {0, 200, false},
	"answerInlineQuery.next_offset":                         {0, 64, true},
	"setWebhook.secret_token":                               {0, 256, false},
	"BotCommand.command":                                    {1, 32, false},
	"BotCommand.description":                                {1, 256, false},
	"InlineKeyboardButton.callback_data":                    {1, 64, true},
	"InlineKeyboardButton.switch_inline_query":              {0, 256, false},
	"InlineKeyboardButton.switch_inline_query_current_chat": {0, 256, false},
	"CopyTextButton.text":                                   {1, 256, false},
	"InlineQueryResultArticle.id":                           {1, 64, true},
	"InlineQueryResultsButton.start_parameter":              {1, 64, false},
	"InlineQuery.query":                                     {0, 256, false},
	"ForceReply.input_field_placeholder":                    {1, 64, false},
	"ReplyKeyboardMarkup.input_field_placeholder":           {1, 64, false},
	"CallbackQuery.data":                                    {1, 64, true},
}

func tooLong(field, text, path string) []finding {
	b, ok := lengths[field]
	if !ok {
		return nil
	}
	n, unit := Units(text), "units"
	if b.bytes {
		n, unit = len(text), "bytes"
	}
	if n >= b.least && n <= b.most {
		return nil
	}
	return []finding{{path, fmt.Sprintf("has %d %s, not %d to %d", n, unit, b.least, b.most)}}
}
