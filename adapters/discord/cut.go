package discord

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// count is the length of a text as Discord measures it: in code points.
func count(s string) int { return utf8.RuneCountInString(s) }

// clip cuts a text to n code points, never inside of what a reader sees as one character, and says so by « … ».
func clip(s string, n int) string {
	if count(s) <= n {
		return s
	}
	head, _ := cut(s, n-1)
	return strings.TrimRight(head, " ") + "…"
}

// cut divides a text after at most n code points, between characters, at a space where there is one near.
func cut(s string, n int) (head, rest string) {
	size, at, space := 0, 0, 0
	for g := uniseg.NewGraphemes(s); g.Next(); {
		cluster := g.Str()
		if size += count(cluster); size > n {
			break
		}
		at += len(cluster)
		if cluster == " " || cluster == "\n" {
			space = at
		}
	}
	switch {
	case at == len(s):
		return s, ""
	case at == 0: // one character of more than n code points
		r := []rune(s)
		return string(r[:min(n, len(r))]), string(r[min(n, len(r)):])
	case space > at*3/4:
		at = space
	}
	return s[:at], s[at:]
}
