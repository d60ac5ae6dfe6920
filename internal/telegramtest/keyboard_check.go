package telegramtest

import (
	"strings"
)

// check is what Telegram looks at once the message is otherwise in order. private says that the chat is one person's.
func (kb *InlineKeyboard) check(private bool) *Error {
	if kb == nil {
		return nil
	}
	n := 0
	for _, row := range kb.Rows {
		for i := range row {
			n++
			if err := row[i].check(private); err != nil {
				return err
			}
		}
	}
	if n > maxButtons {
		return badRequest("reply markup is too long")
	}
	return nil
}

// check also writes the address of a button as the real server keeps it.
func (b *Button) check(private bool) *Error {
	switch {
	case strings.TrimSpace(b.Text) == "":
		return badRequest("Keyboard button text must be non-empty")
	case len(b.Data) > maxData:
		return badRequest("BUTTON_DATA_INVALID")
	case b.CopyText != nil && (b.CopyText.Text == "" || Units(b.CopyText.Text) > 256):
		return badRequest("BUTTON_COPY_TEXT_INVALID")
	case b.WebApp != nil && !private:
		return badRequest("BUTTON_TYPE_INVALID")
	}
	if _, mention := userLink(b.URL); b.URL == "" || mention {
		return nil
	}
	u, err := checkURL(b.URL)
	if err != nil {
		return badRequest("Inline keyboard button URL '%s' is invalid: %s", b.URL, err)
	}
	b.URL = u
	return nil
}
