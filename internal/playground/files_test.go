package playground

import (
	"strings"
	"testing"
)

// TestFilesAreDrawn with what is in them, and handed in.
func TestFilesAreDrawn(t *testing.T) {
	v, _ := visit(t)
	who := "camille.private"
	r := v.act(action{Phone: "telegram", As: camille, Place: "private", Do: "say", Text: "voici", File: &upload{Name: "a.csv", Text: "id,<b>\n"}})
	if r.Error != "" {
		t.Fatal(r.Error)
	}
	html := last(v.until(who, who, func(s state) bool { return strings.Contains(last(s.Telegram), "a.csv") }).Telegram)
	if !strings.Contains(html, "id,&lt;b&gt;") || !strings.Contains(html, "voici") {
		t.Error(html)
	}
	if f := fileOf("x", []byte(strings.Repeat("x", mostShown+1))); len(f.Text) > mostShown+4 || !strings.HasSuffix(f.Text, "…") {
		t.Errorf("%d bytes are shown", len(f.Text))
	}
	if r := v.act(action{Phone: "discord", As: nora, Place: "channel", Do: "submit", Data: "m:x"}); r.Error != errFormGone.Error() {
		t.Errorf("a form that nobody was shown: %+v", r)
	}
}
