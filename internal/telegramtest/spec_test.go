package telegramtest

import (
	"os"
	"strings"
	"testing"
)

func withSpec(t *testing.T) *Server {
	t.Helper()
	if _, err := os.Stat(specDir); err != nil {
		t.Skip("the specification is not beside the repository: ", specDir)
	}
	if sharedSpec() == nil {
		t.Fatal("the specification is there and cannot be read")
	}
	return newServer(t, unlimited())
}

// TestSpecFinds: what the specification does not allow is noted, whether or not the server refuses it too.
func TestSpecFinds(t *testing.T) {
	s := withSpec(t)
	_, c := started(t, s)
	id := c.ID()
	for _, w := range []struct {
		method string
		a      args
		want   []string
	}{
		{"sendMessage", args{"chat_id": id, "text": "x"}, nil},
		{"sendMessage", args{"chat_id": id, "text": "x", "txet": "y"}, []string{"txet: is unknown to sendMessage"}},
		{"sendMessage", args{"chat_id": id}, []string{"text: is missing from sendMessage"}},
		{"sendMessage", args{"chat_id": id, "text": "x", "message_thread_id": "abc"}, []string{"message_thread_id: is no Integer"}},
		{"sendMessage", args{"chat_id": id, "text": "x", "protect_content": "oui"}, []string{"protect_content: is no Boolean"}},
		{"sendMessage", args{"chat_id": id, "text": "x", "reply_to_message_id": 1, "allow_sending_without_reply": true}, []string{"allow_sending_without_reply: is unknown to sendMessage", "reply_to_message_id: is unknown to sendMessage"}},
		{"sendMessage", args{"chat_id": id, "text": "x", "link_preview_options": args{"is_disabled": "yes"}}, []string{"link_preview_options.is_disabled: is no Boolean"}},
		{
			"sendMessage",
			args{"chat_id": id, "text": "x", "reply_markup": args{"inline_keyboard": [][]args{{{"text": 1, "callback_data": strings.Repeat("é", 33)}}}}},
			[]string{"reply_markup.inline_keyboard[0][0].callback_data: has 66 bytes, not 1 to 64", "reply_markup.inline_keyboard[0][0].text: is no String"},
		},
		{"sendMessage", args{"chat_id": id, "text": "x", "reply_markup": args{"force_reply": true, "selective": true}}, nil},
		{"sendMessageDraft", args{"chat_id": id, "draft_id": "x", "text": "x"}, []string{"draft_id: is no Integer"}},
		{"setMyCommands", args{"commands": []args{{"command": "a", "description": "b"}}, "scope": args{"type": "all_private_chat"}}, []string{"scope.type: is not all_private_chats"}},
		{"setMyCommands", args{"commands": []args{{"command": "a"}}, "scope": args{"type": "chat", "chat_id": id}}, []string{"commands[0].description: is missing from BotCommand"}},
		{"getMe", args{"x": 1}, []string{"x: is unknown to getMe"}},
		{"noSuchMethod", nil, []string{": is no method"}},
		{"answerInlineQuery", args{"inline_query_id": "1", "results": []args{article(strings.Repeat("x", 65), "x")}}, []string{"results[0].id: has 65 bytes, not 1 to 64"}},
		{"editEphemeralMessageText", args{"chat_id": id}, nil}, // only the newer file has it
	} {
		n := len(s.Problems())
		do(t, s, w.method, w.a)
		var got []string
		for _, p := range s.Problems()[n:] {
			got = append(got, p.Path+": "+p.What)
		}
		if w.method == "editEphemeralMessageText" {
			if len(got) == 0 || got[0] == ": is no method" {
				t.Errorf("%s: %v", w.method, got)
			}
			continue
		}
		if w.method == "setMyCommands" && len(got) == 1 && strings.HasPrefix(got[0], "scope.type: is not ") && strings.HasPrefix(w.want[0], "scope.type") {
			continue // which scope fits best is a tie
		}
		if strings.Join(got, "\n") != strings.Join(w.want, "\n") {
			t.Errorf("%s %v:\n got %q\nwant %q", w.method, w.a, got, w.want)
		}
	}
}

func TestSpecOfFiles(t *testing.T) {
	s := withSpec(t)
	_, c := started(t, s)
	r := multipartCall(t, s, "sendDocument", map[string]string{"chat_id": "1", "document": "attach://joint"}, map[string]string{"joint": "x"})
	if r.Description != "Bad Request: chat not found" || len(s.Problems()) != 0 {
		t.Errorf("%s %v", r.Description, s.Problems())
	}
	multipartCall(t, s, "sendMessage", map[string]string{"chat_id": "1", "text": "x"}, map[string]string{"photo": "x"})
	if p := s.Problems(); len(p) != 1 || p[0].String() != "sendMessage: photo: is unknown to sendMessage" {
		t.Errorf("%v", p)
	}
	_ = c
}

// TestSpecOfItself: the server's own answers are held to the specification; a wrong one would be found.
func TestSpecOfItself(t *testing.T) {
	s := withSpec(t)
	for _, w := range []struct {
		result any
		want   int
	}{
		{Message{ID: 1, Chat: ChatInfo{ID: 1, Type: "private"}}, 0},
		{map[string]any{"message_id": 1, "chat": map[string]any{"id": 1}}, 2},
		{map[string]any{"message_id": "1", "date": 1, "chat": ChatInfo{ID: 1, Type: "private"}, "colour": 1}, 2},
	} {
		if found := s.spec.check(s.spec.methods["sendMessage"].returns, decode(mustJSON(w.result)), ""); len(found) != w.want {
			t.Errorf("%+v: %v", w.result, found)
		}
	}
	u := decode([]byte(`{"update_id":1,"my_chat_member":{"chat":{"id":1,"type":"private"},"from":{"id":1,"is_bot":false,"first_name":"x"},"date":1,"old_chat_member":{"status":"left","user":{"id":1,"is_bot":true,"first_name":"x"}},"new_chat_member":{"status":"kicked","user":{"id":1,"is_bot":true,"first_name":"x"}}}}`))
	if found := s.spec.check([]string{"Update"}, u, ""); len(found) != 1 || found[0].path != "my_chat_member.new_chat_member.until_date" {
		t.Errorf("%v", found)
	}
}

func TestTypeScript(t *testing.T) {
	for src, want := range map[string]string{
		"number | string":                               "Float,String",
		"Objects.TelegramBotCommand[]":                  "Array of BotCommand",
		"TelegramPhotoSize[][]":                         "Array of Array of PhotoSize",
		`"HTML" | "MarkdownV2"`:                         "String,String",
		"string | { toString(): string }":               "String",
		"SendChatActionAction":                          "*",
		"( | Objects.TelegramA | Objects.TelegramB )[]": "Array of A,Array of B",
	} {
		if got := strings.Join(typeScript(src), ","); got != want {
			t.Errorf("%s: %s, want %s", src, got, want)
		}
	}
}
