package modeltest

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const oneReply = `{"to": "fr", "question": "on coupe ?", "lines": [{"Text": "Coupez le réglage."}, {"Text": "Touchez **Menu**."}, {"Text": "Rien de plus."}],` +
	` "reply": "[0] Voici.\n[1] Désactivez le réglage.\n[2] Appuyez sur **Menu**.\n[3] Rien d'autre.", "mended": ["[3] Rien de plus : c'est tout.", "[3] Rien de plus à faire."]}` + "\n"

// replayed is what a server writes that knows oneReply.
func replayed(t *testing.T, roles ...string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "one.jsonl"), []byte(oneReply), 0o600); err != nil {
		t.Fatal(err)
	}
	reply, err := Replay(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	s := New(Options{Socket: true})
	defer s.Close()
	s.Always(reply)
	messages := []map[string]string{}
	for _, r := range roles {
		role, content, _ := strings.Cut(r, ": ")
		messages = append(messages, map[string]string{"role": role, "content": content})
	}
	body, _ := json.Marshal(map[string]any{"model": "test", "messages": messages})
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.URL()+"/chat/completions", strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	raw, _ := io.ReadAll(resp.Body)
	var out struct {
		Choices []struct{ Message struct{ Content string } }
	}
	if err := json.Unmarshal(raw, &out); err != nil || len(out.Choices) != 1 {
		t.Fatalf("%s: %s", resp.Status, raw)
	}
	return out.Choices[0].Message.Content
}

func TestReplay(t *testing.T) {
	const (
		french  = "system: Say each line in other words. Write in French, with « vous ». Before line 1 you may write one line \"[0] text\"."
		spanish = "system: Translate each line into Spanish, with « usted »."
		asked   = "user: QUESTION\n<<<\non coupe ?\n>>>\nLINES\n[1] Coupez le réglage.\n[2] Touchez **Menu**.\n[3] Rien de plus.\n"
	)
	const again = "user: Once more, as \"[1] text\".\n[2] “or” is lost\n[3] “autre” is not said\n"
	for name, c := range map[string]struct {
		roles []string
		want  string
	}{
		"the same":          {[]string{french, asked}, "[0] Voici.\n[1] Désactivez le réglage.\n[2] Appuyez sur **Menu**.\n[3] Rien d'autre.\n"},
		"asked again":       {[]string{french, asked, "assistant: [2] x\n[3] Rien d’autre.", again}, "[2] x\n[3] Rien de plus : c'est tout.\n"},
		"a second time":     {[]string{french, asked, "assistant: [2] x\n[3] Rien de plus : c’est tout.", again}, "[2] x\n[3] Rien de plus à faire.\n"},
		"a third time":      {[]string{french, asked, "assistant: [2] x\n[3] Rien de plus à faire.", again}, "[2] x\n[3] Rien de plus à faire.\n"},
		"among others":      {[]string{french, "user: LINES\n[1] Ailleurs.\n[2] Rien de plus.\n"}, "[1] Ailleurs.\n[2] Rien d'autre.\n"},
		"another language":  {[]string{spanish, asked}, "[1] Coupez le réglage.\n[2] Touchez **Menu**.\n[3] Rien de plus.\n"},
		"no lines, a check": {[]string{"user: Say: yes"}, "yes"},
	} {
		if got := replayed(t, c.roles...); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestReplayNeedsReplies(t *testing.T) {
	dir := t.TempDir()
	if _, err := Replay(dir, 0); err == nil || !strings.Contains(err.Error(), dir) {
		t.Errorf("an empty folder: %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "x.jsonl"), []byte(oneReply+"{}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Replay(dir, 0); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("a line without lines: %v", err)
	}
}
