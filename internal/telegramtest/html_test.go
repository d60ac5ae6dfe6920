package telegramtest

import (
	"fmt"
	"testing"
)

func entityString(list []Entity) string {
	s := ""
	for _, e := range list {
		s += fmt.Sprintf("%s[%d+%d]", e.Type, e.Offset, e.Length)
		for _, more := range []string{e.URL, e.Language, e.CustomEmojiID} {
			if more != "" {
				s += "=" + more
			}
		}
		if e.User != nil {
			s += fmt.Sprintf("=%d", e.User.ID)
		}
		s += " "
	}
	return s
}

func nobody(id int64) *User {
	if id == 7 {
		return &User{ID: 7, FirstName: "Sept"}
	}
	return nil
}

func TestHTML(t *testing.T) {
	for _, c := range []struct{ src, text, entities string }{
		{"plain &lt;b&gt; &amp; &quot;", `plain <b> & "`, ""},
		{"&nbsp; & &unknown; &#233;&#x1F600", "&nbsp; & &unknown; é😀", ""},
		{"😀<b>é</b>", "😀é", "bold[2+1] "},
		{"<B>x</B><strong>y</strong><i>z</i><em>a</em>", "xyza", "bold[0+1] bold[1+1] italic[2+1] italic[3+1] "},
		{"<u>a</u><ins>b</ins><s>c</s><strike>d</strike><del>e</del>", "abcde", "underline[0+1] underline[1+1] strikethrough[2+1] strikethrough[3+1] strikethrough[4+1] "},
		{`<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>`, "ab", "spoiler[0+1] spoiler[1+1] "},
		{"<b>a <i>b</i></b>", "a b", "italic[2+1] bold[0+3] "},
		{"<b></b>x", "x", ""},
		{`<a href="https://exemple.fr">lien</a>`, "lien", "text_link[0+4]=https://exemple.fr/ "},
		{`<a href='https://exemple.fr/?a=1&amp;b=2'>lien</a>`, "lien", "text_link[0+4]=https://exemple.fr/?a=1&b=2 "},
		{"<a>exemple.fr</a>", "exemple.fr", "text_link[0+10]=http://exemple.fr/ "},
		{`<a href="nowhere">x</a>`, "x", ""},
		{`<a href="tg://user?id=7">x</a>`, "x", "text_mention[0+1]=7 "},
		{`<a href="tg://user?id=8">x</a>`, "x", ""},
		{`<pre><code class="language-go">x</code></pre>`, "x", "pre[0+1]=go "},
		{"<pre>x</pre><code>y</code>", "xy", "pre[0+1] code[1+1] "},
		{"<blockquote expandable>x</blockquote><blockquote>y</blockquote>", "xy", "expandable_blockquote[0+1] blockquote[1+1] "},
		{`<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>`, "👍", "custom_emoji[0+2]=5368324170671202286 "},
		{"<b>x</>", "x", "bold[0+1] "},
	} {
		text, list, err := parseHTML(c.src, nobody)
		if err != nil || text != c.text || entityString(list) != c.entities {
			t.Errorf("%s:\n got %q %s %v\nwant %q %s", c.src, text, entityString(list), err, c.text, c.entities)
		}
	}
}

func TestHTMLRefused(t *testing.T) {
	for src, words := range map[string]string{
		"é<x>":                      `Unsupported start tag "x" at byte offset 2`,
		"<br/>":                     `Unsupported start tag "br/" at byte offset 0`,
		"<":                         `Unclosed start tag at byte offset 0`,
		"a < b >":                   `Unsupported start tag "" at byte offset 2`,
		"<b>x":                      `Can't find end tag corresponding to start tag "b"`,
		"<b>x</i>":                  `Unmatched end tag at byte offset 4, expected "</b>", found "</i>"`,
		"x</b>":                     `Unexpected end tag at byte offset 1`,
		"<b>x</b":                   `Unclosed end tag at byte offset 4`,
		"<span>x</span>":            `Tag "span" must have class "tg-spoiler" at byte offset 0`,
		"<a href>x</a>":             `Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0`,
		"<a =x>x</a>":               `Empty attribute name in the tag "a" at byte offset 0`,
		"<a href=x/y>x</a>":         `Unexpected end of name token at byte offset 8`,
		`<a href="x`:                `Unclosed start tag at byte offset 0`,
		"<tg-emoji>x</tg-emoji>":    `Invalid custom emoji identifier specified`,
		"<b>un <i>deux</b> trois":   `Unmatched end tag at byte offset 13, expected "</i>", found "</b>"`,
		"<blockquote expandable x>": `Expected equal sign in declaration of an attribute of the tag "blockquote" at byte offset 0`,
	} {
		_, _, err := parseHTML(src, nobody)
		if want := "Bad Request: can't parse entities: " + words; err == nil || err.Description != want {
			t.Errorf("%s:\n got %v\nwant %s", src, err, want)
		}
	}
}

func TestMarkdownV2(t *testing.T) {
	for _, c := range []struct{ src, text, entities string }{
		{`a\-b \*x\*`, "a-b *x*", ""},
		{"*é* _b_ __c__ ~d~ ||e||", "é b c d e", "bold[0+1] italic[2+1] underline[4+1] strikethrough[6+1] spoiler[8+1] "},
		{"`a-b` ```c.d```", "a-b c.d", "code[0+3] pre[4+3] "},
		{"[x](https://exemple.fr)", "x", "text_link[0+1]=https://exemple.fr/ "},
		{"> a\n>b\nc", " a\nb\nc", "blockquote[0+5] "},
	} {
		text, list, err := parseMarkdownV2(c.src, nobody)
		if err != nil || text != c.text || entityString(list) != c.entities {
			t.Errorf("%s:\n got %q %s %v\nwant %q %s", c.src, text, entityString(list), err, c.text, c.entities)
		}
	}
	for src, words := range map[string]string{
		"a-b":   `Character '-' is reserved and must be escaped with the preceding '\'`,
		"fin.":  `Character '.' is reserved and must be escaped with the preceding '\'`,
		"a*b":   "Can't find end of Bold entity at byte offset 1",
		"é ||b": "Can't find end of Spoiler entity at byte offset 3",
		"[x":    "Can't find end of TextUrl entity at byte offset 0",
	} {
		_, _, err := parseMarkdownV2(src, nobody)
		if want := "Bad Request: can't parse entities: " + words; err == nil || err.Description != want {
			t.Errorf("%s:\n got %v\nwant %s", src, err, want)
		}
	}
}

func TestEntities(t *testing.T) {
	for text, want := range map[string]string{
		"😀é /aide@MonBot quoi ?":     "bot_command[4+12] ",
		"/start abc":                 "bot_command[0+6] ",
		"a/b et/ou /x/y":             "",
		"@test_bot salut, @al":       "mention[0+9] ",
		"é@test_bot":                 "",
		"voir https://exemple.fr/a.": "url[5+20] ",
		"exemple.fr a@b.fr #été":     "url[0+10] email[11+6] hashtag[18+4] ",
		"https://t.me/x?start=/aide": "url[0+26] ",
	} {
		if got := entityString(Entities(text)); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	for _, c := range []struct {
		offset, length int
		part           string
		ok             bool
	}{{0, 2, "😀", true}, {1, 1, "", false}, {2, 1, "é", true}, {2, 5, "", false}, {3, 0, "", true}} {
		if part, ok := Cut("😀é", c.offset, c.length); ok != c.ok || part != c.part {
			t.Errorf("%d+%d: %q %v", c.offset, c.length, part, ok)
		}
	}
}
