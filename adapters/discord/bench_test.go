package discord

import (
	"strings"
	"testing"

	"nonmerci/bot"
)

func BenchmarkRender(b *testing.B) {
	r, _ := realBot().Entry("linkedin/opt-out", "fr", "")
	d := testDrawing()
	b.ReportAllocs()
	for b.Loop() {
		d.render(r)
	}
}

func BenchmarkRenderLong(b *testing.B) {
	r := bot.Reply{Kind: bot.Smalltalk, Lang: "fr", Text: strings.Repeat("a\u0301 <@1> **x** https://example.org/ ", 600)}
	d := testDrawing()
	for b.Loop() {
		d.render(r)
	}
}
