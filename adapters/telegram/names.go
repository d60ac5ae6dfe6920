package telegram

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Telegram makes a link of everything that looks like the name of a host, and « Character.AI » and « Duck.ai » do. A link in the middle of
// a sentence on how to refuse a service invites to go there. So a name of this kind is set in the type of code, which Telegram looks for
// no links in: unlike an invisible character in the name, that leaves it as it is for who copies it, searches for it or has it read out.
// A name is told from an address that the reader is to open (« myactivity.google.com ») by its capitals; addresses stay links.

// named appends a run to others, with the names cut out that Telegram would make links of. What is a link already is left alone.
func (r run) named(out []run) []run {
	if r.url != "" || !dotted(r.text) {
		return append(out, r)
	}
	add := func(text string, name bool) {
		if text == "" {
			return
		}
		piece := r
		piece.text, piece.name = text, name
		if name {
			piece.bold, piece.italic = false, false // code has no other style
		}
		out = append(out, piece)
	}
	from := 0
	for at := 0; at < len(r.text); {
		n := hostLen(r.text[at:])
		if n == 0 {
			_, size := utf8.DecodeRuneInString(r.text[at:])
			at += size
			continue
		}
		lead := n - len(strings.TrimLeft(r.text[at:at+n], ".-")) // « @.Duck.ai » is no address
		at, n = at+lead, n-lead
		word := strings.TrimRight(r.text[at:at+n], ".-")
		if isName(word) && !partOfAddress(r.text, at, at+len(word)) {
			add(r.text[from:at], false)
			add(word, true)
			from = at + len(word)
		}
		at += n
	}
	add(r.text[from:], false)
	return out
}

// dotted says whether there is a dot before anything but a space or the end; few texts have one.
func dotted(s string) bool {
	for {
		at := strings.IndexByte(s, '.')
		if at < 0 || at == len(s)-1 {
			return false
		}
		if s = s[at+1:]; s[0] != ' ' && s[0] != '\n' {
			return true
		}
	}
}

// hostLen is how long the characters of a host's name go on.
func hostLen(s string) int {
	n := strings.IndexFunc(s, func(r rune) bool { return r != '.' && r != '-' && !wordRune(r) })
	if n < 0 {
		return len(s)
	}
	return n
}

// isName says whether a word looks like a host to Telegram, and like a name to people.
func isName(word string) bool {
	i := strings.LastIndexByte(word, '.')
	if i <= 0 || strings.Contains(word, "..") || strings.IndexFunc(word, unicode.IsUpper) < 0 {
		return false
	}
	end := word[i+1:]
	if utf8.RuneCountInString(end) < 2 || strings.ContainsFunc(end, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return false
	}
	first, size := utf8.DecodeRuneInString(end)
	return !unicode.IsUpper(first) || end[size:] != strings.ToLower(end[size:]) // « fin.Ensuite » is a space that was forgotten
}

// partOfAddress says whether what lies between two places belongs to an address of the web or of mail.
func partOfAddress(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, _ := utf8.DecodeRuneInString(s[to:])
	return strings.ContainsRune("@/:", before) || strings.ContainsRune("@/", after)
}
