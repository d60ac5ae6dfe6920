package telegram

import (
	"strings"
	"testing"

	"nonmerci/bot"
)

func TestMeasure(t *testing.T) {
	r := bot.Reply{
		Kind: bot.Clarify, Lang: "fr", Text: "Lequel ?",
		Actions: []bot.Action{{Label: "Instagram", Press: bot.Press{Kind: bot.PressChoice, Lang: "fr", Subject: "instagram"}}},
	}
	if messages, size, limit := Measure(r); messages != 1 || size < len("Lequel ?") || size > limit {
		t.Errorf("%d messages, %d of %d characters", messages, size, limit)
	}
	r.Text = strings.Repeat("Une phrase de plus. ", 1000)
	if messages, size, limit := Measure(r); messages < 2 || size > limit+4096 {
		t.Errorf("%d messages, %d of %d characters", messages, size, limit)
	}
}
