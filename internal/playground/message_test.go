package playground

import (
	"strings"
	"testing"
)

// hostile is what a bot, or whoever writes its entries, could try.
const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>`

func TestMessagesAreEscaped(t *testing.T) {
	html, err := render("message", message{
		ID: hostile, Author: hostile, Initial: hostile, Time: hostile, ReplyTo: hostile, Via: hostile,
		Body:   []node{plain(hostile), {Tag: "a", Href: "javascript:alert(1)", Kids: []node{plain(hostile)}}, {Tag: "item", Text: hostile}},
		Embeds: []frame{{Color: hostile, Body: []node{wrap("pre", []node{plain(hostile)})}}},
		Rows:   [][]control{{{Do: hostile, Label: hostile, Data: hostile}, {Label: hostile, URL: "javascript:alert(1)"}, {Label: hostile, Options: []choice{{ID: hostile, Title: hostile}}}}},
		Menu:   []control{{Do: hostile, Label: hostile, Data: hostile}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, no := range []string{"<script", "<img", "javascript:"} {
		if strings.Contains(html, no) {
			t.Errorf("%q came through:\n%s", no, html)
		}
	}
}

// TestEveryTagIsDrawn fails when a reader of markup makes a tag that the template does not know: it would look like a line.
func TestEveryTagIsDrawn(t *testing.T) {
	for tag, want := range map[string]string{
		"a": "<a ", "b": "<b>", "i": "<i>", "u": "<u>", "s": "<s>", "code": "<code>", "pre": "<pre>", "gap": `class="gap"`,
		"small": `class="small"`, "h1": `class="h1"`, "blockquote": "<blockquote>", "fold": `class="fold"`, "item": `class="item"`,
		"subitem": `class="subitem"`, "spoiler": `class="spoiler"`, "mention": `class="mention"`, "p": `class="line"`,
	} {
		html, err := render("nodes", []node{wrap(tag, []node{plain("x")})})
		if err != nil || !strings.Contains(html, want) {
			t.Errorf("%s: %s %v", tag, html, err)
		}
	}
}
