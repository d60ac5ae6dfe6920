package telegram

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"nonmerci/internal/telegramtest"
)

var ourselves = profile{ID: 42, Username: "MonBot"}

// said is an update with a message; fields are added to it as JSON.
func said(kind, text string, fields string) []byte {
	marks, _ := json.Marshal(telegramtest.Entities(text))
	body, _ := json.Marshal(text)
	return fmt.Appendf(nil, `{"update_id":1,"message":{"message_id":7,"date":1,"chat":{"id":-5,"type":%q},"from":{"id":9,"is_bot":false,"first_name":"Z","language_code":"fr-FR"},"text":%s,"entities":%s%s}}`,
		kind, body, marks, fields)
}

// TestTgUTF16: entities count UTF-16 units; commands and mentions are found behind emoji and accents, and those of other bots are not
// ours.
func TestTgUTF16(t *testing.T) {
	mention := func(text, part string) string {
		before, _, _ := strings.Cut(text, part)
		at := len(utf16.Encode([]rune(before)))
		return fmt.Sprintf(`,"entities":[{"type":"text_mention","offset":%d,"length":%d,"user":{"id":42,"is_bot":true,"first_name":"M"}}]`, at, len(utf16.Encode([]rune(part))))
	}
	for _, tc := range []struct {
		kind, text, fields string
		want               aim
		rest               string
	}{
		{"group", "😀é /aide@MonBot quoi ?", "", aimAsk, "quoi ?"},
		{"group", "😀é /aide@monbot", "", aimHelp, ""},
		{"group", "👨‍👩‍👧 /demander@MonBot 🇫🇷 désactiver ?", "", aimAsk, "🇫🇷 désactiver ?"},
		{"group", "😀 dis Mon Bot, LinkedIn ?", mention("😀 dis Mon Bot, LinkedIn ?", "Mon Bot"), aimAsk, "😀 dis , LinkedIn ?"},
		{"group", "😀 @monBOT LinkedIn ?", "", aimAsk, "😀  LinkedIn ?"},
		{"group", "/aide@AutreBot", "", aimNone, ""},
		{"private", "/aide@AutreBot", "", aimNone, ""},
		{"group", "/aide@AutreBot puis /ask@MonBot X ?", "", aimAsk, "X ?"},
		{"group", "à toi /aide", "", aimNone, ""},
		{"private", "à toi /aide", "", aimHelp, ""},
		{"private", "le dossier /opt de mon serveur", "", aimAsk, "le dossier /opt de mon serveur"},
		{"group", "/AIDE", "", aimHelp, ""},
		{"group", "/meteo", "", aimNone, ""},
		{"group", "/meteo@MonBot", "", aimHelp, ""},
		{"group", "@AutreBot LinkedIn ?", "", aimNone, ""},
		{"group", "bonjour", "", aimNone, ""},
		{"private", "bonjour", "", aimAsk, "bonjour"},
		{"private", "/start linkedin_opt-out", "", aimEntry, "linkedin/opt-out"},
		{"private", "/start chat-gpt_opt-out_x", "", aimStart, ""},
		{"private", "/start inline", "", aimStart, ""},
		{"group", "/start@MonBot linkedin_data", "", aimEntry, "linkedin/data"},
		{"private", "   ", "", aimNone, ""},
		{"group", "😀", `,"entities":[{"type":"bot_command","offset":1,"length":1},{"type":"mention","offset":-4,"length":900},{"type":"mention","offset":1,"length":2147483647}]`, aimNone, ""},
	} {
		e, err := convert(ourselves, said(tc.kind, tc.text, tc.fields))
		got, rest := aimNone, ""
		if e.question != nil {
			got, rest = e.question.aim, e.question.text
		}
		if err != nil || got != tc.want || rest != tc.rest {
			t.Errorf("%q in %s: %v %q %v, want %v %q", tc.text, tc.kind, got, rest, err, tc.want, tc.rest)
		}
	}
}

func TestWhatIsNotForUs(t *testing.T) {
	for name, raw := range map[string][]byte{
		"another bot":       []byte(`{"update_id":1,"message":{"message_id":7,"date":1,"chat":{"id":5,"type":"private"},"from":{"id":9,"is_bot":true},"text":"a"}}`),
		"ourselves":         []byte(`{"update_id":1,"message":{"message_id":7,"date":1,"chat":{"id":5,"type":"private"},"from":{"id":42,"is_bot":false},"text":"a"}}`),
		"nobody":            []byte(`{"update_id":1,"message":{"message_id":7,"date":1,"chat":{"id":5,"type":"private"},"text":"a"}}`),
		"a channel post":    []byte(`{"update_id":1,"channel_post":{"message_id":7,"date":1,"chat":{"id":5,"type":"channel"},"text":"@MonBot a"}}`),
		"an edit":           []byte(`{"update_id":1,"edited_message":{"message_id":7,"date":1,"chat":{"id":5,"type":"private"},"from":{"id":9},"text":"a"}}`),
		"automatic forward": said("private", "a", `,"is_automatic_forward":true`),
		"through a bot":     said("private", "a", `,"via_bot":{"id":42,"is_bot":true}`),
		"no text":           []byte(`{"update_id":1,"message":{"message_id":7,"date":1,"chat":{"id":-5,"type":"group"},"from":{"id":9},"sticker":{}}}`),
		"a bot's query":     []byte(`{"update_id":1,"inline_query":{"id":"1","from":{"id":9,"is_bot":true},"query":"a"}}`),
		"something new":     []byte(`{"update_id":1,"subscription":{"x":1}}`),
	} {
		if e, err := convert(ourselves, raw); err != nil || e != (event{}) {
			t.Errorf("%s: %+v %v", name, e, err)
		}
	}
}

