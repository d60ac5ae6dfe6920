package telegram

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"nonmerci/bot"
)

// A place is where something is said: a chat, and the topic in it.
type place struct {
	chat     int64
	thread   int // 0: none
	group    bool
	numbered bool // a supergroup: it numbers its own messages, while all other chats of a bot share one row of numbers
}

// key is the lane of a place, from which laneChat reads the chat again.
func (p place) key() string { return strconv.FormatInt(p.chat, 10) + ":" + strconv.Itoa(p.thread) }

func laneChat(key string) int64 {
	id, _, _ := strings.Cut(key, ":")
	n, _ := strconv.ParseInt(id, 10, 64) // made by key
	return n
}

// An aim is what a message wants.
type aim int

const (
	aimNone aim = iota // not for us
	aimAsk
	aimStart // a greeting
	aimHelp
	aimPrivacy
	aimEntry // a deep link
	aimDesk  // a command of the moderators' desk; the text is its name, a space and what follows
	aimLink  // a deep link of the desk; the text is its payload
	aimMute  // no text, in private: it matters to a form that is being filled
)

// A question is a message for us.
type question struct {
	at        place
	id        int       // of the message, to reply to
	sent      time.Time // to the second
	from      bot.UserID
	owner     uint64 // who may press the buttons of the answer; 0 is everybody
	automatic bool   // nobody can tell whether a person wrote it
	aim       aim
	text      string // of aimAsk; the entry of aimEntry
	lang      string // a hint, or ""
	borrowed  bool   // the text is that of the message it replies to

	message *message // as it came
}

// An event is what one update brings; at most one of its fields is set, and none when it is not for us.
type event struct {
	question *question
	press    *callbackQuery
	query    *inlineQuery
	member   *memberUpdated // of the bot itself
	other    *memberUpdated // of somebody else
	migrated *migration
}

// A migration is a group that became a supergroup.
type migration struct{ from, to int64 }

// kind names an event in a metric.
func (e event) kind() string {
	switch {
	case e.question != nil:
		return "message"
	case e.press != nil:
		return "press"
	case e.query != nil:
		return "inline"
	case e.member != nil, e.other != nil, e.migrated != nil:
		return "chat"
	}
	return "ignored"
}

// convert reads an update. It is pure; the error says that the update cannot be read, and quotes nothing of it.
func convert(me profile, raw []byte) (event, error) {
	var u update
	if err := json.Unmarshal(raw, &u); err != nil {
		return event{}, fmt.Errorf("read an update of %d bytes: %w", len(raw), errUnreadable)
	}
	switch {
	case u.Callback != nil:
		return event{press: u.Callback}, nil
	case u.Inline != nil && !u.Inline.From.IsBot:
		return event{query: u.Inline}, nil
	case u.Member != nil:
		return event{member: u.Member}, nil
	case u.Others != nil:
		return event{other: u.Others}, nil
	case u.Message != nil:
		return u.Message.event(me), nil
	}
	return event{}, nil
}

func (m *message) event(me profile) event {
	switch {
	case m.MigrateTo != 0:
		return event{migrated: &migration{m.Chat.ID, m.MigrateTo}}
	case m.MigrateFrom != 0:
		return event{migrated: &migration{m.MigrateFrom, m.Chat.ID}}
	case m.author() == NoAuthor || m.ViaBot != nil || m.isMine(me):
		return event{}
	}
	want, text := m.aim(me)
	if want == aimNone {
		return event{}
	}
	q := &question{
		at: m.place(), id: m.ID, sent: time.Unix(m.Date, 0), aim: want, text: validText(text), message: m,
	}
	q.borrowed = want == aimAsk && m.ReplyTo != nil && text == strings.TrimSpace(m.ReplyTo.words())
	q.sign(m)
	return event{question: q}
}

func (m *message) isMine(me profile) bool { return m.From != nil && m.From.ID == me.ID }

// sign says who asks. An anonymous administrator presses buttons under their own name, which nobody knows: their answers have buttons
// for everybody.
func (q *question) sign(m *message) {
	if m.Sender != nil {
		q.from, q.automatic = person(m.Sender.ID), true
		return
	}
	q.from, q.owner, q.lang = person(m.From.ID), uint64(m.From.ID), language(m.From.Language) //nolint:gosec // ids of people are positive
}

func person(id int64) bot.UserID { return bot.UserID("telegram:" + strconv.FormatInt(id, 10)) }

// language is the language of a tag such as « pt-BR », when the bot has words in it; else "".
func language(tag string) string {
	lang, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if lang != "en" && bot.WordsIn(lang) == bot.WordsIn("en") {
		return ""
	}
	return lang
}
