package storetest

import (
	"strings"

	"nonmerci/knowledge"
)

// texts are what people may type, and what a database may stumble on.
var texts = map[string]string{
	"empty":       "",
	"spaces":      "  au début, à la fin \t\r\n\n",
	"quotes":      `' " ''; DROP TABLE x; -- \ \' \\ ` + "`",
	"signs":       "% _ ? $1 :a @b {{.}} <b>&amp;</b> \u2028 \u2029",
	"control":     "\x01\x02\x07\x08\x0b\x0c\x1b[31m\x1f\x7f\u0080\u009f\ufeff\u200b",
	"french":      "L’« IA » : où ça ? Là ! 40\u00a0% — Œuvre, cœur, Ÿ",
	"composed":    "é e\u0301 ﬁ Å Å ①",
	"emoji":       "👩‍👩‍👧 🇫🇷 👍🏽 ❤️ 🧑🏿‍🚀",
	"righttoleft": "עברית العربية \u202eabc\u202c \u2066x\u2069",
	"far":         "漢字 かな 한국어 ไทย हिन्दी 𝒳 𐍈 \U0010fffd \uffff",
	"notanumber":  "007",
	"json":        `{"entry":null,"a":[1,"\u0000"]}`,
	"null":        "NULL",
	"long":        strings.Repeat("Très long, « 100 ko » 👍. ", 100_000/30),
}

// everyFieldHolds checks that whatever is text beside a content holds any text.
func (k *kit) everyFieldHolds(name, text string) {
	k.Helper()
	s := k.write("", knowledge.ID("summary/"+name), 0, "")
	s.Summary = text
	same(k, name+" as a summary", k.save(s).Summary, text)
	same(k, name+" as a summary", k.revision("", s.Entry, 1).Summary, text)

	g := k.question("", "key "+name, text)
	kept, err := k.Gap(k.ctx, "", g.ID)
	k.ok(err)
	same(k, name+" as a gap", kept.Text, text)
	if len(text) < 1000 {
		again := k.question("", text, "clé")
		same(k, name+" as a key", again.Key, text)
		same(k, name+" as a key, again", k.question("", text, "clé").ID, again.ID)
	}

	proposed := k.suggest("", text)
	k.ok(k.Decide(k.ctx, "", proposed.ID, knowledge.SuggestionDeclined, text, chloe, k.tick()))
	told, err := k.Suggestion(k.ctx, "", proposed.ID)
	k.ok(err)
	same(k, name+" as a suggestion", told.Text, text)
	same(k, name+" as a reply", told.Reply, text)

	alert := k.alert(text)
	all, err := k.AlertsAfter(k.ctx, alert.ID-1, 1)
	k.ok(err)
	same(k, name+" as an alert", all[0].Text, map[string]string{"fr": text})
}