func TestWhoAsks(t *testing.T) {
	e, err := convert(ourselves, said("private", "a", ""))
	if err != nil || e.question.from != "telegram:9" || e.question.owner != 9 || e.question.lang != "fr" || e.question.automatic {
		t.Errorf("%+v %v", e.question, err)
	}
	e, err = convert(ourselves, said("supergroup", "/aide", `,"sender_chat":{"id":-5,"type":"supergroup"}`))
	if err != nil || e.question.from != "telegram:-5" || e.question.owner != 0 || !e.question.automatic || e.question.lang != "" {
		t.Errorf("%+v %v", e.question, err)
	}
	e, err = convert(ourselves, []byte(`{"update_id":1,"message":{"message_id":7,"date":1,"chat":{"id":5,"type":"private"},"from":{"id":9},"caption":"LinkedIn ?","photo":[]}}`))
	if err != nil || e.question.text != "LinkedIn ?" {
		t.Errorf("a caption: %+v %v", e.question, err)
	}
}

// TestTgAnonAdmin: what a message alone says about rights.
func TestTgAnonAdmin(t *testing.T) {
	for name, tc := range map[string]struct {
		raw  []byte
		want AdminKind
	}{
		"anonymous administrator": {said("supergroup", "a", `,"sender_chat":{"id":-5,"type":"supergroup"}`), AnonymousAdmin},
		"linked channel":          {said("supergroup", "a", `,"sender_chat":{"id":-77,"type":"channel"},"is_automatic_forward":true`), NoAuthor},
		"somebody as a channel":   {said("supergroup", "a", `,"sender_chat":{"id":-77,"type":"channel"}`), ChannelAuthor},
		"member":                  {said("supergroup", "a", ""), AskPlatform},
		"bot":                     {[]byte(`{"update_id":1,"message":{"chat":{"id":1},"from":{"id":2,"is_bot":true}}}`), NoAuthor},
		"press":                   {[]byte(`{"update_id":1,"callback_query":{"id":"1","from":{"id":2}}}`), NoAuthor},
	} {
		if got, err := Admin(tc.raw); got != tc.want || err != nil {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
	if _, err := Admin([]byte(`{"message":7}`)); err == nil {
		t.Error("an unreadable update was classified")
	}
	bubble(t, setting{}, func(r *rig) { // as the server writes them
		ana, bob := r.started("Ana"), r.started("Bob")
		c := r.group(telegramtest.Supergroup, ana, bob)
		c.Promote(ana, telegramtest.AllRights(), true)
		r.answer(ana.Command(c, "ask", "anonyme ?"))
		channel := r.NewChat(telegramtest.Channel, "Chaîne", bob)
		r.answer(bob.Write(c, telegramtest.Post{Text: "/ask@test_bot en chaîne ?", As: channel}))
		r.answer(bob.Command(c, "ask", "membre ?"))
		want := []AdminKind{AnonymousAdmin, ChannelAuthor, AskPlatform}
		all := r.Updates()
		for i, u := range all[len(all)-3:] {
			if got, err := Admin(u.Body); got != want[i] || err != nil {
				t.Errorf("%s: %v %v", u.Body, got, err)
			}
		}
	})
}

// FuzzConvert: whatever comes, nothing panics, and what is accepted makes sense.
func FuzzConvert(f *testing.F) {
	f.Add(said("group", "😀é /aide@MonBot quoi ?", ""))
	f.Add(said("private", "/start linkedin_opt-out", `,"reply_to_message":{"from":null}`))
	f.Add([]byte(`{"update_id":1,"callback_query":{"id":"1","from":{"id":-2},"message":{"date":0,"chat":{}},"data":"x"}}`))
	f.Add([]byte(`{"update_id":1,"message":{"entities":[{"type":"mention","offset":-1,"length":-9}],"text":"@MonBot","from":{"id":1},"chat":{"type":"private"}}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		_, _ = Admin(raw)
		_, _ = updateID(raw)
		e, err := convert(ourselves, raw)
		if err != nil && e != (event{}) {
			t.Errorf("%v and %+v", err, e)
		}
		if q := e.question; q != nil && (q.aim == aimNone || q.from == "" || q.aim == aimAsk && q.text == "" || laneChat(q.at.key()) != q.at.chat) {
			t.Errorf("%+v", q)
		}
		_ = e.kind()
	})
}
