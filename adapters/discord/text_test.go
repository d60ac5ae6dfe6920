package discord

import (
	"strings"
	"testing"

	"nonmerci/bot"
)

func TestReadText(t *testing.T) {
	for in, want := range map[string]string{
		"<@9> salut <@!9>":          "salut",
		"<@9>":                      "",
		"  a <@1> b <@&2> <#3> c  ": "a b c",
		"<a:feu:12> <:ok:3> <t:1700000000:R> oui": "oui",
		"</ask:55> x < y > z <3":                  "x < y > z <3",
		"ligne 1\n<@9>  ligne 2":                  "ligne 1\nligne 2",
	} {
		if got, _ := readText(in, "9"); got != want {
			t.Errorf("%q is read as %q", in, got)
		}
	}
}

func TestToQuestion(t *testing.T) {
	person, self, robot := &wireUser{ID: "3"}, &wireUser{ID: "9"}, &wireUser{ID: "4", Bot: true}
	ours := &wireMessage{ID: "7", Author: self}
	for _, c := range []struct {
		name string
		m    wireMessage
		ok   bool
	}{
		{"direct", wireMessage{Author: person, Content: "x"}, true},
		{"mention", wireMessage{GuildID: "5", Author: person, Content: "<@9> x"}, true},
		{"mention told apart", wireMessage{GuildID: "5", Author: person, Content: "x", Mentions: []wireUser{*self}}, true},
		{"no mention", wireMessage{GuildID: "5", Author: person, Content: "x"}, false},
		{"another's mention", wireMessage{GuildID: "5", Author: person, Content: "<@99> x", Mentions: []wireUser{{ID: "99"}}}, false},
		{"role", wireMessage{GuildID: "5", Author: person, Content: "<@&9> x"}, false},
		{"reply", wireMessage{GuildID: "5", Type: 19, Author: person, Content: "x", Referenced: ours}, true},
		{"reply that pings nobody", wireMessage{GuildID: "5", Type: 19, Author: person, Referenced: ours}, false},
		{"forward", wireMessage{GuildID: "5", Author: person, Content: "x", Referenced: ours, Reference: &wireRef{Type: 1}}, false},
		{"bot", wireMessage{Author: robot, Content: "x"}, false},
		{"self", wireMessage{Author: self, Content: "x"}, false},
		{"webhook", wireMessage{Author: person, WebhookID: "8", Content: "<@9>"}, false},
		{"pin", wireMessage{Type: 6, Author: person, Content: "x"}, false},
		{"nobody", wireMessage{Content: "x"}, false},
	} {
		c.m.ID, c.m.ChannelID = "1", "2"
		if _, ok := toQuestion(c.m, "9"); ok != c.ok {
			t.Errorf("%s: %v", c.name, ok)
		}
	}
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"a*b_c":                     `a\*b\_c`,
		"# t\n- l\n3. n\n2) m 1. x": "\\# t\n\\- l\n3\\. n\n2\\) m 1. x",
		"voir https://a.b/c_d, et":  "voir <https://a.b/c_d>, et",
		"«https://a.b»":             "«<https://a.b>»",
		"@everyone":                 "@\u200beveryone",
		"<@1>":                      `\<@1\>`,
		"https://":                  `https\://`,
	} {
		if got := escape(in); got != want {
			t.Errorf("%q is written as %q", in, got)
		}
	}
}

func TestSpans(t *testing.T) {
	for _, c := range []struct {
		in   []bot.Span
		want string
	}{
		{[]bot.Span{{Text: "a "}, {Text: " gras ", Bold: true}, {Text: "b"}}, "a  **gras** b"},
		{[]bot.Span{{Text: "x", Bold: true}, {Text: "y", Bold: true}}, "**xy**"},
		{[]bot.Span{{Text: "x", Emphasis: true, Bold: true}}, "***x***"},
		{[]bot.Span{{Text: "lien", URL: "https://a.b/(c)<d>"}}, "[lien](<https://a.b/(c)%3Cd%3E>)"},
		{[]bot.Span{{Text: "lien", URL: "javascript:alert(1)"}}, "lien"},
		{[]bot.Span{{Text: "https://a.b", URL: "https://a.b"}}, "[a.b](<https://a.b>)"},
	} {
		if got := writeSpans("", c.in); got != c.want {
			t.Errorf("%q", got)
		}
	}
}

// TestLayout: what is too long moves to the embed in order: addresses first, then steps; at last it is split.
func TestLayout(t *testing.T) {
	list := func(short, step int) []chunk {
		steps := bot.Block{Kind: bot.Ordered}
		for range 5 {
			steps.Items = append(steps.Items, []bot.Span{{Text: strings.Repeat("s", step)}})
		}
		return chunks([]bot.Block{
			{Kind: bot.Paragraph, Spans: []bot.Span{{Text: strings.Repeat("p", short)}}},
			{Kind: bot.Heading, Spans: []bot.Span{{Text: "Étapes"}}},
			steps,
			{Kind: bot.Heading, Spans: []bot.Span{{Text: "Liens"}}},
			{Kind: bot.Bulleted, Items: [][]bot.Span{{{Text: strings.Repeat("l", 300)}}}},
			{Kind: bot.Small, Spans: []bot.Span{{Text: "source", URL: "https://a.b"}}},
			{Kind: bot.Small, Spans: []bot.Span{{Text: "Vérifié"}}},
			{Kind: bot.Heading, Spans: []bot.Span{{Text: "Change"}}, Extra: true},
			{Kind: bot.Bulleted, Items: [][]bot.Span{{{Text: "extra"}}}, Extra: true},
		}, true)
	}
	for _, c := range []struct {
		name        string
		short, step int
		parts       int
		apart       string
	}{
		{"fits", 100, 50, 1, "**Change**"},
		{"links move", 800, 200, 1, "**Liens**"},
		{"steps move", 1000, 300, 1, "**Étapes**"},
		{"all is split", 1900, 900, 4, ""},
	} {
		got := layout(list(c.short, c.step), true)
		if len(got) != c.parts || !strings.HasPrefix(got[0].apart, c.apart) {
			t.Errorf("%s: %d parts, beside it %.30q", c.name, len(got), got[0].apart)
		}
	}
}
