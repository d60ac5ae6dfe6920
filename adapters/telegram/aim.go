package telegram

import (
	"regexp"
	"strings"

	"nonmerci/bot"
)

// languages are those that commands exist in.
var languages = []string{"fr", "en", "de", "es", "it", "pt", "nl"}

// payloadForm is a deep link to an entry: the first underscore parts subject and intent.
var payloadForm = regexp.MustCompile(`^([A-Za-z0-9-]+)_([A-Za-z0-9-]+)$`)

// commandAim says what a command of ours wants, by its name in any language.
func commandAim(name string) (aim, bool) {
	if name == "start" {
		return aimStart, true
	}
	if deskCommand(name) != "" {
		return aimDesk, true
	}
	for _, l := range languages {
		switch w := bot.WordsIn(l); name {
		case w.AskCommand:
			return aimAsk, true
		case w.HelpCommand:
			return aimHelp, true
		case w.PrivacyCommand:
			return aimPrivacy, true
		}
	}
	return aimNone, false
}

func isCommand(name string) bool {
	_, known := commandAim(name)
	return known
}

// aim says what a message wants of us, and its words without the command or the mention. In private everything with text is for us;
// in a group, a command of ours, a message that names us, or a reply to us.
func (m *message) aim(me profile) (aim, string) {
	text, entities := m.words()
	if strings.TrimSpace(text) == "" {
		if m.Chat.private() && m.wordless() {
			return aimMute, ""
		}
		return aimNone, ""
	}
	if cmd, found := firstCommand(me, m.Chat.private(), text, entities); found {
		return m.commandAim(cmd)
	}
	rest, named := withoutMention(me, text, entities)
	switch {
	case named && rest == "":
		return m.asksAbout("")
	case named, m.Chat.private(), m.ReplyTo != nil && m.ReplyTo.From != nil && m.ReplyTo.From.ID == me.ID:
		return aimAsk, rest
	}
	return aimNone, ""
}

// commandAim says what a command wants, with the words around it.
func (m *message) commandAim(c command) (aim, string) {
	if c.others {
		return aimNone, ""
	}
	want, known := commandAim(c.name)
	switch {
	case !known && !m.Chat.private() && !c.named:
		return aimNone, "" // some other bot's
	case !known:
		return aimHelp, ""
	case want == aimStart:
		return started(c.after)
	case want == aimDesk:
		return aimDesk, deskCommand(c.name) + " " + c.after
	case want == aimAsk && c.after == "":
		return m.asksAbout(c.before)
	case want == aimAsk, want == aimHelp && c.after != "":
		return aimAsk, c.after
	}
	return want, ""
}

// asksAbout is a question without words of its own: about the message that it replies to, if there is one.
func (m *message) asksAbout(text string) (aim, string) {
	if text == "" {
		text = strings.TrimSpace(m.ReplyTo.words())
	}
	if text == "" {
		return aimHelp, ""
	}
	return aimAsk, text
}

// started reads the payload of a deep link; one that we did not make greets.
func started(payload string) (aim, string) {
	if strings.HasPrefix(payload, linkMark) {
		return aimLink, payload
	}
	if part := payloadForm.FindStringSubmatch(payload); part != nil {
		return aimEntry, strings.ToLower(part[1] + "/" + part[2])
	}
	return aimStart, ""
}

// A command is « /name@bot » with the words around it.
type command struct {
	name          string // lower case
	before, after string
	named         bool // by « @ » and our name
	others        bool // another bot is named
}

// firstCommand finds the command that decides: the first one that names us or nobody. One that names nobody counts at the beginning;
// further on it is something people write about, unless they write to us alone and it is one of ours. others is true when every
// command is for another bot.
func firstCommand(me profile, private bool, text string, entities []entity) (command, bool) {
	others := false
	for _, e := range entities {
		from, to, ok := e.cut(text)
		if e.Type != "bot_command" || !ok {
			continue
		}
		name, at, named := strings.Cut(strings.ToLower(strings.TrimPrefix(text[from:to], "/")), "@")
		switch {
		case named && at != strings.ToLower(me.Username):
			others = true
		case named || strings.TrimSpace(text[:from]) == "" || private && isCommand(name):
			before, after := strings.TrimSpace(text[:from]), strings.TrimSpace(text[to:])
			return command{name: name, named: named, before: before, after: after}, true
		}
	}
	return command{others: others}, others
}

// withoutMention takes our name out of a text, as a mention or as a mention by id; named says whether it was there.
func withoutMention(me profile, text string, entities []entity) (rest string, named bool) {
	var kept strings.Builder
	last := 0
	for _, e := range entities {
		from, to, ok := e.cut(text)
		if !ok || from < last || !e.names(me, text[from:to]) {
			continue
		}
		kept.WriteString(text[last:from])
		last, named = to, true
	}
	kept.WriteString(text[last:])
	return strings.Trim(strings.TrimSpace(kept.String()), " ,:"), named
}

func (e entity) names(me profile, part string) bool {
	switch e.Type {
	case "mention":
		return me.Username != "" && strings.EqualFold(part, "@"+me.Username)
	case "text_mention":
		return e.User != nil && e.User.ID == me.ID
	}
	return false
}
