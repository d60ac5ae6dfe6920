package discord

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
)

// FuzzConvert: whatever an event holds, reading it ends well, and what is read is whole.
func FuzzConvert(f *testing.F) {
	f.Add(`{"id":"1","channel_id":"2","author":{"id":"3"},"content":"<@9> salut","mentions":[{"id":"9"}],"components":[{"type":20}]}`)
	f.Add(`{"id":"1","token":"t","type":2,"user":{"id":"3"},"data":{"name":"ask","options":[{"name":"question","value":"x"}]}}`)
	f.Add(`{"id":"1","token":"t","type":5,"member":{"user":{"id":"3"}},"data":{"components":[{"component":{"components":[{}]}}]}}`)
	f.Add(`{"id":1,"author":[]}`)
	f.Fuzz(func(t *testing.T, raw string) {
		var m wireMessage
		if decode(json.RawMessage(raw), &m) == nil {
			if q, ok := toQuestion(m, "9"); ok && (q.id == "" || q.author == "" || q.author == "9" || strings.Contains(q.Text, "<@9>")) {
				t.Errorf("%+v", q)
			}
		}
		var w wireInteraction
		if decode(json.RawMessage(raw), &w) == nil {
			if in, ok := toInteraction(w); ok && (in.id == "" || in.token == "" || in.From == "discord:") {
				t.Errorf("%+v", in)
			}
		}
	})
}

// FuzzRender: whatever a text holds, what is sent is within the limits, nobody can be pinged, and the words are all there.
func FuzzRender(f *testing.F) {
	for _, s := range []string{
		"@everyone @here <@1> <@&2> <#3> </a:4> <t:5> <a:b:6> https://example.org/a_(b)", "**x** __y__ ~~z~~ ||w|| `c` ```d```",
		"# titre\n> cité\n- a\n1. b\n-# petit\n* c", "\u202e\u200b\u2066é👩‍👩‍👧\x00\x7f", "[a](https://example.org) <https://x>", "\\*\\_", "1)", "https://", "http://a",
	} {
		f.Add(s, true, false)
		f.Add(strings.Repeat(s, 40), false, true)
	}
	f.Add(strings.Repeat("x", 10_000), true, true)
	f.Add(strings.Repeat("a\u0301\u0302\u0303", 3_000), false, false)
	f.Fuzz(func(t *testing.T, s string, bold, link bool) {
		if len(s) > 20_000 {
			return
		}
		span := bot.Span{Text: s, Bold: bold}
		if link {
			span.URL = "https://example.org/" + s
		}
		list := []bot.Block{
			{Kind: bot.Echo, Spans: []bot.Span{span}},
			{Kind: bot.Paragraph, Spans: []bot.Span{span, {Text: s}, span}},
			{Kind: bot.Heading, Spans: []bot.Span{{Text: s}}},
			{Kind: bot.Ordered, Items: [][]bot.Span{{span}, {{Text: s, Emphasis: true}}}},
			{Kind: bot.Bulleted, Items: [][]bot.Span{{span}}, Extra: true},
			{Kind: bot.Small, Spans: []bot.Span{span}},
		}
		for _, embeds := range []bool{true, false} {
			for _, sh := range layout(chunks(list, true), embeds) {
				if count(sh.content) > 2000 || count(sh.apart) > 4096 || !utf8.ValidString(sh.content+sh.apart) {
					t.Fatalf("%d and %d characters", count(sh.content), count(sh.apart))
				}
				for _, m := range append(mentions(sh.content), mentions(sh.apart)...) {
					t.Fatalf("%q works in %q", m, sh.content)
				}
			}
		}
		d := drawing{buttons: buttons{seal.New("t", "discord")}, owner: 1, embeds: true, notice: s}
		r := bot.Reply{
			Kind: bot.Smalltalk, Lang: "fr", Text: s,
			Actions: []bot.Action{{Label: s, Group: bot.GroupRelated, Press: bot.Press{Kind: bot.PressOther, Lang: "fr"}}},
		}
		for _, b := range d.render(r) {
			for _, fault := range faults(b) {
				if !strings.Contains(fault, "bold marks") { // the text may hold escaped ones
					t.Fatal(fault)
				}
			}
		}
		if got := readable(escape(tidy(s))); got != readableText(s) {
			t.Fatalf("%q is shown as %q", s, got)
		}
	})
}

var mentionMarks = regexp.MustCompile(`@everyone|@here|<(?:@[!&]?|#|t:|/|a?:\w+:|id:)[^h>]*>`)

// mentions finds marks that mention somebody and are not escaped.
func mentions(s string) []string { return mentionMarks.FindAllString(unescapeless(s), -1) }

var escaped = regexp.MustCompile(`(?s)\\.`)

// unescapeless blots escaped characters out.
func unescapeless(s string) string { return escaped.ReplaceAllString(s, "·") }

// readable is what Discord shows of escaped text: without backslashes, and addresses without their brackets.
func readable(s string) string {
	var b strings.Builder
	for s != "" {
		if s[0] == '\\' && len(s) > 1 {
			_, n := utf8.DecodeRuneInString(s[1:])
			b.WriteString(s[1 : 1+n])
			s = s[1+n:]
			continue
		}
		if link := address(s[1:]); s[0] == '<' && link != "" {
			b.WriteString(link)
			s = s[len(link)+2:]
			continue
		}
		b.WriteByte(s[0])
		s = s[1:]
	}
	return strings.ReplaceAll(b.String(), "@\u200b", "@")
}

func readableText(s string) string { return strings.ReplaceAll(tidy(s), "@\u200b", "@") }
