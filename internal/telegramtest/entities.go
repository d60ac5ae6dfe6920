package telegramtest

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// What Telegram marks in a text by itself, in the order in which one excludes another. The first group is what it marks; without one of its
// signs there is nothing to find, which takes less time to see than to search for.
var automatic = []struct {
	kind, signs string
	find        *regexp.Regexp
}{
	{"url", ".:", regexp.MustCompile(`(?i)(?:^|[^\pL\pN_@./])((?:https?://[^\s<>"«»]+|(?:[a-z0-9-]+\.)+(?:com|org|net|fr|eu|io|ai|app|me|info|dev)(?:/[^\s<>"«»]*)?))`)},
	{"email", "@", regexp.MustCompile(`(?i)(?:^|[^\pL\pN_])([a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)`)},
	{"bot_command", "/", regexp.MustCompile(`(?:^|[^\pL\pN_/<>])(/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)`)},
	{"mention", "@", regexp.MustCompile(`(?:^|[^\pL\pN_@/.])(@[A-Za-z0-9_]{3,32})`)},
	{"hashtag", "#", regexp.MustCompile(`(?:^|[^\pL\pN_])(#[\pL\pN_]*\pL[\pL\pN_]*)`)},
}

// Entities are what Telegram marks in a text that somebody types: commands, mentions, hashtags, addresses.
func Entities(text string) []Entity {
	var found []Entity
	for _, a := range automatic {
		if !strings.ContainsAny(text, a.signs) {
			continue
		}
		for _, m := range a.find.FindAllStringSubmatchIndex(text, -1) {
			part := text[m[2]:m[3]]
			if a.kind == "url" {
				part = strings.TrimRight(part, ".,;:!?)]’'")
			}
			rest := text[m[2]+len(part):]
			if a.kind != "url" && rest != "" && (isAlnum(rest[0]) || rest[0] == '_' || a.kind == "bot_command" && rest[0] == '/') {
				continue
			}
			e := Entity{Type: a.kind, Offset: Units(text[:m[2]]), Length: Units(part)}
			if !slices.ContainsFunc(found, e.overlaps) {
				found = append(found, e)
			}
		}
	}
	sortEntities(found)
	return found
}

func (e Entity) overlaps(o Entity) bool {
	return e.Offset < o.Offset+o.Length && o.Offset < e.Offset+e.Length
}

// withAutomatic adds what Telegram marks by itself to what a sender marked: not in code, nor where a link is.
func withAutomatic(text string, given []Entity) []Entity {
	all := slices.Clone(given)
	for _, e := range Entities(text) {
		taken := slices.ContainsFunc(given, func(g Entity) bool {
			switch g.Type {
			case "code", "pre", "text_link", "text_mention", e.Type:
				return e.overlaps(g)
			}
			return false
		})
		if !taken {
			all = append(all, e)
		}
	}
	sortEntities(all)
	return all[:min(len(all), maxEntities)]
}

func sortEntities(list []Entity) {
	slices.SortStableFunc(list, func(a, b Entity) int {
		return cmp.Or(cmp.Compare(a.Offset, b.Offset), cmp.Compare(b.Length, a.Length))
	})
}
