package telegramtest

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestCallbacks(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, unlimited())
		p, c := started(t, s)
		stranger := s.NewPerson(User{})
		m := must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "a", "reply_markup": `{"inline_keyboard":[[{"text":"Oui","callback_data":"o"},{"text":"Site","url":"a.fr"}]]}`})
		if p.Press(m, "Non").Err() == nil || p.Press(m, "Site").Err() == nil || stranger.Press(m, "Oui").Err() == nil {
			t.Error("a button that is not there, or not seen, is pressed")
		}
		press := p.Press(m, "Oui")
		u := fresh(t, s)[0].Callback
		if u.ID != press.ID() || u.Data != "o" || u.Message.ID != m.ID {
			t.Errorf("%+v", u)
		}
		tooOld := "Bad Request: query is too old and response timeout expired or query ID is invalid"
		refused(t, s, "answerCallbackQuery", args{"callback_query_id": "7"}, 400, tooOld)
		refused(t, s, "answerCallbackQuery", args{"callback_query_id": u.ID, "text": strings.Repeat("é", 201)}, 400, "Bad Request: MESSAGE_TOO_LONG")
		must[bool](t, s, "answerCallbackQuery", args{"callback_query_id": u.ID, "text": "ok", "show_alert": true})
		refused(t, s, "answerCallbackQuery", args{"callback_query_id": u.ID}, 400, tooOld)
		if a, err := press.Wait(soon(t)); err != nil || a.Text != "ok" || !a.Alert {
			t.Errorf("%+v %v", a, err)
		}
		late := p.Press(m, "o")
		time.Sleep(16 * time.Second)
		refused(t, s, "answerCallbackQuery", args{"callback_query_id": late.ID()}, 400, tooOld)
		if _, ok := late.Answer(); ok {
			t.Error("it was answered")
		}
		must[Message](t, s, "editMessageText", args{"chat_id": c.ID(), "message_id": m.ID, "text": "b"})
		if got, err := late.WaitMessage(soon(t), func(m Message) bool { return m.Text == "b" }); err != nil || got.ID != m.ID {
			t.Error(err)
		}
		fresh(t, s)
		c.ForgetMessage(m.ID)
		forged := p.Forge(m, "admin:1")
		if u := fresh(t, s)[0].Callback; u.Message.Date != 0 || u.Data != "admin:1" || forged.Err() != nil {
			t.Errorf("%+v", u)
		}
		if n := s.Counts(); n.Presses != 3 || n.Unanswered != 2 {
			t.Errorf("%+v", n)
		}
	})
}

func article(id, text string) args {
	return args{"type": "article", "id": id, "title": id, "input_message_content": args{"message_text": text, "parse_mode": "HTML"}}
}

