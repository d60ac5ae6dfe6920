package desk

import (
	"testing"
	"time"

	"nonmerci/knowledge"
)

// TestTheDigestStaysInTheCommunity: a place that leaves a community, by unlinking or by joining another one, gets no digest of it any more,
// neither when its moderators do it nor when somebody else does.
func TestTheDigestStaysInTheCommunity(t *testing.T) {
	other := Place{Platform: "telegram", Chat: "-300"}
	for name, leave := range map[string]func(w *world){
		"unlinked": func(w *world) { w.do(w.caller("telegram:3"), NewAct("unlinkyes")) },
		"joined another": func(w *world) {
			text := plainText(w.do(w.at("telegram:3", other), NewAct("invite")).Blocks)
			m := w.caller("telegram:3")
			w.press(m, w.submit(m, w.do(m, NewAct("join")), map[string]string{"code": codeIn(text)}), "Lier maintenant")
		},
		"by the command line": func(w *world) {
			if _, err := w.store.Unlink(t.Context(), group, knowledge.ByCommandLine, w.clock()); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			m := w.caller("telegram:3")
			text := plainText(w.moderator("invite").Blocks)
			w.press(m, w.submit(m, w.do(m, NewAct("join")), map[string]string{"code": codeIn(text)}), "Lier maintenant")
			w.do(m, NewAct("set", "digest", "1"))
			if got := w.settings(server).Digest; got != "telegram:-200/77" {
				t.Fatalf("the digest goes to %q", got)
			}
			leave(w)
			if got := w.settings(server).Digest; got != "" && name != "by the command line" {
				t.Errorf("the digest still goes to %q", got)
			}
			w.pass(3 * 24 * time.Hour) // Monday
			if due, err := w.desk.Due(t.Context()); err != nil || len(due) > 0 {
				t.Errorf("%v: %+v", err, due)
			}
		})
	}
}

// codeIn is the code that a screen shows.
func codeIn(text string) string {
	for i := range text {
		if len(text) >= i+9 && text[i+4] == ' ' && upper(text[i:i+4]) && upper(text[i+5:i+9]) {
			return text[i : i+9]
		}
	}
	return ""
}

func upper(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}
