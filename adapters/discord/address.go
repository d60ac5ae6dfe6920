package discord

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// address is the address of the web that a text begins with, "" for none.
func address(s string) string {
	if !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://") {
		return ""
	}
	end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("<>\"«»|\\`", r) || r < ' ' })
	if end < 0 {
		end = len(s)
	}
	for _, all := range []string{"@everyone", "@here"} {
		if i := strings.Index(s[:end], all); i >= 0 {
			end = i
		}
	}
	link := strings.TrimRight(s[:end], ".,;:!?)]*_~'’")
	if _, rest, _ := strings.Cut(link, "://"); rest == "" {
		return ""
	}
	return link
}

var withoutScheme = strings.NewReplacer("https://", "", "http://", "")

// writeMasked writes a link under a text; without a text that fits, or for an address that is not of the web, it is the text alone.
func writeMasked(b *strings.Builder, text, to string) {
	text = withoutScheme.Replace(text)
	safe := webAddress(to)
	if safe == "" || strings.TrimSpace(text) == "" {
		writeEscaped(b, text, false)
		return
	}
	b.WriteByte('[')
	writeEscaped(b, text, false)
	b.WriteString("](<")
	b.WriteString(safe)
	b.WriteString(">)")
}

// masked is what writeMasked writes.
func masked(text, to string) string {
	var b strings.Builder
	writeMasked(&b, text, to)
	return b.String()
}

var safeInAddress = strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", "\n", "", "\\", "%5C", "@everyone", "%40everyone", "@here", "%40here")

// webAddress is an address that Discord takes, "" for another.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || !utf8.ValidString(s) || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return ""
	}
	safe := safeInAddress.Replace(s)
	if count(safe) > maxURL {
		return ""
	}
	return safe
}

const maxURL = 512
