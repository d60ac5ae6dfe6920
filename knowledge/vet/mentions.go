package vet

import (
	"regexp"
	"strings"

	"nonmerci/knowledge/text"
)

// ping is what rings at many people, or at one who did not ask. What stands before @ may not be a letter: « privacy@here.com » rings
// nowhere.
var ping = regexp.MustCompile(`(?:^|[^\pL\pN])(@(?:everyone|here))(?:[^\pL\pN]|$)|(<@[!&]?\d+>)|(tg:/+\S*)`)

// mentions refuses mentions. The text is folded first, so that ＠everyone, or one with invisible characters in it, is found too.
func (c *checker) mentions(field, s string) {
	if !strings.ContainsAny(s, "@＠﹫<＜﹤:：﹕") {
		return
	}
	found := ping.FindStringSubmatch(text.Fold(s))
	for _, m := range found[min(1, len(found)):] {
		if m != "" {
			c.refuse(field, Ping, clip(m))
			return
		}
	}
}

// clip keeps the beginning of a text for a sentence.
func clip(s string) string { return text.Truncate(s, 60) }
