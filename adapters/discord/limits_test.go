package discord

import (
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// checkBody checks a message against Discord's limits, written down here a second time on purpose: from the documentation, and from
// the bytes that would be sent.
func checkBody(t *testing.T, where string, b body) {
	t.Helper()
	for _, fault := range faults(b) {
		t.Errorf("%s: %s", where, fault)
	}
}

func faults(b body) (out []string) {
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	raw, err := json.Marshal(b)
	if err != nil {
		return []string{err.Error()}
	}
	var m struct {
		Content    *string
		Embeds     []map[string]any
		Components []struct {
			Type       int
			Components []struct {
				Type, Style          int
				Label, URL, CustomID string
				Custom               string `json:"custom_id"`
			}
		}
		Allowed map[string]any `json:"allowed_mentions"`
		Flags   int
	}
	if err := json.Unmarshal(raw, &m); err != nil {
		return []string{err.Error()}
	}
	if m.Content == nil || utf8.RuneCountInString(*m.Content) > 2000 {
		add("content of %d characters", utf8.RuneCountInString(*m.Content))
	}
	if strings.TrimSpace(*m.Content) == "" && len(m.Embeds) == 0 {
		add("nothing to read")
	}
	if parse, ok := m.Allowed["parse"].([]any); !ok || len(parse) > 0 || m.Allowed["replied_user"] != false {
		add("allowed_mentions are %v", m.Allowed)
	}
	if m.Flags != 0 && m.Flags != 64 {
		add("flags %d", m.Flags)
	}
	sum := 0
	for _, e := range m.Embeds {
		d, _ := e["description"].(string)
		n := utf8.RuneCountInString(d)
		if sum += n; n == 0 || n > 4096 || sum > 6000 {
			add("an embed of %d characters, %d in all", n, sum)
		}
		for field := range e {
			if field != "description" && field != "color" {
				add("an embed with %s", field)
			}
		}
	}
	if len(m.Embeds) > 10 || len(m.Components) > 5 {
		add("%d embeds, %d rows", len(m.Embeds), len(m.Components))
	}
	ids, labels := map[string]bool{}, map[string]bool{}
	for _, r := range m.Components {
		if r.Type != 1 || len(r.Components) == 0 || len(r.Components) > 5 {
			add("a row of type %d with %d buttons", r.Type, len(r.Components))
		}
		for _, c := range r.Components {
			n := utf8.RuneCountInString(c.Label)
			if c.Type != 2 || n == 0 || n > 80 || labels[c.Label+c.URL] {
				add("a button of type %d labelled %q", c.Type, c.Label)
			}
			labels[c.Label+c.URL] = true
			if c.Style == 5 {
				u, err := url.Parse(c.URL)
				if err != nil || u.Scheme != "https" && u.Scheme != "http" || len(c.URL) > 512 || c.Custom != "" {
					add("a link to %q", c.URL)
				}
				continue
			}
			if c.Custom == "" || utf8.RuneCountInString(c.Custom) > 100 || ids[c.Custom] || c.URL != "" {
				add("a custom_id %q", c.Custom)
			}
			ids[c.Custom] = true
		}
	}
	return append(out, marks(*m.Content)...)
}

// pings are what would mention somebody, were it allowed, or unfold a preview.
var pings = regexp.MustCompile(`(^|[^\\])<(@[!&]?\d|#\d|t:\d|/[a-z]|a?:\w+:\d|id:)|@everyone|@here|https?://[^\s<>]`)

// heldAddress are addresses that unfold nothing.
var heldAddress = regexp.MustCompile(`<https?://[^<>\s]*>`)

// outside is a text without the addresses that are held, and what they could hide.
func outside(s string) string {
	return heldAddress.ReplaceAllStringFunc(s, func(link string) string {
		if strings.Contains(link, "@everyone") || strings.Contains(link, "@here") {
			return link
		}
		return "<>"
	})
}

// marks looks for what Discord would take as a mention, and for addresses that are not held in « <> ».
func marks(s string) (out []string) {
	if m := pings.FindString(outside(s)); m != "" {
		out = append(out, fmt.Sprintf("%q works", m))
	}
	for i, l := range strings.Split(s, "\n") {
		if n := strings.Count(strings.ReplaceAll(l, `\*`, ""), "**"); n%2 != 0 {
			out = append(out, fmt.Sprintf("line %d has %d bold marks: %q", i+1, n, l))
		}
	}
	return out
}
