package discordtest

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
)

// mentionRules are allowed_mentions.
type mentionRules struct {
	Parse       *[]string `json:"parse"`
	Users       []string  `json:"users"`
	Roles       []string  `json:"roles"`
	RepliedUser bool      `json:"replied_user"`
}

// checkMentions notes a message body that could ping somebody by its text, and fields that Discord does not read. s.mu is held.
func (s *Server) checkMentions(c *call, b *messageBody) {
	if s.options.AnyMentions {
		return
	}
	switch a := b.AllowedMentions; {
	case a == nil:
		s.problem("%s %s: allowed_mentions is missing", c.method, c.template)
	case a.Parse == nil:
		s.problem("%s %s: allowed_mentions.parse is missing or null, want []", c.method, c.template)
	case len(*a.Parse) > 0:
		s.problem("%s %s: allowed_mentions.parse is %v, want []", c.method, c.template, *a.Parse)
	}
}

// checkFields notes top-level fields that Discord does not know in a message body.
func (s *Server) checkFields(c *call, raw json.RawMessage) {
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil {
		return
	}
	for name := range fields {
		if !slices.Contains(knownFields(), name) {
			s.problem("%s %s: unknown field %q", c.method, c.template, name)
		}
	}
}

// A mentioned is whom a message names, and whom of them it pings.
type mentioned struct {
	users    []*User
	roles    []string
	everyone bool
}

// mentionPatterns are made once for a server: they find what a text mentions.
type mentionPatterns struct{ user, role *regexp.Regexp }

func newMentionPatterns() mentionPatterns {
	return mentionPatterns{regexp.MustCompile(`<@!?(\d+)>`), regexp.MustCompile(`<@&(\d+)>`)}
}

// pings computes whom a text pings under allowed_mentions; nil rules ping everybody named, as Discord does. s.mu is held.
func (s *Server) pings(c *Channel, author *User, text string, rules *mentionRules, replied *message) mentioned {
	allow := func(kind string) bool {
		return rules == nil || rules.Parse != nil && slices.Contains(*rules.Parse, kind)
	}
	var out mentioned
	for _, m := range s.patterns.user.FindAllStringSubmatch(text, -1) {
		if u := s.users[m[1]]; u != nil && (allow("users") || slices.Contains(rules.Users, u.id)) {
			out.add(u)
		}
	}
	for _, m := range s.patterns.role.FindAllStringSubmatch(text, -1) {
		if (allow("roles") || slices.Contains(rules.Roles, m[1])) && !slices.Contains(out.roles, m[1]) {
			out.roles = append(out.roles, m[1])
		}
	}
	if replied != nil && (rules == nil || rules.RepliedUser) {
		out.add(replied.author)
	}
	loud := strings.Contains(text, "@everyone") || strings.Contains(text, "@here")
	out.everyone = loud && allow("everyone") && c.permissions(author).Has(MentionEveryone)
	return out
}

func (m *mentioned) add(u *User) {
	if !slices.Contains(m.users, u) {
		m.users = append(m.users, u)
	}
}

func (m *mentioned) has(u *User) bool { return slices.Contains(m.users, u) }
