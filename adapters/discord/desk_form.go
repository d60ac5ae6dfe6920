package discord

import (
	"context"
	"strings"

	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// What a form is made of (docs: components/reference): a label around a text input for each field, and a text above them.
const (
	componentInput = 4
	componentText  = 10
	componentLabel = 18
	inputShort     = 1
	inputLong      = 2

	maxFormTitle = 45
	maxFormLabel = 45
	maxFormHint  = 100
	maxFormParts = 5
	maxInput     = 4000
	maxFormText  = 1000
)

type modal struct {
	CustomID string     `json:"custom_id"`
	Title    string     `json:"title"`
	Parts    []formPart `json:"components"`
}

type formPart struct {
	Type        int        `json:"type"`
	Content     string     `json:"content,omitempty"`     // of a text
	Label       string     `json:"label,omitempty"`       // of a label
	Description string     `json:"description,omitempty"` // of a label
	Input       *formInput `json:"component,omitempty"`   // of a label
}

type formInput struct {
	Type     int    `json:"type"`
	CustomID string `json:"custom_id"`
	Style    int    `json:"style"`
	Value    string `json:"value,omitempty"`
	Max      int    `json:"max_length"`
	Required bool   `json:"required"`
}

// opened shows a form at once. It is false when that can no longer be: a button that opens it will have to stand for it.
func (r *room) opened(ctx context.Context, k *ack, f desk.Form, above []bot.Block) bool {
	m, ok := r.modal(k.in, f, above)
	if !ok {
		return false
	}
	switch k.take(ctx) {
	case ackDeferred:
		return false
	case ackNone:
		if err := k.respond(ctx, callbackModal, m); err != nil {
			k.adapter.ackFailed(err)
			b := say(deskWordsIn(k.in.Lang).Retry).part(0, nil)
			b.Flags = flagEphemeral
			_ = k.respond(ctx, callbackMessage, b) // when that fails too, Discord says that the bot did not respond
		}
	}
	return true
}

// modal draws a form. ok is false for one that holds more than Discord takes: nothing of it may be lost.
func (r *room) modal(in interaction, f desk.Form, above []bot.Block) (m modal, ok bool) {
	m = modal{CustomID: r.seal.Seal(customForm+f.Submit.String(), in.author), Title: clip(oneLine(f.Title), maxFormTitle)}
	if text := text(chunks(above, false), []part{partText}); text != "" && count(text) <= maxFormText && len(f.Fields) < maxFormParts {
		m.Parts = append(m.Parts, formPart{Type: componentText, Content: text})
	}
	for _, field := range f.Fields {
		value := strings.ToValidUTF8(field.Value, "\ufffd")
		limit := min(max(field.Limit, count(value)), maxInput)
		if field.Limit <= 0 {
			limit = maxInput
		}
		if count(value) > maxInput {
			return m, false
		}
		style := inputShort
		if field.Long || strings.Contains(value, "\n") {
			style = inputLong
		}
		label := firstOf(oneLine(field.Label), field.Key)
		m.Parts = append(m.Parts, formPart{
			Type: componentLabel, Label: clip(label, maxFormLabel), Description: clip(oneLine(field.Hint), maxFormHint),
			Input: &formInput{Type: componentInput, CustomID: field.Key, Style: style, Value: value, Max: limit, Required: field.Required},
		})
	}
	return m, len(m.Parts) > 0 && len(m.Parts) <= maxFormParts && m.Title != "" && count(m.CustomID) <= maxCustom
}
