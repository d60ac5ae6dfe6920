package telegram

import (
	"encoding/json"
	"errors"

	"github.com/go-telegram/bot/models"

	"nonmerci/adapters/internal/seal"
	"nonmerci/bot/desk"
)

// open reads the data of a press. ours is false for what the desk has not sealed; err is seal.ErrOwner for another's button.
func (r *room) open(data string, by int64) (t tap, ours bool, err error) {
	words, err := r.seal.Open(data, uint64(by)) //nolint:gosec // ids of people are positive
	if errors.Is(err, seal.ErrSeal) {
		return t, false, nil
	}
	t, ok := parseTap(words)
	return t, ok, err
}

// anchor finds the button that says what a keyboard is about: the end of a screen or of a form.
func (r *room) anchor(markup json.RawMessage, by int64) (t tap, ok bool) {
	r.eachTap(markup, by, func(found tap) {
		if found.kind == tapClose || found.kind == tapAbandon {
			t, ok = found, true
		}
	})
	return t, ok
}

// reopens finds the act that opens the form of a keyboard again.
func (r *room) reopens(markup json.RawMessage, by int64) (again desk.Act) {
	r.eachTap(markup, by, func(found tap) {
		if found.kind == tapForm {
			again = found.act
		}
	})
	return again
}

// eachTap goes through the buttons of a keyboard that are somebody's at the desk.
func (r *room) eachTap(markup json.RawMessage, by int64, see func(tap)) {
	var kb models.InlineKeyboardMarkup
	if json.Unmarshal(markup, &kb) != nil {
		return
	}
	for _, row := range kb.InlineKeyboard {
		for _, b := range row {
			if t, ours, err := r.open(b.CallbackData, by); ours && err == nil {
				see(t)
			}
		}
	}
}

// button is one with sealed data; ok is false when it cannot be, because it is too long or has no label.
func (r *room) button(text, data string, owner int64, style desk.Style) (b models.InlineKeyboardButton, ok bool) {
	b = models.InlineKeyboardButton{Text: label(text), CallbackData: r.seal.Seal(data, uint64(owner)), Style: styles[style]} //nolint:gosec // ids of people are positive
	return b, b.Text != "" && len(b.CallbackData) <= maxData
}

var styles = map[desk.Style]string{desk.Primary: "primary", desk.Danger: "danger"}
