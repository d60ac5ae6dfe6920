package links

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"
)

// TestStateComesBack writes a state and reads it.
func TestStateComesBack(t *testing.T) {
	at := time.Date(2026, 11, 27, 8, 0, 0, 0, time.UTC)
	state := State{
		"https://example.com/b?a=1&b=<2>": {
			URL: "https://example.com/b?a=1&b=<2>", Checked: at, Result: Changed, Status: 200, Final: "https://example.com/c",
			Hops: []Hop{{"https://example.com/b", 302}}, Change: 0.25, Compared: at.Add(-time.Hour), Print: newPrint(strings.Fields("a b c d"), at),
		},
		"https://example.com/a": {URL: "https://example.com/a", Checked: at, Result: Refused, Status: 429, NotBefore: at.Add(time.Hour)},
	}
	var file bytes.Buffer
	if _, err := state.WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(file.String(), "\n")
	if len(lines) != 3 || !strings.Contains(lines[0], "example.com/a") || strings.Contains(lines[0], "print") {
		t.Errorf("the file:\n%s", file.String())
	}
	back, err := ReadState(strings.NewReader("\n" + file.String() + "\n\n"))
	if err != nil || !reflect.DeepEqual(back, state) {
		t.Errorf("%v\n%+v\n%+v", err, back, state)
	}
}

func TestStateIsRefused(t *testing.T) {
	good := `{"url":"https://example.com/a","checked":"2026-11-27T08:00:00Z","result":"well"}` + "\n"
	for _, bad := range []string{
		`{"q":"a question","lang":"fr"}`, `{"url":"https://example.com/a"}`, `{"checked":"2026-11-27T08:00:00Z"}`, `[]`, `{`, "# Title", "\x00",
		`{"url":"https://example.com/a","checked":"yesterday"}`, strings.Repeat("x", maxLine+1),
	} {
		_, err := ReadState(strings.NewReader(good + bad))
		if err == nil || !strings.HasPrefix(err.Error(), "line 2 ") || !strings.Contains(err.Error(), "remove") {
			t.Errorf("%.40s: %v", bad, err)
		}
	}
	if s, err := ReadState(strings.NewReader("")); err != nil || len(s) != 0 {
		t.Errorf("an empty file: %v, %v", s, err)
	}
}