func TestInlineRefused(t *testing.T) {
	s := newServer(t, unlimited())
	p, _ := started(t, s)
	q := p.TypeInline("linkedin", "private", "")
	many := make([]args, 51)
	for i := range many {
		many[i] = article(fmt.Sprint(i), "x")
	}
	for _, c := range []struct {
		results any
		words   string
	}{
		{many, "RESULTS_TOO_MUCH"},
		{[]args{article("a", "x"), article("a", "y")}, "RESULT_ID_DUPLICATE"},
		{[]args{article("", "x")}, "RESULT_ID_INVALID"},
		{[]args{article(strings.Repeat("é", 33), "x")}, "RESULT_ID_INVALID"},
		{[]args{article("a", "<b></b>")}, "MESSAGE_EMPTY"},
		{[]args{article("a", strings.Repeat("x", 4097))}, "message is too long"},
		{[]args{article("a", "<x>")}, `can't parse entities: Unsupported start tag "x" at byte offset 0`},
		{[]args{{"type": "article", "id": "a"}}, `can't parse inline query result: Can't find field "title"`},
		{[]args{{"type": "article", "id": "a", "title": "a"}}, `can't parse inline query result: Can't find field "input_message_content"`},
		{"{}", "expected an Array of inline query results"},
	} {
		refused(t, s, "answerInlineQuery", args{"inline_query_id": q.ID(), "results": c.results}, 400, "Bad Request: "+c.words)
	}
	ok := []args{article("a", "x")}
	refused(t, s, "answerInlineQuery", args{"inline_query_id": q.ID(), "results": ok, "next_offset": strings.Repeat("x", 65)}, 400, "Bad Request: NEXT_OFFSET_INVALID")
	refused(t, s, "answerInlineQuery", args{"inline_query_id": q.ID(), "results": ok, "button": args{"text": "x", "start_parameter": "é"}}, 400, "Bad Request: START_PARAM_INVALID")
	must[bool](t, s, "answerInlineQuery", args{"inline_query_id": q.ID(), "results": many[:50]})
	refused(t, s, "answerInlineQuery", args{"inline_query_id": q.ID(), "results": ok}, 400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
}

// TestInlineCache: what one person was answered is shown to another, unless it was personal.
func TestInlineCache(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, unlimited())
		a, _ := started(t, s)
		b, _ := started(t, s)
		for _, c := range []struct {
			query          string
			more           args
			mine, theirs   bool
			mineLater, two time.Duration
		}{
			{"shared", args{}, true, true, 300 * time.Second, 0},
			{"personal", args{"is_personal": true}, true, false, 300 * time.Second, 0},
			{"short", args{"cache_time": 1, "is_personal": true}, true, false, time.Second, 0},
			{"none", args{"cache_time": 0}, false, false, 0, 0},
		} {
			first := a.TypeInline(c.query, "", "")
			c.more["inline_query_id"], c.more["results"] = first.ID(), []args{article("r", "de A")}
			must[bool](t, s, "answerInlineQuery", c.more)
			if got := a.TypeInline(c.query, "", "").Cached(); got != c.mine {
				t.Errorf("%s: for the same person %v", c.query, got)
			}
			other := b.TypeInline(c.query, "", "")
			if other.Cached() != c.theirs {
				t.Errorf("%s: for another person %v", c.query, other.Cached())
			}
			if c.theirs {
				if got, err := other.Wait(soon(t)); err != nil || got.Results[0].Message.Text != "de A" {
					t.Errorf("%+v %v", got, err)
				}
			}
			time.Sleep(c.mineLater)
			if a.TypeInline(c.query, "", "").Cached() {
				t.Errorf("%s: remembered for too long", c.query)
			}
		}
		if n := s.Counts(); n.Queries != 12 || n.NotAnswered != 8 {
			t.Errorf("%+v", n)
		}
	})
}

func TestChosenResults(t *testing.T) {
	s := newServer(t, unlimited())
	owner, c := inGroup(t, s, Supergroup)
	q := owner.TypeInline("x", "supergroup", "")
	r := article("r", "<b>Réponse</b>")
	r["reply_markup"] = args{"inline_keyboard": [][]args{{{"text": "Utile", "callback_data": "u"}}}}
	must[bool](t, s, "answerInlineQuery", args{"inline_query_id": q.ID(), "results": []args{r}, "is_personal": true, "cache_time": 1})
	m, err := q.Choose("r", c)
	if err != nil || m.ViaBot.ID != s.Bot().ID || m.From.ID != owner.ID() || len(m.Entities) != 1 {
		t.Errorf("%+v %v", m, err)
	}
	if _, err := q.Choose("autre", c); err == nil {
		t.Error("a result that is not there is chosen")
	}
	all := fresh(t, s)
	if len(all) != 3 || all[1].Message == nil || all[2].Chosen == nil || all[2].Chosen.Result != "r" || all[2].Chosen.Inline == "" {
		t.Fatalf("%+v", all)
	}
	must[bool](t, s, "editMessageText", args{"inline_message_id": all[2].Chosen.Inline, "text": "autre"})
	if now, _ := c.Message(m.ID); now.Text != "autre" {
		t.Errorf("%+v", now)
	}
	owner.Forge(m, "u")
	if u := fresh(t, s)[0].Callback; u.Message != nil || u.Inline != all[2].Chosen.Inline {
		t.Errorf("%+v", u)
	}
	s2 := newServer(t, Options{})
	p, _ := started(t, s2)
	if _, err := p.TypeInline("x", "", "").Wait(soon(t)); err == nil {
		t.Error("a bot without inline mode is asked")
	}
}
